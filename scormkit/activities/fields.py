"""The types of what an author writes in an activity: ids, lines, Markdown, files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

from pydantic import AfterValidator, PlainValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

TRANSLATABLE = "translatable"
"""Marks, in a type's annotations, text that is another in another language."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,19}$")]
"""A short stable name: a small letter, then at most 19 small letters, digits or underscores.

It becomes part of SCORM identifiers and xAPI IRIs, so it needs no escaping anywhere.
"""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
"""Words for a file name or for authors: small letters and digits, joined by single hyphens, 40 characters at most."""

OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]$")]
"""One small letter or digit: SCORM 1.2 (RTE 3.4.7, cmi.interactions.n.student_response) lets a choice be just that."""

Name = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:[^\n]*\S)?$")]
"""One line that is the same in every language, without blanks around it: a path, a version, a person."""

Line = Annotated[Name, TRANSLATABLE]
"""Text of one line, without Markdown and without blanks around it."""

MediaType = Literal["picture", "video", "audio", "captions", "font", "file"]


class SourceContext(Protocol):
    """What a model may ask about the source that it is read from."""

    def media(self, name: str, what: MediaType) -> Path:
        """The file called `name`, relative to the file that names it; raises `PydanticCustomError`."""

    def markdown(self, text: str) -> None:
        """Judge a Markdown text; raises `PydanticCustomError`."""

    def topic(self, name: str) -> None:
        """Judge the name of a topic; raises `PydanticCustomError`."""


def _resolve_media(what: MediaType, value: Any, info: ValidationInfo) -> Path:
    if isinstance(value, Path):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    context: SourceContext | None = info.context
    return Path(value) if context is None else context.media(value, what)


def _judge_markdown(value: str, info: ValidationInfo) -> str:
    context: SourceContext | None = info.context
    if context is not None:
        context.markdown(value)
    return value


def _file(what: MediaType) -> PlainValidator:
    return PlainValidator(partial(_resolve_media, what), json_schema_input_type=str)


PictureFile = Annotated[Path, _file("picture")]
"""The path of a picture inside the course folder, relative to the file that names it. So are those that follow."""
VideoFile = Annotated[Path, _file("video")]
AudioFile = Annotated[Path, _file("audio")]
CaptionsFile = Annotated[Path, _file("captions")]
FontFile = Annotated[Path, _file("font")]
AnyFile = Annotated[Path, _file("file")]

Markdown = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_judge_markdown),
    TRANSLATABLE,
    WithJsonSchema(
        {
            "contentMediaType": "text/markdown",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "properties": {"include": {"type": "string", "description": "The path of a file in Markdown."}},
                    "required": ["include"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]
"""Text in Markdown: CommonMark with tables; raw HTML is not let through."""
