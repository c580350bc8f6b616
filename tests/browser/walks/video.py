"""Video by keyboard: the film itself, its pauses from the list, a moment marked and removed, the transcript."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk as do


def walk(keys: Keyboard, place: Locator) -> None:
    """Play and stop; open each pause and watch on; mark a moment, compare, remove it; read the transcript."""
    video = place.locator("video")
    keys.reach(video)
    keys.press("Space")
    keys.page.wait_for_function("video => video.played.length > 0", arg=video.element_handle())
    keys.press("Space")
    keys.page.wait_for_function("video => video.paused", arg=video.element_handle())
    for stop in place.locator("[data-sk-stop]").all():
        pause = place.locator(f"[data-sk-pause='{stop.get_attribute('data-sk-stop')}']")
        keys.choose(stop)
        expect(pause.locator("[data-sk-head]")).to_be_focused()
        expect(stop.locator("[data-sk-seen]")).to_be_visible()
        for nested in pause.locator("[data-sk-kind]").all():
            do(keys, nested)
        keys.choose(pause.locator("[data-sk-on]"))
        expect(video).to_be_focused()
        expect(pause).to_be_hidden()
    mark, mine = place.locator("[data-sk-mark]"), place.locator("[data-sk-at-second]")
    if mark.count():
        video.evaluate("video => video.pause()")
        keys.choose(mark)
        expect(mine).to_have_count(1)
        keys.choose(place.locator("[data-sk-compare]"))
        expect(place.locator("[data-sk-moments]")).to_be_focused()
        keys.choose(mine.locator("[data-sk-remove]"))
        expect(mark).to_be_focused()
        expect(mine).to_have_count(0)
    keys.choose(place.locator("[data-sk-transcript] summary"))
    if place.locator("[data-sk-finished]").is_hidden():
        keys.choose(place.locator("[data-sk-read]"))
    expect(place.locator("[data-sk-finished]")).to_be_visible()
