"""A scenario by keyboard: play, stop, step in, come to an end, rewind, see it as another, go back by the map."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard

MOST_STEPS = 40


def walk(keys: Keyboard, place: Locator) -> None:
    """Take the first way at hand until it ends; then look back."""
    start = place.locator("[data-sk-heading]:visible").inner_text()
    step = place.locator("a.sk-step:visible").first
    stop = place.locator("[data-sk-stop]:visible").first
    heading = place.locator("[data-sk-heading]:visible")
    for _ in range(MOST_STEPS):
        if place.locator("[data-sk-ends]:visible").count():
            break
        if step.is_visible():
            keys.choose(step)
            expect(heading).to_be_focused()
            expect(place.locator("[data-sk-chosen]")).to_be_visible()
        elif stop.is_visible():
            keys.choose(stop)
            expect(place.locator("[data-sk-ask]:visible")).to_be_focused()
        else:
            keys.choose(place.locator("[data-sk-go]"))
    else:
        raise AssertionError("the play never ends")
    expect(place.locator("[data-sk-go]")).to_be_hidden()

    if place.locator("select").count():
        keys.reach(place.locator("select"))
        keys.press("ArrowDown")
        expect(place.locator("select")).not_to_have_value("")
    keys.choose(place.locator("[data-sk-back]"))
    expect(place.locator("[data-sk-ends]:visible")).to_have_count(0)
    expect(place.locator("[data-sk-been]:visible")).to_have_count(1)
    keys.choose(place.locator("summary"))
    keys.choose(place.locator("[data-sk-map] button:visible").first)
    expect(heading).to_be_focused()
    assert heading.inner_text() == start
    expect(place.locator("[data-sk-count]")).to_have_text("1")
