"""Fill-in by keyboard: typing in blanks, arrows in lists, Enter to check."""

from playwright.sync_api import Locator, expect

from tests.browser.keyboard import Keyboard


def walk(keys: Keyboard, place: Locator) -> None:
    """Check while empty, fill one blank wrongly, check, open the answers, try again and fill in what is right."""
    blanks = place.locator("[data-sk-blank]")
    check, retry = place.locator("[data-sk-check]"), place.locator("[data-sk-retry]")
    keys.choose(check)
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    expect(blanks.first).to_be_focused()
    keys.write("xyzzy")
    expect(place.locator("[data-sk-hint]")).to_be_hidden()
    keys.press("Enter")
    expect(retry).to_be_focused()
    expect(place).to_have_attribute("data-sk-verdict", "wrong")
    expect(place.locator("[data-sk-mark=wrong]:visible")).to_have_count(blanks.count())
    keys.choose(place.locator("summary"))
    expect(place.locator("details strong").first).to_be_visible()

    answers = place.evaluate("one => one.dataset.skCorrect.split(' ').map(decodeURIComponent)")
    keys.page.keyboard.press("Shift+Tab")
    keys.choose(retry)
    expect(place.locator("[data-sk-mark]:visible")).to_have_count(0)
    for n, answer in enumerate(answers):
        keys.reach(blanks.nth(n))
        if blanks.nth(n).evaluate("one => one.tagName") == "INPUT":
            keys.press("Control+a")
        keys.write(answer)
        expect(blanks.nth(n)).to_have_value(answer)
    keys.choose(check)
    expect(place).to_have_attribute("data-sk-verdict", "right")
    expect(place.locator("[data-sk-mark=right]:visible")).to_have_count(blanks.count())
