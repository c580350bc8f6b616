"""That a page stands still: what an LMS answers, late as it may be, moves nothing from under a learner's hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from scormkit import build
from scormkit.preview import XapiHost

from .conftest import ROOT
from .learners import XapiLearner

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("xapi")]


@pytest.fixture
def someone(tmp_path: Path, context: BrowserContext) -> Iterator[XapiLearner]:
    """A learner at the first module."""
    result = build(ROOT / "course", tmp_path, targets=["cmi5"])
    package = next(each.path for each in result.packages if "-m1-" in each.path.name)
    with XapiHost(package, cross_origin=True) as host:
        learner = XapiLearner(context, host, host.launches[0].identifier)
        learner.launch()
        yield learner
        # What a page still tries when nobody is there any more is none of our business.
        learner.frame.page.close()
    assert learner.problems == []


def top_of(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"]


def test_the_outcome_shows_at_once_and_moves_nothing_later(someone: XapiLearner) -> None:
    *before, last = someone.pages
    for page in before:
        someone.go(page)
        for activity in someone.activities:
            if activity.page == page and activity.required:
                someone.do(activity)
    someone.settle()
    someone.host.network.delay = 2.0
    someone.go(last)
    panel, leave = someone.frame.locator("#sk-outcome"), someone.frame.locator("#sk-exit")
    assert panel.is_visible()
    assert panel.get_attribute("data-sk-is") == "completed"
    assert someone.frame.locator("#sk-status").get_attribute("data-sk-saving") == "waiting"
    place = top_of(leave)
    someone.settle()
    assert top_of(leave) == place


@pytest.mark.parametrize("width", [360, 1280])
def test_the_buttons_stand_where_they_stood_when_saving_fails(someone: XapiLearner, width: int) -> None:
    assert someone.page is not None
    someone.page.set_viewport_size({"width": width, "height": 900})
    _, second, third, *_ = someone.pages
    someone.go(second)
    someone.settle()
    leave, status = someone.frame.locator("#sk-exit"), someone.frame.locator("#sk-status")
    place = top_of(leave)
    someone.host.network.offline = True
    someone.go(third)
    someone.go(second)
    expect(status).to_have_attribute("data-sk-saving", "failing")
    assert top_of(leave) == place
    someone.host.network.mend()
    someone.settle()
    assert top_of(leave) == place


def test_a_link_to_what_is_undone_keeps_the_focus_through_a_save(someone: XapiLearner) -> None:
    someone.settle()
    someone.go(someone.pages[-1])
    link = someone.frame.locator("#sk-todo a").first
    link.focus()
    expect(someone.frame.locator("#sk-status")).to_have_attribute("data-sk-saving", "waiting")
    someone.settle()
    expect(link).to_be_focused()
