"""Accordion by keyboard."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Open every part that is closed."""
    parts = place.locator("details")
    for n in range(parts.count()):
        if parts.nth(n).get_attribute("open") is None:
            keys.choose(parts.nth(n).locator("summary"))
        expect(parts.nth(n).locator(".sk-folded")).to_be_visible()
