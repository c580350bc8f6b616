"""Every package of SCORM 2004, of the series and of the gallery: played to completion, by its sequencing.

Both editions carry the same content, by itself and in the whole course (which is tested first), so that what one
package shows of it is not shown twice. The series is played as a whole in both editions, and module by module; the
gallery, whose every activity takes its time, is played as a whole once, and begun in all its other packages.
"""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Locator, expect

from scormkit import build
from scormkit.diagnostics import Severity
from scormkit.preview import Call, PackageHost
from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk

from .conftest import ROOT, RUNTIME_2004, Learner

pytestmark = [pytest.mark.slow, pytest.mark.browser]

EDITIONS = ("scorm2004-3", "scorm2004-4")
COURSES = {"course": ROOT / "course", "gallery": ROOT / "examples" / "gallery"}
MODULES = {"course": ("m1", "m2", "m3", "m4"), "gallery": ("reading", "asking", "doing")}
THIRD, FOURTH = EDITIONS
# Each course's packages are built, and played, by one process.
SERIES = pytest.mark.xdist_group("targets-course")
GALLERY = pytest.mark.xdist_group("targets-gallery")

Packages = dict[tuple[str, str], Path]


class Hand(Keyboard):
    """Does what a keyboard does, and goes straight to where Tab would come in the end: that is tested elsewhere."""

    def reach(self, target: Locator) -> None:
        """Put the focus there."""
        target.focus()
        self.look(target)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Packages]:
    """Gives the packages of a course, by edition and module; the whole course is `all`."""
    known: dict[str, Packages] = {}

    def get(course: str) -> Packages:
        if course not in known:
            source = COURSES.get(course) or linear(tmp_path_factory.mktemp("source"))
            result = build(source, tmp_path_factory.mktemp(course), targets=EDITIONS)
            assert [str(each.message) for each in result.report if each.severity > Severity.WARNING] == []
            known[course] = {
                (each.target, "all" if each.modules > 1 else each.path.name.split("-")[1]): each.path
                for each in result.packages
            }
        return known[course]

    return get


def linear(folder: Path) -> Path:
    """The series, to be taken in its order."""
    course = Path(shutil.copytree(COURSES["course"], folder / "course"))
    with (course / "course.yaml").open("a", encoding="utf-8") as stream:
        stream.write("order: linear\n")
    return course


@pytest.fixture
def meet(built: Callable[[str], Packages], context: BrowserContext) -> Iterator[Callable[..., Learner]]:
    """Gives a learner at a package; in the end neither the browser nor the LMS may have a complaint."""
    learners: list[Learner] = []
    with contextlib.ExitStack() as hosts:

        def at(course: str, edition: str, name: str) -> Learner:
            host = hosts.enter_context(PackageHost(built(course)[edition, name], runtime=RUNTIME_2004))
            learners.append(Learner(context, host, host.launches[0].identifier))
            return learners[-1]

        yield at
    for each in learners:
        assert each.problems == []
        assert [call for call in each.host.calls if call.error != "0" and not _asks_for_a_score(call)] == []


def _asks_for_a_score(call: Call) -> bool:
    """Whether none has been written yet can only be asked by an error (RTE 3.1.7.5, 403)."""
    return (call.name, call.values, call.error) == ("GetValue", ("cmi.score.raw",), "403")


def enter(learner: Learner) -> None:
    """Open the package in the LMS, for whatever is delivered first."""
    learner.page = learner.context.new_page()
    learner.watch(learner.page)
    learner.page.goto(learner.host.start_url())


def is_at(learner: Learner, sco: str) -> Frame:
    """Wait until a SCO is delivered and runs."""
    assert learner.page is not None
    learner.page.locator(f"button[data-request='{sco}'][aria-current]").wait_for(state="attached")
    learner.sco = sco
    return learner.ready()


def do_all(learner: Learner, frame: Frame, course: str) -> str:
    """Do everything in the SCO; gives what its last page says."""
    if course != "gallery":
        learner.finish_all()
    else:
        assert learner.page is not None
        hand = Hand(learner.page, frame)
        pages = learner.pages
        for page in pages:
            learner.go(page)
            for place in frame.locator(f"#p-{page} > .sk-activity").all():
                walk(hand, place)
    verdict = frame.locator("#sk-outcome")
    expect(verdict).to_be_visible()
    said = str(verdict.get_attribute("data-sk-is"))
    assert said in ("passed", "completed"), verdict.inner_text()
    return said


def walk_out(learner: Learner, frame: Frame) -> None:
    """Leave by the SCO's own way out, and see that the LMS lets go."""
    assert learner.page is not None
    frame.locator("#sk-exit").click()
    learner.page.get_by_text("You have left the course").wait_for()
    learner.page.close()


@pytest.mark.parametrize("course", [pytest.param("course", marks=SERIES), pytest.param("gallery", marks=GALLERY)])
def test_both_editions_carry_the_same_content(built: Callable[[str], Packages], course: str) -> None:
    def content(package: Path) -> set[tuple[str, int]]:
        with zipfile.ZipFile(package) as archive:
            return {(each.filename, each.CRC) for each in archive.infolist() if "/" in each.filename}

    packages = built(course)
    assert set(packages) == {(edition, name) for edition in EDITIONS for name in (*MODULES[course], "all")}
    for name in (*MODULES[course], "all"):
        assert content(packages[THIRD, name]) == content(packages[FOURTH, name])
    for module in MODULES[course]:
        of_the_whole = content(packages[FOURTH, "all"])
        assert {each for each in content(packages[FOURTH, module]) if each[0].startswith(f"{module}/")} <= of_the_whole


@SERIES
@pytest.mark.parametrize("module", MODULES["course"])
def test_a_module_by_itself(meet: Callable[..., Learner], module: str) -> None:
    learner = meet("course", FOURTH, module)
    enter(learner)
    frame = is_at(learner, f"item-{module}")
    assert learner.page is not None
    assert learner.page.locator("#buttons button").count() == 0, "the module has its own way out"
    said = do_all(learner, frame, "course")
    assert frame.locator("#sk-proceed").is_hidden()
    walk_out(learner, frame)
    rollup = learner.host.rollup
    assert rollup.completion == "completed"
    assert rollup.success == ("passed" if said == "passed" else "unknown")
    assert learner.elements["cmi.completion_status"] == "completed"


@GALLERY
@pytest.mark.parametrize(
    ("edition", "name"), [*((edition, name) for edition in EDITIONS for name in MODULES["gallery"]), (THIRD, "all")]
)
def test_every_package_of_the_gallery_begins(meet: Callable[..., Learner], edition: str, name: str) -> None:
    learner = meet("gallery", edition, name)
    modules = MODULES["gallery"] if name == "all" else (name,)
    enter(learner)
    for module in modules:
        is_at(learner, f"item-{module}")
        assert learner.page is not None
        if module != modules[-1]:
            learner.page.locator("button[data-request='continue']").click()
    learner.leave()
    tracking = learner.host.tracking
    assert [tracking[f"item-{module}"].completion for module in modules] == ["incomplete"] * len(modules)
    assert learner.host.rollup.completion == "incomplete"


@SERIES
def test_a_linear_course_goes_on_only_once_a_module_is_done(meet: Callable[..., Learner]) -> None:
    learner = meet("linear", FOURTH, "all")
    enter(learner)
    frame = is_at(learner, "item-m1")
    page = learner.page
    assert page is not None
    offered = "button[data-request]:enabled"
    requests = page.locator(offered).evaluate_all("all => all.map(one => one.dataset.request)")
    assert not {"continue", "item-m2", "item-m3", "item-m4"} & set(requests)
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    learner.go(learner.pages[-1])
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    do_all(learner, frame, "linear")
    frame.locator("#sk-proceed").click()
    frame = is_at(learner, "item-m2")
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    assert learner.host.tracking["item-m1"].completion == "completed"
    assert page.locator("button[data-request='previous']").is_enabled()
    learner.leave()


@pytest.mark.parametrize(
    ("course", "edition"),
    [
        pytest.param("course", THIRD, marks=SERIES),
        pytest.param("course", FOURTH, marks=SERIES),
        pytest.param("gallery", FOURTH, marks=GALLERY),
    ],
)
def test_a_whole_course_from_module_to_module(meet: Callable[..., Learner], course: str, edition: str) -> None:
    learner = meet(course, edition, "all")
    modules = MODULES[course]
    enter(learner)
    verdicts = []
    for module in modules:
        frame = is_at(learner, f"item-{module}")
        assert learner.host.rollup.completion != "completed"
        verdicts.append(do_all(learner, frame, course))
        if module != modules[-1]:
            frame.locator("#sk-proceed").click()
    assert frame.locator("#sk-proceed").is_hidden()
    walk_out(learner, frame)
    host = learner.host
    assert [host.tracking[f"item-{module}"].completion for module in modules] == ["completed"] * len(modules)
    assert host.rollup.completion == "completed"
    assert host.rollup.success == ("passed" if "passed" in verdicts else "unknown")
    if course == "course":
        assert (host.rollup.success, host.rollup.measure) == ("passed", 1)

    # The next time: where the learner left, and all there as it was.
    enter(learner)
    is_at(learner, f"item-{modules[-1]}")
    learner.leave()
    entries = [call.result for call in host.calls if call.values == ("cmi.entry",)]
    assert entries == [*["ab-initio"] * len(modules), "resume"]
    assert host.rollup.completion == "completed"
