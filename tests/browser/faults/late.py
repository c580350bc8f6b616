"""An LMS answers half a minute late."""

from __future__ import annotations

from .connectors import SCORM, XAPI, Connector, Scorm, Xapi
from .row import Row

SECONDS = 30
PATIENCE = (SECONDS + 30) * 1000


def a_late_commit(learner: Connector) -> None:
    """A call of SCORM that takes long: nothing else can happen in the page meanwhile, and nothing is lost of it."""
    assert isinstance(learner, Scorm)
    learner.someone.context.set_default_timeout(PATIENCE)
    learner.launch()
    learner.answer()
    learner.settle()
    learner.fail(f"{learner.prefix}Commit", how="late", seconds=SECONDS, times=1)
    question = next(each for each in learner.questions if each.id not in learner.given)
    learner.someone.go(question.page)
    place = learner.someone.locate(question)
    for option in question.right:
        place.locator(f"input[value='{option}']").check(timeout=PATIENCE)
    place.locator("[data-sk-check]").click(timeout=PATIENCE, no_wait_after=True)
    place.locator("[data-sk-feedback]").wait_for(timeout=PATIENCE)
    learner.given[question.id] = list(question.right)
    learner.settle()
    learner.answer(right=False)
    learner.settle()
    learner.leave()


def late_answers(learner: Connector) -> None:
    """A request that takes longer than the page waits: it says that it is not saved yet, and the learner goes on."""
    assert isinstance(learner, Xapi)
    learner.someone.context.set_default_timeout(PATIENCE)
    learner.launch()
    learner.answer()
    learner.settle()
    network, page = learner.someone.host.network, learner.someone.page
    network.delay = SECONDS + 1
    with page.expect_request(lambda request: request.method == "PUT" and "stateId=scormkit" in request.url):
        learner.answer(right=False)
    network.delay = 0
    assert learner.notice() == "waiting"
    learner.answer()
    assert learner.notice() == "waiting"
    learner.settle()
    learner.leave()


ROWS = (
    *(Row("thirty_seconds_late", name, a_late_commit) for name in SCORM),
    *(Row("thirty_seconds_late", name, late_answers, may=("failing",)) for name in XAPI),
)
