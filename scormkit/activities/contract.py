"""The contract of a kind of activity: a model, a template, a behaviour, a style, words, and what it reports.

A kind lives in a folder of its own beside this file (or anywhere, by the entry point group
`scormkit.activities`) and consists of

- `__init__.py`: the model, a subclass of `Activity`, and `KIND`, a `Kind` that names it;
- `template.html`: Jinja, rendered with `activity`, `words` and the helpers of `scormkit.render`;
- `behaviour.js`: what it does in the learner's browser (only where it does something);
- `style.css`: how it looks (only where it needs more than the common look);
- `words/<language>.yaml`: its interface words (only where it has any).

What several kinds share stands in `parts/<part>/`: macros, style and words, which a kind names in `Kind.parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Literal, Self, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scormkit.activities.fields import (
    TRANSLATABLE,
    AnyFile,
    AudioFile,
    CaptionsFile,
    FontFile,
    Id,
    Line,
    Markdown,
    MediaType,
    Name,
    OptionId,
    PictureFile,
    VideoFile,
)
from scormkit.activities.mistakes import DUPLICATE_ID, TEXT_STORED, Step, mistake
from scormkit.activities.topics import COVERS, Covers
from scormkit.diagnostics import Definition

__all__ = [
    "TRANSLATABLE",
    "Activity",
    "AnyFile",
    "AudioFile",
    "CaptionsFile",
    "Component",
    "Covers",
    "Exercise",
    "FontFile",
    "FreeText",
    "Id",
    "InteractionType",
    "Kind",
    "Line",
    "Markdown",
    "MediaType",
    "Model",
    "Name",
    "OptionId",
    "Personal",
    "PictureFile",
    "Question",
    "Remark",
    "Section",
    "Step",
    "Storage",
    "Tracking",
    "Verb",
    "VideoFile",
    "inside",
    "mistake",
    "part_folder",
    "text_of",
]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a sound model says of itself; a warning or an error, as its definition has it.

    `at` is the path from the model to what it is about.
    """

    definition: Definition
    message: str
    hint: str
    at: tuple[Step, ...] = ()


class Model(BaseModel):
    """The base of all that an author writes: unknown keys are errors, values keep the type that they are written in."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def remarks(self) -> Iterator[Remark]:
        """What is worth saying of this model, apart from the models inside it. Nothing, as a rule."""
        yield from ()


def inside(
    model: Model, steps: tuple[Step, ...] = (), into: Callable[[Model], bool] = lambda _: True
) -> Iterator[tuple[tuple[Step, ...], Model]]:
    """Every model inside `model`, in order and each before those inside it, with the path that leads to it.

    What is inside a model that `into` says no to is left out.
    """
    for name in type(model).model_fields:
        value = getattr(model, name)
        parts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for n, each in parts:
            if isinstance(each, Model):
                path = (*steps, name) if n is None else (*steps, name, n)
                yield path, each
                if into(each):
                    yield from inside(each, path, into)


InteractionType = Literal[
    "true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"
]
"""The interaction types that SCORM and xAPI share (xAPI 1.0.3, Data 2.4.4.1; SCORM 2004 RTE 4.2.9)."""


Verb = Literal["answered", "completed", "interacted"]
"""What a learner did with an activity, in the words of ADL's vocabulary, under `http://adlnet.gov/expapi/verbs/`."""


Storage = Literal["none", "device", "lms"]
"""Where what a learner leaves of their own is kept: on the page alone, in this browser, or by the LMS."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of an interaction that an answer can name, such as an option of a choice."""

    id: str
    description: str


@dataclass(frozen=True, slots=True)
class Tracking:
    """What one activity reports, to SCORM and to xAPI: the one table that connectors and templates read.

    `interaction` is None for an activity that is only marked as done, such as a private reflection.
    `asks` says whether it counts among the questions that a module asks for as a rule (`completion` in `module.yaml`).
    `components` are what an answer can name: options, sources, steps; `targets` what sources are matched with.
    `verb` is what a statement says of the learner once the activity is done: `answered` goes with an `interaction`, the
    others without.
    `correct` lists the right answer as `response` of the behaviour lists an answer; None where there is no right or
    wrong, and then the activity is not scored. `example` is an answer that can be given, listed alike, where none can
    be made of `correct` and `components`.
    `state_size` is the worst-case length, in characters, of its answer in the saved state; an answer there is made of
    letters, digits, `_` and `-` alone.
    `personal` says where what learners write, or say of themselves, in it is kept; it is never part of an interaction.
    None where they leave nothing of the kind.
    """

    title: str
    state_size: int
    asks: bool = True
    interaction: InteractionType | None = None
    components: tuple[Component, ...] = ()
    targets: tuple[Component, ...] = ()
    correct: tuple[str, ...] | None = None
    example: tuple[str, ...] = ()
    activity_type: str = "http://adlnet.gov/expapi/activities/cmi.interaction"
    verb: Verb = "answered"
    personal: Storage | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where the verb does not go with the interaction: a statement would have no template."""
        if (self.verb == "answered") != (self.interaction is not None):
            raise ValueError(f"`{self.verb}` does not go with the interaction type {self.interaction}")

    @property
    def scored(self) -> bool:
        """Whether an answer earns points."""
        return self.correct is not None


class Activity(Model):
    """The base of every kind of activity. The subclass gives `kind` as a one-value `Literal`."""

    kind: str
    id: Id | None = Field(default=None, description="Short stable name, unique in the module.")
    covers: Covers = Field(default=(), description=COVERS)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        """No two parts in one list have the same id. (Activities inside this one have ids of the whole module.)"""
        own: list[tuple[tuple[Step, ...], Model]] = [((), self)]
        found = inside(self, into=lambda part: not isinstance(part, Activity))
        own += [(steps, model) for steps, model in found if not isinstance(model, Activity)]
        for steps, model in own:
            for name in type(model).model_fields:
                parts = getattr(model, name)
                ids = [_id_of_part(part) for part in parts] if isinstance(parts, tuple) else []
                for n, part_id in enumerate(ids):
                    if part_id is not None and part_id in ids[:n]:
                        message = f"two {name} have the id `{part_id}`"
                        hint = "give the newer one another id; what learners do is kept under it"
                        raise mistake(DUPLICATE_ID, message, hint, *steps, name, n, "id")
        return self

    def tracking(self) -> Tracking | None:
        """What the activity reports; None where the reader only reads it. What reports something has an `id`."""
        return None

    def remarks_after(self, earlier: Sequence[Activity]) -> Iterator[Remark]:  # noqa: ARG002 - for kinds that look back
        """What is worth saying of this activity, given those that come before it in the module. Nothing, as a rule."""
        yield from ()


def _id_of_part(part: object) -> str | None:
    return getattr(part, "id", None) if isinstance(part, Model) and not isinstance(part, Activity) else None


class Question(Activity):
    """The base of every kind that asks something and keeps the answer."""

    id: Id = Field(description="Short stable name, unique in the module.")
    question: Markdown = Field(description="The question, in Markdown.")
    title: Line | None = Field(default=None, description="A short name for reports; otherwise the id serves.")


class Exercise(Question):
    """The base of every question that is answered and then looked back on."""

    feedback: Markdown | None = Field(default=None, description="What everyone reads after answering.")
    if_right: Markdown | None = Field(default=None, description="What is read after a right answer.")
    if_wrong: Markdown | None = Field(default=None, description="What is read after an answer that is not all right.")


class Personal(Question):
    """The base of every kind whose answer belongs to the learner, and is kept only where the course says so."""

    storage: Storage = Field(
        default="none",
        description="Where what the learner leaves here is kept: on the page alone, in this browser, or by the LMS.",
    )

    def remarks(self) -> Iterator[Remark]:
        """What leaves the browser is said at every build."""
        if self.storage == "lms":
            message = f"what learners leave in `{self.id}` is sent to the LMS, where others can read it"
            hint = "leave `storage` out unless it has to be so; the course's privacy sheet names this text"
            yield Remark(TEXT_STORED, message, hint, ("storage",))


class FreeText(Personal):
    """The base of every kind in which a learner writes freely."""

    room: int = Field(
        default=600, ge=100, le=3000, description="Characters that the LMS keeps at most, with `storage: lms`."
    )

    @property
    def text_size(self) -> int:
        """How many characters of the saved state a text can take."""
        return self.room if self.storage == "lms" else 0


if TYPE_CHECKING:
    AnyActivity: TypeAlias = Activity


class Section(Model):
    """The base of whatever holds activities: a page, a pause in a film, a step of a walk."""

    # The union of all kinds; `registry.complete` puts it in place once every kind is there.
    content: tuple[AnyActivity, ...] = Field(min_length=1, strict=False, description="The activities, in order.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of activity: its model and the package that holds its template, behaviour, style and words.

    `parts` names the folders of `parts/` whose macros, style and words it uses. `lists_references` says that it shows
    what the texts of the module cite: it is rendered once all of these are known, and citations lead to it.
    """

    model: type[Activity]
    package: str
    parts: tuple[str, ...] = ()
    lists_references: bool = False

    @property
    def name(self) -> str:
        """The word that authors write after `kind:`."""
        (name,) = get_args(self.model.model_fields["kind"].annotation)
        return str(name)

    @property
    def folder(self) -> Traversable:
        """The folder of the kind."""
        return files(self.package)

    def text(self, name: str) -> str | None:
        """A file of the kind's folder as text, None where the kind has no such file."""
        return text_of(self.folder, name)


def text_of(folder: Traversable, name: str) -> str | None:
    """A file of a folder as text, None where there is no such file."""
    file = folder.joinpath(name)
    return file.read_text(encoding="utf-8") if file.is_file() else None


def part_folder(part: str) -> Traversable:
    """The folder of what several kinds share under the name `part`."""
    return files("scormkit.activities").joinpath("parts", part)
