"""Ordering: items to be put in order, the right one or one's own.

The score counts the items that need not move: the longest row of items, not necessarily beside each other, that already
follow one another rightly (a longest increasing subsequence), less one, as a share of all less one. So the right order
earns 1, the opposite one 0, and a single item that stands far from its place costs one share and no more.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `sequencing` | `interactionType` = `sequencing` |
| response | item ids from first to last, joined by `,` | the same, joined by `[,]` |
| pattern | the right order joined by `,`; none with `scored: false` | the same, joined by `[,]` |
| result | `correct`, `wrong`; `neutral` with `scored: false` | `success` true, false; left out |
| verb | | answered |
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Component, Exercise, Kind, Line, Model, OptionId, Tracking, mistake
from scormkit.activities.mistakes import PARTS


class Item(Model):
    """Something that has a place in the order."""

    id: OptionId = Field(description="One small letter or digit, unique in the question; it never changes.")
    text: Line = Field(description="The item as the learner reads it.")


class Ordering(Exercise):
    """Items to be put in order. The learner finds them in another order than the right one."""

    kind: Literal["ordering"]
    scored: bool = Field(
        default=True,
        description="Whether there is a right order, the one written here; `false` asks for an order of one's own.",
    )
    items: tuple[Item, ...] = Field(
        min_length=2,
        max_length=20,
        strict=False,
        description="The items in the right order; with `scored: false`, in the order first shown.",
    )

    @model_validator(mode="after")
    def _parts_fit(self) -> Ordering:
        if not self.scored:
            for key in ("if_right", "if_wrong"):
                if getattr(self, key) is not None:
                    message = f"`{key}` is never read: with `scored: false` no order is right or wrong"
                    raise mistake(PARTS, message, "put the text under `feedback`, or leave out `scored: false`", key)
        return self

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items as the learner finds them: shuffled by their ids alone, and never in the right order."""
        if not self.scored:
            return self.items
        shuffled = tuple(sorted(self.items, key=lambda item: sha256(f"{self.id} {item.id}".encode()).digest()))
        return shuffled if shuffled != self.items else shuffled[1:] + shuffled[:1]

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=len(self.items),
            interaction="sequencing",
            components=tuple(Component(item.id, item.text) for item in self.shown),
            correct=tuple(item.id for item in self.items) if self.scored else None,
        )


KIND = Kind(Ordering, __name__, parts=("question",))
