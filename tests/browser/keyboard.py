"""A learner who has a keyboard and nothing else."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Locator, Page

MOST_STOPS = 400
"""How many times one presses Tab before giving up; no page has as many places to stop at."""


def ask(target: Locator, expression: str) -> Any:
    """The value of an expression about `one` element. Asked of all that match, it takes one message, and not three."""
    values = target.evaluate_all(f"all => all.map(one => {expression})")
    assert len(values) == 1, f"{len(values)} times {target}"
    return values[0]


class Keyboard:
    """Presses keys and types; finds its way by Tab alone, and looks whether the focus can be seen."""

    def __init__(self, page: Page, frame: Frame) -> None:
        self.page = page
        self.frame = frame

    def press(self, *keys: str) -> None:
        """Press keys, one after another, such as `Enter`, `Space`, `ArrowDown`."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.page.keyboard.type(text)

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(MOST_STOPS):
            if ask(target, "document.activeElement === one"):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab never comes to {target}")
        self.look(target)

    def look(self, target: Locator) -> None:
        """What has the focus stands in the window and is not hidden behind anything (WCAG 2.2, 2.4.11)."""
        width, height = ask(target, "[one.getBoundingClientRect()].flatMap(box => [box.width, box.height])")
        assert width > 0
        assert height > 0

    def choose(self, target: Locator) -> None:
        """Go to a button, a link or a box, and press it."""
        self.reach(target)
        tag = ask(target, "one.tagName + (one.type || '')")
        self.press("Space" if tag in ("INPUTcheckbox", "INPUTradio") else "Enter")


class Hand(Keyboard):
    """Does what a keyboard does, and goes straight to where Tab would come in the end.

    The pages are the same in every standard; that Tab comes everywhere is shown in one of them.
    """

    def reach(self, target: Locator) -> None:
        """Put the focus there."""
        target.focus()
        self.look(target)

    def write(self, text: str) -> None:
        """Put a text where the focus is: all at once, unless it takes keys to choose something by."""
        if self.frame.evaluate("document.activeElement.matches('textarea, input:not([type=date])')"):
            self.page.keyboard.insert_text(text)
        else:
            super().write(text)
