"""Choice by keyboard: arrows among radio buttons, blanks on boxes, Enter on buttons."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check without an answer, choose, check, read, try again."""
    keys.choose(place.locator("[data-sk-check]"))
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    first = place.locator("input").first
    keys.reach(first)
    keys.press("Space")
    expect(first).to_be_checked()
    keys.choose(place.locator("[data-sk-check]"))
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    keys.choose(place.locator("[data-sk-retry]"))
    expect(first).to_be_enabled()
    keys.choose(place.locator("[data-sk-check]"))
    expect(place.locator("[data-sk-retry]")).to_be_focused()
