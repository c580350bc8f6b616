"""True-false by keyboard: arrows between both sides, Enter on buttons."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check without an answer, choose the right side, check, read, try again with the other one."""
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    first, other = place.locator("input").first, place.locator("input").nth(1)
    keys.reach(first)
    keys.press("Space")
    expect(first).to_be_checked()
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    keys.choose(check)
    expect(retry).to_be_focused()
    right = place.get_attribute("data-sk-correct") == "true"
    expect(place).to_have_attribute("data-sk-verdict", "right" if right else "wrong")
    expect(place.locator("[data-sk-of]:visible")).to_have_count(1)

    keys.choose(retry)
    expect(first).to_be_focused()
    keys.press("ArrowRight")
    expect(other).to_be_checked()
    keys.choose(check)
    expect(place).to_have_attribute("data-sk-verdict", "wrong" if right else "right")
