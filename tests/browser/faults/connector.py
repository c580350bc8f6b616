"""A learner who knows what they answered, what the page promised them, and what it said: whatever the connector."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Frame

from ..readers import Activity
from .listening import SAVINGS, SHOWN, WORRIES

STATUSES = ("incomplete", "failed", "completed", "passed")


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
        self.gave: Counter[str] = Counter()
        """How often the learner has answered, by activity: also what meant nothing any more, or was lost."""
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
        frame: Frame = self.someone.launch(conditions, whole=whole)
        return frame

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
        self.gave[activity.id] += 1
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
