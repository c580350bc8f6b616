"""Matching: items that each belong to a target, such as words and what they mean.

Every item at its target is an equal share of the points. Several items may belong to one target, and a target may have
none.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `matching` | `interactionType` = `matching` |
| response | pairs `item.target` joined by `,` | pairs `item[.]target` joined by `[,]` |
| pattern | the right pairs joined by `,` | the same, joined by `[,]` |
| result | `correct` where all pairs are right, else `wrong` | `success` true, false |
| verb | | answered |
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Component, Exercise, Kind, Line, Markdown, Model, OptionId, Tracking, mistake
from scormkit.activities.mistakes import PARTS


class Item(Model):
    """Something that belongs to a target."""

    id: OptionId = Field(description="One small letter or digit, unique among the items; it never changes.")
    text: Line = Field(description="The item as the learner reads it.")
    match: OptionId = Field(description="The id of the target that it belongs to.")
    feedback: Markdown | None = Field(default=None, description="What everyone reads about this item after answering.")


class Target(Model):
    """Something that items belong to."""

    id: OptionId = Field(description="One small letter or digit, unique among the targets; it never changes.")
    text: Line = Field(description="The target as the learner reads it.")


class Matching(Exercise):
    """Items to be matched with targets."""

    kind: Literal["matching"]
    items: tuple[Item, ...] = Field(min_length=2, max_length=36, strict=False, description="What is matched, in order.")
    targets: tuple[Target, ...] = Field(
        min_length=2,
        max_length=36,
        strict=False,
        description="What can be chosen for each item. Where their order would give the answer away, it is changed.",
    )

    @model_validator(mode="after")
    def _parts_fit(self) -> Matching:
        targets = [target.id for target in self.targets]
        for n, item in enumerate(self.items):
            if item.match not in targets:
                message = f"the item `{item.id}` belongs to `{item.match}`, which is no target"
                hint = f"use the id of a target: {', '.join(f'`{each}`' for each in targets)}"
                raise mistake(PARTS, message, hint, "items", n, "match")
        return self

    def target(self, item: Item) -> Target:
        """The target that an item belongs to."""
        return next(target for target in self.targets if target.id == item.match)

    @property
    def shown(self) -> tuple[Target, ...]:
        """The targets as the learner finds them: in the author's order, or shuffled where that is the items' own."""
        matched = [item.match for item in self.items]
        if matched != [target.id for target in self.targets][: len(matched)]:
            return self.targets
        shuffled = tuple(sorted(self.targets, key=lambda target: sha256(f"{self.id} {target.id}".encode()).digest()))
        return shuffled if shuffled != self.targets else shuffled[1:] + shuffled[:1]

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=2 * len(self.items),
            interaction="matching",
            components=tuple(Component(item.id, item.text) for item in self.items),
            targets=tuple(Component(target.id, target.text) for target in self.shown),
            correct=tuple(f"{item.id}.{item.match}" for item in self.items),
        )


KIND = Kind(Matching, __name__, parts=("question",))
