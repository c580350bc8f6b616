"""Learners at an LMS of either SCORM."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from .connector import STATUSES, Connector


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

    def scores(self) -> list[tuple[int, float]]:
        held: dict[str, str] = {}
        taken = []
        for call in self.someone.host.calls:
            if call.name == f"{self.prefix}SetValue" and call.result == "true":
                element, value = call.values
                held[element] = value
                taken.append((self.rank(held), float(held.get(self.score_element, -1))))
        return taken

    @staticmethod
    @abstractmethod
    def rank(held: Mapping[str, str]) -> int:
        """How high the status is among what an LMS took."""


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

    @staticmethod
    def rank(held: Mapping[str, str]) -> int:
        return ("", *STATUSES).index(held.get("cmi.core.lesson_status", ""))


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

    @staticmethod
    def rank(held: Mapping[str, str]) -> int:
        # One is told after the other, and either may go up alone.
        completion = ("", "incomplete", "completed").index(held.get("cmi.completion_status", ""))
        return completion * 3 + ("", "failed", "passed").index(held.get("cmi.success_status", ""))
