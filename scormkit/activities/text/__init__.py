"""Text: Markdown that the reader reads."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Markdown


class Text(Activity):
    """Text in Markdown."""

    kind: Literal["text"]
    text: Markdown = Field(description="The text, in Markdown.")


KIND = Kind(Text, __name__)
