"""Audio by keyboard: the recording itself, and its transcript."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Play, and read instead."""
    audio = place.locator("audio")
    keys.reach(audio)
    keys.press("Space")
    keys.page.wait_for_function("audio => audio.played.length > 0", arg=audio.element_handle())
    keys.choose(place.locator("[data-sk-transcript] summary"))
    expect(place.locator("[data-sk-transcript] .sk-folded")).to_be_visible()
    if place.get_attribute("data-sk-activity"):
        keys.choose(place.locator("[data-sk-read]"))
        expect(place.locator("[data-sk-finished]")).to_be_focused()
