"""Every page of the gallery and of the series: looked at on screens and on paper, and walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Frame, expect

from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk

from .axe import load_axe, violations
from .conftest import SHOWN_MODULES
from .learners import Learner

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAPER = 718
"""The width of A4 between margins of a centimetre, in CSS pixels."""
LOOKS = [
    *((320, ("light",), "gallery", module) for course, module in SHOWN_MODULES if course == "gallery"),
    *(
        (360, ("dark",) if course == "gallery" else ("light", "dark"), course, module)
        for course, module in SHOWN_MODULES
    ),
    *((1280, ("light", "dark"), course, module) for course, module in SHOWN_MODULES),
]
"""Each width of a window with the colours to look at there, and the module."""


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_a_module_is_done_by_keyboard_alone(meet: Callable[..., Learner], course: str, module: str) -> None:
    learner = meet(course, "scorm12", module)
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


@pytest.mark.parametrize(("width", "schemes", "course", "module"), LOOKS, ids=str)
def test_nothing_is_found_wrong_on_any_page(
    meet: Callable[..., Learner], browser: Browser, course: str, module: str, width: int, schemes: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    learner = meet(course, "scorm12", module, context=context)
    frame = learner.launch()
    assert learner.page is not None
    load_axe(frame)
    for page in learner.pages:
        learner.go(page)
        for scheme in schemes:
            learner.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert (page, scheme, violations(frame)) == (page, scheme, [])
        assert_no_scrolling_sideways(frame, page)
    context.close()


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_nothing_is_found_wrong_on_paper(
    meet: Callable[..., Learner], browser: Browser, course: str, module: str
) -> None:
    context = browser.new_context(viewport={"width": PAPER, "height": 1040}, color_scheme="dark")
    learner = meet(course, "scorm12", module, context=context)
    frame = learner.launch()
    assert learner.page is not None
    motion = context.new_cdp_session(learner.page)
    motion.send("Animation.enable")
    # Paper is printed at one moment: a movement that begins there would be seen where it begins.
    motion.send("Animation.setPlaybackRate", {"playbackRate": 0})
    learner.page.emulate_media(media="print")
    frame.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(frame.locator("[data-sk-page]:visible")).to_have_count(len(learner.pages))
    load_axe(frame)
    assert violations(frame) == []
    assert_no_scrolling_sideways(frame, "paper")
    context.close()


def assert_no_scrolling_sideways(frame: Frame, what: str) -> None:
    """Nothing on the page is wider than the window."""
    too_wide = frame.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    assert (what, too_wide) == (what, 0)
