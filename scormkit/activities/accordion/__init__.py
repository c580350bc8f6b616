"""Accordion: parts of a text that the reader opens one by one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind, Line, Markdown, Model


class Item(Model):
    """One part: its heading is always there, its text once it is opened."""

    title: Line = Field(description="The heading, which says what is inside.")
    text: Markdown = Field(description="What is read once it is opened, in Markdown.")
    open: bool = Field(default=False, description="Whether it is open from the start.")


class Accordion(Activity):
    """Headings that open. For what not every reader needs; what all need to read stands open."""

    kind: Literal["accordion"]
    one_at_a_time: bool = Field(default=False, description="Whether opening one part closes the others.")
    items: tuple[Item, ...] = Field(min_length=1, max_length=40, strict=False, description="The parts, in order.")


KIND = Kind(Accordion, __name__, parts=("fold",))
