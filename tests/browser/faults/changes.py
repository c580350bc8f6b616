"""The course is changed between two visits of a learner."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .connectors import CONNECTORS, Connector
from .courses import CHANGES, Module
from .row import Row, Story


def _changed(edit: Callable[[Module], None], gone: tuple[str, ...]) -> Story:
    def story(learner: Connector) -> None:
        learner.launch()
        learner.answer()
        learner.answer()
        learner.settle()
        learner.leave()
        score = learner.score
        learner.someone.host.replace(learner.package(edit))
        for activity in gone:
            del learner.given[activity], learner.promised[activity]
        learner.launch()
        assert learner.shown == learner.given
        left = "zout"
        assert learner.someone.current == (left if left in learner.someone.pages else learner.someone.pages[0])
        learner.answer(right=False)
        learner.settle()
        learner.leave()
        assert learner.score >= score > 0

    return story


def _rows() -> Iterator[Row]:
    for name in CONNECTORS:
        if name != "web":
            for edit, gone in CHANGES.items():
                yield Row(edit.__name__, name, _changed(edit, gone))


ROWS = tuple(_rows())
