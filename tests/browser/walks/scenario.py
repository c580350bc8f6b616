"""A scenario by keyboard: play, stop, step in, end as often as asked, rewind, be another, go back by the map."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard

MOST_STEPS = 40
MOST_WAYS = 8


def walk(keys: Keyboard, place: Locator) -> None:
    """Take ways that were not taken until as many ended as the scenario asks for; then look back."""
    start = place.locator("[data-sk-heading]:visible").inner_text()
    ways = int(str(place.locator("[data-sk-stage]").get_attribute("data-sk-ways")))
    for _ in range(MOST_WAYS):
        play(keys, place)
        expect(place.locator("[data-sk-go]")).to_be_hidden()
        if int(place.locator("[data-sk-count]").text_content() or 0) == ways:
            break
        keys.choose(place.locator("[data-sk-again]"))
        expect(place.locator("[data-sk-heading]:visible")).to_be_focused()
    look_back(keys, place, start, ways)


def play(keys: Keyboard, place: Locator) -> None:
    """One way to its end."""
    untried = place.locator("[data-sk-way]:visible").filter(has=keys.frame.locator("[data-sk-been][hidden]"))
    fresh, step = untried.locator("a.sk-step").first, place.locator("a.sk-step:visible").first
    stop = place.locator("[data-sk-stop]:visible").first
    heading = place.locator("[data-sk-heading]:visible")
    for _ in range(MOST_STEPS):
        if place.locator("[data-sk-ends]:visible").count():
            break
        if step.is_visible():
            keys.choose(fresh if fresh.is_visible() else step)
            expect(heading).to_be_focused()
            expect(place.locator("[data-sk-chosen]")).to_be_visible()
        elif stop.is_visible():
            keys.choose(stop)
            expect(place.locator("[data-sk-ask]:visible")).to_be_focused()
        else:
            keys.choose(place.locator("[data-sk-go]"))
    else:
        raise AssertionError("the play never ends")


def look_back(keys: Keyboard, place: Locator, start: str, ways: int) -> None:
    """Be another, rewind, and go back to the beginning by the map."""
    heading = place.locator("[data-sk-heading]:visible")
    if place.locator("select").count():
        keys.reach(place.locator("select"))
        keys.press("ArrowDown")
        expect(place.locator("select")).not_to_have_value("")
    keys.choose(place.locator("[data-sk-back]"))
    expect(place.locator("[data-sk-ends]:visible")).to_have_count(0)
    expect(place.locator("[data-sk-been]:visible").first).to_be_visible()
    keys.choose(place.locator("summary"))
    keys.choose(place.locator("[data-sk-map] button:visible").first)
    expect(heading).to_be_focused()
    assert heading.inner_text() == start
    expect(place.locator("[data-sk-count]")).to_have_text(str(ways))
