"""Summary by keyboard: read it, and take it along."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """What was done on the page before stands on the sheet and in the file."""
    keys.reach(place.locator("[data-sk-print]"))
    expect(place.locator("[data-sk-empty]")).to_be_hidden()
    said = place.locator(".sk-said").first.inner_text()
    keys.reach(place.locator("[data-sk-download]"))
    with keys.page.expect_download() as file:
        keys.press("Enter")
    assert said in Path(file.value.path()).read_text(encoding="utf-8")
