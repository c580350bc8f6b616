"""Learners at an LMS of SCORM, at one of cmi5 or Tin Can, and at a web site."""

from __future__ import annotations

import contextlib
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame, FrameLocator, Page
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scormkit.preview import Call, Conditions, Exchange, PackageHost, XapiConditions, XapiHost
from scormkit.preview.serving import Server, served

from .readers import Reader


class Learner(Reader):
    """One learner at one SCO of either SCORM, from launch to launch."""

    def __init__(self, context: BrowserContext, host: PackageHost, sco: str) -> None:
        super().__init__(context)
        self.host = host
        self.own = (host.url,)
        self.sco = sco

    def watch(self, page: Page) -> None:
        """Note what goes wrong on a page, and what it asks of anyone but the host, or in vain."""
        super().watch(page)
        page.on("response", lambda r: self.problems.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def launch(self, conditions: Conditions | None = None, *, whole: bool = True) -> Frame:
        """Open the SCO in the LMS, in a new tab, and wait for its player."""
        self.open(self.host.launch_url(self.sco, conditions))
        return self.ready(whole=whole)

    @property
    def place(self) -> FrameLocator:
        """The frame that the LMS shows the SCO in."""
        assert self.page is not None
        return self.page.frame_locator("iframe")

    @property
    def frame(self) -> Frame:
        """The SCO's."""
        assert self.page is not None
        frame = self.page.frame("sco")
        assert frame is not None
        return frame

    def leave(self) -> list[Call]:
        """Go back to the LMS's list; gives all calls of the launch.

        A page that makes way for another has the time it needs for its last words. One whose tab is closed has but a
        moment, which may be too short for an LMS on a busy machine.
        """
        assert self.page is not None
        number = self.page.evaluate("JSON.parse(document.getElementById('launch').textContent).number")
        self.page.goto(self.host.url)
        self.close()
        self.wait_until(lambda: any(call.name in ("LMSFinish", "Terminate") for call in self._of(number)))
        return self._of(number)

    def _of(self, number: int) -> list[Call]:
        return [call for call in self.host.calls if call.launch == number]

    @property
    def calls(self) -> list[Call]:
        """The calls of this launch so far, from the LMS page itself."""
        assert self.page is not None
        return [
            Call(self.sco, 0, call["name"], tuple(call["values"]), call["result"], call["error"])
            for call in self.page.evaluate("window.calls")
        ]

    @property
    def refused(self) -> list[Call]:
        """The calls that the LMS did not take."""
        return [call for call in self.host.calls if call.error != "0"]

    def wait_for_commit(self, count: int) -> None:
        """Wait until the LMS page has seen this many commits."""
        assert self.page is not None
        self.page.wait_for_function("n => calls.filter(c => c.name === 'LMSCommit').length >= n", arg=count)

    @property
    def elements(self) -> dict[str, str]:
        """What the LMS keeps of this SCO."""
        return self.host.records[self.sco].elements


class XapiLearner(Reader):
    """One learner at one unit of a cmi5 or Tin Can package, which is the whole page."""

    def __init__(self, context: BrowserContext, host: XapiHost, activity: str) -> None:
        super().__init__(context)
        self.host = host
        self.own = (host.url, host.endpoint.removesuffix("lrs/"))
        self.sco = activity

    def _note(self, message: ConsoleMessage) -> None:
        # That a document is not there is no mistake, though Chromium calls it one.
        if "Failed to load resource" not in message.text:
            super()._note(message)

    def launch(self, conditions: XapiConditions | None = None, *, whole: bool = True) -> Frame:
        """Open the unit as the LMS does, in a new tab, and wait for its player."""
        self.open(self.host.launch_url(self.sco, conditions))
        return self.ready(whole=whole)

    def leave(self) -> None:
        """Close the tab, once the beginning was heard, and wait for the last word."""
        before = self.said.count("terminated")
        self.wait_until(lambda: self.said.count("initialized") > before)
        self.close()
        self.wait_until(lambda: self.said.count("terminated") > before)

    @property
    def refused(self) -> list[tuple[str, str, int, bytes]]:
        """The requests that the LRS did not take."""
        return [
            (one.method, one.resource, one.status, one.answer)
            for one in self.host.requests
            if one.status in (400, 401, 403, 409, 412) and not _late(one)
        ]

    @property
    def statements(self) -> list[dict[str, Any]]:
        """What the unit said, in the order that it was said: one request may overtake another (cmi5 9.3)."""
        own = [each for each in self.host.statements if each["actor"]["account"]["name"] != "lms" and not _lms(each)]
        return sorted(own, key=lambda each: str(each["timestamp"]))

    @property
    def said(self) -> list[str]:
        """The verbs of it."""
        return [verb(each) for each in self.statements]

    def assert_said(self, *verbs: str, after: int = 0) -> None:
        """That it said just this since it had said so many; a page that goes away leaves the last of it on its way."""
        with contextlib.suppress(AssertionError):
            self.wait_until(lambda: len(self.said) >= after + len(verbs))
        assert self.said[after:] == list(verbs)


def verb(statement: dict[str, Any]) -> str:
    """The last word of a statement's verb, such as `passed`."""
    return str(statement["verb"]["id"].rsplit("/", 1)[1])


def _lms(statement: dict[str, Any]) -> bool:
    """Whether the LMS said it: of its own verbs no unit says one (cmi5 9.3)."""
    return verb(statement) in ("launched", "abandoned", "waived", "satisfied")


def _late(request: Exchange) -> bool:
    """Whether it only asked for something, and was overtaken by the last words of a page that went away meanwhile."""
    return request.method == "GET" and b"the session is terminated" in request.answer


class Visitor(Reader):
    """Someone at a plain web site."""

    def __init__(self, context: BrowserContext, host: SiteHost) -> None:
        super().__init__(context)
        self.site = f"{host.url}site/index.html"
        self.own = (host.url,)


def at_first_unit(context: BrowserContext, host: PackageHost | XapiHost | SiteHost) -> Learner | XapiLearner | Visitor:
    """A learner at the first unit of what a host serves."""
    if isinstance(host, SiteHost):
        return Visitor(context, host)
    at = XapiLearner if isinstance(host, XapiHost) else Learner
    return at(context, host, host.launches[0].identifier)


class SiteHost(Server):
    """Serves a package that is a plain web site, between `start` and `stop`."""

    def __init__(self, package: Path) -> None:
        super().__init__([Route("/site/{name:path}", self._content)])
        self._archive = zipfile.ZipFile(package)

    def stop(self) -> None:
        super().stop()
        self._archive.close()

    async def _content(self, request: Request) -> Response:
        name = request.path_params["name"]
        return served(name, self._archive.read(name), request.headers.get("range"))
