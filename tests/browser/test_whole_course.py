"""The whole course in one package: every module played to its end by cmi5, by Tin Can and as a web site from disk."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scormkit import build
from scormkit.preview import XapiHost
from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk

from .conftest import ROOT, Learner
from .learners import XapiLearner
from .test_access import AXE, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("whole-course")]

COURSES = {"series": ROOT / "course", "gallery": ROOT / "examples" / "gallery"}
COURSE = "https://www.gedeeldopvoederschap.nl/xapi/samenwerken-met-ouders/smo"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Gives the package of a whole course for a target."""
    known: dict[str, dict[str, Path]] = {}

    def get(course: str, target: str) -> Path:
        if course not in known:
            result = build(COURSES[course], tmp_path_factory.mktemp(course), targets=["cmi5", "tincan", "web"])
            assert result.packages, [str(problem.message) for problem in result.report]
            known[course] = {each.target: each.path for each in result.packages if each.modules > 1}
        return known[course][target]

    return get


@pytest.fixture
def meet(whole: Callable[[str, str], Path], context: BrowserContext) -> Iterator[Callable[..., XapiLearner]]:
    """Gives a learner at a whole course; in the end neither browser nor LRS may have had a complaint."""
    learners: list[XapiLearner] = []
    with contextlib.ExitStack() as hosts:

        def at(course: str, target: str) -> XapiLearner:
            host = hosts.enter_context(XapiHost(whole(course, target), cross_origin=True))
            learners.append(XapiLearner(context, host, host.launches[0].identifier))
            return learners[-1]

        yield at
    for each in learners:
        assert each.problems == []
        assert [one for one in each.host.requests if one.status in (400, 401, 403, 409, 412)] == []


def finish(learner: Learner, course: str) -> None:
    """Do all there is to do in a module."""
    if course == "series":
        learner.finish_all()
        return
    assert learner.page is not None
    keys = Keyboard(learner.page, learner.frame)
    for page in learner.pages:
        learner.go(page)
        for place in learner.frame.locator(f"#p-{page} > .sk-activity").all():
            walk(keys, place)


@pytest.mark.parametrize("course", COURSES)
def test_cmi5_is_satisfied_once_every_unit_is(course: str, meet: Callable[..., XapiLearner]) -> None:
    learner = meet(course, "cmi5")
    host = learner.host
    units = [each.identifier for each in host.launches]
    assert len(units) == {"series": 4, "gallery": 3}[course]
    for number, unit in enumerate(units):
        learner.sco = unit
        learner.launch()
        finish(learner, course)
        learner.settle()
        learner.frame.locator("#sk-exit").click()
        assert learner.page is not None
        learner.page.wait_for_url("**/return")
        learner.page.close()
        satisfied = [each for each in host.statements if each["verb"]["id"].endswith("/satisfied")]
        # The course and each of its blocks, once all units have moved on; there are no blocks here.
        assert len(satisfied) == (1 if number == len(units) - 1 else 0)
    said = [verb for verb in learner.said if verb != "answered"]
    assert said.count("initialized") == said.count("terminated") == said.count("completed") == len(units)


def at_overview(page: Page) -> None:
    page.locator("body.sk-index").wait_for()


def test_tin_can_launches_one_page_that_leads_to_all_modules_and_tells_of_the_whole(
    meet: Callable[..., XapiLearner],
) -> None:
    learner = meet("series", "tincan")
    assert [each.identifier for each in learner.host.launches] == [COURSE]
    page = learner.page = learner.context.new_page()
    learner.watch(page)
    page.goto(learner.host.launch_url(COURSE))
    links = page.locator("[data-sk-module]")
    expect(links).to_have_count(4)
    for number in range(4):
        at_overview(page)
        done = page.locator("[data-sk-done]:visible")
        expect(done).to_have_count(number)
        verbs = {each["verb"]["id"].rsplit("/", 1)[1] for each in learner.statements if each["object"]["id"] == COURSE}
        assert not verbs & {"completed", "passed"}
        links.nth(number).click()
        learner.ready()
        finish(learner, "series")
        learner.settle()
        page.locator("#sk-overview").click()
    at_overview(page)
    expect(page.locator("[data-sk-done]:visible")).to_have_count(4)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width, scheme in ((360, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    of_course = lambda: [each for each in learner.statements if each["object"]["id"] == COURSE]  # noqa: E731
    learner._wait_for(lambda: any(each["verb"]["id"].endswith("/passed") for each in of_course()))
    passed = next(each for each in of_course() if each["verb"]["id"].endswith("/passed"))
    assert passed["result"]["success"] is True
    assert passed["result"]["score"]["scaled"] == 1
    modules = {each["object"]["id"] for each in learner.statements if each["verb"]["id"].endswith("/completed")}
    assert modules == {COURSE, *(f"{COURSE}/m{n}" for n in range(1, 5))}
    assert len({each["context"]["registration"] for each in learner.statements}) == 1

    # Who comes back finds all done, and nothing is said twice.
    page.close()
    learner.page = learner.context.new_page()
    learner.watch(learner.page)
    learner.page.goto(learner.host.launch_url(COURSE))
    expect(learner.page.locator("[data-sk-done]:visible")).to_have_count(4)
    learner.page.close()
    assert sum(each["verb"]["id"].endswith("/passed") for each in of_course()) == 1


def test_a_web_site_opens_from_disk(whole: Callable[[str, str], Path], context: BrowserContext, tmp_path: Path) -> None:
    with zipfile.ZipFile(whole("series", "web")) as archive:
        archive.extractall(tmp_path)
    problems: list[str] = []
    page = context.new_page()
    page.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else problems.append(r.url))
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator("[data-sk-module]")).to_have_count(4)
    assert page.locator(".sk-header").evaluate("h => getComputedStyle(h).borderBottomStyle") == "solid", "its look"
    for number in range(4):
        page.locator("[data-sk-module]").nth(number).click()
        page.locator("#sk-where", has_text=" ").wait_for()
        count = page.locator("[data-sk-page]").count()
        for _ in range(count - 1):
            page.locator("#sk-next").click()
        expect(page.locator("#sk-next")).to_be_hidden()
        # Nobody looked for an LMS, so nobody misses one.
        expect(page.locator("#sk-banner")).to_be_hidden()
        page.locator("#sk-overview").click()
        at_overview(page)
    assert problems == []
