"""The gallery has every kind of activity, each has a walk, and each module begins in every standard by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from scormkit.activities.registry import kinds
from tests.browser.walking import WALKS

from .conftest import COURSES, MODULES

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_every_kind_has_a_page_in_the_gallery() -> None:
    assert sorted(file.stem for file in (COURSES["gallery"] / "kinds").glob("*.yaml")) == sorted(kinds())


def test_every_kind_that_does_something_has_a_walk() -> None:
    active = {name for name, kind in kinds().items() if kind.text("behaviour.js")}
    assert active <= {file.stem.replace("_", "-") for file in WALKS.glob("*.py")}


@pytest.mark.parametrize("module", MODULES["gallery"])
@pytest.mark.parametrize("target", ["scorm2004-3", "scorm2004-4", "cmi5", "tincan"])
def test_a_module_by_itself_begins_in_every_standard(meet: Callable[..., Any], target: str, module: str) -> None:
    learner = meet("gallery", target, module)
    learner.launch()
    learner.go(learner.pages[1])
    learner.leave()
    assert learner.refused == []
    if target.startswith("scorm"):
        assert learner.host.rollup.completion == learner.host.tracking[f"item-{module}"].completion == "incomplete"
    else:
        assert learner.said == ["initialized", "terminated"]
