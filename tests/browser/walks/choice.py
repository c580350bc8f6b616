"""Choice by keyboard: arrows among radio buttons, blanks on boxes, Enter on buttons."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check without an answer, choose the first, check, read, try again: with what is right, where something is."""
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    first = place.locator("input").first
    keys.reach(first)
    keys.press("Space")
    expect(first).to_be_checked()
    keys.choose(check)
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    keys.choose(retry)
    expect(first).to_be_enabled()
    if correct := place.get_attribute("data-sk-correct"):
        put_right(keys, place, correct.split(" "))
    keys.choose(check)
    expect(retry).to_be_focused()
    if correct:
        expect(place).to_have_attribute("data-sk-verdict", "right")


def put_right(keys: Keyboard, place: Locator, correct: list[str]) -> None:
    """Choose what is right and nothing else, the first option being chosen."""
    inputs = place.locator("input")
    values = inputs.evaluate_all("all => all.map(one => one.value)")
    if inputs.first.get_attribute("type") == "radio":
        keys.reach(inputs.first)
        keys.press(*["ArrowDown"] * values.index(correct[0]))
    else:
        for n, value in enumerate(values):
            if (value in correct) != (n == 0):
                keys.reach(inputs.nth(n))
                keys.press("Space")
    chosen = inputs.evaluate_all("all => all.filter(one => one.checked).map(one => one.value)")
    assert sorted(chosen) == sorted(correct)
