"""True-false by keyboard: arrows between both sides, Enter on buttons."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check without an answer, choose the wrong side, check, read, try again with the right one."""
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    sides = place.locator("input")
    right = 0 if place.get_attribute("data-sk-correct") == "true" else 1
    keys.reach(sides.first)
    keys.press("Space", *["ArrowRight"] * (1 - right))
    expect(sides.nth(1 - right)).to_be_checked()
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    keys.choose(check)
    expect(retry).to_be_focused()
    expect(place).to_have_attribute("data-sk-verdict", "wrong")
    expect(place.locator("[data-sk-of]:visible")).to_have_count(1)

    keys.choose(retry)
    expect(sides.nth(1 - right)).to_be_focused()
    keys.press("ArrowRight")
    expect(sides.nth(right)).to_be_checked()
    keys.choose(check)
    expect(place).to_have_attribute("data-sk-verdict", "right")
