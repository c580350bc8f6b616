"""Matching by keyboard: each choice is a list of the browser's own, gone through with the arrows."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check before all is matched, match the rest, check, read, put right what is wrong, check again."""
    choices = place.locator("select")
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.reach(choices.first)
    keys.press("ArrowDown")
    chosen = choices.first.evaluate("one => one.selectedOptions[0].text")
    expect(choices.first.locator("+ span")).to_have_text(chosen)

    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    expect(place.locator("[data-sk-feedback]")).to_be_hidden()
    expect(choices.nth(1)).to_be_focused()

    for n in range(1, choices.count()):
        keys.reach(choices.nth(n))
        keys.press("ArrowDown")
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    keys.choose(check)
    expect(retry).to_be_focused()
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    for item in place.locator("li:has(select)").all():
        expect(item.locator("[data-sk-mark]:visible")).to_have_count(1)

    keys.choose(retry)
    expect(choices.first).to_be_enabled()
    expect(place.locator("[data-sk-mark]:visible")).to_have_count(0)
    expect(choices.first.locator("+ span")).to_have_text(chosen)
    correct = place.get_attribute("data-sk-correct")
    if correct:
        put_right(keys, place, dict(pair.split(".") for pair in correct.split(" ")))
    keys.choose(check)
    expect(retry).to_be_focused()
    if correct:
        expect(place).to_have_attribute("data-sk-verdict", "right")


def put_right(keys: Keyboard, place: Locator, targets: dict[str, str]) -> None:
    """Give each item the target that it belongs to."""
    for choice in place.locator("select").all():
        item, at, values = choice.evaluate(
            "one => [one.dataset.skItem, one.selectedIndex, [...one.options].map(({ value }) => value)]"
        )
        far = values.index(targets[item]) - at
        keys.reach(choice)
        keys.press(*["ArrowDown" if far > 0 else "ArrowUp"] * abs(far))
        expect(choice).to_have_value(targets[item])
