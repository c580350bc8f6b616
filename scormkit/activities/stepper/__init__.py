"""Stepper: a guided walk for a group, step by step, with roles, time and instructions, such as the incident method.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says which steps were done | `interacted`, without a response |

It is done once its last step was finished. As it is walked in a group, it counts among what a module asks for only
where `completion` says so. The timer stands on the page alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from scormkit.activities.contract import (
    Activity,
    Id,
    Kind,
    Line,
    Markdown,
    Model,
    OptionId,
    Remark,
    Section,
    Tracking,
)
from scormkit.activities.mistakes import PARTS
from scormkit.hints import did_you_mean

if TYPE_CHECKING:
    from scormkit.activities.contract import AnyActivity


class Task(Model):
    """A role that someone in the group takes, such as the chair."""

    id: Id = Field(description="Short stable name: what the steps call this role by.")
    name: Line = Field(description="The name that the group reads.")
    description: Markdown | None = Field(default=None, description="What who takes this role does, in Markdown.")


class Leg(Section):
    """One step of the walk."""

    id: OptionId = Field(description="One small letter or digit, unique in the walk; it never changes.")
    title: Line = Field(description="The heading of the step.")
    minutes: int = Field(ge=1, le=600, description="How long the step takes.")
    instructions: Markdown | None = Field(default=None, description="What the group does, in Markdown.")
    who: dict[str, Markdown] = Field(
        default_factory=dict, description="What each role does in this step, by the role's id: `chair: Watch the time.`"
    )
    content: tuple[AnyActivity, ...] = Field(
        default=(), strict=False, description="Activities that belong to the step, such as a worksheet."
    )


class Stepper(Activity):
    """A walk through steps, one at a time, each with its time, its instructions and what each role does."""

    kind: Literal["stepper"]
    id: Id = Field(description="Short stable name, unique in the module.")
    title: Line | None = Field(default=None, description="The name of the walk.")
    text: Markdown | None = Field(default=None, description="What the group should know before it begins.")
    group: Line | None = Field(default=None, description="For how many people it is, such as: 4 to 8 people.")
    roles: tuple[Task, ...] = Field(
        default=(), max_length=12, strict=False, description="The roles that are shared out before the walk begins."
    )
    steps: tuple[Leg, ...] = Field(min_length=2, max_length=36, strict=False, description="The steps, in order.")

    @property
    def minutes(self) -> int:
        """How long the walk takes."""
        return sum(step.minutes for step in self.steps)

    def role(self, role_id: str) -> Task:
        """The role with this id. Raises KeyError where there is none."""
        return {role.id: role for role in self.roles}[role_id]

    def remarks(self) -> Iterator[Remark]:
        """Ids that are there twice, and roles that nobody has."""
        roles = [role.id for role in self.roles]
        for n, step in enumerate(self.steps):
            for role in step.who:
                if role not in roles:
                    known = f"the roles here are: {', '.join(roles)}" if roles else "describe it under `roles:`"
                    hint = did_you_mean(role, roles, known)
                    yield Remark(PARTS, f"there is no role `{role}`", hint, ("steps", n, "who", role))

    def tracking(self) -> Tracking:
        """See the table at the head of this file; the answer's form stands in `behaviour.js`."""
        return Tracking(
            title=self.title or self.id,
            state_size=len("1") + len(self.steps) + len("-a"),
            asks=False,
            activity_type="http://adlnet.gov/expapi/activities/interaction",
            verb="interacted",
        )


KIND = Kind(Stepper, __name__, parts=("sheet",))
