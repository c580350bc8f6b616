"""Likert by keyboard: Tab from scale to scale, arrows along each."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check before all is answered, choose the second point of each scale, answer, change the answer."""
    rows = place.locator("[data-sk-row]")
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    for row in rows.all():
        keys.reach(row.locator("input").first)
        keys.press("Space", "ArrowRight")
        expect(row.locator("input").nth(1)).to_be_checked()
    keys.choose(check)
    expect(retry).to_be_focused()
    expect(place).to_have_attribute("data-sk-verdict", "")
    expect(place.locator("[data-sk-feedback]")).to_be_visible()
    for mine in place.locator("[data-sk-mine]").all():
        second = mine.locator("[data-sk-at]").nth(1)
        expect(mine.locator(".sk-there")).to_have_attribute("cx", str(second.get_attribute("cx")))
        expect(mine.locator("[data-sk-stands]")).to_have_text(str(second.get_attribute("data-sk-said")))

    keys.choose(retry)
    expect(rows.first.locator("input").nth(1)).to_be_focused()
    keys.press("ArrowLeft")
    keys.choose(check)
    expect(rows.first.locator("input").first).to_be_checked()
