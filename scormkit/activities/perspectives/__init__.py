"""Perspectives: one moment as several people see it; the reader changes places with them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Line, Markdown, Model


class View(Model):
    """How one of those concerned sees it."""

    voice: Line = Field(description="Who sees it so, such as: Moeder, or: Begeleider.")
    text: Markdown = Field(description="What this person sees, feels or thinks, in Markdown.")


class Perspectives(Activity):
    """The same moment through several pairs of eyes, one at a time."""

    kind: Literal["perspectives"]
    text: Markdown | None = Field(default=None, description="The moment that all of them see, in Markdown.")
    views: tuple[View, ...] = Field(min_length=2, max_length=8, strict=False, description="How each of them sees it.")
    fiction: bool = Field(default=True, description="Whether the voices are made up; the page then says so.")


KIND = Kind(Perspectives, __name__)
