"""Story: one voice of the people concerned, either fiction (and called so) or quoted from a source."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Activity, Kind, Line, Markdown, mistake
from scormkit.activities.mistakes import NO_SOURCE


class Story(Activity):
    """A voice. The page calls it fiction, or names the `source` that it is quoted from."""

    kind: Literal["story"]
    voice: Line = Field(description="Who speaks, such as: Moeder, or: Pleegvader van twee.")
    text: Markdown = Field(description="What the voice says, in Markdown.")
    fiction: bool = Field(default=True, description="Whether the voice is made up; the page then says so.")
    source: Line | None = Field(default=None, description="Where a real voice is quoted from; with `fiction: false`.")

    @model_validator(mode="after")
    def _is_honest(self) -> Story:
        if self.fiction == (self.source is not None):
            raise mistake(
                NO_SOURCE,
                "a story is fiction, or has `fiction: false` and a `source`",
                "add `source:`, or leave out `fiction: false` for a made-up voice",
            )
        return self


KIND = Kind(Story, __name__)
