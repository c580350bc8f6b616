"""Learners at each connector, who know what they answered, what the page promised them, and what it said."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import BrowserContext, Frame

from scormkit.preview import Conditions, PackageHost, XapiConditions, XapiHost
from scormkit.preview.network import NetworkFault

from ..learners import Learner, SiteHost, Visitor, XapiLearner
from ..readers import Activity, Reader

Host = PackageHost | XapiHost | SiteHost

SAVINGS = ("kept", "waiting", "failing", "review", "unkept")
WORRIES = {"failing", "review", "unkept", "no_lms", "no_pages", "damaged", "two_windows", "session_over"}
"""What a page says that a learner may have to do something about, or should at least know."""
STATUSES = ("incomplete", "failed", "completed", "passed")

LISTENER = """(() => {
  const told = (window.told = []);
  const wait = window.setTimeout;
  // What is tried again after two seconds, and then more and more seldom, is here tried again soon.
  window.setTimeout = (job, pause, ...more) => wait(job, Math.min(pause || 0, 200), ...more);
  const wordOf = (text) => [...document.querySelectorAll("[data-sk-word]")].find((one) => one.textContent === text);
  new MutationObserver((changes) => {
    for (const { target, oldValue, addedNodes } of changes) {
      if (target.id === "sk-status") told.push(oldValue);
      else if (target.id === "sk-banner" || target.id === "sk-live")
        for (const one of addedNodes) told.push(wordOf(one.textContent)?.dataset.skWord);
    }
    told.push(document.getElementById("sk-status")?.dataset.skSaving);
  }).observe(document, {
    subtree: true, childList: true, attributeFilter: ["data-sk-saving"], attributeOldValue: true,
  });
})()"""
"""Notes in a page, in order, all that its status line, its banner and its live region say, by the words' names."""

SHOWN = """all => Object.fromEntries(all.flatMap(one => {
  const done = one.querySelector("[data-sk-feedback], [data-sk-thanks]");
  if (!done || done.hidden) return [];
  const chosen = [...one.querySelectorAll("input:checked, [data-sk-blank]")];
  return [[one.dataset.skActivity, chosen.map(({ value }) => value)]];
}))"""
"""The answers that stand on the pages, by activity; of a reflection only that it is done."""


class Connector(ABC):
    """One learner at one module, from launch to launch."""

    target: ClassVar[str]

    package: Callable[..., Path]
    """Gives the package of a course that `courses.write` makes with such an edit, or with what a function gives."""

    def __init__(self, someone: Any) -> None:
        self.someone: Any = someone
        self.given: dict[str, list[str]] = {}
        """What the learner answered last, by activity."""
        self.promised: dict[str, list[str]] = {}
        """As much of it as was answered when the page said that all is kept."""
        self.right: set[str] = set()
        """The activities of which the answer was right."""
        self.told: list[str] = []
        """What the pages of this learner have said."""
        self.left = True
        """Whether the LMS is to hear when the learner goes."""
        self.since = 0
        """How much the LMS had taken when it lost it all."""

    def launch(self, conditions: Any = None, *, whole: bool = True) -> Frame:
        """Open the module and wait until all of it is there, or only until its first page is."""
        frame = self.open(conditions)
        if whole:
            self.whole()
        return frame

    def open(self, conditions: Any) -> Frame:
        frame: Frame = self.someone.launch(conditions)
        return frame

    def whole(self) -> None:
        """Wait until all pages, and all that they do, are there."""
        self.frame.locator("#sk-menu [data-sk-mark][data-sk-is]").first.wait_for(state="attached")

    @property
    def frame(self) -> Frame:
        frame: Frame = self.someone.frame
        return frame

    @property
    def activities(self) -> list[Activity]:
        activities: list[Activity] = self.someone.activities
        return activities

    @property
    def questions(self) -> list[Activity]:
        return [each for each in self.activities if each.correct]

    def answer(self, *, right: bool = True) -> None:
        """Answer the next question that this learner has not answered."""
        question = next(each for each in self.questions if each.id not in self.given)
        if right:
            self.right.add(question.id)
        self.give(question, question.right if right else question.wrong)

    def give(self, activity: Activity, options: Sequence[str] = ()) -> None:
        """Do an activity: a choice with these options."""
        if activity.kind == "choice":
            self.someone.answer(activity, options)
        else:
            self.someone.do(activity)
        self.given[activity.id] = list(options)
        self.notice()

    def notice(self) -> str:
        """See what the page says of saving."""
        saving = str(self.frame.locator("#sk-status").get_attribute("data-sk-saving"))
        if saving == "kept":
            self.promised = dict(self.given)
        return saving

    def settle(self, *savings: str) -> None:
        """Wait until the page says one of these of saving: that all is kept, unless told otherwise."""
        places = ", ".join(f"#sk-status[data-sk-saving={saving}]" for saving in savings or ("kept",))
        self.frame.locator(places).wait_for(state="attached")
        self.notice()

    @property
    def shown(self) -> dict[str, list[str]]:
        shown: dict[str, list[str]] = self.frame.eval_on_selector_all("[data-sk-activity]", SHOWN)
        return shown

    @property
    def worries(self) -> set[str]:
        return WORRIES & set(self.told)

    def hear(self) -> None:
        """Take down what the page has said so far."""
        self.told += self.frame.evaluate("told.splice(0).filter(Boolean)")

    def wait_for_word(self, word: str) -> None:
        """Wait until the page has said this word."""
        self.frame.wait_for_function("word => told.includes(word)", arg=word)

    def kill(self) -> None:
        """Kill the tab."""
        self.hear()
        self.someone.crash()

    def leave(self) -> None:
        """Go away."""
        self.hear()
        self.go_away()

    @abstractmethod
    def go_away(self) -> None:
        """Go away as from any page; the LMS hears of it, unless it is deaf."""

    def forget(self) -> None:
        """What was answered is gone, by somebody else's doing."""
        self.given.clear()
        self.promised.clear()
        self.right.clear()
        self.since = len(self.scores())

    @property
    @abstractmethod
    def status(self) -> str | None:
        """The status that the LMS holds, as one of `STATUSES`."""

    @property
    @abstractmethod
    def state(self) -> str:
        """The saved state that the LMS holds."""

    @property
    @abstractmethod
    def score(self) -> float:
        """The best score, from 0 to 100, that the LMS holds, be it in the saved state."""

    @abstractmethod
    def damage(self, state: str) -> None:
        """Let the LMS hold another saved state."""

    @abstractmethod
    def scores(self) -> list[tuple[int, float]]:
        """The ranks of status, and the scores, that the LMS took, one after the other."""

    def assert_never_down(self) -> None:
        """What the LMS took went up only."""
        taken = self.scores()[self.since :]
        for ranks in zip(*taken, strict=True):
            assert list(ranks) == sorted(ranks), f"the LMS took {taken}"

    def assert_true_to_its_word(self) -> None:
        """What fails is said aloud, and that it is kept again only once it is."""
        assert ("failing" in self.told) == ("status_failing" in self.told), f"the page said {self.told}"
        savings = [word for word in self.told if word in (*SAVINGS, "status_again")]
        for word, then in pairwise(savings):
            assert word != "status_again" or then == "kept", f"the page said {self.told}"

    def assert_no_complaint(self) -> None:
        """No page had a complaint, and nothing was refused but on request."""
        assert [each for each in self.someone.problems if "ERR_" not in each] == []

    def network(self, *, on: bool) -> None:
        """The learner's network goes, or comes back."""
        self.someone.context.set_offline(not on)


class Scorm(Connector):
    """One learner at an LMS of SCORM."""

    prefix: ClassVar[str]
    last_word: ClassVar[str]
    state_element = "cmi.suspend_data"
    score_element: ClassVar[str]
    too_long: ClassVar[str]
    """The error of a value that the LMS has no room for."""
    over: ClassVar[dict[str, str]]
    """What the functions of an LMS answer to whose session it has ended, by function."""

    def go_away(self) -> None:
        page = self.someone.page
        number = page.evaluate("JSON.parse(document.getElementById('launch').textContent).number")
        page.goto(self.someone.host.url)
        self.someone.close()
        if self.left:
            self.someone.wait_until(lambda: self._ended(number))

    def _ended(self, number: int) -> bool:
        return any((call.launch, call.name) == (number, self.last_word) for call in self.someone.host.calls)

    def fail(self, call: str, **how: Any) -> None:
        """Let a function fail from now on."""
        fault = {"call": call, "how": "false", "times": 999, "element": "", "above": -1, "error": "101", "seconds": 0}
        self.someone.page.evaluate("fault => void faults.push(fault)", {**fault, **how})

    def mend(self) -> None:
        """Let everything work again."""
        self.someone.page.evaluate("faults.length = 0")

    @property
    def elements(self) -> dict[str, str]:
        elements: dict[str, str] = self.someone.elements
        return elements

    @property
    def state(self) -> str:
        return self.elements.get(self.state_element, "")

    @property
    def score(self) -> float:
        # Of SCORM 2004 it waits in the state until the module is over.
        best = self.state.split("~")[3:]
        return max(float(self.elements.get(self.score_element, 0)), int(best[0], 36) / 100 if best else 0)

    def damage(self, state: str) -> None:
        self.elements[self.state_element] = state

    def taken(self, *elements: str) -> list[tuple[str, str]]:
        """What the LMS took of these elements."""
        calls = [call for call in self.someone.host.calls if call.name == f"{self.prefix}SetValue"]
        return [call.values for call in calls if call.result == "true" and call.values[0] in elements]


class Scorm12(Scorm):
    target = "scorm12"
    prefix = "LMS"
    last_word = "LMSFinish"
    score_element = "cmi.core.score.raw"
    too_long = "405"
    over: ClassVar = {"LMSSetValue": "301", "LMSGetValue": "301", "LMSCommit": "301", "LMSFinish": "301"}

    @property
    def status(self) -> str | None:
        status = self.elements.get("cmi.core.lesson_status")
        return status if status in STATUSES else None

    def scores(self) -> list[tuple[int, float]]:
        rank, score = -1, -1.0
        taken = []
        for element, value in self.taken("cmi.core.lesson_status", "cmi.core.score.raw"):
            rank = STATUSES.index(value) if element == "cmi.core.lesson_status" else rank
            score = float(value) if element == "cmi.core.score.raw" else score
            taken.append((rank, score))
        return taken


class Scorm2004(Scorm):
    target = "scorm2004-4"
    prefix = ""
    last_word = "Terminate"
    score_element = "cmi.score.raw"
    too_long = "406"
    over: ClassVar = {"SetValue": "133", "GetValue": "123", "Commit": "143", "Terminate": "113"}

    @property
    def status(self) -> str | None:
        completion, success = (self.elements.get(f"cmi.{name}_status") for name in ("completion", "success"))
        return completion if completion != "completed" or success not in STATUSES else success

    def scores(self) -> list[tuple[int, float]]:
        rank, score = -1, -1.0
        taken = []
        for element, value in self.taken("cmi.completion_status", "cmi.success_status", "cmi.score.raw"):
            rank = rank if element == "cmi.score.raw" else max(rank, STATUSES.index(value))
            score = float(value) if element == "cmi.score.raw" else score
            taken.append((rank, score))
        return taken


class Xapi(Connector):
    """One learner at an LMS with a record store."""

    def go_away(self) -> None:
        before = self.someone.said.count("terminated")
        self.someone.close()
        if self.left:
            self.someone.wait_until(lambda: self.someone.said.count("terminated") > before)

    def fail(self, *faults: NetworkFault) -> None:
        """Let these requests fail from now on."""
        self.someone.host.network.fail(*faults)

    def mend(self) -> None:
        """Let everything work again."""
        self.someone.host.network.mend()

    def network(self, *, on: bool) -> None:
        self.someone.host.network.offline = not on

    @property
    def document(self) -> dict[str, Any]:
        """The document of the State resource that holds the attempt."""
        document: dict[str, Any] = json.loads(self.someone.host.states.get("scormkit", b"{}"))
        return document

    @property
    def status(self) -> str | None:
        status: str | None = self.document.get("status")
        return status

    @property
    def state(self) -> str:
        return str(self.document.get("state", ""))

    @property
    def score(self) -> float:
        return float(self.document.get("score") or 0)

    def damage(self, state: str) -> None:
        self.write(json.dumps({**self.document, "state": state}).encode())

    def write(self, document: bytes) -> None:
        """Let the LRS hold this in the place of the attempt, JSON or not."""
        host = self.someone.host
        found = next(each for each in host.documents if each.id == "scormkit")
        with host._lrs.lock:
            host._lrs.put_document(found.owner, found.id, document)

    def scores(self) -> list[tuple[int, float]]:
        puts = [
            json.loads(each.body)
            for each in self.someone.host.requests
            if each.method == "PUT" and each.parameters.get("stateId") == "scormkit" and each.status == 204
        ]
        return [
            (STATUSES.index(each["status"]) if each["status"] else -1, -1 if each["score"] is None else each["score"])
            for each in puts
        ]

    def assert_no_complaint(self) -> None:
        super().assert_no_complaint()
        # That another was quicker is no mistake, and each puts it right; nor is what an LMS does to a session.
        own = (b"fails on request", b"the session is", b"before it says anything")
        spared = [each for each in self.someone.refused if each[2] == 412 or any(words in each[3] for words in own)]
        refused = [each for each in self.someone.refused if each not in spared]
        assert refused == []


class Cmi5(Xapi):
    target = "cmi5"


class TinCan(Xapi):
    target = "tincan"


class Web(Connector):
    """Someone at a plain web site: nothing is kept there, and the page says so."""

    target = "web"

    def open(self, conditions: Any) -> Frame:
        page = self.someone.open(self.someone.site.replace("index.html", "m2/index.html"))
        self.someone.ready()
        return page.main_frame

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
    someone: Reader
    if isinstance(host, SiteHost):
        someone = Visitor(context, host)
    elif isinstance(host, XapiHost):
        someone = XapiLearner(context, host, host.launches[0].identifier)
    else:
        someone = Learner(context, host, host.launches[0].identifier)
    return CONNECTORS[name](someone)


__all__ = ["CONNECTORS", "SCORM", "XAPI", "Conditions", "Connector", "Scorm", "Xapi", "XapiConditions", "learner"]
