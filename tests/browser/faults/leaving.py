"""The learner wants to leave by the exit button while the LMS does not save."""

from __future__ import annotations

from scormkit.preview import NetworkFault

from .connectors import CONNECTORS, Connector, Scorm, Xapi
from .row import Row


def by_the_exit(learner: Connector) -> None:
    """The session stays open until all is saved, and then it ends."""
    assert isinstance(learner, Scorm | Xapi)
    frame = learner.launch()
    learner.answer()
    learner.settle()
    if isinstance(learner, Scorm):
        learner.fail(f"{learner.prefix}Commit")
    else:
        learner.fail(NetworkFault("activities/state", 500, "PUT", times=999))
    learner.answer()
    learner.settle("failing")
    before = frame.locator("#sk-live").inner_html()
    frame.locator("#sk-exit").click()
    frame.wait_for_function("before => document.getElementById('sk-live').innerHTML !== before", arg=before)
    assert frame.locator("#sk-end").is_hidden(), "a session that is not saved does not end"
    learner.mend()
    learner.settle()
    learner.hear()
    page = learner.someone.page
    frame.locator("#sk-exit").click()
    if learner.target == "cmi5":
        page.wait_for_url("**/return")
    elif learner.target == "scorm2004-4":
        page.get_by_text("You have left the course").wait_for()
    else:
        frame.locator("#sk-end").wait_for()
    learner.someone.close()


ROWS = tuple(Row("exit_while_not_saved", name, by_the_exit, ("failing",)) for name in CONNECTORS if name != "web")
