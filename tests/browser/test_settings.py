"""What learners set for themselves, and what they have: colours, motion, size and room of text, a keyboard, a finger.

Every page of the gallery and the series is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Playwright, expect

from .conftest import ARGUMENTS, PATIENCE, SHOWN_MODULES, chromium
from .learners import Learner

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PHONE = {"width": 360, "height": 640}
Opened = Callable[..., tuple[Learner, Frame]]

MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  ["", "::before", "::after", "::details-content"].flatMap((part) => {
    const style = getComputedStyle(one, part || null);
    const moves = [style.transitionDuration, style.animationDuration].some((time) => /[1-9]/.test(time))
      || style.scrollBehavior === "smooth";
    return moves ? [`${one.outerHTML.slice(0, 80)}${part}`] : [];
  }))"""
"""All that moves, or would."""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The room that WCAG 2.2, 1.4.12 lets a reader give to a text."""
LOST = """() => {
  const seen = [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && !one.closest(".sk-unseen, .sk-skip, svg, select")
      && getComputedStyle(one).clipPath === "none");
  const wide = seen.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
  const cut = seen.filter((one) => {
    const { overflowX, overflowY, display } = getComputedStyle(one);
    return display !== "inline" && one.clientHeight && !["PROGRESS", "TEXTAREA", "INPUT", "PRE"].includes(one.tagName)
      && ((overflowX === "hidden" && one.scrollWidth > one.clientWidth + 2)
        || (overflowY === "hidden" && one.scrollHeight > one.clientHeight + 2));
  });
  return [...wide, ...cut].map((one) => one.outerHTML.slice(0, 120));
}"""
"""What sticks out of the window, or is cut off."""
SMALL = """() => [...document.querySelectorAll("a, button, summary, select, textarea, input, label, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => !one.closest(".sk-unseen, .sk-skip, :disabled"))
  // A label is as good a place to press as what it names.
  .filter((one) => !one.labels?.length && (one.tagName !== "LABEL" || one.control?.matches("input, select, textarea")))
  // Within a sentence, the height of a line is what there is (2.5.8, inline).
  .filter((one) => getComputedStyle(one).display !== "inline"
    || !one.closest("p, li, dd, td, blockquote, figcaption"))
  .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([html, { width, height }]) => `${Math.round(width)} x ${Math.round(height)} ${html}`)"""
"""What is smaller than a finger needs (WCAG 2.2, 2.5.8)."""
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const labels = [...(one.labels || [])].flatMap((label) => [label, ...label.children]);
  const near = [one, one.nextElementSibling, one.parentElement, ...labels];
  const framed = near.some((each) => {
    const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : {};
    return each && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  // A field may be laid, unseen, over what stands for it.
  const shown = [one, ...labels].find((each) =>
    each.getClientRects().length && getComputedStyle(each).clipPath === "none") || one;
  const boxes = [...shown.getClientRects()].map((box) => ({
    left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
    top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight),
  })).filter((box) => box.right > box.left && box.bottom > box.top);
  const points = boxes.flatMap(({ left, right, top, bottom }) =>
    [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y])));
  const open = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && [one, shown].some((each) => each.contains(top) || top.contains(each) && top.tagName === "LABEL");
  });
  return { html: one.outerHTML.slice(0, 100), id: one.id, framed, open };
}"""
"""Where the focus is, whether that shows (2.4.7), and whether anything of it does (2.4.11)."""


@pytest.fixture
def opened(meet: Callable[..., Learner], browser: Browser) -> Iterator[Opened]:
    """Gives a learner at a module, in a browser of a given kind, and its frame."""
    contexts: list[BrowserContext] = []

    def open_it(course: str, module: str, using: Browser = browser, **settings: object) -> tuple[Learner, Frame]:
        context = using.new_context(**{"viewport": PHONE, "reduced_motion": "reduce"} | settings)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        learner = meet(course, "scorm12", module, context=context)
        frame = learner.launch()
        expect(frame.locator("#sk-menu [data-sk-is]")).not_to_have_count(0)
        return learner, frame

    yield open_it
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def large(playwright: Playwright, browser: Browser) -> Iterator[Browser]:
    """A browser that is set to text twice as large as usual."""
    large = playwright.chromium.launch(
        executable_path=chromium(), args=[*ARGUMENTS, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]
    )
    yield large
    large.close()


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_what_is_chosen_shows_in_forced_colours(opened: Opened, course: str, module: str) -> None:
    learner, frame = opened(course, module, forced_colors="active", color_scheme="dark")
    bar = frame.locator("#sk-bar")
    before = bar.screenshot()
    bar.evaluate("one => { one.value = 0; }")
    assert bar.screenshot() != before
    for page in learner.pages:
        learner.go(page)
        for activity in frame.locator(f"#p-{page} .sk-activity").all():
            boxes = activity.locator(":is([type=radio], [type=checkbox]):not(:disabled)")
            box = next((each for each in boxes.all() if each.is_visible()), None)
            if box is None:
                continue
            place = box.locator("xpath=..")
            before = place.screenshot()
            box.evaluate("one => { one.checked = true; }")
            assert place.screenshot() != before, f"{page}: {box.evaluate('one => one.outerHTML')}"


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_nothing_moves_for_who_wants_no_motion_and_room_in_the_text_hides_nothing(
    opened: Opened, course: str, module: str
) -> None:
    learner, frame = opened(course, module)
    assert frame.evaluate(MOVING) == []
    frame.evaluate(SPACED)
    for page in learner.pages:
        learner.go(page)
        assert (page, frame.evaluate(LOST)) == (page, [])
        frame.locator("#sk-menu > summary").click()
        assert (page, "menu", frame.evaluate(LOST)) == (page, "menu", [])
        assert (page, frame.evaluate(SMALL)) == (page, [])
        frame.locator("#sk-menu > summary").click()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_a_browser_that_is_set_to_large_text_shows_all_of_it(
    opened: Opened, large: Browser, course: str, module: str, width: int
) -> None:
    learner, frame = opened(course, module, large, viewport={"width": width, "height": 640})
    assert frame.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    for page in learner.pages:
        learner.go(page)
        assert (page, frame.evaluate(LOST)) == (page, [])


@pytest.mark.parametrize(("course", "module"), SHOWN_MODULES)
def test_the_focus_is_seen_wherever_it_comes_and_is_caught_nowhere(opened: Opened, course: str, module: str) -> None:
    learner, frame = opened(course, module)
    assert learner.page is not None
    for page in learner.pages:
        learner.go(page)
        heading = frame.locator(f"#h-{page}")
        heading.evaluate("one => one.focus()")
        stops: list[dict[str, object]] = []
        for _ in range(200):
            learner.page.keyboard.press("Tab")
            stop = frame.evaluate(STOP)
            if stop is None:
                break
            stops.append(stop)
            if stop["id"] == "sk-exit":
                break
        assert (page, stops[-1]["id"]) == (page, "sk-exit")
        # The parts of a player or of a field for a date have frames of the browser's own.
        framed = {each["html"] for each in stops if each["framed"]}
        assert (page, [each["html"] for each in stops if each["html"] not in framed]) == (page, [])
        assert (page, [each["html"] for each in stops if not each["open"]]) == (page, [])
        learner.page.keyboard.press("Shift+Tab")
        assert frame.evaluate(STOP)["id"] != "sk-exit"
