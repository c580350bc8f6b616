"""The LMS ends the session while the learner is still there."""

from __future__ import annotations

from scormkit.preview import NetworkFault

from .connectors import SCORM, XAPI, Connector, Scorm, Xapi
from .row import Keeps, Row
from .visits import visit


def of_scorm(learner: Connector) -> None:
    """From now on the LMS refuses all functions, as for a session that it does not know."""
    assert isinstance(learner, Scorm)
    for function, error in learner.over.items():
        learner.fail(function, error=error)


def taken_over(learner: Connector) -> None:
    """The LMS launches the module anew elsewhere, and abandons this session (cmi5, 9.3.6)."""
    someone = learner.someone
    someone.host.launch_url(someone.sco)


def unauthorized(learner: Connector) -> None:
    """What the LMS gave the page to show who it is holds no more."""
    assert isinstance(learner, Xapi)
    learner.fail(NetworkFault("", 401, times=999))


ROWS = (
    *(
        Row(
            "session_ended_by_the_lms",
            name,
            visit(befall=of_scorm, saving="failing", heard=False),
            ("failing", "session_over"),
            Keeps.CONFIRMED,
        )
        for name in SCORM
    ),
    Row(
        "session_ended_by_the_lms",
        "cmi5",
        visit(befall=taken_over, saving="failing", heard=False),
        ("failing", "session_over"),
        Keeps.CONFIRMED,
    ),
    *(
        Row(
            "token_taken_back",
            name,
            visit(befall=unauthorized, saving="failing", heard=False),
            ("failing", "session_over"),
            Keeps.CONFIRMED,
        )
        for name in XAPI
    ),
)
