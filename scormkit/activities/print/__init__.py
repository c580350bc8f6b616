"""Print: a button that prints the page it stands on, and nothing of which comes on paper.

It reports nothing, and needs no LMS.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Line, Markdown


class Print(Activity):
    """A button that prints the page it stands on. On paper it is not there.

    Some LMSs' apps cannot print, or let no page do it. There the page says where it can be printed.
    """

    kind: Literal["print"]
    label: Line | None = Field(default=None, description="The text of the button; otherwise “Print this page”.")
    text: Markdown | None = Field(default=None, description="What is said above the button, in Markdown.")


KIND = Kind(Print, __name__)
