"""Perspectives by keyboard."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Look through every pair of eyes."""
    buttons = place.locator("[data-sk-eye]")
    for n in range(1, buttons.count()):
        keys.choose(buttons.nth(n))
        expect(place.locator("[data-sk-view]").nth(n)).to_be_visible()
        expect(place.locator("[data-sk-view]:visible")).to_have_count(1)
