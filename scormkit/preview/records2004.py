"""What a SCORM 2004 LMS remembers of a SCO between two sessions, and of an activity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scormkit.preview.faults import Conditions

_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?", re.ASCII
)
# Years and months have no length of their own; these are the averages of the calendar.
_SECONDS = (31_556_952, 2_629_746, 86_400, 3_600, 60, 1)
_OF_ONE_SESSION = ("cmi.exit", "cmi.entry")


@dataclass(slots=True)
class Record2004:
    """The run-time data of one SCO: elements of the SCORM 2004 data model and their values, as last committed.

    `suspended`: the session before ended with suspendAll, whatever the SCO said of its exit.
    """

    elements: dict[str, str] = field(default_factory=dict)
    suspended: bool = False

    def begin(self, conditions: Conditions, *, resumed: bool, data: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
        """A session begins: the elements that it starts with (RTE 4.2, the data model; 2.1.1, attempts).

        `resumed`: for the sequencer it goes on with a suspended attempt. The state then comes back only where the
        session before asked for it (cmi.exit, RTE 4.2.8); else a new attempt has data of its own, as it begins, and
        the time of earlier ones does not count. `data` are the elements that the manifest sets.
        """
        kept = resumed and (self.suspended or self.elements.get("cmi.exit") in ("suspend", "logout"))
        self.suspended = False
        state = {name: value for name, value in self.elements.items() if name not in _OF_ONE_SESSION} if kept else {}
        # At Terminate the runtime adds the time of the session to the total, and begins a new session of no length.
        spent = [seconds(state.get(name, "")) for name in ("cmi.total_time", "cmi.session_time")]
        state.pop("cmi.session_time", None)
        return {
            **state,
            **dict(data),
            "cmi.entry": "resume" if kept else "ab-initio",
            "cmi.mode": conditions.mode or "normal",
            "cmi.credit": conditions.credit or "credit",
            "cmi.total_time": timeinterval(sum(spent)),
            "cmi.learner_id": "learner-1",
            "cmi.learner_name": "Learner, Test",
        }


@dataclass(frozen=True, slots=True)
class Tracking:
    """What the sequencer knows of an activity (SN 4.2). `measure` is -1 to 1, `progress` 0 to 1; None is unknown."""

    completion: str
    success: str
    measure: float | None
    progress: float | None
    attempts: int
    suspended: bool

    @classmethod
    def read(cls, told: dict[str, Any]) -> Tracking:
        """From what the LMS page tells."""
        return cls(
            told["completion"],
            told["success"],
            told["measure"],
            told["progress"],
            told["attempts"],
            told["suspended"],
        )


UNTRACKED = Tracking("unknown", "unknown", None, None, 0, suspended=False)
"""An activity that nobody has been at."""


def seconds(duration: str) -> float:
    """The length of a timeinterval (second,10,2) of RTE 4.1.1.7; 0 where it is none."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return 0
    return sum(float(part or 0) * unit for part, unit in zip(found.groups(), _SECONDS, strict=True))


def timeinterval(seconds: float) -> str:
    """A duration as timeinterval (second,10,2)."""
    minutes, rest = divmod(round(seconds * 100), 6000)
    hours, minutes = divmod(minutes, 60)
    return f"PT{hours}H{minutes}M{rest / 100:g}S"
