"""Self-assessment by keyboard: arrows along the scale, and a look at the picture in figures."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Be asked for what is missing, fill it in, read the table, be done."""
    statements = place.locator("[data-sk-statement]")
    keys.choose(place.locator("[data-sk-done]"))
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    expect(statements.first.locator("input").first).to_be_focused()
    for statement in statements.all():
        keys.reach(statement.locator("input").first)
        keys.press("Space", "ArrowRight")
        expect(statement.locator("input").nth(1)).to_be_checked()
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    expect(place.locator("td[data-sk-now]")).to_have_text(["2"] * place.locator("[data-sk-group]").count())
    keys.choose(place.locator("[data-sk-done]"))
    expect(place.locator("[data-sk-thanks]")).to_be_focused()
