"""Kinds under strain: texts full of markup, ids that mean something elsewhere, kinds inside kinds, strange states."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.hard_course import PAGES, hard_package
from tests.browser.learners import Learner

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LARGE = "212.5%"
"""Twice the size of the player's text."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hard_package(tmp_path_factory.mktemp("hard"))


@pytest.fixture
def someone(package: Path, visit: Callable[[Path], Learner]) -> Iterator[Learner]:
    """A learner; in the end the LMS may have refused nothing."""
    learner = visit(package)
    yield learner
    assert learner.refused == []


@pytest.fixture
def alone(package: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module's page without an LMS around it, in a browser of a given kind."""
    return functools.partial(open_alone, package)


def find(frame: Frame | Page, activity: str) -> Locator:
    return frame.locator(f"[data-sk-activity='{activity}']")


def unfold(page: Page, name: str) -> None:
    """Turn to a page and show all that is on it, one below the other."""
    page.evaluate("name => { location.hash = `#p-${name}`; }", name)
    expect(page.locator(f"#p-{name}")).to_be_visible()
    page.evaluate("""() => {
      for (const one of document.querySelectorAll("[data-sk-pause], [data-sk-walk-leg]")) one.hidden = false;
      for (const one of document.querySelectorAll("details:not([name])")) one.open = true;
    }""")


def test_no_html_id_is_there_twice_and_every_label_has_its_field(alone: Callable[..., Page]) -> None:
    page = alone()
    assert (
        page.evaluate("""() => {
      const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
      return ids.filter((id, n) => ids.indexOf(id) < n);
    }""")
        == []
    )
    labels = page.locator("label[for]")
    assert labels.evaluate_all("all => all.filter(one => !one.control).map(one => one.htmlFor)") == []
    described = page.locator("[aria-labelledby], [aria-describedby]")
    assert (
        described.evaluate_all("""all => all.flatMap(one =>
      `${one.getAttribute("aria-labelledby") || ""} ${one.getAttribute("aria-describedby") || ""}`.trim().split(" ")
    ).filter(id => !document.getElementById(id))""")
        == []
    )
    own = find(page, "own_choice")
    own.locator("label", has_text="q <b>").click()
    expect(own.locator("input[value=q]")).to_be_checked()
    expect(own.locator("label").first).to_contain_text("a <b>&“’😀</b> {{ x }} &amp; Arbeids")
    assert own.locator("label b").count() == 0


def test_a_walk_inside_a_walk_goes_its_own_way(someone: Learner) -> None:
    frame = someone.launch()
    someone.go("walks")
    outer, inner = find(frame, "outer"), find(frame, "inner")
    expect(inner.get_by_role("heading", name="inner q")).to_be_visible()
    next_inside = inner.locator("[data-sk-walk-next]")
    next_inside.click()
    expect(inner.get_by_role("heading", name="inner l")).to_be_focused()
    expect(outer.get_by_role("heading", name="outer q")).to_be_visible()
    next_inside.click()
    expect(inner.locator("[data-sk-walk-thanks]")).to_be_focused()
    outer.locator("[data-sk-walk-next]").last.click()
    expect(outer.get_by_role("heading", name="outer l")).to_be_focused()
    someone.leave()
    frame = someone.launch()
    someone.go("walks")
    expect(find(frame, "outer").get_by_role("heading", name="outer l")).to_be_visible()


def test_on_a_phone_the_next_step_stands_at_the_top_and_its_clock_below_it(alone: Callable[..., Page]) -> None:
    page = alone(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True, at="#p-walks")
    outer = find(page, "outer")
    outer.locator("[data-sk-walk-next]").last.tap()
    leg = outer.get_by_role("region", name="outer l")
    clock = outer.locator("[data-sk-walk-clock]").last
    expect(clock).to_be_in_viewport(ratio=1)
    where = "one => { const {top, bottom} = one.getBoundingClientRect(); return [top, bottom]; }"
    (top, _), (clock_top, _) = leg.evaluate(where), clock.evaluate(where)
    assert 0 <= top < 40
    assert clock_top > 640 / 2
    # What the keyboard comes to is not under the clock.
    last = leg.locator("button:visible").last
    last.focus()
    assert last.evaluate(where)[1] <= clock.evaluate(where)[0]


STANDS = """one => [
  one.dataset.skVerdict, ...[...one.querySelectorAll("input:not([type=file]), select, textarea")].map(
    field => ["radio", "checkbox"].includes(field.type) ? field.checked : field.value),
  ...[...one.querySelectorAll("[data-sk-item]")].map(item => item.dataset.skItem),
  ...[...one.querySelectorAll(".sk-scene:not([hidden])")].map(scene => scene.dataset.skScene),
]"""
"""What stands in an activity."""
CHECKED = ("choice", "several", "match", "order", "likert", "place")


def test_what_was_answered_in_a_pause_and_a_step_is_said_once_and_comes_back(someone: Learner) -> None:
    frame = someone.launch()
    names = [f"{where}_{kind}" for where in ("own", "film", "walk") for kind in (*CHECKED, "sheet", "scene")]
    untouched = {name: find(frame, name).evaluate(STANDS) for name in names}
    ways = (("film", "films", "[data-sk-stop=q]"), ("walk", "walks", ".sk-walk-list a >> nth=1"))
    for where, page, way in ways:
        someone.go(page)
        frame.locator(f"#p-{page} > .sk-activity {way}").click()
        for kind in CHECKED:
            place = find(frame, f"{where}_{kind}")
            for select in place.locator("select").all():
                select.select_option("l")
            if kind == "order":
                place.locator("[data-sk-move=down]").first.click()
            elif kind == "likert":
                for row in place.locator("[data-sk-row]").all():
                    row.locator("input").nth(10).check()
            elif kind != "match":
                place.locator("fieldset label").nth(1).click()
            frame.locator("#sk-live").evaluate("live => live.replaceChildren()")
            place.locator("[data-sk-check]").click()
            expect(place.locator("[data-sk-retry]")).to_be_focused()
            assert frame.locator("#sk-live p").count() == 1, place
        sheet = find(frame, f"{where}_sheet")
        sheet.locator("textarea").fill("one\n\n😀 -- <b>")
        sheet.locator(".sk-option label").first.click()
        sheet.locator("[data-sk-done]").click()
        expect(sheet.locator("[data-sk-thanks]")).to_be_focused()
        scene = find(frame, f"{where}_scene")
        scene.locator("a.sk-step:visible").first.click()
        expect(scene.locator("[data-sk-scene=own] [data-sk-heading]")).to_be_focused()
    stood = {name: find(frame, name).evaluate(STANDS) for name in names}
    changed = {name for name in names if stood[name] != untouched[name]}
    assert changed == {name for name in names if not name.startswith("own")}
    someone.leave()

    frame = someone.launch()
    assert {name: find(frame, name).evaluate(STANDS) for name in names} == stood
    someone.go("last")
    said = frame.locator(".sk-summary .sk-said")
    expect(said.first).to_contain_text("b <b>&“’😀</b> {{ x }} &amp; Arbeids")
    someone.leave()


@pytest.mark.parametrize(("width", "size"), [(320, ""), (320, LARGE)])
def test_kinds_inside_kinds_fit_a_small_screen_and_a_finger(width: int, size: str, alone: Callable[..., Page]) -> None:
    page = alone(viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    for name in PAGES:
        unfold(page, name)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        pressed = "button, summary, select, a.sk-button, .sk-option label, .sk-point label"
        targets = page.locator(f"#p-{name} :is({pressed})")
        assert (
            targets.evaluate_all("""all => all.filter(one => one.checkVisibility()).flatMap(one => {
          const {width, height} = one.getBoundingClientRect();
          return Math.min(width, height) < 44 ? [`${one.outerHTML.slice(0, 80)} ${width} ${height}`] : [];
        })""")
            == []
        ), name


def test_the_focus_stays_where_a_recording_ends_or_fails(alone: Callable[..., Page]) -> None:
    page = alone()
    unfold(page, "last")
    place = find(page, "bell")
    place.locator("[data-sk-read]").focus()
    place.locator("audio").evaluate("audio => audio.dispatchEvent(new Event('ended'))")
    expect(place.locator("[data-sk-finished]")).to_be_focused()
    place.locator("audio").focus()
    place.locator("audio").evaluate("audio => audio.dispatchEvent(new Event('error'))")
    expect(place.locator("[data-sk-failed]")).to_be_visible()
    expect(place.locator("summary")).to_be_focused()


def test_an_order_that_one_agrees_with_is_ones_own(alone: Callable[..., Page]) -> None:
    page = alone()
    unfold(page, "last")
    expect(page.locator("[data-sk-empty]")).to_be_visible()
    find(page, "own").locator("[data-sk-check]").click()
    expect(page.locator(".sk-summary .sk-said")).to_contain_text("1. q")


def test_paper_has_nothing_to_press(alone: Callable[..., Page]) -> None:
    page = alone()
    page.emulate_media(media="print")
    expect(page.locator("[data-sk-pause] .sk-scenario").first).to_be_visible()
    pressed = page.locator("main button:not(.sk-spot)")
    assert pressed.evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML)") == []


def test_without_script_one_reads_what_is_right(alone: Callable[..., Page]) -> None:
    page = alone(java_script_enabled=False)
    marks = find(page, "own_several").locator("[data-sk-of]")
    expect(marks.first).to_be_visible()
    assert [each.strip() for each in marks.all_inner_texts()] == ["right", "not right"]
    # A point in a picture is no point of a scale, though both are called so.
    expect(page.locator(".sk-spot").locator("visible=true")).to_have_count(0)


STRANGE = ("-", "qqqq", "q-", "q1q2", "qaqaqaqa", "10-q-aaaa--aa", "0qq-q", "0q_7_1_7", "1a--")


def sealed(page: str, answers: dict[str, str]) -> str:
    """A saved state with these answers and a right checksum, as `player/state.js` writes it."""
    body = f"{page}~{page}~{'.'.join(f'{name}-{answer}' for name, answer in answers.items())}"
    rest, digits = 7, ""
    for each in body:
        rest = (rest * 31 + ord(each)) % 36**4
    for _ in range(4):
        rest, digit = divmod(rest, 36)
        digits = "abcdefghijklmnopqrstuvwxyz"[digit - 10] + digits if digit > 9 else f"{digit}{digits}"
    return f"1{digits}{body}"


def test_a_strange_answer_begins_afresh(someone: Learner) -> None:
    frame = someone.launch()
    sizes: dict[str, int] = frame.locator("[data-sk-activity]").evaluate_all(
        "all => Object.fromEntries(all.map(({dataset}) => [dataset.skActivity, Number(dataset.skSize)]))"
    )
    someone.leave()
    for strange in STRANGE:
        answers = {name: strange for name, size in sizes.items() if len(strange) <= size}
        someone.elements["cmi.suspend_data"] = sealed("constructor", answers)
        frame = someone.launch()
        assert frame.locator("#sk-banner").is_hidden(), "the checksum is right"
        judged = frame.locator("[data-sk-verdict], .sk-likert fieldset:disabled")
        assert judged.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 99))") == [], strange
        frame.evaluate("""() => {
          const doing = "[data-sk-walk-to], [data-sk-stop], [data-sk-done], [data-sk-spot], a.sk-step";
          for (const one of document.querySelectorAll(doing)) one.click();
        }""")
        someone.leave()
        assert "cmi.core.score.raw" not in someone.elements, strange
