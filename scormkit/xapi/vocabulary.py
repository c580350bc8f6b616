"""The IRIs that xAPI and cmi5 gave to things; http or https, and every letter, as the specifications have them."""

from __future__ import annotations

_ADL = "http://adlnet.gov/expapi/verbs/"
_W3ID = "https://w3id.org/xapi/adl/verbs/"

LAUNCHED = f"{_ADL}launched"
INITIALIZED = f"{_ADL}initialized"
COMPLETED = f"{_ADL}completed"
PASSED = f"{_ADL}passed"
FAILED = f"{_ADL}failed"
TERMINATED = f"{_ADL}terminated"
ABANDONED = f"{_W3ID}abandoned"
WAIVED = f"{_W3ID}waived"
SATISFIED = f"{_W3ID}satisfied"
VOIDED = f"{_ADL}voided"
"""The verb that takes a statement back (xAPI 1.0.3, Data 2.3.2)."""

AU_VERBS = (INITIALIZED, COMPLETED, PASSED, FAILED, TERMINATED)
"""The verbs of cmi5 that an assignable unit uses (cmi5 9.3)."""
LMS_VERBS = (LAUNCHED, ABANDONED, WAIVED, SATISFIED)
"""The verbs of cmi5 that belong to the LMS (cmi5 9.3)."""

CMI5_CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON_CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/moveon"
COURSE_TYPE = "https://w3id.org/xapi/cmi5/activitytype/course"
BLOCK_TYPE = "https://w3id.org/xapi/cmi5/activitytype/block"

_CONTEXT = "https://w3id.org/xapi/cmi5/context/extensions/"
SESSION_ID = f"{_CONTEXT}sessionid"
MASTERY_SCORE = f"{_CONTEXT}masteryscore"
LAUNCH_MODE = f"{_CONTEXT}launchmode"
LAUNCH_URL = f"{_CONTEXT}launchurl"
MOVE_ON = f"{_CONTEXT}moveon"
LAUNCH_PARAMETERS = f"{_CONTEXT}launchparameters"

PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
REASON = "https://w3id.org/xapi/cmi5/result/extensions/reason"

LAUNCH_DATA = "LMS.LaunchData"
"""The id of the state in which the LMS tells an assignable unit how it is launched (cmi5 10.0)."""
PREFERENCES = "cmi5LearnerPreferences"
"""The id of the agent profile with the learner's languages and sound (cmi5 11.0)."""


def word(verb: str) -> str:
    """The last part of a verb's IRI, which serves as its English word."""
    return verb.rsplit("/", 1)[-1]
