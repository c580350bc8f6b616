"""A stepper by keyboard: start and stop the time, go through all steps, go back by the list."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk as do


def walk(keys: Keyboard, place: Locator) -> None:
    """Walk from the first step to the last."""
    run = place.locator("[data-sk-walk-run]")
    time = place.locator("[data-sk-walk-time]")
    heading = place.locator("[data-sk-walk-heading]:visible")
    before = time.inner_text()
    start = run.inner_text()
    keys.choose(run)
    expect(run).not_to_have_text(start)
    expect(time).not_to_have_text(before)
    keys.choose(run)
    expect(run).to_have_text(start)
    keys.choose(place.locator("[data-sk-walk-reset]"))
    expect(time).to_have_text(before)
    keys.choose(place.locator("[data-sk-walk-more]"))
    expect(time).to_have_text(f"{int(before.split(':')[0]) + 1}:00")

    legs = place.locator("[data-sk-walk-leg]").count()
    for _ in range(legs - 1):
        for nested in place.locator("[data-sk-kind]:visible").all():
            do(keys, nested)
        keys.choose(place.locator("[data-sk-walk-next]"))
        expect(heading).to_be_focused()
    keys.choose(place.locator("[data-sk-walk-next]"))
    expect(place.locator("[data-sk-walk-thanks]")).to_be_focused()
    keys.choose(place.locator("[data-sk-walk-previous]"))
    expect(heading).to_be_focused()

    first = place.locator("[data-sk-walk-to]").first
    if not first.is_visible():
        keys.choose(place.locator("summary").first)
    keys.choose(first)
    expect(heading).to_be_focused()
    expect(place.locator("[data-sk-walk-previous]")).to_be_hidden()
    expect(place.locator("[data-sk-walk-mark]:visible")).to_have_count(legs)
