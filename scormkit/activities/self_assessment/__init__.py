"""Self-assessment: statements on a scale, in groups; a picture of it, and a comparison with an earlier moment.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says that it was done | `interacted`, without a response |
| with `storage: lms` | the state holds what was chosen too | the same |

It is no test: nothing is right or wrong, and there is no score. What someone says of themselves is theirs, as a
reflection is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Activity, Id, Kind, Line, Model, OptionId, Personal, Remark, Tracking, mistake
from scormkit.activities.mistakes import PARTS
from scormkit.hints import did_you_mean

FIELD = "v"
"""The id of the one field in what is kept: a statement's id and its value, and so on."""


class Statement(Model):
    """Something that one may recognise in oneself."""

    id: OptionId = Field(description="One small letter or digit, unique in the self-assessment; it never changes.")
    text: Line = Field(description="The statement, in the first person.")


class Group(Model):
    """Statements that belong together: one axis of the picture."""

    id: OptionId = Field(
        description="One small letter or digit, unique among the groups; the earlier moment has it too."
    )
    title: Line = Field(description="What the statements have in common.")
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=12, strict=False, description="The statements.")


class SelfAssessment(Personal):
    """Statements on a scale. `compare` shows an earlier one beside it: its groups are found by their ids."""

    kind: Literal["self-assessment"]
    scale: tuple[Line, ...] = Field(
        min_length=2, max_length=7, strict=False, description="What each point of the scale is called, lowest first."
    )
    groups: tuple[Group, ...] = Field(min_length=1, max_length=8, strict=False, description="The groups, in order.")
    compare: Id | None = Field(
        default=None,
        description="The id of an earlier self-assessment in the same module, on a scale with as many points.",
    )

    @model_validator(mode="after")
    def _parts_fit(self) -> SelfAssessment:
        statements: set[str] = set()
        for n, group in enumerate(self.groups):
            for m, statement in enumerate(group.statements):
                if statement.id in statements:
                    message = f"two statements have the id `{statement.id}`"
                    hint = "give each statement of the self-assessment its own letter or digit, also in other groups"
                    raise mistake(PARTS, message, hint, "groups", n, "statements", m, "id")
                statements.add(statement.id)
        if self.compare == self.id:
            message, hint = f"`{self.id}` is compared with itself", "name an earlier self-assessment, or leave it out"
            raise mistake(PARTS, message, hint, "compare")
        return self

    def remarks_after(self, earlier: Sequence[Activity]) -> Iterator[Remark]:
        """What it is compared with stands before it and has a scale of as many points."""
        before = [each for each in earlier if isinstance(each, SelfAssessment)]
        if self.compare is None or self.compare == self.id:
            return
        other = next((each for each in before if each.id == self.compare), None)
        if other is None:
            message = f"there is no self-assessment `{self.compare}` before this one"
            ids = [each.id for each in before]
            otherwise = f"there are: {', '.join(ids)}" if ids else "put the one of the earlier moment before it"
            yield Remark(PARTS, message, did_you_mean(self.compare, ids, otherwise), ("compare",))
        elif len(other.scale) != len(self.scale):
            message = f"`{other.id}` has {len(other.scale)} points on its scale, and this one has {len(self.scale)}"
            yield Remark(PARTS, message, "give both the same scale", ("scale",))

    @property
    def room(self) -> int:
        """How many characters all values take: an id and a point for each statement."""
        return 2 * sum(len(group.statements) for group in self.groups)

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=1 + len(FIELD) + self.room if self.storage == "lms" else 1,
            asks=False,
            activity_type="http://adlnet.gov/expapi/activities/interaction",
            verb="interacted",
            personal=self.storage,
        )


KIND = Kind(SelfAssessment, __name__, parts=("sheet",))
