"""What a learner does on the first page before its activities are awake: it stays, and counts once they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import gallery_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REST = "**/whole.html"


@pytest.fixture
def early(tmp_path: Path, open_alone: Callable[..., Page]) -> Callable[[str, str], Locator]:
    """Gives an activity of the gallery whose page is the first, in a module of which nothing else has come yet."""

    def open_at(kind: str, activity: str) -> Locator:
        package = gallery_pages(tmp_path, f"{{activities: [{activity}]}}", kind, "cards")
        return open_alone(package, missing=REST, whole=False).locator(f"[data-sk-activity='{activity}']")

    return open_at


def wake(activity: Locator) -> None:
    """Let the rest come, until all of it is awake."""
    activity.page.unroute(REST)
    expect(activity.page.locator("#sk-menu [data-sk-is]")).to_have_count(2)


def mark(activity: Locator) -> str | None:
    """How the menu marks the first page."""
    return activity.page.locator("#sk-menu [data-sk-is]").first.get_attribute("data-sk-is")


def test_places_that_were_opened_are_seen(early: Callable[..., Locator]) -> None:
    activity = early("hotspot", "hotspot_explore")
    places = activity.locator("details")
    for place in places.all():
        place.locator("summary").click()
    wake(activity)
    expect(activity.locator(".sk-seen:visible")).to_have_count(places.count())
    # Opening one closes the one before.
    expect(activity.locator("[data-sk-spot]").last).to_have_attribute("aria-expanded", "true")
    expect(activity.locator("[data-sk-feedback]")).to_be_visible()
    assert mark(activity) == "done"


def test_a_recording_that_was_heard_is_done(early: Callable[..., Locator]) -> None:
    activity = early("audio", "bell")
    activity.locator("audio").evaluate("audio => new Promise(done => { audio.onended = done; void audio.play(); })")
    wake(activity)
    expect(activity.locator("[data-sk-finished]")).to_be_visible()
    assert mark(activity) == "done"


@pytest.mark.parametrize(
    ("kind", "activity"),
    [
        ("choice", "choice_one"),
        ("hotspot", "hotspot_one"),
        ("true-false", "true_false_tense"),
        ("likert", "likert_door"),
    ],
)
def test_what_was_chosen_is_still_chosen(early: Callable[..., Locator], kind: str, activity: str) -> None:
    asked = early(kind, activity)
    asked.locator("input").last.check()
    wake(asked)
    expect(asked.locator("input").last).to_be_checked()
    if kind == "hotspot":
        expect(asked.locator("[data-sk-spot]").last).to_have_attribute("aria-pressed", "true")
    assert mark(asked) == "open"
    asked.locator("[data-sk-check]").click()
    expect(asked.locator("[data-sk-feedback]")).to_be_visible()
    assert mark(asked) == "done"


def test_what_was_matched_is_still_matched(early: Callable[..., Locator]) -> None:
    asked = early("matching", "matching_pairs")
    asked.locator("select").first.select_option(index=1)
    chosen = asked.locator("select").first.evaluate("select => select.selectedOptions[0].text")
    wake(asked)
    expect(asked.locator("select + *").first).to_have_text(chosen)


@pytest.mark.parametrize(("kind", "activity"), [("numeric", "numeric_own"), ("fill-in", "fill_in_exact")])
def test_what_was_filled_in_is_still_there(early: Callable[..., Locator], kind: str, activity: str) -> None:
    asked = early(kind, activity)
    asked.locator("input").first.fill("7")
    wake(asked)
    expect(asked.locator("input").first).to_have_value("7")
