"""The elements of the data model that a SCO may read and write, by edition.

Sources: the chapters on the data model in SCORM 1.2 RTE and in SCORM 2004 RTE; SCORM 2004 SN, Navigation (`adl.nav`).
"""

from __future__ import annotations

import re

from scormkit.checking.vocabulary import SCORM_12, SCORM_2004, Edition

_OF_12 = """
cmi._version cmi.suspend_data cmi.launch_data cmi.comments cmi.comments_from_lms
cmi.core._children cmi.core.student_id cmi.core.student_name cmi.core.lesson_location cmi.core.credit
cmi.core.lesson_status cmi.core.entry cmi.core.total_time cmi.core.lesson_mode cmi.core.exit cmi.core.session_time
cmi.core.score._children cmi.core.score.raw cmi.core.score.min cmi.core.score.max
cmi.objectives._children cmi.objectives._count cmi.objectives.n.id cmi.objectives.n.status
cmi.objectives.n.score._children cmi.objectives.n.score.raw cmi.objectives.n.score.min cmi.objectives.n.score.max
cmi.student_data._children cmi.student_data.mastery_score cmi.student_data.max_time_allowed
cmi.student_data.time_limit_action
cmi.student_preference._children cmi.student_preference.audio cmi.student_preference.language
cmi.student_preference.speed cmi.student_preference.text
cmi.interactions._children cmi.interactions._count cmi.interactions.n.id cmi.interactions.n.objectives._count
cmi.interactions.n.objectives.n.id cmi.interactions.n.time cmi.interactions.n.type
cmi.interactions.n.correct_responses._count cmi.interactions.n.correct_responses.n.pattern
cmi.interactions.n.weighting cmi.interactions.n.student_response cmi.interactions.n.result cmi.interactions.n.latency
"""
_OF_2004 = """
cmi._version cmi.suspend_data cmi.launch_data
cmi.comments_from_learner._children cmi.comments_from_learner._count cmi.comments_from_learner.n.comment
cmi.comments_from_learner.n.location cmi.comments_from_learner.n.timestamp
cmi.comments_from_lms._children cmi.comments_from_lms._count cmi.comments_from_lms.n.comment
cmi.comments_from_lms.n.location cmi.comments_from_lms.n.timestamp
cmi.completion_status cmi.completion_threshold cmi.credit cmi.entry cmi.exit cmi.learner_id cmi.learner_name
cmi.learner_preference._children cmi.learner_preference.audio_level cmi.learner_preference.language
cmi.learner_preference.delivery_speed cmi.learner_preference.audio_captioning
cmi.location cmi.max_time_allowed cmi.mode cmi.progress_measure cmi.scaled_passing_score
cmi.score._children cmi.score.scaled cmi.score.raw cmi.score.min cmi.score.max
cmi.session_time cmi.success_status cmi.time_limit_action cmi.total_time
cmi.objectives._children cmi.objectives._count cmi.objectives.n.id cmi.objectives.n.success_status
cmi.objectives.n.completion_status cmi.objectives.n.progress_measure cmi.objectives.n.description
cmi.objectives.n.score._children cmi.objectives.n.score.scaled cmi.objectives.n.score.raw
cmi.objectives.n.score.min cmi.objectives.n.score.max
cmi.interactions._children cmi.interactions._count cmi.interactions.n.id cmi.interactions.n.type
cmi.interactions.n.objectives._count cmi.interactions.n.objectives.n.id cmi.interactions.n.timestamp
cmi.interactions.n.correct_responses._count cmi.interactions.n.correct_responses.n.pattern
cmi.interactions.n.weighting cmi.interactions.n.learner_response cmi.interactions.n.result
cmi.interactions.n.latency cmi.interactions.n.description
adl.nav.request adl.nav.request_valid.continue adl.nav.request_valid.previous adl.nav.request_valid.choice
adl.nav.request_valid.jump
adl.data._children adl.data._count adl.data.n.id adl.data.n.store
"""

ELEMENTS = {"1.2": frozenset(_OF_12.split()), "2004": frozenset(_OF_2004.split())}
"""The elements, `n` in place of an index. `adl.data` came with the 4th Edition; others answer with an error code."""

_OLDER = ("cmi.student_demographics", "cmi.evaluation", "cmi.paths")
"""What SCORM 1.2 left out of the AICC's model, but tools still ask an LMS for."""

_READ_ONLY = {
    "1.2": (
        *("cmi.launch_data", "cmi.comments_from_lms", "cmi.core.student_id", "cmi.core.student_name"),
        *("cmi.core.credit", "cmi.core.entry", "cmi.core.total_time", "cmi.core.lesson_mode", "cmi.student_data."),
    ),
    "2004": (
        *("cmi.launch_data", "cmi.comments_from_lms.", "cmi.completion_threshold", "cmi.credit", "cmi.entry"),
        *("cmi.learner_id", "cmi.learner_name", "cmi.max_time_allowed", "cmi.mode", "cmi.scaled_passing_score"),
        *("cmi.time_limit_action", "cmi.total_time", "adl.nav.request_valid.", "adl.data.n.id"),
    ),
}
"""What the LMS alone writes, beside `_children`, `_count` and `_version`; with a dot at the end, all that is in it."""

LIMITS = {
    "1.2": {"cmi.suspend_data": 4096, "cmi.core.lesson_location": 255, "cmi.comments": 4096},
    "2004": {"cmi.suspend_data": 64000, "cmi.location": 1000},
}
"""How many characters every LMS keeps of an element (1.2: its type; 2004: the smallest permitted maximum)."""
SUSPEND_DATA_OF_2ND = 4000
"""In SCORM 2004 2nd Edition (RTE 1.3.1)."""

STANDARDS = {"1.2": "SCORM 1.2", "2004": "SCORM 2004"}
"""How people call the standard that a data model is of."""
APIS = {"1.2": "API", "2004": "API_1484_11"}
"""What the object is called by which content talks to an LMS."""

_INDEX = re.compile(r"\.\d+(?=\.|$)")
_TARGET = re.compile(r"\.\{[^{}]*\}$")


def family(edition: Edition | None) -> str | None:
    """Whose data model an edition has: "1.2", "2004", or None."""
    if edition in SCORM_12:
        return "1.2"
    return "2004" if edition in SCORM_2004 else None


def known(name: str, model: str) -> bool:
    """Whether the data model has this element."""
    plain = _plain(name)
    return plain in ELEMENTS[model] or (model == "1.2" and plain.startswith(_OLDER))


def read_only(name: str, model: str) -> bool:
    """Whether the data model has this element, and a SCO may read and not set it."""
    plain = _plain(name)
    if plain not in ELEMENTS[model]:
        return False
    named = any(plain.startswith(one) if one.endswith(".") else plain == one for one in _READ_ONLY[model])
    return named or plain.rpartition(".")[2].startswith("_")


def _plain(name: str) -> str:
    """With `n` in place of each index, and without the target of a request."""
    return _TARGET.sub("", _INDEX.sub(".n", name))


def limit(name: str, edition: Edition | None) -> int | None:
    """How many characters every LMS keeps of this element; None where that is not said."""
    model = family(edition)
    if edition is Edition.SCORM_2004_2 and name == "cmi.suspend_data":
        return SUSPEND_DATA_OF_2ND
    return LIMITS[model].get(name) if model else None
