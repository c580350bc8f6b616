"""Every kind of activity with all its options, walked by keyboard: what it reports, the strictest LMSs take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, expect

from scormkit import build
from scormkit.preview import PackageHost, XapiHost
from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk

from .conftest import ROOT, RUNTIME_2004, Learner
from .learners import Learner2004, XapiLearner

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("gallery-standards")]

MODULES = ("asking", "doing")


@pytest.fixture(scope="session")
def galleries(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The packages of the gallery's modules, by target and module."""
    out = tmp_path_factory.mktemp("galleries")
    result = build(ROOT / "examples" / "gallery", out, targets=("scorm2004-4", "cmi5"))
    assert result.packages, [str(problem.message) for problem in result.report]
    return {(each.target, each.path.name.split("-")[1]): each.path for each in result.packages if each.modules == 1}


@pytest.fixture
def host_2004(galleries: dict[tuple[str, str], Path], request: pytest.FixtureRequest) -> Iterator[PackageHost]:
    with PackageHost(galleries["scorm2004-4", request.param], runtime=RUNTIME_2004) as host:
        yield host


@pytest.fixture
def host_cmi5(galleries: dict[tuple[str, str], Path], request: pytest.FixtureRequest) -> Iterator[XapiHost]:
    with XapiHost(galleries["cmi5", request.param]) as host:
        yield host


def do_all(learner: Learner, frame: Frame) -> Counter[str]:
    """Go through the module; gives how many activities of each interaction type were done."""
    assert learner.page is not None
    keys = Keyboard(learner.page, frame)
    for page in learner.pages:
        expect(frame.locator(f"#p-{page}")).to_be_visible()
        for place in frame.locator(f"#p-{page} > .sk-activity").all():
            walk(keys, place)
        if page != learner.pages[-1]:
            keys.choose(frame.locator("#sk-next"))
    assert frame.locator("#sk-outcome").get_attribute("data-sk-is") in ("passed", "completed")
    types = frame.eval_on_selector_all("[data-sk-interaction]", "all => all.map(one => one.dataset.skInteraction)")
    return Counter(types)


@pytest.mark.parametrize("host_2004", MODULES, indirect=True)
def test_an_lms_of_scorm_2004_takes_every_interaction(host_2004: PackageHost, context: BrowserContext) -> None:
    learner = Learner2004(context, host_2004, host_2004.launches[0].identifier)
    types = do_all(learner, learner.launch())
    calls = learner.leave()
    assert [(call.name, call.values, call.error) for call in calls if call.error != "0"] == []
    kept = learner.elements
    reported = {value for name, value in kept.items() if name.startswith("cmi.inter") and name.endswith(".type")}
    assert reported == set(types)
    assert kept["cmi.completion_status"] == "completed"
    assert learner.problems == []


@pytest.mark.parametrize("host_cmi5", MODULES, indirect=True)
def test_an_lms_of_cmi5_takes_every_interaction(host_cmi5: XapiHost, context: BrowserContext) -> None:
    learner = XapiLearner(context, host_cmi5, host_cmi5.launches[0].identifier)
    frame = learner.launch()
    types = do_all(learner, frame)
    learner.settle()
    learner.leave()
    assert [(each.resource, each.answer) for each in host_cmi5.requests if each.status in (400, 403, 409, 412)] == []
    answers = [each for each in learner.statements if each["verb"]["id"].endswith("answered")]
    assert {each["object"]["definition"]["interactionType"] for each in answers} == set(types)
    assert learner.said[0] == "initialized"
    assert learner.said[-1] == "terminated"
    assert "completed" in learner.said
    assert learner.problems == []
