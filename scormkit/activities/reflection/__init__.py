"""Reflection: an open question whose answer belongs to the learner alone.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says that it was done | `interacted`, without a response |
| with `storage: lms` | the state holds the text too | the same |

Unless the author asks for more, the text lives on the page, can be printed and downloaded, and is never stored or sent.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import FreeText, Kind, Line, Markdown, Model, Tracking, mistake
from scormkit.activities.mistakes import NO_SOURCE

FIELD = "t"
"""The id of the one field in what is kept."""


class OtherView(Model):
    """How another person sees it: fiction, and called so, or quoted from a source."""

    voice: Line = Field(description="Who sees it so, such as: Moeder, or: Pleegvader van twee.")
    text: Markdown = Field(description="What this person says, in Markdown.")
    fiction: bool = Field(default=True, description="Whether the voice is made up; the page then says so.")
    source: Line | None = Field(default=None, description="Where a real voice is quoted from; with `fiction: false`.")

    @model_validator(mode="after")
    def _is_honest(self) -> OtherView:
        if self.fiction == (self.source is not None):
            raise mistake(
                NO_SOURCE,
                "a view is fiction, or has `fiction: false` and a `source`",
                "add `source:`, or leave out `fiction: false` for a made-up voice",
            )
        return self


class Reflection(FreeText):
    """An open question to oneself; as a rule, what is typed never leaves the page."""

    kind: Literal["reflection"]
    lines: int = Field(default=5, ge=2, le=40, description="How many lines high the writing space is.")
    placeholder: Line | None = Field(
        default=None, description="How one may begin, shown in the empty field; it goes when one writes."
    )
    views: tuple[OtherView, ...] = Field(
        default=(),
        max_length=12,
        strict=False,
        description="How others see it, to compare with: shown once the learner is done.",
    )

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=1 + len(FIELD) + self.text_size if self.text_size else 1,
            asks=False,
            activity_type="http://adlnet.gov/expapi/activities/interaction",
            verb="interacted",
            personal=self.storage,
        )


KIND = Kind(Reflection, __name__, parts=("sheet",))
