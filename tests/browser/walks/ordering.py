"""Ordering by keyboard: each item has a button that moves it up and one that moves it down."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Move the first item to the end and one back, check, read, try again, put right what is wrong."""
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    before = _order(place)
    first = place.locator(f"[data-sk-item='{before[0]}']")
    down, up = first.locator("[data-sk-move=down]"), first.locator("[data-sk-move=up]")
    expect(up).to_have_attribute("aria-disabled", "true")

    if place.get_attribute("data-sk-correct") is not None:
        keys.choose(check)
        expect(place.locator("[data-sk-hint]")).to_be_visible()
        expect(place.locator("[data-sk-feedback]")).to_be_hidden()

    # The button that was pressed keeps the focus, also where it has nothing more to do.
    keys.reach(down)
    keys.press(*["Enter"] * len(before))
    assert _order(place) == [*before[1:], before[0]]
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-disabled", "true")
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    expect(keys.frame.locator("#sk-live p").last).to_contain_text(str(len(before)))

    keys.page.keyboard.press("Shift+Tab")
    expect(up).to_be_focused()
    keys.press("Space")
    moved = [*before[1:-1], before[0], before[-1]]
    assert _order(place) == moved

    keys.choose(check)
    expect(retry).to_be_focused()
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    expect(down).to_be_hidden()
    keys.choose(retry)
    expect(down).to_be_visible()
    expect(place.locator("[data-sk-mark]:visible")).to_have_count(0)
    keys.choose(check)
    expect(retry).to_be_focused()
    assert _order(place) == moved
    if correct := place.get_attribute("data-sk-correct"):
        keys.choose(retry)
        put_right(keys, place, correct.split(" "))
        keys.choose(check)
        expect(retry).to_be_focused()
        expect(place).to_have_attribute("data-sk-verdict", "right")


def put_right(keys: Keyboard, place: Locator, correct: list[str]) -> None:
    """Move each item up to where it belongs."""
    for n, item in enumerate(correct):
        far = _order(place).index(item) - n
        if far:
            keys.reach(place.locator(f"[data-sk-item='{item}'] [data-sk-move=up]"))
            keys.press(*["Enter"] * far)
    assert _order(place) == correct


def _order(place: Locator) -> list[str]:
    return place.locator("[data-sk-item]").evaluate_all("all => all.map(one => one.dataset.skItem)")
