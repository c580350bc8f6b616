"""What the LMS hands back is not what the page gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .connectors import CONNECTORS, XAPI, Connector, Xapi
from .row import Row
from .visits import visit

STATES: dict[str, Callable[[str], str]] = {
    "state_cut_off": lambda state: state[:-3],
    "state_of_another": lambda state: "{}" * 400,
    "state_with_odd_characters": lambda state: "\x00\ufffd<b>&",
    "state_of_a_later_version": lambda state: "9" + state[1:],
}
DOCUMENTS = {
    "document_of_another": b'{"lessons": [1, 2]}',
    "document_no_object": b"[1, 2]",
    "document_no_json": b"\xff\xfe{",
    "document_of_wrong_types": b'{"state": 5, "page": {}, "status": "done", "score": "high", "told": 3}',
    "document_html": b"<!DOCTYPE html><title>Log in</title>",
}


def _state(damage: Callable[[str], str]) -> Callable[[Connector], None]:
    def befall(learner: Connector) -> None:
        assert learner.state
        learner.damage(damage(learner.state))
        learner.forget()

    return befall


def _document(body: bytes) -> Callable[[Connector], None]:
    def befall(learner: Connector) -> None:
        assert isinstance(learner, Xapi)
        learner.write(body)
        learner.forget()

    return befall


def _rows() -> Iterator[Row]:
    for name in CONNECTORS:
        if name != "web":
            for fault, damage in STATES.items():
                yield Row(fault, name, visit(earlier=True, between=_state(damage)), ("damaged",))
    for name in XAPI:
        for fault, body in DOCUMENTS.items():
            yield Row(fault, name, visit(earlier=True, between=_document(body)), ("damaged",))


ROWS = tuple(_rows())
