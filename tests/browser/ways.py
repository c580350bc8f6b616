"""The ways through a whole course: how each standard lets a learner come to a module, leave it, and come back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Frame, Page, expect

from .learners import Learner, Visitor, XapiLearner, verb
from .readers import Reader


class Way:
    """A way through the modules of a course, one after the other."""

    keeps = True
    """Whether a learner who comes back finds all as it was."""

    def __init__(self, reader: Any, modules: Sequence[str]) -> None:
        self.reader: Reader = reader
        self.modules = modules
        self.visits: list[int] = []
        """The numbers of the modules, as they were entered one after the other."""

    def enter(self, number: int) -> None:
        """Come to a module and wait until all of it runs."""
        self.open(number)
        self.visits.append(number)

    def open(self, number: int) -> None:
        """How one comes to a module."""
        raise NotImplementedError

    def leave(self) -> None:
        """Go away in the midst of a module."""
        raise NotImplementedError

    def go_out(self, number: int) -> None:
        """Leave a module that is done, by its own way out."""
        raise NotImplementedError

    def heard(self, number: int) -> set[str]:
        """The types of the interactions that the LMS has heard of from a module."""
        raise NotImplementedError

    def judge(self, outcomes: Sequence[str], *, perfect: bool) -> None:
        """Whether the LMS has it right, once all modules ended so; `perfect` means that no answer was wrong."""

    def is_last(self, number: int) -> bool:
        return number == len(self.modules) - 1


class Scorm(Way):
    """What both SCORMs share."""

    reader: Learner

    def leave(self) -> None:
        self.reader.leave()

    def sco(self, number: int) -> str:
        return f"item-{self.modules[number]}"

    def heard(self, number: int) -> set[str]:
        return {
            call.values[1]
            for call in self.reader.host.calls
            if call.sco == self.sco(number) and re.fullmatch(r"cmi\.interactions\.\d+\.type", call.values[0])
        }


class Scorm12(Scorm):
    """The LMS lists the SCOs, and the learner takes one after the other."""

    def open(self, number: int) -> None:
        self.reader.sco = self.sco(number)
        self.reader.launch()

    def go_out(self, number: int) -> None:
        self.reader.frame.locator("#sk-exit").click()
        self.reader.frame.locator("#sk-end").wait_for()
        self.reader.leave()

    def judge(self, outcomes: Sequence[str], *, perfect: bool) -> None:
        for number, outcome in enumerate(outcomes):
            kept = self.reader.host.records[self.sco(number)].elements
            assert kept["cmi.core.lesson_status"] == outcome
            if perfect and outcome == "passed":
                assert kept["cmi.core.score.raw"] == "100"
        assert self.reader.refused == []


class Scorm2004(Scorm):
    """The sequencing delivers a SCO, and a button in it leads to the next."""

    def open(self, number: int) -> None:
        if self.reader.page is None:
            start(self.reader)
        frame = is_at(self.reader, self.sco(number))
        if self.reader.elements.get("cmi.completion_status") != "completed":
            assert self.reader.host.rollup.completion != "completed"
            expect(frame.locator("#sk-proceed")).to_be_hidden()

    def go_out(self, number: int) -> None:
        proceed = self.reader.frame.locator("#sk-proceed")
        if self.is_last(number):
            expect(proceed).to_be_hidden()
            assert self.reader.page is not None
            self.reader.frame.locator("#sk-exit").click()
            self.reader.page.get_by_text("You have left the course").wait_for()
            self.reader.page.close()
            self.reader.page = None
        else:
            proceed.click()

    def judge(self, outcomes: Sequence[str], *, perfect: bool) -> None:
        host = self.reader.host
        assert {host.tracking[self.sco(n)].completion for n in range(len(outcomes))} == {"completed"}
        assert host.rollup.completion == "completed"
        assert host.rollup.success == ("passed" if "passed" in outcomes else "unknown")
        if perfect:
            assert host.rollup.measure == 1
        entries = [call.result for call in host.calls if call.values == ("cmi.entry",)]
        assert entries == [
            "resume" if number in self.visits[:n] else "ab-initio" for n, number in enumerate(self.visits)
        ]
        assert self.reader.refused == []


def start(learner: Learner) -> None:
    """Open the package in the LMS, for whatever is delivered first."""
    learner.open(learner.host.start_url())


def is_at(learner: Learner, sco: str) -> Frame:
    """Wait until a SCO is delivered and runs."""
    assert learner.page is not None
    learner.page.locator(f"button[data-request='{sco}'][aria-current]").wait_for(state="attached")
    learner.sco = sco
    return learner.ready()


class Xapi(Way):
    """What cmi5 and Tin Can share: an LRS that hears what is done."""

    reader: XapiLearner

    def leave(self) -> None:
        self.reader.leave()

    def unit(self, number: int) -> str:
        """The id of a module in statements; in cmi5 it is the LMS's own."""
        raise NotImplementedError

    def iri(self, number: int) -> str:
        """The id of a module by its publisher, under which all that is in it has its own."""
        return self.unit(number)

    def heard(self, number: int) -> set[str]:
        return {
            each["object"]["definition"]["interactionType"]
            for each in self.reader.statements
            if verb(each) == "answered" and each["object"]["id"].startswith(f"{self.iri(number)}/")
        }

    def verbs(self, activity: str) -> list[str]:
        """What was said of an activity itself, in order."""
        return [verb(each) for each in self.reader.statements if each["object"]["id"] == activity]

    def scores(self) -> set[tuple[bool, float]]:
        """How all that was passed was passed."""
        results = [each["result"] for each in self.reader.statements if verb(each) == "passed"]
        return {(each["success"], each["score"]["scaled"]) for each in results}


class Cmi5(Xapi):
    """The LMS launches one unit after the other, and takes each learner back."""

    def unit(self, number: int) -> str:
        said = [each for each in self.reader.statements if verb(each) == "initialized"]
        ids = list(dict.fromkeys(each["object"]["id"] for each in said))
        return str(ids[number])

    def iri(self, number: int) -> str:
        return self.reader.host.launches[number].identifier

    def open(self, number: int) -> None:
        self.reader.sco = self.reader.host.launches[number].identifier
        self.reader.launch()

    def go_out(self, number: int) -> None:
        assert self.reader.page is not None
        self.reader.settle()
        self.reader.frame.locator("#sk-exit").click()
        self.reader.page.wait_for_url("**/return")
        self.reader.page.close()
        self.reader.page = None
        satisfied = [each for each in self.reader.host.statements if verb(each) == "satisfied"]
        # The course, once all units have moved on; there are no blocks here.
        assert len(satisfied) == (1 if self.is_last(number) else 0)

    def judge(self, outcomes: Sequence[str], *, perfect: bool) -> None:
        for number, outcome in enumerate(outcomes):
            said = [each for each in self.verbs(self.unit(number)) if each != "answered"]
            assert said.count("initialized") == said.count("terminated") == self.visits.count(number)
            assert said.count("completed") == 1
            assert said.count("passed") == (1 if outcome == "passed" else 0)
        if perfect:
            assert self.scores() == {(True, 1)}
        assert [session.over for session in self.reader.host.sessions] == ["terminated"] * len(self.visits)


class Overview(Way):
    """One page leads to all modules."""

    def url(self) -> str:
        """Where that page is."""
        raise NotImplementedError

    def open(self, number: int) -> None:
        page = self.reader.page or self.reader.open(self.url())
        at_overview(page)
        expect(page.locator("[data-sk-module]")).to_have_count(len(self.modules))
        page.locator("[data-sk-module]").nth(number).click()
        self.reader.ready()

    def go_out(self, number: int) -> None:
        assert self.reader.page is not None
        expect(self.reader.frame.locator("#sk-banner")).to_be_hidden()
        self.reader.frame.locator("#sk-overview").click()
        at_overview(self.reader.page)


def at_overview(page: Page) -> None:
    """Wait for the page that leads to all modules."""
    page.locator("body.sk-index").wait_for()


class TinCan(Overview, Xapi):
    """The LMS launches the overview, and hears of each module and of the whole."""

    @property
    def course(self) -> str:
        """The id of the whole course."""
        (launch,) = self.reader.host.launches
        return launch.identifier

    def unit(self, number: int) -> str:
        return f"{self.course}/{self.modules[number]}"

    def url(self) -> str:
        return self.reader.host.launch_url(self.course)

    def open(self, number: int) -> None:
        super().open(number)
        if number and not self.is_last(number):
            assert not {"completed", "passed"} & set(self.verbs(self.course))

    def go_out(self, number: int) -> None:
        self.reader.settle()
        super().go_out(number)
        assert self.reader.page is not None
        expect(self.reader.page.locator("[data-sk-done]:visible")).to_have_count(number + 1)

    def judge(self, outcomes: Sequence[str], *, perfect: bool) -> None:
        end = "passed" if "passed" in outcomes else "completed"
        self.reader.wait_until(lambda: end in self.verbs(self.course))
        units = [self.unit(number) for number in range(len(outcomes))]
        for activity, outcome in zip([self.course, *units], [end, *outcomes], strict=True):
            said = self.verbs(activity)
            assert said.count("completed") == 1
            assert said.count("passed") == (1 if outcome == "passed" else 0)
        if perfect:
            assert self.scores() == {(True, 1)}
        assert len({each["context"]["registration"] for each in self.reader.statements}) == 1
        overviews = [each for each in self.reader.statements if each["object"]["id"] == self.course]
        lengths = [each["result"]["duration"] for each in overviews if verb(each) == "terminated"]
        assert lengths
        assert "PT0S" not in lengths


class Web(Overview):
    """A plain site, which keeps nothing: nobody looks for an LMS, and nobody misses one."""

    keeps = False
    reader: Visitor

    def url(self) -> str:
        return self.reader.site


WAYS: dict[str, type[Way]] = {
    "scorm12": Scorm12,
    "scorm2004-3": Scorm2004,
    "scorm2004-4": Scorm2004,
    "cmi5": Cmi5,
    "tincan": TinCan,
    "web": Web,
}
"""By target."""
