"""The tab is killed after every step of a module, and the learner comes back each time."""

from __future__ import annotations

from .connectors import CONNECTORS, Connector
from .row import Row


def every_step(learner: Connector) -> None:
    """Turn each page and do each activity, each in a tab of its own that is killed once the page says: it is kept."""
    learner.launch()
    steps = [
        (page, activity)
        for page in learner.someone.pages
        for activity in (None, *[each for each in learner.activities if each.page == page])
    ]
    for page, activity in steps:
        if learner.someone.page is None:
            learner.launch()
        assert learner.shown == learner.promised
        learner.someone.go(page)
        if activity is not None:
            learner.give(activity, activity.right if activity.kind == "choice" else ())
        learner.settle()
        learner.kill()
    learner.launch()
    assert learner.someone.current == steps[-1][0]
    assert learner.someone.outcome == "passed"
    learner.settle()
    assert learner.status == "passed"
    assert learner.scores()[-1][1] == 100
    learner.leave()


ROWS = tuple(Row("killed_after_every_step", name, every_step) for name in CONNECTORS if name != "web")
