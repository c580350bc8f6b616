"""Scenario: scenes that branch, played as forum theatre: stop, step in, see what it does, rewind, try another way.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `performance` | `interactionType` = `performance` |
| response | the latest way to an end: `scene.choice` for each step, joined by `,` | the same, joined by `[,]` |
| pattern | none: nothing is right or wrong | none |
| result | `neutral` | left out |
| verb | | answered |

A step in which nobody stepped in is `scene.next`; the scene where the way ends stands last, as `scene.end`. SCORM 1.2
keeps 255 characters of it. What learners write in their own words is never stored or sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Component, Id, Kind, Line, Markdown, Model, Name, Question, Remark, Tracking
from scormkit.activities.scenario.scene import Scene
from scormkit.activities.scenario.ways import remarks, shortest


class Role(Model):
    """Someone in the scenes."""

    id: Id = Field(description="Short stable name, such as `moeder`: what lines and choices call this role by.")
    name: Line = Field(description="The name that the learner reads.")
    about: Line | None = Field(default=None, description="Who this is, in a sentence; shown before the play begins.")


class Scenario(Question):
    """Branching scenes. A choice has consequences for everyone in the scene; no way is right or wrong."""

    kind: Literal["scenario"]
    question: Markdown = Field(description="What the learner should know before the play begins, in Markdown.")
    roles: tuple[Role, ...] = Field(min_length=1, max_length=12, strict=False, description="Who is in the scenes.")
    start: Name | None = Field(default=None, description="The id of the scene to begin with, if not the first.")
    scenes: tuple[Scene, ...] = Field(min_length=1, max_length=60, strict=False, description="The scenes.")
    ways: int = Field(
        default=1, ge=1, le=60, description="How many different ends the learner reaches before the scenario is done."
    )
    own_words: bool = Field(
        default=True,
        description="Whether the learner may first write what they would say or do. It is neither stored nor sent.",
    )

    @property
    def first(self) -> str:
        """The id of the scene that the play begins with."""
        return self.start or self.scenes[0].id

    @property
    def in_order(self) -> tuple[Scene, ...]:
        """The scenes as they are written, the first one of the play first."""
        return tuple(sorted(self.scenes, key=lambda scene: scene.id != self.first))

    @property
    def watchers(self) -> tuple[Role, ...]:
        """The roles through whose eyes the scenes can be seen."""
        return tuple(role for role in self.roles if any(role.id in scene.sees for scene in self.scenes))

    def role(self, role_id: str) -> Role:
        """The role with this id. Raises KeyError where there is none."""
        return {role.id: role for role in self.roles}[role_id]

    def number(self, role_id: str) -> int:
        """The place of a role among the roles, from 1: what its colour and its shape come from."""
        return [role.id for role in self.roles].index(role_id) + 1

    def heading(self, scene_id: str) -> str | int:
        """The title of a scene; its number from 1 where it has none."""
        number = next(n for n, scene in enumerate(self.in_order, start=1) if scene.id == scene_id)
        return self.in_order[number - 1].title or number

    def remarks(self) -> Iterator[Remark]:
        """All that does not fit between the scenes, at once."""
        yield from remarks(self)

    def tracking(self) -> Tracking:
        """See the table at the head of this file; the answer's form stands in `way.js`."""
        scenes = len(self.scenes)
        tried = sum(len(f"-{scene.id}-{scene.steps}") for scene in self.scenes)
        return Tracking(
            title=self.title or self.id,
            state_size=len(f"1{scenes}") + tried + len("--") + scenes,
            interaction="performance",
            components=tuple(Component(scene.id, scene.title or scene.id) for scene in self.scenes),
            example=shortest(self),
            personal="none" if self.own_words else None,
        )


KIND = Kind(Scenario, __name__)
