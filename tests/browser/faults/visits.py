"""The story that most faults are told by: a learner who answers before, during and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from .connectors import Connector
from .row import Story

Step = Callable[[Connector], None]


def visit(
    conditions: Any = None,
    *,
    earlier: bool = False,
    between: Step | None = None,
    befall: Step | None = None,
    mend: Step | None = None,
    saving: Literal["kept", "failing", "unkept"] = "kept",
    end: Literal["leave", "kill"] = "leave",
    heard: bool = True,
) -> Story:
    """A visit, perhaps after an earlier one: three questions are answered, the second of them wrong.

    It is launched under these conditions; after the first answer something may befall, and be mended once the page has
    said that it does not save. In the end the page has to say `saving`. `heard`: whether the LMS hears of the end.
    """

    def story(learner: Connector) -> None:
        if earlier:
            learner.launch()
            learner.answer()
            learner.settle()
            learner.leave()
        if between is not None:
            between(learner)
        learner.launch(conditions)
        learner.answer()
        if befall is not None:
            learner.settle()
            befall(learner)
        learner.answer(right=False)
        if mend is not None:
            learner.settle("failing")
            mend(learner)
            learner.settle()
        learner.answer()
        learner.settle(saving)
        if saving == "unkept":
            # There is nothing to save at the exit.
            assert learner.frame.locator("#sk-exit").is_hidden()
        learner.left = heard
        learner.leave() if end == "leave" else learner.kill()
        learner.left = True

    return story
