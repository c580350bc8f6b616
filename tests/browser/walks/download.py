"""Download by keyboard."""

from playwright.sync_api import Locator

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Fetch the file."""
    link = place.locator("a[download]")
    with keys.page.expect_download() as waiting:
        keys.choose(link)
    assert waiting.value.suggested_filename == link.get_attribute("download")
