"""Whether everyone can use the pages: keyboard, screen reader, small screen, large text, paper, and no script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from .axe import load_axe, violations
from .conftest import MODULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SMALL_MODULES = [("four", module) for module in MODULES["four"]]
SERIES = [("series", module) for module in MODULES["series"]]


@pytest.fixture
def alone(built, open_alone):
    """Gives the page of a module without an LMS around it, in a browser of a given kind, and its page ids."""

    def open_it(name, course="four", **options):
        page = open_alone(built(course)["scorm12", name], locale="nl-NL", **options)
        return page, [each.get_attribute("id").removeprefix("p-") for each in page.locator("main > section").all()]

    return open_it


def turn_to(page, name):
    page.evaluate(f"location.hash = '#p-{name}'")
    expect(page.locator(f"#p-{name}")).to_be_visible()


def answer_all(page):
    """Answer every visible choice with its first option, and finish every sheet, so that what follows shows."""
    open_ones = page.locator(".sk-choice:visible", has=page.locator("[data-sk-check]:visible"))
    done = page.locator(".sk-reflection [data-sk-done]:visible")
    while open_ones.count():
        open_ones.first.locator("label").first.click()
        open_ones.first.locator("[data-sk-check]").click()
    while done.count():
        done.first.click()


@pytest.mark.parametrize("name", MODULES["four"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(name, width, alone):
    page, ids = alone(name, viewport={"width": width, "height": 800}, bypass_csp=True)
    load_axe(page)

    def judge(*place):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert (*place, scheme, violations(page)) == (*place, scheme, [])

    for each in ids:
        turn_to(page, each)
        judge(each, "untouched")
        answer_all(page)
        page.locator("#sk-menu > summary").click()
        judge(each, "answered")
        page.locator("#sk-menu > summary").click()


@pytest.mark.parametrize(("course", "name"), [*SMALL_MODULES, *SERIES])
def test_a_small_screen_and_text_twice_as_large_need_no_scrolling_sideways(course, name, alone):
    page, ids = alone(name, course, viewport={"width": 320, "height": 640})
    for size in ("", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        for each in ids:
            turn_to(page, each)
            answer_all(page)
            too_wide = page.evaluate(
                """() => [...document.querySelectorAll("body *")]
                  .filter(one => one.checkVisibility() && !one.closest(".sk-unseen, .sk-skip"))
                  .filter(one => getComputedStyle(one).clipPath === "none")
                  .filter(one => one.getBoundingClientRect().right > innerWidth + 1
                    || one.scrollWidth > one.clientWidth + 2
                    && getComputedStyle(one).display !== "inline" && one.tagName !== "PROGRESS")
                  .map(one => one.outerHTML.slice(0, 120))"""
            )
            assert (size, each, too_wide) == (size, each, [])


@pytest.mark.parametrize(("course", "name"), [*SMALL_MODULES, *SERIES])
def test_everything_to_press_is_large_enough(course, name, alone):
    page, ids = alone(name, course, viewport={"width": 360, "height": 800})
    for each in ids:
        turn_to(page, each)
        page.locator("#sk-menu > summary").click()
        small = page.evaluate(
            """() => [...document.querySelectorAll("a, button, summary, textarea, .sk-option label")]
              .filter(one => one.checkVisibility())
              .filter(one => !one.closest(".sk-skip, .sk-text, .sk-note, .sk-question, .sk-feedback"))
              .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
              .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"""
        )
        assert (each, small) == (each, [])
        page.locator("#sk-menu > summary").click()


def test_the_right_answer_is_not_on_the_page_before_the_answer(alone):
    page, ids = alone("m2")
    for each in ids:
        turn_to(page, each)
        for place in page.locator(".sk-choice:visible").all():
            expect(place.locator("[data-sk-feedback]")).to_be_hidden()
            for mark in place.locator("[data-sk-of]").all():
                expect(mark).to_be_hidden()


def test_a_module_by_keyboard_alone(learner):
    someone = learner("m2")
    frame = someone.launch()
    keys = someone.page.keyboard
    frame.locator("body").evaluate("body => { body.tabIndex = -1; body.focus(); }")

    def focused(expression="one => one.outerHTML.slice(0, 60)"):
        return frame.evaluate(f"({expression})(document.activeElement)")

    def tab_to(selector):
        for _ in range(60):
            keys.press("Tab")
            if frame.evaluate("selector => document.activeElement.matches(selector)", selector):
                outline = focused(
                    """one => [one, one.nextElementSibling].map(each => each && getComputedStyle(each))
                      .some(style => style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1)"""
                )
                assert outline, f"the focus on {selector} cannot be seen"
                return
        raise AssertionError(f"no way to {selector} by Tab")

    # The skip link comes first, and leads to the content without turning the page.
    keys.press("Tab")
    assert "sk-skip" in focused("one => one.className")
    keys.press("Enter")
    assert someone.current == someone.pages[0]

    activities = someone.activities
    for number, page in enumerate(someone.pages):
        assert someone.current == page
        for activity in [each for each in activities if each.page == page and each.required]:
            right = activity.options.index(activity.right[0])
            if len(activity.right) == 1 and someone.locate(activity).locator("[type=radio]").count():
                tab_to(f"[data-sk-activity={activity.id}] input")
                keys.press("Space")
                for _ in range(right):
                    keys.press("ArrowDown")
            else:
                for option in activity.right:
                    tab_to(f"[data-sk-activity={activity.id}] input[value='{option}']")
                    keys.press("Space")
            tab_to(f"[data-sk-activity={activity.id}] [data-sk-check]")
            keys.press("Enter")
            assert focused("one => 'skRetry' in one.dataset"), "the focus went astray after checking"
            assert someone.locate(activity).locator("[data-sk-feedback]").is_visible()
        if number + 1 < len(someone.pages):
            tab_to("#sk-next")
            keys.press("Enter")
            expect(frame.locator(f"#p-{someone.pages[number + 1]}")).to_be_visible()
            assert focused("one => one.id") == f"h-{someone.pages[number + 1]}"
            assert f"Pagina {number + 2} van" in frame.locator("#sk-live").inner_text()
    assert frame.locator("#sk-outcome").get_attribute("data-sk-is") == "passed"
    tab_to("#sk-exit")
    keys.press("Enter")
    frame.locator("#sk-end").wait_for()
    assert focused("one => one.id") == "sk-ended"
    assert someone.leave()[-1].name == "LMSFinish"
    assert someone.elements["cmi.core.lesson_status"] == "passed"


def test_what_happens_is_said(learner):
    someone = learner("m2")
    frame = someone.launch()
    question = next(each for each in someone.activities if each.correct)
    someone.go(question.page)
    place, live = someone.locate(question), frame.locator("#sk-live")
    place.locator("[data-sk-check]").click()
    expect(live).to_contain_text("Kies eerst")
    expect(place.locator("[data-sk-hint]")).to_be_visible()
    assert place.locator("input").first.evaluate("one => one === document.activeElement")
    someone.answer(question, question.wrong)
    expect(live).to_contain_text("klopt nog niet")
    someone.answer(question, question.right)
    expect(live).to_contain_text("Dat klopt.")
    expect(place.locator("[data-sk-of]:visible")).to_have_count(len(question.right))


def test_the_menu_closes_with_escape_and_marks_what_was_done(learner):
    someone = learner("m1")
    frame = someone.launch()
    menu = frame.locator("#sk-menu")
    frame.locator("#sk-menu > summary").click()
    marks = menu.locator("[data-sk-mark]")
    kinds = marks.evaluate_all("all => all.map(one => one.dataset.skIs)")
    assert kinds[0] in ("done", "open")
    assert set(kinds[1:]) == {"unseen"}
    assert all(text.strip() for text in marks.all_inner_texts())
    someone.page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert frame.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_an_address_with_a_page_opens_that_page_and_back_goes_back(alone):
    page, ids = alone("m1", at="#p-deur")
    expect(page.locator("#p-deur")).to_be_visible()
    expect(page.locator("main > section:visible")).to_have_count(1)
    assert page.title().startswith(page.locator("#h-deur").inner_text())
    page.locator("#sk-next").click()
    expect(page.locator(f"#p-{ids[ids.index('deur') + 1]}")).to_be_visible()
    page.go_back()
    expect(page.locator("#p-deur")).to_be_visible()


@pytest.mark.parametrize(("course", "name"), [*SMALL_MODULES, *SERIES])
def test_without_a_script_all_is_there_to_read(course, name, alone):
    page, ids = alone(name, course, java_script_enabled=False)
    assert "JavaScript" in page.locator("noscript p").first.inner_text()
    expect(page.locator("main > section:visible")).to_have_count(len(ids))
    for feedback in page.locator("[data-sk-feedback]").all():
        expect(feedback).to_be_visible()
    # A word that is explained needs no script: its meaning opens by the browser alone.
    expect(page.locator("button:not(.sk-term):visible")).to_have_count(0)


@pytest.mark.parametrize(("course", "name"), [*SMALL_MODULES, *SERIES])
def test_paper_shows_all_pages_and_what_was_written(course, name, alone):
    page, ids = alone(name, course, color_scheme="dark")
    page.locator("textarea").first.evaluate("one => { one.value = 'een\\nregel'; }")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("main > section:visible")).to_have_count(len(ids))
    written = page.locator("[data-sk-paper]", has_text="een")
    expect(written).to_have_text("een\nregel")
    # Explained words and the places on a picture are read on paper as well.
    left = "button:not(.sk-term, [data-sk-spot]):visible, .sk-turn:visible, .sk-menu:visible"
    expect(page.locator(left)).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(written).to_have_count(0)


def test_one_sheet_is_printed_alone(alone):
    page, _ = alone("m1")
    page.evaluate("window.print = () => {}")
    sheet = page.locator(".sk-reflection:visible").first
    sheet.locator("[data-sk-print]").click()
    page.emulate_media(media="print")
    expect(page.locator(".sk-activity:visible")).to_have_count(1)
    expect(sheet).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sk-activity:visible")).not_to_have_count(1)


def test_a_sheet_can_be_taken_along_as_a_file(alone):
    page, _ = alone("m1")
    sheet = page.locator(".sk-reflection:visible").first
    sheet.locator("textarea").fill("Eigen woorden – ëé")
    with page.expect_download() as download:
        sheet.locator("[data-sk-download]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename.endswith(".txt")
    assert text.startswith(sheet.locator(".sk-question").inner_text().strip())
    assert text.endswith("Eigen woorden – ëé\n")
