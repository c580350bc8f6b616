"""Numeric by keyboard: typing a number, arrows and buttons where there is a step, Enter to check."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check what is no number, make and check a number, try again with the right one."""
    field = place.locator("input")
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.reach(field)
    keys.write("a few")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    expect(field).to_be_focused()
    keys.press("Control+a", "Delete")

    if place.locator("[data-sk-step]").count():
        keys.press("ArrowUp", "ArrowUp", "ArrowDown")
        step = place.locator("[data-sk-step]").get_attribute("data-sk-step")
        expect(field).to_have_value(str(step))
        keys.choose(place.locator("[data-sk-by='-1']"))
        expect(field).to_have_value("0")
        keys.reach(field)
    else:
        keys.write("0")
    keys.press("Enter")
    expect(retry).to_be_focused()
    expect(place.locator("[data-sk-feedback]")).to_be_visible()

    correct = place.get_attribute("data-sk-correct")
    keys.choose(retry)
    expect(field).to_be_focused()
    keys.press("Control+a")
    keys.write(correct.split(" ")[0].replace(".", ",") if correct else "7")
    keys.choose(check)
    expect(place).to_have_attribute("data-sk-verdict", "right" if correct else "")
