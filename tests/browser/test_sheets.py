"""What learners write stays where the author's `storage` says: in the page, in the browser, or in the LMS's state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Locator, expect

from scormkit import build
from scormkit.preview.faults import Conditions
from scormkit.preview.records import Record

from .learners import Learner

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECRET = "Quiet-7351 nobody reads this"
PACKED = "Quiet-k7351"
COURSE = 'id: c\nslug: c\ntitle: C\nlanguage: en\nversion: "1"\nbase_iri: https://example.org/c/\nmodules: [m]\n'
MODULE = """
id: m
slug: m
title: M
completion: {activities: all}
pages:
  - id: one
    title: One
    content:
"""
SHEET = """
      - {{kind: reflection, id: note_{s}, question: What?, storage: {s}, room: 100}}
      - kind: worksheet
        id: form_{s}
        question: Who?
        storage: {s}
        fields:
          - {{id: a, label: Text}}
          - {{id: b, type: line, label: Line}}
          - {{id: c, type: choice, label: Choice, options: [{{id: x, text: Ex}}, {{id: y, text: Why}}]}}
          - {{id: d, type: date, label: Date}}
      - kind: self-assessment
        id: self_{s}
        question: How?
        storage: {s}
        scale: [Little, Much]
        groups: [{{id: g, title: Rest, statements: [{{id: p, text: I rest.}}, {{id: q, text: I sleep.}}]}}]
"""
LAST = """
      - kind: self-assessment
        id: later
        question: And now?
        compare: self_{s}
        scale: [Little, Much]
        groups: [{{id: g, title: Rest, statements: [{{id: p, text: I rest.}}]}}]
  - id: two
    title: Two
    content: [{{kind: summary}}]
"""


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A package for each storage."""
    found = {}
    for storage in ("none", "device", "lms"):
        folder = tmp_path_factory.mktemp(storage)
        (folder / "m").mkdir()
        (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
        module = MODULE + (SHEET + LAST).format(s=storage)
        (folder / "m" / "module.yaml").write_text(module, encoding="utf-8")
        result = build(folder, folder / "dist")
        assert result.packages, [str(problem.message) for problem in result.report]
        found[storage] = result.packages[0].path
    return found


@pytest.fixture
def meet(sheets: dict[str, Path], visit: Callable[[Path], Learner]) -> Callable[[str], Learner]:
    """Gives a learner at the package of a storage."""
    return lambda storage: visit(sheets[storage])


def place(frame: Frame, name: str) -> Locator:
    return frame.locator(f"[data-sk-activity={name}]")


def fill(frame: Frame, storage: str, text: str = SECRET) -> None:
    """Write on every sheet, key by key where there are keys, and be done with each."""
    place(frame, f"note_{storage}").locator("textarea").press_sequentially(text)
    form = place(frame, f"form_{storage}")
    form.locator("textarea").press_sequentially(text)
    form.locator("[type=text]").press_sequentially(text)
    form.locator("[value=y]").check()
    form.locator("[type=date]").fill("2027-03-12")
    for statement in place(frame, f"self_{storage}").locator("[data-sk-statement]").all():
        statement.locator("label").last.locator("b").click()
    for name in ("note", "form", "self"):
        sheet = place(frame, f"{name}_{storage}")
        sheet.locator("[data-sk-done]").click()
        expect(sheet.locator("[data-sk-thanks]")).to_be_visible()


def written(frame: Frame, storage: str) -> list[str]:
    """What stands on the sheets."""
    form = place(frame, f"form_{storage}")
    fields = [place(frame, f"note_{storage}").locator("textarea"), *form.locator(".sk-writing").all()]
    checked = frame.locator("input:checked").evaluate_all("all => all.map(one => one.value)")
    return [*(field.input_value() for field in fields), "".join(checked)]


WHOLE = [SECRET, SECRET, SECRET, "2027-03-12", "y22"]
EMPTY = ["", "", "", "", ""]


@pytest.mark.parametrize("storage", ["none", "device"])
def test_no_keystroke_reaches_the_lms_or_the_network(
    meet: Callable[[str], Learner], context: BrowserContext, storage: str
) -> None:
    someone = meet(storage)
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    frame = someone.launch()
    fill(frame, storage)
    frame.evaluate("location.hash = '#p-two'")
    expect(frame.locator(".sk-said").first).to_be_visible()
    kept = frame.evaluate("JSON.stringify([{...sessionStorage}, document.cookie, location.href])")
    local = frame.evaluate("JSON.stringify({...localStorage})")
    calls = someone.leave()
    told = "\n".join([kept, *sent, repr(calls), repr(someone.host.calls), repr(someone.host.records)])
    for trace in (SECRET, PACKED, "Quiet", "2027", "y22", "p2q2"):
        assert trace not in told, trace
        assert trace not in local or storage == "device", trace
    assert sent
    # The state says that each sheet was done, and no more; nothing is an interaction.
    state = someone.elements["cmi.suspend_data"]
    assert all(f"{name}_{storage}-1" in state.replace("~", ".").split(".") for name in ("note", "form", "self"))
    assert not any("interactions" in str(value) for call in calls for value in call.values)


def test_without_storage_a_reload_clears_the_page(meet: Callable[[str], Learner]) -> None:
    someone = meet("none")
    frame = someone.launch()
    fill(frame, "none")
    frame.evaluate("location.reload()")
    someone.ready()
    expect(place(frame, "note_none").locator("[data-sk-thanks]")).to_be_visible()
    assert written(frame, "none") == EMPTY
    someone.leave()


def test_notes_on_the_device_come_back_to_their_learner_alone(
    meet: Callable[[str], Learner], monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = meet("device")
    fill(someone.launch(), "device")
    someone.leave()
    frame = someone.launch()
    assert written(frame, "device") == WHOLE
    names = frame.evaluate("Object.keys(localStorage)")
    assert len(names) == 3
    assert not any("learner-1" in name for name in names)
    someone.leave()

    begin = Record.begin

    def as_another(record: Record, conditions: Conditions) -> dict[str, str]:
        return begin(record, conditions) | {"cmi.core.student_id": "learner-2"}

    with monkeypatch.context() as patch:
        patch.setattr(Record, "begin", as_another)
        assert written(someone.launch(), "device") == EMPTY
        someone.leave()

    frame = someone.launch()
    for name in ("note", "form", "self"):
        sheet = place(frame, f"{name}_device")
        sheet.locator("[data-sk-wipe]").click()
        sheet.locator("[data-sk-yes]").click()
    assert written(frame, "device") == EMPTY
    assert frame.evaluate("localStorage.length") == 0
    someone.leave()


def test_notes_of_91_days_ago_are_gone(meet: Callable[[str], Learner]) -> None:
    someone = meet("device")
    frame = someone.launch()
    fill(frame, "device")
    frame.evaluate(
        """() => { for (const [name, text] of Object.entries(localStorage)) {
          localStorage.setItem(name, JSON.stringify({ ...JSON.parse(text), at: Date.now() - 91 * 864e5 }));
        } }"""
    )
    someone.leave()
    frame = someone.launch()
    assert written(frame, "device") == EMPTY
    assert frame.evaluate("localStorage.length") == 0
    someone.leave()


def test_a_browser_that_keeps_nothing_says_so(meet: Callable[[str], Learner], context: BrowserContext) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
    someone = meet("device")
    frame = someone.launch()
    note = place(frame, "note_device")
    expect(note.locator("[data-sk-unkept]")).to_be_hidden()
    note.locator("textarea").fill(SECRET)
    expect(note.locator("[data-sk-unkept]")).to_be_visible()
    expect(note.locator("textarea")).to_have_value(SECRET)
    someone.leave()


def test_what_the_lms_keeps_comes_back_after_a_relaunch_elsewhere(
    meet: Callable[[str], Learner], browser: Browser
) -> None:
    someone = meet("lms")
    frame = someone.launch()
    fill(frame, "lms")
    calls = someone.leave()
    assert not any("interactions" in str(value) for call in calls for value in call.values)
    assert PACKED in someone.elements["cmi.suspend_data"]
    assert [call for call in calls if call.error not in ("0", "")] == []

    elsewhere = browser.new_context(locale="nl-NL")
    someone.context = elsewhere
    frame = someone.launch()
    assert written(frame, "lms") == WHOLE
    assert frame.evaluate("localStorage.length") == 0
    place(frame, "note_lms").locator("[data-sk-wipe]").click()
    place(frame, "note_lms").locator("[data-sk-yes]").click()
    someone.leave()
    assert "note_lms-1" in someone.elements["cmi.suspend_data"].replace("~", ".").split(".")
    elsewhere.close()


def test_a_draft_is_kept_and_does_not_count_as_done(meet: Callable[[str], Learner]) -> None:
    someone = meet("lms")
    frame = someone.launch()
    place(frame, "note_lms").locator("textarea").press_sequentially("Half a tho")
    someone.leave()
    assert "note_lms-0tHalf_a_tho" in someone.elements["cmi.suspend_data"]
    frame = someone.launch()
    expect(place(frame, "note_lms").locator("textarea")).to_have_value("Half a tho")
    expect(place(frame, "note_lms").locator("[data-sk-done]")).to_be_visible()
    someone.leave()


def test_what_finds_no_room_is_said_and_stays_on_the_page(meet: Callable[[str], Learner]) -> None:
    someone = meet("lms")
    frame = someone.launch()
    note = place(frame, "note_lms")
    left = note.locator("[data-sk-left]")
    note.locator("textarea").fill("a" * 40)
    expect(left).to_contain_text("60")
    note.locator("textarea").fill("b" * 130)
    expect(left).to_contain_text("30")
    expect(left).to_have_attribute("data-sk-is", "over")
    expect(frame.locator("#sk-live")).to_contain_text("no more room")
    expect(note.locator("textarea")).to_have_value("b" * 130)
    someone.leave()
    frame = someone.launch()
    expect(place(frame, "note_lms").locator("textarea")).to_have_value("b" * 100)
    someone.leave()


def test_what_names_a_person_is_pointed_at_once_the_writer_looks_up(meet: Callable[[str], Learner]) -> None:
    someone = meet("none")
    frame = someone.launch()
    note = place(frame, "note_none")
    caution = note.locator("[data-sk-caution]")
    note.locator("textarea").press_sequentially("Call 06-12345678")
    expect(caution).to_be_hidden()
    note.locator("textarea").blur()
    expect(caution).to_be_visible()
    expect(caution.locator("[data-sk-sign]:visible")).to_have_count(1)
    note.locator("textarea").fill("Call the school")
    expect(caution).to_be_hidden()
    someone.leave()


def test_a_worksheet_goes_on_from_its_file_and_from_no_other(meet: Callable[[str], Learner], tmp_path: Path) -> None:
    someone = meet("none")
    frame = someone.launch()
    fill(frame, "none")
    form = place(frame, "form_none")
    form.locator("summary").click()
    assert someone.page is not None
    with someone.page.expect_download() as saved:
        form.locator("[data-sk-save]").click()
    file = tmp_path / "sheet.json"
    saved.value.save_as(file)
    with someone.page.expect_download() as text:
        form.locator("[data-sk-download]").click()
    assert "Choice\nWhy\n" in Path(text.value.path()).read_text(encoding="utf-8")
    someone.leave()

    frame = someone.launch()
    form = place(frame, "form_none")
    form.locator("summary").click()
    foreign = tmp_path / "other.json"
    foreign.write_text('{"form": "of someone else"}', encoding="utf-8")
    form.locator("[data-sk-open]").set_input_files(foreign)
    expect(form.locator("[data-sk-foreign]")).to_be_visible()
    form.locator("[data-sk-open]").set_input_files(file)
    expect(form.locator("textarea")).to_have_value(SECRET)
    expect(form.locator("[data-sk-foreign]")).to_be_hidden()
    expect(form.locator("[value=y]")).to_be_checked()

    # What stands there is replaced only after a question.
    form.locator("textarea").fill("Newer")
    form.locator("[data-sk-open]").set_input_files(file)
    form.locator("[data-sk-no]").click()
    expect(form.locator("textarea")).to_have_value("Newer")
    form.locator("[data-sk-open]").set_input_files(file)
    form.locator("[data-sk-yes]").click()
    expect(form.locator("textarea")).to_have_value(SECRET)
    someone.leave()


def test_a_self_assessment_is_compared_with_the_earlier_one(meet: Callable[[str], Learner]) -> None:
    someone = meet("none")
    frame = someone.launch()
    now, before = place(frame, "later"), place(frame, "self_none")
    now.locator("label").first.locator("b").click()
    expect(now.locator("[data-sk-alone]")).to_be_visible()
    expect(now.locator("td[data-sk-then]")).to_be_hidden()
    before.locator("label").last.locator("b").click()
    expect(now.locator("[data-sk-alone]")).to_be_hidden()
    expect(now.locator("td[data-sk-now]")).to_have_text("1")
    expect(now.locator("td[data-sk-then]")).to_have_text("2")
    expect(now.locator("[data-sk-change]")).to_have_text("1 lower than earlier")
    before.locator("label").first.locator("b").click()
    expect(now.locator("td[data-sk-then]")).to_have_text("1.5")
    expect(now.locator("svg rect.sk-topic-bar")).to_have_count(2)
    someone.leave()


def test_a_summary_shows_what_now_stands_on_the_pages(meet: Callable[[str], Learner]) -> None:
    someone = meet("none")
    frame = someone.launch()
    frame.evaluate("location.hash = '#p-two'")
    expect(frame.locator("[data-sk-empty]")).to_be_visible()
    frame.evaluate("location.hash = '#p-one'")
    fill(frame, "none")
    frame.evaluate("location.hash = '#p-two'")
    expect(frame.locator(".sk-asked")).to_have_text(["What?", "Who?", "How?"])
    expect(frame.locator(".sk-said").first).to_have_text(SECRET)
    expect(frame.locator(".sk-said").last).to_have_text("Rest: 2")
    expect(frame.locator(".sk-summary h4")).to_have_text("One")
    someone.leave()
