"""Summary: what this learner did in the module, to print and take along.

It reports nothing. What it shows is read from the page at that moment; nothing of it is stored or sent.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Line, Markdown


class Summary(Activity):
    """The learner's own sheet of the whole module: questions, and what the learner answered or wrote."""

    kind: Literal["summary"]
    title: Line | None = Field(default=None, description="The heading of the sheet.")
    intro: Markdown | None = Field(default=None, description="What is said above it, in Markdown.")
    name: bool = Field(
        default=True, description="Whether the printed sheet has lines to write a name and a date on, by hand."
    )


KIND = Kind(Summary, __name__, parts=("sheet",))
