"""Worksheet by keyboard: fill in every field, save it as a file, be done."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard
from tests.browser.walks.reflection import wipe


def walk(keys: Keyboard, place: Locator) -> None:
    """Fill in, with arrows among options, and take the sheet along."""
    if place.locator("[data-sk-wipe]").count():
        fill(keys, place)
        wipe(keys, place)
        expect(place.locator(".sk-writing").first).to_have_value("")
        expect(place.locator("[data-sk-field] input:checked")).to_have_count(0)
    fill(keys, place)
    keys.choose(place.locator("summary"))
    save = place.locator("[data-sk-save]")
    keys.reach(save)
    with keys.page.expect_download() as file:
        keys.press("Enter")
    assert file.value.suggested_filename.endswith(".json")
    keys.reach(place.locator("[data-sk-open]"))
    keys.choose(place.locator("[data-sk-done]"))
    expect(place.locator("[data-sk-thanks]")).to_be_focused()


def fill(keys: Keyboard, place: Locator) -> None:
    """Fill in every field."""
    for field in place.locator("[data-sk-field]").all():
        if field.evaluate("one => one.tagName") == "FIELDSET":
            keys.reach(field.locator("input").first)
            keys.press("Space", "ArrowDown")
            expect(field.locator("input").nth(1)).to_be_checked()
        elif field.get_attribute("type") == "date":
            keys.reach(field)
            keys.write("03122027")
            expect(field).not_to_have_value("")
        else:
            keys.reach(field)
            keys.write("A quiet word")
            expect(field).to_have_value("A quiet word")
