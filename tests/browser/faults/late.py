"""An LMS answers half a minute late."""

from __future__ import annotations

from playwright.sync_api import Request

from scormkit.preview import XapiConditions

from .connectors import SCORM, XAPI, Connector, Scorm, Xapi
from .row import Row

SECONDS = 30
PATIENCE = (SECONDS + 30) * 1000
FIRST = {"cmi5": ("POST", "/fetch/"), "tincan": ("GET", "/activities/state?")}
"""What a page asks a record store for first. The LMS answers that of cmi5 only once."""


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


def a_late_launch(learner: Connector) -> None:
    """The page can be read while it waits for what it has to know first, and says what it waits for."""
    assert isinstance(learner, Xapi)
    context, (method, first) = learner.someone.context, FIRST[learner.target]
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "PUT":
            sent.append(request.url)
        elif request.method == method and first in request.url and not sent:
            asked.append(request.url)

    context.on("request", note)
    frame = learner.launch(XapiConditions(delay=SECONDS + 1), whole=False)
    learner.someone.wait_until(lambda: asked != [])
    # Long enough for it to arrive; only the first is late.
    frame.page.wait_for_timeout(2000)
    learner.someone.host.network.delay = 0
    frame.locator("#sk-next").click()
    frame.page.wait_for_timeout((SECONDS - 5) * 1000)
    assert frame.locator("#sk-status span").is_visible()
    learner.someone.whole()
    assert len(asked) == 1, "an LMS may answer but once"
    learner.answer()
    learner.settle()
    learner.answer(right=False)
    learner.settle()
    learner.leave()


ROWS = (
    *(Row("thirty_seconds_late", name, a_late_commit) for name in SCORM),
    *(Row("thirty_seconds_late", name, late_answers, may=("failing",)) for name in XAPI),
    *(Row("thirty_seconds_late_at_the_launch", name, a_late_launch) for name in XAPI),
)
