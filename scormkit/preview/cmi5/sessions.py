"""What the LMS remembers of a learner in a course: the registration, and the sessions in it (cmi5 9.3, 10.0)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from scormkit.preview.structures import Au, Block
from scormkit.xapi import vocabulary as v

Mode = Literal["Normal", "Browse", "Review"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session has come: the verbs of its cmi5 defined statements, and moments of its statements."""

    verbs: tuple[str, ...] = ()
    initialized: datetime | None = None
    latest: datetime | None = None
    terminated: datetime | None = None


@dataclass(slots=True)
class Registration:
    """One learner's enrolment in the course."""

    id: str
    achieved: dict[str, set[str]] = field(default_factory=dict)
    """By the publisher's id of an AU: which of completed, passed, failed and waived it has had."""
    satisfied: set[str] = field(default_factory=set)
    """The publisher's ids of the blocks, and of the course, that were said to be satisfied."""

    def meets(self, au: Au) -> bool:
        """Whether the AU has met its moveOn criterion (cmi5 13.1.4)."""
        return meets(au, self.achieved.get(au.id, set()))

    def newly_satisfied(self, course: Block) -> list[Block]:
        """The blocks, and the course last, all whose AUs have met their criteria and that were not said to be."""
        return [
            block
            for block in (*course.blocks, course)
            if block.id not in self.satisfied and all(self.meets(au) for au in block.aus)
        ]


@dataclass(slots=True)
class Session:
    """One launch of one AU."""

    id: str
    au: Au
    registration: Registration
    actor: dict[str, Any]
    mode: Mode
    activity_id: str
    template: dict[str, Any]
    """The contextTemplate of the launch data."""
    token: str
    launched: datetime
    fetched: bool = False
    read: set[str] = field(default_factory=set)
    """What the AU has read of what it must read: the launch data, the learner's preferences."""
    progress: Progress = Progress()
    over: Literal["", "terminated", "abandoned"] = ""

    @property
    def achieved(self) -> set[str]:
        """The verbs that the AU has had under this registration, in any session."""
        return self.registration.achieved.setdefault(self.au.id, set())


def meets(au: Au, achieved: Set[str]) -> bool:
    """Whether these verbs meet the moveOn criterion of the AU."""
    completed, passed = v.COMPLETED in achieved, v.PASSED in achieved
    return (
        v.WAIVED in achieved
        or {
            "NotApplicable": True,
            "Passed": passed,
            "Completed": completed,
            "CompletedAndPassed": completed and passed,
            "CompletedOrPassed": completed or passed,
        }[au.move_on]
    )


def lms_id(publisher_id: str) -> str:
    """The LMS's own id for an AU, block or course: never the publisher's, and always the same (cmi5 8.1, 9.3.9)."""
    return uuid5(NAMESPACE_URL, publisher_id).urn
