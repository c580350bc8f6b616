"""What packages say, held against the profile beside them: of one who fails, loses the tab, or writes freely."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scormkit import build

from .conftest import COURSES, Packages
from .learners import XapiLearner, verb
from .profiles import assert_follows, profile_beside
from .readers import SECRET
from .walking import walk_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STANDARDS = ("cmi5", "tincan")


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The gallery's questions in packages of both standards, which nobody passes who makes a mistake."""
    folder = tmp_path_factory.mktemp("strict")
    course = Path(shutil.copytree(COURSES["gallery"], folder / "course"))
    module = course / "modules" / "asking" / "module.yaml"
    text = module.read_text(encoding="utf-8")
    assert "passing_score: 20" in text
    module.write_text(text.replace("passing_score: 20", "passing_score: 100"), encoding="utf-8")
    result = build(course, folder / "dist", targets=STANDARDS)
    return {each.target: each.path for each in result.packages if "-asking-" in each.path.name}


def said_since(someone: XapiLearner, count: int) -> list[str]:
    """The verbs of the module itself, since so many statements."""
    activities = {launch.identifier for launch in someone.host.launches}
    activities |= {each["object"]["id"] for each in someone.statements if verb(each) == "initialized"}
    return [verb(each) for each in someone.statements[count:] if each["object"]["id"] in activities]


@pytest.mark.parametrize("target", STANDARDS)
def test_a_learner_who_fails_in_one_session_and_again_in_the_next(
    target: str, strict: dict[str, Path], visit: Callable[..., XapiLearner]
) -> None:
    someone = visit(strict[target], target)
    someone.launch()
    walk_pages(someone, someone.pages)
    someone.settle()
    someone.leave()
    assert said_since(someone, 0) == ["initialized", "completed", "failed", "terminated"]
    before = len(someone.statements)
    someone.launch()
    someone.leave()
    # Who failed is told of once.
    assert said_since(someone, before) == ["initialized", "terminated"]
    profile = profile_beside(strict[target])
    verdict = assert_follows(someone.statements, profile)
    matched = {template.id.rpartition("-")[0] for each in verdict.statements for template in each.templates}
    assert {each for each in matched if each.endswith("/asking/failed")}


@pytest.mark.parametrize("target", STANDARDS)
def test_a_tab_that_is_killed_leaves_a_session_that_still_follows(
    target: str, built: Callable[[str], Packages], meet: Callable[..., XapiLearner]
) -> None:
    someone = meet("four", target, "m2")
    someone.launch()
    first, second = [each for each in someone.activities if each.correct][:2]
    someone.answer(first, first.wrong)
    someone.settle()
    someone.crash()
    someone.launch()
    someone.answer(second, second.right)
    someone.settle()
    someone.leave()
    assert said_since(someone, 0) == ["initialized", "initialized", "terminated"]
    assert_follows(someone.statements, profile_beside(built("four")[target, "m2"]))


@pytest.mark.parametrize("target", STANDARDS)
def test_what_is_written_freely_is_in_no_statement(target: str, meet: Callable[..., XapiLearner]) -> None:
    someone = meet("four", target, "m1")
    someone.launch()
    (written,) = [each for each in someone.activities if each.kind == "reflection"][:1]
    someone.do(written)
    someone.settle()
    someone.leave()
    told = [each for each in someone.statements if each["object"]["id"].endswith(f"/{written.id}")]
    assert [verb(each) for each in told] == ["interacted"]
    assert "response" not in told[0]["result"]
    assert SECRET not in json.dumps(someone.host.statements)
    assert SECRET.encode() not in b"".join(document.body for document in someone.host.documents)
