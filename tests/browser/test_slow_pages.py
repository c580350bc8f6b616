"""What someone whom the LMS knows can do while the other pages are on their way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, expect

from .conftest import gallery_pages
from .learners import Learner, XapiLearner
from .waiting import Waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TARGETS = ["scorm12", "scorm2004-4", "cmi5"]
PAGES = "**/whole.html"
STYLE = "**/activities.css"

Visit = Waiting[Learner | XapiLearner]


def arrive(visit: Visit) -> Frame:
    """Come, and be known by the LMS."""
    frame = visit.arrive()
    visit.someone.settle()
    return frame


@pytest.fixture
def waiting(meet: Callable[..., Learner | XapiLearner]) -> Callable[..., Visit]:
    """Gives someone at a small module; the first page of `m3` has a question."""
    return lambda target, name="m2", file=PAGES: Waiting(meet("four", target, name), file)


@pytest.mark.parametrize("target", TARGETS)
def test_who_begins_to_answer_is_left_to_it(target: str, waiting: Callable[..., Visit]) -> None:
    visit = waiting(target, "m3")
    someone = visit.someone
    pages = visit.have_left_at(1)
    option = arrive(visit).locator(f"#p-{pages[0]} input").first
    option.check()
    visit.let_come()
    assert someone.current == pages[0]
    expect(option).to_be_checked()
    expect(option).to_be_focused()
    someone.settle()
    someone.leave()
    someone.launch()
    assert someone.current == pages[0]
    someone.leave()


def test_who_begins_to_watch_is_left_to_it(tmp_path: Path, visit: Callable[..., Learner]) -> None:
    waiting = Waiting(visit(gallery_pages(tmp_path, "{activities: none}", "video", "cards")), PAGES)
    pages = waiting.have_left_at(1)
    film = arrive(waiting).locator("video").first
    film.evaluate("film => { film.muted = true; return film.play(); }")
    waiting.let_come()
    assert waiting.someone.current == pages[0]
    waiting.someone.leave()


@pytest.mark.parametrize("target", TARGETS)
def test_who_turns_the_page_too_early_has_seen_the_first(target: str, waiting: Callable[..., Visit]) -> None:
    visit = waiting(target)
    frame = arrive(visit)
    frame.locator("#sk-next").click()
    expect(frame.locator("#sk-banner p")).to_be_visible()
    visit.let_come()
    pages = visit.someone.pages
    assert visit.someone.current == pages[1]
    assert visit.someone.marks == ["done", "open", *["unseen"] * (len(pages) - 2)]
    visit.someone.settle()
    visit.someone.leave()


@pytest.mark.parametrize("target", TARGETS)
def test_who_comes_back_and_turns_too_early_finds_the_way_back(target: str, waiting: Callable[..., Visit]) -> None:
    visit = waiting(target)
    pages = visit.have_left_at(3)
    arrive(visit).locator("#sk-next").click()
    visit.let_come()
    assert visit.someone.current == pages[1]
    visit.someone.frame.evaluate("history.back()")
    expect(visit.someone.frame.locator(f"#p-{pages[0]}")).to_be_visible()
    visit.someone.settle()
    visit.someone.leave()


@pytest.mark.parametrize("target", TARGETS)
def test_who_has_turned_the_page_stays_there_when_the_style_comes(target: str, waiting: Callable[..., Visit]) -> None:
    visit = waiting(target, file=STYLE)
    frame = arrive(visit)
    expect(frame.locator("main > section")).to_have_count(frame.locator("#sk-menu [data-sk-mark]").count())
    pages = visit.someone.pages
    frame.locator("#sk-next").click()
    expect(frame.locator(f"#p-{pages[1]}")).to_be_visible()
    # As by the link past the menu.
    frame.evaluate("location.hash = '#sk-main'")
    visit.let_come()
    expect(frame.locator("link[href$='activities.css']")).to_have_count(1)
    assert visit.someone.current == pages[1]
    visit.someone.settle()
    visit.someone.leave()
