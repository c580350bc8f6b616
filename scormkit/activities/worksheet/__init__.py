"""Worksheet: a form to fill in, print, save and go on with later; what is written belongs to the learner.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says that it was done | `interacted`, without a response |
| with `storage: lms` | the state holds what was filled in too | the same |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import FreeText, Kind, Line, Markdown, Model, OptionId, Tracking, mistake
from scormkit.activities.mistakes import OPTIONS, PARTS

LONGEST_DATE = 14
"""A date as it is kept: a year of up to six digits (ECMA-262, 21.4.1.1), and each hyphen as two characters."""
SEPARATOR = 2
"""How many characters stand between two fields in what is kept."""


class Option(Model):
    """One of the things to choose from."""

    id: OptionId = Field(description="One small letter or digit, unique in the field; it never changes.")
    text: Line = Field(description="The option as the learner reads it.")


class Entry(Model):
    """One field of the form, or a heading between fields."""

    type: Literal["line", "text", "date", "choice", "heading"] = Field(
        default="text", description="One line, several lines, a date, a choice of one, or a heading between fields."
    )
    id: OptionId | None = Field(
        default=None, description="One small letter or digit, unique in the form; it never changes. Headings have none."
    )
    label: Line = Field(description="What belongs in the field, or the text of the heading.")
    hint: Line | None = Field(default=None, description="A word of help under the label.")
    lines: int = Field(default=4, ge=2, le=40, description="How many lines high a `text` is, on screen and on paper.")
    options: tuple[Option, ...] = Field(default=(), max_length=12, strict=False, description="What a `choice` offers.")

    @model_validator(mode="after")
    def _is_whole(self) -> Entry:
        heading = self.type == "heading"
        if heading and self.id is not None:
            raise mistake(PARTS, "a heading has an `id`, but nothing can be filled in there", "leave `id` out", "id")
        if not heading and self.id is None:
            raise mistake(PARTS, f"the field “{self.label}” has no `id`", "add `id:` with a small letter or digit")
        if self.type == "choice" and len(self.options) < 2:
            message = f"the choice `{self.id}` has {'one option' if self.options else 'no options'}"
            raise mistake(OPTIONS, message, "give it two `options` at least, or another `type`")
        if self.type != "choice" and self.options:
            message = f"there are `options`, but a field of the type `{self.type}` has nothing to choose"
            raise mistake(OPTIONS, message, "add `type: choice`, or leave `options` out", "options")
        return self


class Worksheet(FreeText):
    """A form. `question` is what stands above it."""

    kind: Literal["worksheet"]
    notice: Markdown | None = Field(
        default=None, description="What to mind while filling it in, such as how to make a case anonymous, in Markdown."
    )
    fields: tuple[Entry, ...] = Field(
        min_length=1, max_length=60, strict=False, description="The fields and headings, in order."
    )

    @model_validator(mode="after")
    def _has_a_field(self) -> Worksheet:
        if not any(field.id for field in self.fields):
            raise mistake(PARTS, "the form has headings and no field", "add a field under `fields:`", "fields")
        return self

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        sizes = list(self._sizes()) if self.storage == "lms" else []
        return Tracking(
            title=self.title or self.id,
            state_size=1 + sum(sizes) + SEPARATOR * max(len(sizes) - 1, 0),
            asks=False,
            activity_type="http://adlnet.gov/expapi/activities/interaction",
            verb="interacted",
            personal=self.storage,
        )

    def _sizes(self) -> Iterator[int]:
        """What each field takes in what is kept: its id and what stands in it."""
        for field in self.fields:
            if field.id is not None:
                short = {"date": LONGEST_DATE, "choice": 1}
                yield len(field.id) + short.get(field.type, self.text_size)


KIND = Kind(Worksheet, __name__, parts=("question", "sheet"))
