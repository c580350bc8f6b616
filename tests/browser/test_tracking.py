"""What the LMS hears: each of four small modules, played in a real browser against a SCORM 1.2 runtime."""

from __future__ import annotations

import re

import pytest

from scormkit.preview import Conditions

from .conftest import MODULES, WHOLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def sets(calls):
    """What was set, in order."""
    return [call.values for call in calls if call.name == "LMSSetValue"]


def values(calls, element):
    return [value for name, value in sets(calls) if name == element]


def assert_sound(calls):
    """No call failed; the session was opened first, and closed last and once."""
    assert [(call.name, call.values, call.error) for call in calls if call.error != "0"] == []
    names = [call.name for call in calls]
    assert names[0] == "LMSInitialize"
    assert names[-1] == "LMSFinish"
    assert names.count("LMSInitialize") == names.count("LMSFinish") == 1


@pytest.mark.parametrize("name", MODULES["four"])
def test_a_module_from_first_launch_to_the_end(name, learner):
    someone = learner(name)

    # The first launch: incomplete is written and committed before anything else.
    someone.launch()
    writing = [call for call in someone.calls if call.name in ("LMSInitialize", "LMSSetValue", "LMSCommit")]
    assert writing[0].name == "LMSInitialize"
    assert writing[1].values == ("cmi.core.lesson_status", "incomplete")
    assert writing[2].values == ("cmi.core.exit", "suspend")
    assert writing[3].values[0] == "cmi.core.session_time"
    assert writing[4].name == "LMSCommit"

    # Half of the module, the first question wrong where it can be; then the learner leaves on some page.
    pages, activities, passing = someone.pages, someone.activities, someone.passing
    half = pages[: len(pages) // 2 + 1]
    for page in half:
        someone.go(page)
        for activity in [each for each in activities if each.page == page]:
            if activity.correct:
                someone.answer(activity, activity.wrong)
            else:
                someone.do(activity)
    first_calls = someone.leave()
    assert_sound(first_calls)
    assert set(values(first_calls, "cmi.core.lesson_status")) == {"incomplete"}
    done = [each for each in activities if each.page in half]
    assert values(first_calls, "cmi.core.score.raw") == (["0"] if any(each.correct for each in done) else [])
    assert someone.elements["cmi.core.lesson_location"] == half[-1]

    # The second launch: the same page, the same answers.
    frame = someone.launch()
    assert someone.current == half[-1]
    for activity in done:
        place = someone.locate(activity)
        if activity.kind == "choice":
            chosen = place.locator("input").evaluate_all("all => all.filter(i => i.checked).map(i => i.value)")
            assert tuple(chosen) == (activity.wrong if activity.correct else activity.right)
            assert place.locator("[data-sk-feedback]").get_attribute("hidden") is None
            assert place.locator("[data-sk-retry]").get_attribute("hidden") is None
        else:
            assert place.locator("[data-sk-thanks]").get_attribute("hidden") is None
            assert place.locator("textarea").input_value() == ""

    # Everything rightly to the end, and out by the button.
    someone.finish_all()
    ended = "passed" if passing is not None else "completed"
    assert frame.locator("#sk-outcome").get_attribute("data-sk-is") == ended
    frame.locator("#sk-exit").click()
    frame.locator("#sk-end").wait_for()
    calls = someone.leave()
    assert_sound(calls)
    assert values(calls, "cmi.core.lesson_status") == [ended]
    assert someone.elements["cmi.core.exit"] == "suspend"
    assert someone.elements["cmi.core.lesson_status"] == ended
    assert re.fullmatch(r"\d\d:\d\d:\d\d(\.\d\d?)?", someone.elements["cmi.core.session_time"])
    if passing is not None:
        assert someone.elements["cmi.core.score.raw"] == "100"
        assert (someone.elements["cmi.core.score.min"], someone.elements["cmi.core.score.max"]) == ("0", "100")
        scored = [element for element, _ in sets(calls) if element.startswith(("cmi.core.score", "cmi.core.lesson_s"))]
        scores, (last,) = scored[:-1], scored[-1:]
        assert last == "cmi.core.lesson_status"
        assert scores == ["cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw"] * (len(scores) // 3)
    else:
        assert "cmi.core.score.raw" not in someone.elements or any(each.correct for each in activities)

    # The interactions are all there, and every one is what was answered.
    answered = [each for each in done if each.kind == "choice"]
    answered += [each for each in activities if each.kind == "choice" and each.required]
    unit = frame_unit(someone)
    for number, activity in enumerate(answered):
        wrong = number < len([each for each in done if each.kind == "choice"]) and activity.correct
        at = f"cmi.interactions.{number}"
        kept = someone.elements
        assert kept[f"{at}.id"] == f"{unit}_{activity.id}"
        assert kept[f"{at}.type"] == "choice"
        assert kept[f"{at}.student_response"] == ",".join(activity.wrong if wrong else activity.right)
        assert kept[f"{at}.result"] == ("neutral" if not activity.correct else "wrong" if wrong else "correct")
        assert kept.get(f"{at}.correct_responses.0.pattern") == (activity.correct and ",".join(activity.correct))
        assert re.fullmatch(r"\d\d:\d\d:\d\d", kept[f"{at}.time"])
        assert re.fullmatch(r"\d\d:\d\d:\d\d(\.\d\d?)?", kept[f"{at}.latency"])
        assert (f"{at}.weighting" in kept) == bool(activity.correct)
    assert f"cmi.interactions.{len(answered)}.id" not in someone.elements

    # Nothing that was typed is in anything that the LMS was told.
    assert "Geheim" not in repr(someone.host.calls)


def frame_unit(someone):
    return someone.sco.removeprefix("item-")


def test_each_sco_of_a_course_launches_with_data_of_its_own(meet):
    someone = meet("four", "scorm12", WHOLE)
    host = someone.host
    assert len(host.launches) == len(MODULES["four"])
    for launch in host.launches:
        someone.sco = launch.identifier
        someone.launch()
        assert someone.pages[0] == someone.current
        someone.go(someone.pages[1])
        assert_sound(someone.leave())
    places = {identifier: record.elements["cmi.core.lesson_location"] for identifier, record in host.records.items()}
    assert len(places) == len(MODULES["four"])
    assert all(record.elements["cmi.core.lesson_status"] == "incomplete" for record in host.records.values())


def test_one_action_is_one_commit(learner):
    someone = learner("m2")
    someone.launch()
    someone.wait_for_commit(2)  # the first, and the one for the first page
    for activity in [each for each in someone.activities if each.kind == "choice"]:
        someone.go(activity.page)
        before = len([call for call in someone.calls if call.name == "LMSCommit"])
        someone.answer(activity, activity.wrong)
        assert len([call for call in someone.calls if call.name == "LMSCommit"]) == before + 1


def test_a_browser_in_which_windows_cannot_speak_to_one_another_tracks_as_any(learner, context):
    context.add_init_script("delete window.BroadcastChannel")
    someone = learner("m2")
    someone.launch()
    question = next(each for each in someone.activities if each.correct)
    someone.answer(question, question.right)
    assert_sound(someone.leave())
    assert float(someone.elements["cmi.core.score.raw"]) > 0


def test_a_page_that_goes_out_of_sight_is_saved_at_once(learner):
    someone = learner("m1")
    frame = someone.launch()
    someone.go(someone.pages[1])
    frame.evaluate(
        """() => {
          Object.defineProperty(document, "hidden", { value: true, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    assert someone.elements["cmi.core.lesson_location"] == someone.pages[1]


def test_a_page_back_from_the_browsers_memory_begins_anew(learner):
    someone = learner("m1")
    frame = someone.launch()
    with someone.page.expect_event("framenavigated"):
        frame.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    someone.ready()


@pytest.mark.parametrize(
    "conditions",
    [Conditions(mode="review", credit="no-credit"), Conditions(mode="browse"), Conditions(credit="no-credit")],
    ids=["review", "browse", "no credit"],
)
def test_where_nothing_may_be_written_nothing_is(learner, conditions):
    someone = learner("m2")
    someone.launch()
    question = next(each for each in someone.activities if each.correct)
    someone.answer(question, question.right)
    someone.leave()
    before = dict(someone.elements)

    frame = someone.launch(conditions)
    assert someone.current == question.page
    assert someone.locate(question).locator("[data-sk-feedback]").is_visible()
    assert frame.locator("#sk-status").get_attribute("data-sk-saving") == "review"
    someone.finish_all()
    calls = someone.leave()
    assert {call.name for call in calls} <= {"LMSInitialize", "LMSGetValue", "LMSGetLastError", "LMSFinish"}
    assert_sound(calls)
    # cmi.core.exit, write-only, was not written: this LMS has nothing else to forget.
    assert someone.elements.get("cmi.suspend_data") == before["cmi.suspend_data"]
    assert someone.elements["cmi.core.lesson_status"] == "incomplete"


def test_empty_mode_and_credit_are_normal_and_credit(learner):
    someone = learner("m1")
    someone.launch(Conditions(mode="", credit=""))
    assert someone.elements["cmi.core.lesson_status"] == "incomplete"


def test_a_score_below_the_mark_leaves_the_module_open_and_says_so(learner):
    someone = learner("m2")
    frame = someone.launch()
    for page in someone.pages:
        someone.go(page)
    for activity in someone.activities:
        if activity.required:
            someone.answer(activity, activity.wrong)
    someone.go(someone.pages[-1])
    assert frame.locator("#sk-outcome").get_attribute("data-sk-is") == "retry"
    assert f"{someone.passing}%" in frame.locator("#sk-verdict").inner_text()
    # Where points are still to be had is one click away, and where all of them were earned is not named.
    scored = [each for each in someone.activities if each.correct]
    addresses = frame.locator("#sk-todo a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert addresses == [f"#p-{each.page}" for each in scored]
    someone.answer(scored[0], scored[0].right)
    assert frame.locator("#sk-todo a").count() == len(scored) - 1
    someone.leave()
    assert someone.elements["cmi.core.lesson_status"] == "incomplete"
    assert someone.elements["cmi.core.score.raw"] == "20"


def test_nothing_typed_leaves_the_page(learner):
    someone = learner("m4")
    frame = someone.launch()
    sheets = [each for each in someone.activities if each.kind == "reflection"]
    assert sheets
    for sheet in sheets:
        someone.do(sheet)
    kept = frame.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    assert "Geheim" not in kept
    frame.evaluate("location.reload()")
    calls = someone.leave()
    assert "Geheim" not in repr(calls)
    assert "Geheim" not in repr(someone.host.records)
    # The state says that each sheet was done, and no more.
    assert all(f"{sheet.id}-1" in someone.elements["cmi.suspend_data"] for sheet in sheets)
    assert not any(name.startswith("cmi.interactions") and "id" in name for name in someone.elements)
