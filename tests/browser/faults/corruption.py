"""What the LMS hands back is not what the page gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .connectors import CONNECTORS, XAPI, Connector, Xapi
from .row import Row, Story

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


def _damaged(befall: Callable[[Connector], None], *, placed: bool) -> Story:
    """The learner leaves on some page, comes back to it where the LMS still knows it, and begins anew there."""

    def story(learner: Connector) -> None:
        learner.launch()
        learner.answer()
        learner.settle()
        page = learner.someone.current
        learner.leave()
        befall(learner)
        learner.forget()
        learner.launch()
        assert learner.shown == {}
        assert learner.someone.current == (page if placed else learner.someone.pages[0])
        learner.answer(right=False)
        learner.answer()
        learner.settle()
        learner.leave()

    return story


def _state(damage: Callable[[str], str]) -> Callable[[Connector], None]:
    def befall(learner: Connector) -> None:
        assert learner.state
        learner.damage(damage(learner.state))

    return befall


def _document(body: bytes) -> Callable[[Connector], None]:
    def befall(learner: Connector) -> None:
        assert isinstance(learner, Xapi)
        learner.write(body)

    return befall


def _rows() -> Iterator[Row]:
    for name in CONNECTORS:
        if name != "web":
            for fault, damage in STATES.items():
                yield Row(fault, name, _damaged(_state(damage), placed=True), ("damaged",))
    for name in XAPI:
        for fault, body in DOCUMENTS.items():
            yield Row(fault, name, _damaged(_document(body), placed=False), ("damaged",))


ROWS = tuple(_rows())
