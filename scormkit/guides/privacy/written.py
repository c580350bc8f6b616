"""What the player writes in each standard, element by element, as its connectors do (`scormkit/player/connectors/`).

A test holds these tables against the connectors: whoever writes something new there has to name it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Where = Literal["always", "answers", "deeds", "score", "judged"]
"""In which courses: all, those with answers to report, with what is done without one, with a score, or one to pass."""


@dataclass(frozen=True, slots=True)
class Element:
    """Elements that one line of the sheet is about; `key` begins the keys of what they hold and why."""

    key: str
    names: tuple[str, ...]
    where: Where = "always"


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in a standard, and what is read and never written.

    `reads_for_notes` is read only where a course keeps notes in the browser.
    """

    elements: tuple[Element, ...] = ()
    reads: tuple[str, ...] = ()
    reads_for_notes: tuple[str, ...] = ()


def _answers(prefix: str, names: dict[str, str]) -> tuple[Element, ...]:
    return tuple(Element(f"answer_{key}", (f"{prefix}{name}",), "answers") for key, name in names.items())


_SCORM_12 = Written(
    (
        Element("status", ("cmi.core.lesson_status",)),
        Element("score", ("cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw"), "score"),
        Element("place", ("cmi.core.lesson_location",)),
        Element("state", ("cmi.suspend_data",)),
        Element("exit", ("cmi.core.exit",)),
        Element("time", ("cmi.core.session_time",)),
        *_answers(
            "cmi.interactions.n.",
            {
                "id": "id",
                "type": "type",
                "pattern": "correct_responses.0.pattern",
                "weight": "weighting",
                "response": "student_response",
                "result": "result",
                "time": "time",
                "latency": "latency",
            },
        ),
    ),
    ("cmi.core.lesson_mode", "cmi.core.credit", "cmi.interactions._count"),
    ("cmi.core.student_id",),
)

_SCORM_2004 = Written(
    (
        Element("completion", ("cmi.completion_status",)),
        Element("success", ("cmi.success_status",), "judged"),
        Element("score", ("cmi.score.min", "cmi.score.max", "cmi.score.raw", "cmi.score.scaled"), "score"),
        Element("place", ("cmi.location",)),
        Element("progress", ("cmi.progress_measure",)),
        Element("state", ("cmi.suspend_data",)),
        Element("exit", ("cmi.exit",)),
        Element("time", ("cmi.session_time",)),
        Element("way", ("adl.nav.request",)),
        *_answers(
            "cmi.interactions.n.",
            {
                "id": "id",
                "type": "type",
                "pattern": "correct_responses.0.pattern",
                "weight": "weighting",
                "response": "learner_response",
                "result": "result",
                "time": "timestamp",
                "latency": "latency",
            },
        ),
    ),
    (
        "cmi.mode",
        "cmi.credit",
        "cmi.entry",
        "cmi.scaled_passing_score",
        "cmi.interactions._count",
        "adl.nav.request_valid.continue",
    ),
    ("cmi.learner_id",),
)

_XAPI = (
    Element("x_id", ("id",)),
    Element("x_actor", ("actor",)),
    Element("x_verb", ("verb",)),
    Element("x_object", ("object",)),
    Element("x_result", ("result.completion", "result.success", "result.score", "result.duration")),
    Element("x_answer", ("result.response", "result.success", "result.duration"), "answers"),
    Element("x_done", ("result.completion", "result.duration"), "deeds"),
    Element("x_context", ("context",)),
    Element("x_timestamp", ("timestamp",)),
    Element("x_state", ("scormkit (State)",)),
)

WRITTEN = MappingProxyType(
    {
        "scorm12": _SCORM_12,
        "scorm2004-3": _SCORM_2004,
        "scorm2004-4": _SCORM_2004,
        "cmi5": Written(_XAPI, ("LMS.LaunchData (State)", "cmi5LearnerPreferences (Agent Profile)")),
        "tincan": Written(_XAPI),
        "web": Written(),
    }
)
"""What is written, by the name of the target."""
