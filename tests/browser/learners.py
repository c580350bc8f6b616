"""Learners at an LMS of SCORM 2004, and at one of cmi5 or Tin Can."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Frame, Page

from scormkit.preview import Call, Conditions, PackageHost, XapiConditions, XapiHost

from .conftest import Learner


class Learner2004(Learner):
    """One learner at one SCO of SCORM 2004."""

    host: PackageHost

    def launch(self, conditions: Conditions | None = None) -> Frame:
        """Open the SCO in the LMS, in a new tab, and wait for its player."""
        return super().launch(conditions)

    def leave(self) -> list[Call]:
        """Close the tab; gives all calls of the launch."""
        assert self.page is not None
        number = self.page.evaluate("JSON.parse(document.getElementById('launch').textContent).number")
        self.page.close()
        self.page = None
        self._wait_for(lambda: any(call.name == "Terminate" for call in self._of(number)))
        return self._of(number)


class XapiLearner(Learner):
    """One learner at one unit of a cmi5 or Tin Can package, which is the whole page."""

    host: XapiHost  # type: ignore[assignment]

    def __init__(self, context: BrowserContext, host: XapiHost, activity: str) -> None:
        super().__init__(context, host, activity)  # type: ignore[arg-type]

    def watch(self, page: Page) -> None:
        """Note what goes wrong on a page. That a document is not there is no mistake, though Chromium calls it one."""
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._note)
        page.on("request", self._judge_request)

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.problems.append(message.text)

    def _judge_request(self, request: Any) -> None:
        if not request.url.startswith((self.host.url, self.host.endpoint.removesuffix("lrs/"), "blob:", "data:")):
            self.problems.append(f"asked for {request.url}")

    def launch(self, conditions: XapiConditions | None = None) -> Frame:  # type: ignore[override]
        """Open the unit as the LMS does, in a new tab, and wait for its player."""
        self.page = self.context.new_page()
        self.watch(self.page)
        self.page.goto(self.host.launch_url(self.sco, conditions))
        return self.ready()

    def ready(self) -> Frame:
        """The page, once its player runs."""
        assert self.page is not None
        self.page.locator("#sk-where", has_text=" ").wait_for()
        return self.frame

    @property
    def frame(self) -> Frame:
        assert self.page is not None
        return self.page.main_frame

    def leave(self) -> list[Call]:
        """Close the tab, and wait for the last word."""
        assert self.page is not None
        before = self.said.count("terminated")
        # A page that is closed by hand goes away as any other; closing it by Playwright alone tells it nothing.
        self.page.close(run_before_unload=True)
        self.page = None
        self._wait_for(lambda: self.said.count("terminated") > before)
        return []

    def settle(self) -> None:
        """Wait until all is saved."""
        self.frame.locator("#sk-status[data-sk-saving=kept]").wait_for()

    @property
    def statements(self) -> list[dict[str, Any]]:
        """What the unit said, in the order of storing."""
        return [each for each in self.host.statements if each["actor"]["account"]["name"] != "lms" and not _lms(each)]

    @property
    def said(self) -> list[str]:
        """The verbs of it."""
        return [each["verb"]["id"].rsplit("/", 1)[1] for each in self.statements]


def _lms(statement: dict[str, Any]) -> bool:
    """Whether the LMS said it: of its own verbs no unit says one (cmi5 9.3)."""
    return statement["verb"]["id"].rsplit("/", 1)[1] in ("launched", "abandoned", "waived", "satisfied")
