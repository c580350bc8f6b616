"""A request to the record store fails: it is answered with an error, dropped, or refused, once or for long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.preview import NetworkFault, XapiConditions

from .connectors import XAPI, Connector, Xapi
from .row import Keeps, Row
from .visits import visit

READING = (500, 403, "drop")
WRITING = (500, 403, 409, 412, "drop")
NO_LMS = ("no_lms", "unkept")
READ_FIRST = {
    "fetch": NetworkFault("fetch"),
    "launch_data": NetworkFault("activities/state", method="GET", document="LMS.LaunchData"),
    "preferences": NetworkFault("agents/profile", method="GET"),
    "reading_the_state": NetworkFault("activities/state", method="GET", document="scormkit"),
}
"""What is asked before a module can go on."""
REFUSED = ("failing", "session_over")
"""What a page says to whom the LMS forbids to save."""
OF_CMI5 = ("fetch", "launch_data", "preferences")
WRITTEN = {
    "saving": NetworkFault("activities/state", method="PUT", document="scormkit"),
    "statements": NetworkFault("statements", method="POST"),
}


def failing(fault: NetworkFault, how: Any, times: int = 999) -> XapiConditions:
    """A launch where these requests fail so. That a statement is a conflict is said of one that is there already."""
    kept = how == 409 and fault.resource == "statements"
    befalls = NetworkFault(fault.resource, how, fault.method, times, document=fault.document, kept=kept)
    return XapiConditions(faults=(befalls,))


def mended(learner: Connector) -> None:
    """Let everything work again."""
    assert isinstance(learner, Xapi)
    learner.mend()


def _reading(name: str, what: str, fault: NetworkFault) -> Iterator[Row]:
    for how in READING:
        # What may have got lost on its way is asked for again at once; an answer is an answer.
        yield _read(name, f"{what}_{how}_once", what, failing(fault, how, 1), fine=how in (500, "drop"))
    yield _read(name, f"{what}_500_always", what, failing(fault, 500), fine=False)


def _read(name: str, fault: str, what: str, conditions: XapiConditions, *, fine: bool) -> Row:
    if fine:
        return Row(fault, name, visit(conditions))
    if what == "preferences":
        # An LMS may refuse all statements of who has not read them; what is answered is kept all the same.
        return Row(fault, name, visit(conditions, saving="failing", heard=False), REFUSED)
    return Row(fault, name, visit(conditions, earlier=True, saving="unkept", heard=False), NO_LMS, Keeps.CONFIRMED)


def _writing(name: str, what: str, fault: NetworkFault) -> Iterator[Row]:
    for how in WRITING:
        # Where more is on its way already, the page waits for that; and what another window was quicker with is kept.
        yield Row(
            f"{what}_{how}_once", name, visit(failing(fault, how, 1)), may=REFUSED if how == 403 else ("failing",)
        )
    for how in (500, 403, "drop"):
        yield Row(
            f"{what}_{how}_until_it_is_mended",
            name,
            visit(failing(fault, how), mend=mended),
            REFUSED if how == 403 else ("failing",),
        )
    if what == "saving":
        story = visit(failing(fault, 500), earlier=True, saving="failing", end="kill")
        yield Row(f"{what}_500_always", name, story, ("failing",), Keeps.CONFIRMED)


def _rows(name: str) -> Iterator[Row]:
    for what, fault in READ_FIRST.items():
        if name == "cmi5" or what not in OF_CMI5:
            yield from _reading(name, what, fault)
    for what, fault in WRITTEN.items():
        yield from _writing(name, what, fault)


ROWS = tuple(row for name in XAPI for row in _rows(name))
