"""Reflection by keyboard: write, be done, compare, wipe."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard

TEXT = "I stood there and did not know what to say."


def walk(keys: Keyboard, place: Locator) -> None:
    """Write, see what others see once done, and wipe where there is something to wipe."""
    others = place.locator("[data-sk-others]")
    expect(others.locator("visible=true")).to_have_count(0)
    text = place.locator("textarea")
    keys.reach(text)
    keys.write(TEXT)
    expect(text).to_have_value(TEXT)
    keys.choose(place.locator("[data-sk-done]"))
    expect(place.locator("[data-sk-thanks]")).to_be_focused()
    if others.count():
        expect(others).to_be_visible()
    if place.locator("[data-sk-wipe]").count():
        wipe(keys, place)
        expect(text).to_have_value("")
        keys.reach(text)
        keys.write(TEXT)


def wipe(keys: Keyboard, place: Locator) -> None:
    """Think twice, then wipe."""
    keys.choose(place.locator("[data-sk-wipe]"))
    expect(place.locator("[data-sk-no]")).to_be_focused()
    keys.press("Enter")
    expect(place.locator("[data-sk-wipe]")).to_be_focused()
    expect(place.locator("[data-sk-sure]")).to_be_hidden()
    keys.press("Enter")
    keys.choose(place.locator("[data-sk-yes]"))
    expect(place.locator("[data-sk-sure]")).to_be_hidden()
