"""Hotspot by keyboard: places are buttons on the picture, and stand in a list below it as well."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Choose or open places, on the picture and in the list."""
    for spot in place.locator("[data-sk-spot]").all():
        box = spot.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    if place.locator("fieldset").count():
        _answer(keys, place)
    else:
        _explore(keys, place)


def _answer(keys: Keyboard, place: Locator) -> None:
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()

    spot, inputs = place.locator("[data-sk-spot]").last, place.locator("input")
    keys.choose(spot)
    expect(spot).to_have_attribute("aria-pressed", "true")
    expect(inputs.last).to_be_checked()
    keys.reach(inputs.last)
    keys.press("ArrowUp" if inputs.last.get_attribute("type") == "radio" else "Space")
    expect(spot).to_have_attribute("aria-pressed", "false")
    if not place.locator("input:checked").count():
        keys.choose(inputs.last)

    keys.choose(check)
    expect(retry).to_be_focused()
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    expect(spot).to_be_disabled()
    keys.choose(retry)
    expect(spot).to_be_enabled()
    keys.choose(check)
    expect(retry).to_be_focused()


def _explore(keys: Keyboard, place: Locator) -> None:
    spots, details = place.locator("[data-sk-spot]"), place.locator("details")
    keys.choose(spots.first)
    expect(spots.first).to_have_attribute("aria-expanded", "true")
    expect(details.first.locator("summary")).to_be_focused()
    expect(details.first.locator(".sk-folded")).to_be_visible()
    for n in range(1, spots.count()):
        keys.choose(details.nth(n).locator("summary"))
        expect(details.nth(n).locator(".sk-folded")).to_be_visible()
        expect(spots.nth(n)).to_have_attribute("aria-expanded", "true")
    expect(place.locator(".sk-seen:visible")).to_have_count(spots.count())
    expect(place.locator("[data-sk-count]")).to_have_class("sk-spot-count sk-right")
    if place.locator("[data-sk-feedback]").count():
        expect(place.locator("[data-sk-feedback]")).to_be_visible()
