"""Someone who reads the pages of a module and does what stands on them, whoever launched it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame, FrameLocator, Locator, Page, Request, expect
from playwright.sync_api import Error as PlaywrightError

SECRET = "Geheim-7351 wat niemand leest"
"""What the learner types into every reflection: it may turn up nowhere."""
PATIENCE = 30
"""Seconds until something that has to come is given up."""


def await_whole(frame: Frame | Page) -> None:
    """Wait until all pages are there, and all that they do is awake: the menu then says how far each of them is."""
    frame.locator("#sk-menu [data-sk-mark][data-sk-is]").first.wait_for(state="attached")


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity as the page declares it."""

    id: str
    kind: str
    page: str
    required: bool
    weight: float
    correct: tuple[str, ...] | None
    options: tuple[str, ...]

    @property
    def right(self) -> tuple[str, ...]:
        """The answer of a learner who knows; the first option where nothing is right or wrong."""
        return self.correct or self.options[:1]

    @property
    def wrong(self) -> tuple[str, ...]:
        """An answer without one right option."""
        return tuple(option for option in self.options if option not in (self.correct or ()))[:1]


class Reader:
    """A module in a tab. Whatever the browser complains of, and whom else the pages ask, is in `problems`."""

    own: tuple[str, ...] = ()
    """How the addresses begin that the pages may ask, beside those within the browser."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.problems: list[str] = []
        self.page: Page | None = None

    def open(self, url: str) -> Page:
        """Come to an address in a new tab, and note all that goes wrong there."""
        self.page = self.context.new_page()
        self.watch(self.page)
        self.page.goto(url)
        return self.page

    def watch(self, page: Page) -> None:
        """Note what goes wrong on a page, and what it asks of anyone else."""
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._judge_request)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)

    def _judge_request(self, request: Request) -> None:
        if not request.url.startswith((*self.own, "blob:", "data:")):
            self.problems.append(f"asked for {request.url}")

    def ready(self, *, whole: bool = True) -> Frame:
        """The module's frame, once its player runs: with all of its pages, or only with the first."""
        self.place.locator("#sk-where", has_text=" ").wait_for()
        if whole:
            self.whole()
        return self.frame

    @property
    def place(self) -> Page | FrameLocator:
        """Where the module is to come."""
        assert self.page is not None
        return self.page

    def whole(self) -> None:
        """Wait until all pages are there, and all that they do is awake."""
        await_whole(self.frame)

    def settle(self) -> None:
        """Wait until all is saved."""
        self.frame.locator("#sk-status[data-sk-saving=kept]").wait_for()

    @property
    def frame(self) -> Frame:
        """Where the module is: the whole page, unless an LMS shows it in a frame."""
        assert self.page is not None
        return self.page.main_frame

    def crash(self) -> None:
        """Kill the tab: no event tells the page."""
        assert self.page is not None
        with self.page.expect_event("crash"), contextlib.suppress(PlaywrightError):
            self.page.goto("chrome://crash")
        self.page.close()
        self.page = None

    def close(self) -> None:
        """Close the tab by hand: it goes away as any other page. Closing it by Playwright alone may tell it nothing."""
        assert self.page is not None
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)
        self.page = None

    @staticmethod
    def wait_until(condition: Callable[[], object]) -> None:
        """Wait for something at the other side; the pages go on meanwhile."""
        until = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < until, "it never came to that"
            time.sleep(0.02)

    @property
    def pages(self) -> list[str]:
        return self.frame.eval_on_selector_all("[data-sk-page]", "all => all.map(one => one.dataset.skPage)")

    @property
    def marks(self) -> list[str]:
        """What the menu says of each page."""
        return self.frame.eval_on_selector_all("#sk-menu [data-sk-mark]", "all => all.map(one => one.dataset.skIs)")

    @property
    def interactions(self) -> set[str]:
        """The types of interaction of all that the module asks."""
        return set(
            self.frame.eval_on_selector_all("[data-sk-interaction]", "all => all.map(one => one.dataset.skInteraction)")
        )

    @property
    def current(self) -> str:
        shown = self.frame.eval_on_selector_all(
            "[data-sk-page]:not([hidden])", "all => all.map(one => one.dataset.skPage)"
        )
        assert len(shown) == 1
        return str(shown[0])

    @property
    def activities(self) -> list[Activity]:
        rows = self.frame.eval_on_selector_all(
            "[data-sk-activity]",
            """all => all.map(one => ({
              id: one.dataset.skActivity, kind: one.dataset.skKind, page: one.closest("[data-sk-page]").dataset.skPage,
              required: "skRequired" in one.dataset, weight: Number(one.dataset.skWeight),
              correct: one.dataset.skCorrect === undefined ? null : one.dataset.skCorrect.split(" "),
              options: [...one.querySelectorAll("input")].map(input => input.value) }))""",
        )
        return [
            Activity(**row | {"correct": row["correct"] and tuple(row["correct"]), "options": tuple(row["options"])})
            for row in rows
        ]

    @property
    def passing(self) -> int | None:
        passing = self.frame.evaluate("document.body.dataset.skPassing")
        return None if passing is None else int(passing)

    @property
    def outcome(self) -> str:
        """What the last page says of the module: `passed`, `completed`, or something that is no end."""
        return str(self.frame.locator("#sk-outcome").get_attribute("data-sk-is"))

    def go(self, page: str) -> None:
        """Turn to a page by the menu."""
        if self.current == page:
            return
        self.frame.locator("#sk-menu > summary").click()
        self.frame.locator(f"#sk-menu a[href='#p-{page}']").click()
        expect(self.frame.locator(f"#p-{page}")).to_be_visible()

    def locate(self, activity: Activity) -> Locator:
        return self.frame.locator(f"[data-sk-activity='{activity.id}']")

    def answer(self, activity: Activity, options: Sequence[str]) -> None:
        """Choose these options and no others, and check."""
        self.go(activity.page)
        place = self.locate(activity)
        retry = place.locator("[data-sk-retry]")
        if retry.is_visible():
            retry.click()
        for option in activity.options:
            box = place.locator(f"input[value='{option}']")
            if option in options:
                box.check()
            elif box.get_attribute("type") == "checkbox":
                box.uncheck()
        place.locator("[data-sk-check]").click()
        expect(place.locator("[data-sk-feedback]")).to_be_visible()

    def do(self, activity: Activity) -> None:
        """Do an activity as one does who knows the answer."""
        if activity.kind == "choice":
            self.answer(activity, activity.right)
        elif activity.kind == "reflection":
            self.go(activity.page)
            place = self.locate(activity)
            place.locator("textarea").fill(SECRET)
            place.locator("[data-sk-done]").click()
            expect(place.locator("[data-sk-thanks]")).to_be_visible()
        else:
            raise AssertionError(f"nobody told the learner how to do a {activity.kind}")

    def do_all(self, pages: Sequence[str]) -> None:
        """See these pages, and do every activity there, asked for or not."""
        activities = self.activities
        for page in pages:
            self.go(page)
            for activity in activities:
                if activity.page == page:
                    self.do(activity)

    def finish_all(self, pages: Sequence[str] | None = None) -> None:
        """See these pages, or all, and do every required activity there that is not done."""
        todo = [activity for activity in self.activities if activity.required]
        for page in self.pages if pages is None else pages:
            self.go(page)
            for activity in todo:
                if activity.page == page:
                    self.do(activity)
