"""The contract of a kind of activity: a model, a template, a behaviour, a style, words, and what it reports.

A kind lives in a folder of its own beside this file (or anywhere, by the entry point group
`scormkit.activities`) and consists of

- `__init__.py`: the model, a subclass of `Activity`, and `KIND`, a `Kind` that names it;
- `template.html`: Jinja, rendered with `activity`, `words` and the helpers of `scormkit.render`;
- `behaviour.js`: what it does in the learner's browser (only where it does something);
- `style.css`: how it looks (only where it needs more than the common look);
- `words/<language>.yaml`: its interface words (only where it has any).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,19}$")]
"""A short stable name: a small letter, then at most 19 small letters, digits or underscores.

It becomes part of SCORM identifiers and xAPI IRIs, so it needs no escaping anywhere.
"""

OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]$")]
"""One small letter or digit: SCORM 1.2 (RTE 3.4.7, cmi.interactions.n.student_response) lets a choice be just that."""

Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:[^\n]*\S)?$")]
"""Text of one line, without Markdown and without blanks around it."""


class SourceContext(Protocol):
    """What a model may ask about the source that it is read from."""

    def media(self, name: str) -> Path:
        """The file called `name`, relative to the file that names it; raises `PydanticCustomError`."""

    def markdown(self, text: str) -> None:
        """Judge a Markdown text; raises `PydanticCustomError`."""


def _resolve_media(value: Any, info: ValidationInfo) -> Path:
    if isinstance(value, Path):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    context: SourceContext | None = info.context
    return Path(value) if context is None else context.media(value)


def _judge_markdown(value: str, info: ValidationInfo) -> str:
    context: SourceContext | None = info.context
    if context is not None:
        context.markdown(value)
    return value


MediaFile = Annotated[Path, PlainValidator(_resolve_media, json_schema_input_type=str)]
"""The path of a file inside the course folder, relative to the file that names it."""

Markdown = Annotated[str, StringConstraints(min_length=1), AfterValidator(_judge_markdown)]
"""Text in Markdown: CommonMark with tables; raw HTML is not let through."""


class Model(BaseModel):
    """The base of all that an author writes: unknown keys are errors, values keep the type that they are written in."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


InteractionType = Literal[
    "true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"
]
"""The interaction types that SCORM and xAPI share (xAPI 1.0.3, Data 2.4.4.1; SCORM 2004 RTE 4.2.9)."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of an interaction that an answer can name, such as an option of a choice."""

    id: str
    description: str


@dataclass(frozen=True, slots=True)
class Tracking:
    """What one activity reports, to SCORM and to xAPI: the one table that connectors and templates read.

    `interaction` is None for an activity that is only marked as done, such as a private reflection.
    `correct` lists the component ids of the right answer, in order; None where there is no right or wrong.
    `weight` is the activity's share of the module's score; 0 where it has none.
    `state_size` is the worst-case length, in characters, of its answer in the saved state; an answer there is made of
    letters, digits, `_` and `-` alone.
    """

    title: str
    required: bool
    weight: float
    state_size: int
    interaction: InteractionType | None = None
    components: tuple[Component, ...] = ()
    correct: tuple[str, ...] | None = None
    activity_type: str = "http://adlnet.gov/expapi/activities/cmi.interaction"
    verbs: tuple[str, ...] = field(default=())


class Activity(Model):
    """The base of every kind of activity. The subclass gives `kind` as a one-value `Literal`."""

    kind: str
    id: Id | None = Field(default=None, description="Short stable name, unique in the module.")

    def tracking(self) -> Tracking | None:
        """What the activity reports; None where the reader only reads it. What reports something has an `id`."""
        return None


class Question(Activity):
    """The base of every kind that asks something and keeps the answer."""

    id: Id = Field(description="Short stable name, unique in the module.")
    question: Markdown = Field(description="The question, in Markdown.")
    title: Line | None = Field(default=None, description="A short name for reports; otherwise the id serves.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of activity: its model and the package that holds its template, behaviour, style and words."""

    model: type[Activity]
    package: str

    @property
    def name(self) -> str:
        """The word that authors write after `kind:`."""
        (name,) = self.model.model_fields["kind"].annotation.__args__  # type: ignore[union-attr]
        return str(name)

    @property
    def folder(self) -> Traversable:
        """The folder of the kind."""
        return files(self.package)

    def text(self, name: str) -> str | None:
        """A file of the kind's folder as text, None where the kind has no such file."""
        file = self.folder.joinpath(name)
        return file.read_text(encoding="utf-8") if file.is_file() else None
