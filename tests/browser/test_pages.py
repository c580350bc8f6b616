"""Every page of the gallery and of the series: looked at on screens and on paper, and walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.walking import walk

from .axe import load_axe, violations
from .conftest import MODULES, SHOWN, SHOWN_MODULES, WHOLE, Packages
from .learners import Learner, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAPER = 718
"""The width of A4 between margins of a centimetre, in CSS pixels."""
WIDTHS = (320, 360, 1280)
"""The widths of a window. At the narrowest, 1280 pixels at four times the size, things are only measured."""
SCHEMES = ("light", "dark")


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


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_found_wrong_on_any_page(
    meet: Callable[..., Learner], browser: Browser, course: str, module: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    learner = meet(course, "scorm12", module, context=context)
    frame = learner.launch()
    assert learner.page is not None
    load_axe(frame)
    for page in learner.pages:
        learner.go(page)
        assert_no_scrolling_sideways(frame, page)
        if width > min(WIDTHS):
            assert_fine(learner.page, frame, page)
    context.close()


@pytest.mark.parametrize("course", SHOWN)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_found_wrong_around_the_pages(
    meet: Callable[..., Learner], browser: Browser, course: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    learner = meet(course, "scorm12", MODULES[course][0], context=context)
    frame = learner.launch()
    assert learner.page is not None
    load_axe(frame)
    learner.go(learner.pages[-1])
    expect(frame.locator("#sk-outcome")).to_be_visible()
    frame.locator("#sk-menu > summary").click()
    expect(frame.locator("#sk-print")).to_be_visible()
    assert_fine(learner.page, frame, "menu")
    assert_no_scrolling_sideways(frame, "menu")
    frame.locator("#sk-exit").click()
    expect(frame.locator("#sk-end")).to_be_visible()
    assert_fine(learner.page, frame, "end")
    assert_no_scrolling_sideways(frame, "end")
    context.close()


@pytest.mark.parametrize("course", SHOWN)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_found_wrong_with_the_list_of_modules(
    meet: Callable[..., Visitor], browser: Browser, course: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    visitor = meet(course, "web", WHOLE, context=context)
    page = visitor.open(visitor.site)
    load_axe(page)
    assert_fine(page, page.main_frame, "list")
    assert_no_scrolling_sideways(page.main_frame, "list")
    # One that is opened from here leads back, and has no banner: nobody looked for an LMS.
    page.locator("[data-sk-module]").first.click()
    expect(page.locator("#sk-overview")).to_be_visible()
    load_axe(page)
    assert_fine(page, page.main_frame, "module")
    context.close()


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_nothing_is_found_wrong_without_an_lms(
    built: Callable[[str], Packages], open_alone: Callable[..., Page], course: str, module: str
) -> None:
    page = open_alone(built(course)["scorm12", module], viewport={"width": 360, "height": 900})
    expect(page.locator("#sk-menu [data-sk-is]").first).to_be_attached()
    expect(page.locator("#sk-banner")).to_be_visible()
    load_axe(page)
    assert_fine(page, page.main_frame, "banner")


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


def assert_fine(page: Page, frame: Frame, what: str) -> None:
    """Axe has nothing against what is shown, light and dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert (what, scheme, violations(frame)) == (what, scheme, [])


def assert_no_scrolling_sideways(frame: Frame, what: str) -> None:
    """Nothing on the page is wider than the window."""
    too_wide = frame.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    assert (what, too_wide) == (what, 0)
