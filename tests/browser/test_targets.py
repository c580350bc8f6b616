"""Packages of SCORM 2004, by their sequencing: what both editions share, single modules, and the order of a course.

Both editions carry the same content, by itself and in the whole course (which is tested first), so that what one
package shows of it is not shown twice. Whole courses are played by `test_whole_course`.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scormkit import build

from .conftest import COURSES, MODULES, SHOWN, WHOLE, Packages
from .learners import Learner
from .ways import Scorm2004, is_at, start

pytestmark = [pytest.mark.slow, pytest.mark.browser]

EDITIONS = ("scorm2004-3", "scorm2004-4")
THIRD, FOURTH = EDITIONS


@pytest.fixture(scope="module")
def linear(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of four small modules, to be taken in their order."""
    folder = tmp_path_factory.mktemp("linear")
    course = Path(shutil.copytree(COURSES["four"], folder / "course"))
    with (course / "course.yaml").open("a", encoding="utf-8") as stream:
        stream.write("order: linear\n")
    result = build(course, folder / "dist", targets=(FOURTH,))
    return next(each.path for each in result.packages if each.modules > 1)


@pytest.mark.parametrize("course", SHOWN)
def test_both_editions_carry_the_same_content(built: Callable[[str], Packages], course: str) -> None:
    def content(package: Path) -> set[tuple[str, int]]:
        with zipfile.ZipFile(package) as archive:
            return {(each.filename, each.CRC) for each in archive.infolist() if "/" in each.filename}

    packages = built(course)
    for name in (*MODULES[course], WHOLE):
        assert content(packages[THIRD, name]) == content(packages[FOURTH, name])
    for module in MODULES[course]:
        of_the_whole = content(packages[FOURTH, WHOLE])
        assert {each for each in content(packages[FOURTH, module]) if each[0].startswith(f"{module}/")} <= of_the_whole


@pytest.mark.parametrize("module", MODULES["four"])
def test_a_module_by_itself(meet: Callable[..., Learner], module: str) -> None:
    learner = meet("four", FOURTH, module)
    way = Scorm2004(learner, (module,))
    way.enter(0)
    assert learner.page is not None
    assert learner.page.locator("#buttons button").count() == 0, "the module has its own way out"
    learner.finish_all()
    outcome = learner.outcome
    way.go_out(0)
    way.judge([outcome], perfect=outcome == "passed")


def test_a_linear_course_goes_on_only_once_a_module_is_done(linear: Path, visit: Callable[..., Learner]) -> None:
    learner = visit(linear, FOURTH)
    start(learner)
    frame = is_at(learner, "item-m1")
    page = learner.page
    assert page is not None
    offered = "button[data-request]:enabled"
    requests = page.locator(offered).evaluate_all("all => all.map(one => one.dataset.request)")
    assert not {"continue", "item-m2", "item-m3", "item-m4"} & set(requests)
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    learner.go(learner.pages[-1])
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    learner.finish_all()
    frame.locator("#sk-proceed").click()
    frame = is_at(learner, "item-m2")
    expect(frame.locator("#sk-proceed")).to_be_hidden()
    assert learner.host.tracking["item-m1"].completion == "completed"
    assert page.locator("button[data-request='previous']").is_enabled()
    learner.leave()
    assert learner.refused == []
