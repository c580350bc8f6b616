"""Matching, ordering and hotspots: by mouse and finger, closed and seen again, without script, and on paper."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import gallery_pages
from tests.browser.learners import Learner

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def puzzles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the gallery's puzzles."""
    folder = tmp_path_factory.mktemp("puzzles")
    return gallery_pages(folder, "{activities: all}", "matching", "ordering", "hotspot")


@pytest.fixture
def someone(puzzles: Path, visit: Callable[[Path], Learner]) -> Iterator[Learner]:
    """A learner at the puzzles; in the end the LMS may have refused nothing."""
    learner = visit(puzzles)
    yield learner
    assert learner.refused == []


@pytest.fixture
def alone(puzzles: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module's page without an LMS around it, in a browser of a given kind."""
    return functools.partial(open_alone, puzzles)


def turn(frame: Frame | Page, page: str) -> None:
    frame.evaluate(f"location.hash = '#p-{page}'")
    expect(frame.locator(f"#p-{page}")).to_be_visible()


def find(frame: Frame | Page, activity: str) -> Locator:
    return frame.locator(f"[data-sk-activity='{activity}']")


def order(place: Locator) -> str:
    return "".join(place.locator("[data-sk-item]").evaluate_all("all => all.map(one => one.dataset.skItem)"))


def heard(learner: Learner, activity: str) -> list[tuple[str, str]]:
    """What the LMS heard of an activity: its answers, and how they were judged."""
    found: list[tuple[str, str]] = []
    mine, response = False, ""
    for call in learner.calls:
        name, value = (*call.values, "", "")[:2]
        if call.name == "LMSSetValue" and name.startswith("cmi.interactions."):
            mine = value == f"m_{activity}" if name.endswith(".id") else mine
            response = value if name.endswith(".student_response") else response
            if mine and name.endswith(".result"):
                found.append((response, value))
    return found


def test_everything_answered_rightly_is_completed_and_seen_again(someone: Learner) -> None:
    frame = someone.launch()
    for name in ("matching_pairs", "matching_groups"):
        place = find(frame, name)
        for pair in (place.get_attribute("data-sk-correct") or "").split():
            item, target = pair.split(".")
            place.locator(f"[data-sk-item='{item}']").select_option(target)
        place.locator("[data-sk-check]").click()
        assert place.get_attribute("data-sk-verdict") == "right"
    assert heard(someone, "matching_pairs") == [("a.3,b.1,c.2", "correct")]

    turn(frame, "ordering")
    place = find(frame, "ordering_visit")
    for target, item in enumerate("abcde"):
        for _ in range(order(place).index(item) - target):
            place.locator(f"[data-sk-item='{item}'] [data-sk-move=up]").click()
    place.locator("[data-sk-check]").click()
    assert place.get_attribute("data-sk-verdict") == "right"
    assert heard(someone, "ordering_visit") == [("a,b,c,d,e", "correct")]
    # One's own order may be the one that was found.
    find(frame, "ordering_own").locator("[data-sk-check]").click()
    assert heard(someone, "ordering_own") == [("a,b,c", "neutral")]

    turn(frame, "hotspot")
    for name, spots in (("hotspot_one", "s"), ("hotspot_more", "pc"), ("hotspot_open", "b")):
        for spot in spots:
            find(frame, name).locator(f"[data-sk-spot='{spot}']").click()
        find(frame, name).locator("[data-sk-check]").click()
    assert heard(someone, "hotspot_more") == [("p,c", "correct")]
    explored = find(frame, "hotspot_explore")
    for spot in "abc":
        explored.locator(f"[data-sk-spot='{spot}']").click()
    assert someone.leave()
    assert someone.elements["cmi.core.lesson_status"] == "incomplete"
    assert someone.elements["cmi.core.score.raw"] == "100"

    frame = someone.launch()
    turn(frame, "hotspot")
    explored = find(frame, "hotspot_explore")
    expect(explored.locator("[data-sk-count]")).to_have_text("3 of 4 opened")
    expect(explored.locator("[data-sk-feedback]")).to_be_hidden()
    explored.locator("summary").last.click()
    expect(explored.locator("[data-sk-feedback]")).to_be_visible()
    someone.leave()
    assert someone.elements["cmi.core.lesson_status"] == "completed"

    frame = someone.launch()
    turn(frame, "matching")
    assert find(frame, "matching_pairs").locator("[data-sk-shown]").all_inner_texts()[2] == "I still care for you"
    expect(find(frame, "matching_pairs").locator("[data-sk-mark=right]:visible")).to_have_count(3)
    turn(frame, "ordering")
    assert order(find(frame, "ordering_visit")) == "abcde"
    turn(frame, "hotspot")
    expect(find(frame, "hotspot_one").locator("[data-sk-spot='s']")).to_have_attribute("data-sk-is", "right")
    expect(find(frame, "hotspot_explore").locator("[data-sk-feedback]")).to_be_visible()
    assert frame.evaluate("[...document.querySelectorAll('.sk-activity fieldset')].every(one => one.disabled)")


def test_an_item_is_dragged_by_mouse(someone: Learner) -> None:
    frame = someone.launch()
    turn(frame, "ordering")
    place = find(frame, "ordering_own")
    grip, last = place.locator("[data-sk-item=a] [data-sk-grip]"), place.locator("[data-sk-item=c]")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), last.bounding_box()
    assert start is not None
    assert end is not None
    assert someone.page is not None
    mouse = someone.page.mouse
    mouse.move(start["x"] + 20, start["y"] + 20)
    mouse.down()
    mouse.move(start["x"] + 20, end["y"] + 20, steps=8)
    assert order(place) == "bca"
    mouse.up()
    expect(frame.locator("#sk-live p").last).to_have_text("That we are honest with each other.: place 3 of 3")
    assert place.locator("[data-sk-item=a]").evaluate("one => one.style.transform") == ""
    place.locator("[data-sk-check]").click()
    assert heard(someone, "ordering_own") == [("b,c,a", "neutral")]
    # What is answered stays where it is until it is opened again.
    grip.hover()
    mouse.down()
    mouse.move(start["x"] + 20, start["y"] - 200, steps=4)
    mouse.up()
    assert order(place) == "bca"
    someone.leave()


def test_an_item_is_dragged_by_finger_while_the_page_stands_still(alone: Callable[..., Page]) -> None:
    page = alone(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    turn(page, "ordering")
    place = find(page, "ordering_own")
    grip = place.locator("[data-sk-item=c] [data-sk-grip]")
    grip.scroll_into_view_if_needed()
    box, scrolled = grip.bounding_box(), page.evaluate("scrollY")
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(0, 121, 20):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - way}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert order(place) == "acb"
    assert page.evaluate("scrollY") == scrolled


@pytest.mark.parametrize("name", ["matching", "ordering", "hotspot"])
def test_twice_as_large_text_fits_a_small_screen(name: str, alone: Callable[..., Page]) -> None:
    page = alone(viewport={"width": 320, "height": 640})
    turn(page, name)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_without_script_all_can_be_read(alone: Callable[..., Page]) -> None:
    page = alone(java_script_enabled=False, viewport={"width": 360, "height": 800})
    pairs = find(page, "matching_pairs")
    expect(pairs.locator("li").first).to_contain_text("How is my child doing?")
    expect(pairs.get_by_text("What someone brings is often what she would say.")).to_be_visible()
    expect(pairs.locator("select").first).to_be_hidden()
    page.locator("noscript a").first.click()
    page.wait_for_url("**/whole.html")
    steps = find(page, "ordering_visit")
    assert "beforehand" in steps.locator("[data-sk-feedback] ol li").first.inner_text()
    expect(steps.get_by_role("button")).to_have_count(0)
    room = find(page, "hotspot_more")
    expect(room.get_by_text("Someone is expected.")).to_be_visible()
    expect(room.locator("[data-sk-spot]").first).to_be_hidden()
    explored = find(page, "hotspot_explore").locator("details").first
    explored.locator("summary").click()
    expect(explored.locator(".sk-folded")).to_be_visible()


def test_on_paper_there_is_something_to_choose_from(alone: Callable[..., Page]) -> None:
    page = alone()
    page.emulate_media(media="print")
    expect(find(page, "matching_pairs").locator(".sk-targets li").last).to_be_visible()
    expect(find(page, "ordering_visit").locator("[data-sk-move]").first).to_be_hidden()
    expect(find(page, "hotspot_explore").locator(".sk-folded").first).to_be_visible()
