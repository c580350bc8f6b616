"""Numeric: a question whose answer is a number.

The learner types it with a decimal comma or a point: where a mark could be read in two ways (`1.500`), the language of
the course decides; see `read` in `behaviour.js`.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `numeric` | `interactionType` = `numeric` |
| response | the number, with a point | the same |
| pattern | the number; none for a range, which SCORM 1.2 cannot write | `min[:]max`, an open end left empty |
| result | `correct`, `wrong`; `neutral` where nothing is right or wrong | `success` true, false; left out |
| verb | | answered |
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Exercise, Kind, Line, Markdown, Tracking, mistake
from scormkit.activities.mistakes import PARTS

LONGEST = 16
"""How many characters of a number can be typed."""

Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
"""A number from -1 000 000 000 to 1 000 000 000, whole or not."""


def plain(number: float | None) -> str:
    """A number as digits with a point, never with an exponent; nothing for none."""
    if number is None:
        return ""
    text = format(Decimal(repr(float(number))), "f")
    whole = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if whole == "-0" else whole


class Numeric(Exercise):
    """A question that is answered with a number. Without `correct`, `min` and `max` no number is right or wrong."""

    kind: Literal["numeric"]
    correct: Number | None = Field(default=None, description="The one right number.")
    min: Number | None = Field(default=None, description="The smallest number that is right.")
    max: Number | None = Field(default=None, description="The largest number that is right.")
    unit: Line | None = Field(default=None, description="What the number counts, such as: hours, or: %.")
    step: Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)] | None = Field(
        default=None, description="Gives two buttons that make the number smaller and larger by this much."
    )
    if_low: Markdown | None = Field(default=None, description="What is read after a number that is too small.")
    if_high: Markdown | None = Field(default=None, description="What is read after a number that is too large.")

    @model_validator(mode="after")
    def _bounds_fit(self) -> Numeric:
        if self.correct is not None and (self.min is not None or self.max is not None):
            message = "`correct` names one right number, `min` and `max` name a range"
            raise mistake(PARTS, message, "keep the one, or the others", "correct")
        if self.min is not None and self.max is not None and self.min > self.max:
            message = f"no number is right: `min` is {plain(self.min)} and `max` is {plain(self.max)}"
            raise mistake(PARTS, message, "let `min` be the smaller one", "min")
        for key, needed in (("if_low", self.bounds[0]), ("if_high", self.bounds[1])):
            if getattr(self, key) is not None and needed is None:
                cure = "leave it out, or say with `correct`, `min` or `max` which number is right"
                raise mistake(PARTS, f"`{key}` is never read: no number is too {key[3:]}", cure, key)
        for key in ("if_right", "if_wrong"):
            if getattr(self, key) is not None and not self.scored:
                cure = "put the text under `feedback`, or say with `correct`, `min` or `max` which number is right"
                raise mistake(PARTS, f"`{key}` is never read: no number is right or wrong", cure, key)
        return self

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The smallest and the largest right number; None where that end is open."""
        return (self.min, self.max) if self.correct is None else (self.correct, self.correct)

    @property
    def scored(self) -> bool:
        """Whether some numbers are right and others are not."""
        return self.bounds != (None, None)

    @property
    def written(self) -> tuple[str, str]:
        """The bounds as they are reported, each empty where that end is open."""
        return plain(self.bounds[0]), plain(self.bounds[1])

    @property
    def step_written(self) -> str:
        """The step with a point, empty where there is none."""
        return plain(self.step)

    @property
    def longest(self) -> int:
        """How many characters of a number can be typed."""
        return LONGEST

    @property
    def keypad(self) -> Literal["decimal", "text"]:
        """The keys that a phone shows: those for numbers have no minus on every phone."""
        return "text" if any(bound is not None and bound < 0 for bound in self.bounds) else "decimal"

    def tracking(self) -> Tracking:
        """See the table at the head of this file. What is kept may be one longer than what is typed: `.5` is `0_5`."""
        return Tracking(
            title=self.title or self.id,
            state_size=LONGEST + 1,
            interaction="numeric",
            correct=self.written if self.scored else None,
        )


KIND = Kind(Numeric, __name__, parts=("question",))
