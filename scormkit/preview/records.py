"""What the LMS remembers of a SCO between two launches."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scormkit.preview.faults import Conditions

_TIMESPAN = re.compile(r"(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)")
_OF_ONE_SESSION = ("cmi.core.session_time", "cmi.core.exit", "cmi.core.entry")
_OF_ALL_SESSIONS = ("cmi.core.lesson_status", "cmi.core.score.")


@dataclass(slots=True)
class Record:
    """The data of one SCO: elements of the SCORM 1.2 data model and their values, as last committed."""

    elements: dict[str, str] = field(default_factory=dict)
    total_seconds: float = 0
    launched: bool = False

    def begin(self, conditions: Conditions) -> dict[str, str]:
        """A session begins: the elements that it starts with (SCORM 1.2 RTE 3.4, cmi.core).

        The time of the session before is over and counts. Like Moodle, it hands back the state only of a session that
        said it would be resumed.
        """
        self._count_time()
        first, self.launched = not self.launched, True
        resumed = self.elements.get("cmi.core.exit") == "suspend"
        elements = {name: value for name, value in self.elements.items() if name not in _OF_ONE_SESSION}
        if not resumed:
            elements = {name: value for name, value in elements.items() if name.startswith(_OF_ALL_SESSIONS)}
        return elements | {
            "cmi.core.entry": "ab-initio" if first else "resume" if resumed else "",
            "cmi.core.lesson_mode": conditions.mode,
            "cmi.core.credit": conditions.credit,
            "cmi.core.total_time": timespan(self.total_seconds),
            "cmi.core.student_id": "learner-1",
            "cmi.core.student_name": "Learner, Test",
        }

    def _count_time(self) -> None:
        spent = _TIMESPAN.fullmatch(self.elements.pop("cmi.core.session_time", ""))
        if spent:
            self.total_seconds += int(spent[1]) * 3600 + int(spent[2]) * 60 + float(spent[3])


def timespan(seconds: float) -> str:
    """A duration as CMITimespan (SCORM 1.2 RTE 3.4)."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours:02}:{minutes:02}:{rest:05.2f}"
