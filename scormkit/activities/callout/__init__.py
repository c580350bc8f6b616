"""Callout: a few lines set apart, as a remark, a tip, a warning or an example."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Line, Markdown


class Callout(Activity):
    """A few lines that stand out from the text around them."""

    kind: Literal["callout"]
    tone: Literal["note", "tip", "care", "example"] = Field(
        default="note", description="What the lines are: a note, a tip, something to take care of, an example."
    )
    title: Line | None = Field(default=None, description="The heading; otherwise the tone is named.")
    text: Markdown = Field(description="The lines, in Markdown.")


KIND = Kind(Callout, __name__)
