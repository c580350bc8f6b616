"""The learner's network goes and comes back, in the midst of a module or before all of it was there."""

from __future__ import annotations

from .connectors import CONNECTORS, Connector
from .row import Keeps, Row
from .visits import visit


def off(learner: Connector) -> None:
    learner.network(on=False)


def on(learner: Connector) -> None:
    learner.network(on=True)


def killed_while_offline(learner: Connector) -> None:
    """The network comes back only once the tab is dead."""
    visit(earlier=True, befall=off, saving="failing", end="kill")(learner)
    learner.network(on=True)


def before_all_was_there(learner: Connector) -> None:
    """The first page is there when the network goes, and no other."""
    context = learner.someone.context
    missing = ("**/whole.html*", "**/activities.js", "**/activities.css")
    for each in missing:
        context.route(each, lambda route: route.abort())
    frame = learner.launch(whole=False)
    learner.wait_for_word("no_pages")
    assert frame.locator("#sk-banner").is_visible()
    first = learner.someone.current
    for each in missing:
        context.unroute(each)
    learner.someone.whole()
    frame.locator("#sk-banner").wait_for(state="hidden")
    assert learner.someone.current == first
    learner.answer()
    learner.settle("unkept" if learner.target == "web" else "kept")
    learner.leave()


TRACKED = tuple(name for name in CONNECTORS if name != "web")
ROWS = (
    *(Row("offline_and_back", name, visit(befall=off, mend=on), ("failing",)) for name in TRACKED),
    *(Row("killed_while_offline", name, killed_while_offline, ("failing",), Keeps.CONFIRMED) for name in TRACKED),
    *(Row("offline_before_all_was_there", name, before_all_was_there, ("no_pages",)) for name in TRACKED),
    Row(
        "offline_before_all_was_there", "web", before_all_was_there, ("no_pages", "unkept"), Keeps.NOTHING, ("unkept",)
    ),
)
