"""Print by keyboard."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard

# Without a window to print in, as here, a browser begins nothing by itself.
PRINTS = "window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); }"


def walk(keys: Keyboard, place: Locator) -> None:
    """Print the page; that it went well needs no words."""
    place.evaluate(PRINTS)
    keys.choose(place.locator("[data-sk-print]"))
    expect(place.locator("[data-sk-unable]")).to_be_hidden()
