"""Every connector, by its name in the fault table."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Frame

from scormkit.preview import PackageHost, XapiHost

from ..learners import SiteHost, at_first_unit
from .connector import Connector
from .scorm import Scorm, Scorm12, Scorm2004
from .xapi import Cmi5, TinCan, Xapi

Host = PackageHost | XapiHost | SiteHost


class Web(Connector):
    """Someone at a plain web site: nothing is kept there, and the page says so."""

    target = "web"

    def launch(self, conditions: Any = None, *, whole: bool = True) -> Frame:
        self.someone.open(self.someone.site.replace("index.html", "m2/index.html"))
        frame: Frame = self.someone.ready(whole=whole)
        return frame

    def go_away(self) -> None:
        self.someone.close()

    @property
    def status(self) -> str | None:
        return None

    @property
    def state(self) -> str:
        return ""

    @property
    def score(self) -> float:
        return 0

    def damage(self, state: str) -> None:
        raise AssertionError("there is no state")

    def scores(self) -> list[tuple[int, float]]:
        return []


CONNECTORS: dict[str, type[Connector]] = {
    "scorm12": Scorm12,
    "scorm2004": Scorm2004,
    "cmi5": Cmi5,
    "tincan": TinCan,
    "web": Web,
}
SCORM = {"scorm12": "LMS", "scorm2004": ""}
"""What the names of the functions begin with."""
XAPI = ("cmi5", "tincan")


def learner(name: str, context: BrowserContext, host: Host) -> Connector:
    """A learner at the first unit of what `host` serves."""
    return CONNECTORS[name](at_first_unit(context, host))


__all__ = ["CONNECTORS", "SCORM", "XAPI", "Connector", "Host", "Scorm", "Xapi", "learner"]
