"""That a page stands still: what an LMS answers, late as it may be, moves nothing from under a learner's hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .learners import XapiLearner

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def someone(meet: Callable[..., XapiLearner]) -> XapiLearner:
    """A learner at the first of the four small modules."""
    learner = meet("four", "cmi5", "m1")
    learner.launch()
    return learner


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
