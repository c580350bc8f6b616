"""Likert: one statement, or several, and a scale on which the learner says where they stand.

Nothing is right or wrong, and there is no score.

One activity is one interaction. A likert interaction holds one point of one scale and no more (SCORM 1.2 RTE 3.4.7;
xAPI 1.0.3, Data 2.4.4.1), so that several statements are reported as what they are: each matched with a point.

| | one statement | several `statements` |
|---|---|---|
| SCORM 1.2 `cmi.interactions.n.type` | `likert` | `matching` |
| SCORM 1.2 response | the id of the point, such as `4` | `statement.point` pairs joined by `,` |
| xAPI `interactionType` | `likert`: `scale` | `matching`: statements are `source`, points `target` |
| xAPI response | the id of the point | `statement[.]point` pairs joined by `[,]` |
| pattern | none | none |
| result | `neutral`; in xAPI no `success` | the same |
| xAPI verb | answered | answered |

The id of a point is its number, and a letter from 10 on: `a` is 10, `b` is 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Component, Kind, Line, Markdown, Model, OptionId, Question, Tracking, mistake
from scormkit.activities.mistakes import PARTS

_IDS = "0123456789ab"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the scale. `label` is empty where the author gave it no words."""

    id: str
    number: int
    label: str

    @property
    def description(self) -> str:
        """The point in a report."""
        return f"{self.number}: {self.label}" if self.label else str(self.number)


class Statement(Model):
    """One of several statements."""

    id: OptionId = Field(description="One small letter or digit, unique in the question; it never changes.")
    text: Line = Field(description="The statement as the learner reads it.")


class Compared(Model):
    """Where someone else stands."""

    voice: Line = Field(description="Who stands there, such as: A mother.")
    statement: OptionId | None = Field(
        default=None, description="Which statement this is about, where there are several."
    )
    point: int = Field(ge=0, le=11, description="The number of the point.")
    because: Line | None = Field(default=None, description="Why, in the words of the voice.")


class Likert(Question):
    """Where the learner stands on a scale; after answering, where others stand."""

    kind: Literal["likert"]
    statements: tuple[Statement, ...] = Field(
        default=(),
        max_length=12,
        strict=False,
        description="Several statements on the same scale; without them, the `question` is the one statement.",
    )
    points: int = Field(default=5, ge=2, le=11, description="How many points the scale has.")
    first: Literal[0, 1] = Field(default=1, description="The number of the first point.")
    labels: tuple[Line, ...] = Field(
        min_length=2,
        max_length=11,
        strict=False,
        description="What the points mean: two labels for both ends, or one for each point.",
    )
    compare: tuple[Compared, ...] = Field(
        default=(), max_length=24, strict=False, description="Where others stand; read after answering."
    )
    feedback: Markdown | None = Field(default=None, description="What everyone reads after answering.")

    @model_validator(mode="after")
    def _parts_fit(self) -> Likert:
        if len(self.labels) not in (2, self.points):
            message = f"{len(self.labels)} labels do not fit a scale of {self.points} points"
            raise mistake(PARTS, message, f"give 2 labels, for both ends, or {self.points}", "labels")
        ids = [each.id for each in self.statements]
        if len(ids) == 1:
            hint = "make it the `question`, or add another one"
            raise mistake(PARTS, "`statements` is for several statements, and this is one", hint, "statements")
        for n, other in enumerate(self.compare):
            last = self.first + self.points - 1
            if not self.first <= other.point <= last:
                message = f"the scale has no point {other.point}"
                raise mistake(PARTS, message, f"its points are {self.first} to {last}", "compare", n, "point")
            if other.statement not in (ids if ids else (None,)):
                where = ("statement",) if other.statement else ()
                message = (
                    f"there is no statement `{other.statement}`" if other.statement else "of which statement is this?"
                )
                hint = f"write `statement: ` and one of {', '.join(ids)}" if ids else "leave `statement` out"
                raise mistake(PARTS, message, hint, "compare", n, *where)
        return self

    @property
    def scale(self) -> tuple[Point, ...]:
        """The points in order."""
        words = list(self.labels)
        if len(words) != self.points:
            words = [words[0], *[""] * (self.points - 2), words[-1]]
        return tuple(Point(_IDS[n], n, words[n - self.first]) for n in range(self.first, self.first + self.points))

    @property
    def labelled(self) -> bool:
        """Whether each point has words of its own."""
        return len(self.labels) == self.points

    @property
    def items(self) -> tuple[Statement | None, ...]:
        """The statements; None stands for the question itself where there is but one."""
        return self.statements or (None,)

    def others(self, item: Statement | None) -> tuple[tuple[Compared, Point], ...]:
        """Where others stand on a statement."""
        asked = item and item.id
        return tuple((each, self.scale[each.point - self.first]) for each in self.compare if each.statement == asked)

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        points = tuple(Component(point.id, point.description) for point in self.scale)
        statements = tuple(Component(each.id, each.text) for each in self.statements)
        return Tracking(
            title=self.title or self.id,
            state_size=2 * len(statements) or 1,
            interaction="matching" if statements else "likert",
            components=statements or points,
            targets=points if statements else (),
        )


KIND = Kind(Likert, __name__, parts=("question",))
