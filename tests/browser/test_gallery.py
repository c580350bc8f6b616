"""The gallery: every kind of activity with all its options, looked at and walked by keyboard in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scormkit.activities.registry import kinds
from tests.browser.keyboard import Keyboard
from tests.browser.walking import WALKS, walk

from .axe import load_axe, violations
from .conftest import COURSES, MODULES, Packages
from .learners import Learner

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture
def gallery(built: Callable[[str], Packages], visit: Callable[..., Learner]) -> Callable[..., Learner]:
    """Gives a learner at a module of the gallery, in the context of the test or another."""
    return lambda module, **where: visit(built("gallery")["scorm12", module], **where)


def test_every_kind_has_a_page_in_the_gallery() -> None:
    assert sorted(file.stem for file in (COURSES["gallery"] / "kinds").glob("*.yaml")) == sorted(kinds())


def test_every_kind_that_does_something_has_a_walk() -> None:
    active = {name for name, kind in kinds().items() if kind.text("behaviour.js")}
    assert active <= {file.stem.replace("_", "-") for file in WALKS.glob("*.py")}


@pytest.mark.parametrize("module", MODULES["gallery"])
def test_a_module_is_done_by_keyboard_alone(gallery: Callable[..., Learner], module: str) -> None:
    learner = gallery(module)
    frame = learner.launch()
    assert learner.page is not None
    keys = Keyboard(learner.page, frame)
    for page in learner.pages:
        expect(frame.locator(f"#p-{page}")).to_be_visible()
        for place in frame.locator(f"#p-{page} > .sk-activity").all():
            walk(keys, place)
        if page != learner.pages[-1]:
            keys.choose(frame.locator("#sk-next"))
    assert learner.outcome in ("passed", "completed")
    learner.leave()
    assert learner.refused == []
    assert learner.elements["cmi.core.lesson_status"] in ("passed", "completed")


@pytest.mark.parametrize("module", MODULES["gallery"])
@pytest.mark.parametrize(
    ("width", "schemes"), [(320, ("light",)), (360, ("dark",)), (1280, ("light", "dark"))], ids=str
)
def test_nothing_is_found_wrong_on_any_page(
    gallery: Callable[..., Learner], browser: Browser, module: str, width: int, schemes: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    learner = gallery(module, context=context)
    frame = learner.launch()
    assert learner.page is not None
    load_axe(frame)
    for page in learner.pages:
        learner.go(page)
        for scheme in schemes:
            learner.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert (page, scheme, violations(frame)) == (page, scheme, [])
        assert frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page
    context.close()


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
