"""What an LMS of SCORM 2004 hears: small modules, played in a real browser against its run-time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scormkit.preview import Call, Conditions

from .learners import Learner
from .readers import Activity

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DURATION = r"PT(\d+H)?(\d+M)?\d+(\.\d\d?)?S"


@pytest.fixture
def learner_2004(meet: Callable[..., Learner]) -> Callable[..., Learner]:
    """Gives a learner at one of the four small modules."""
    return lambda name, target="scorm2004-4": meet("four", target, name)


def values(calls: list[Call], element: str) -> list[str]:
    return [call.values[1] for call in calls if call.name == "SetValue" and call.values[0] == element]


def assert_sound(calls: list[Call]) -> None:
    """No call failed; the session was opened first, and closed last and once."""
    assert [(call.name, call.values, call.error) for call in calls if call.error != "0"] == []
    names = [call.name for call in calls]
    assert names[0] == "Initialize"
    assert names[-1] == "Terminate"
    assert names.count("Initialize") == names.count("Terminate") == 1


def written(calls: list[Call]) -> list[Call]:
    return [call for call in calls if call.name in ("SetValue", "Commit")]


@pytest.mark.parametrize(("name", "target"), [("m1", "scorm2004-3"), ("m2", "scorm2004-3"), ("m2", "scorm2004-4")])
def test_a_module_from_first_launch_to_the_end(name: str, target: str, learner_2004: Callable[..., Learner]) -> None:
    someone = learner_2004(name, target)
    someone.launch()
    first = written(someone.calls)
    assert first[0].values == ("cmi.completion_status", "incomplete")
    assert first[1].values == ("cmi.exit", "suspend")
    assert first[2].values[0] == "cmi.session_time"
    assert first[3].name == "Commit"

    pages, activities, passing = someone.pages, someone.activities, someone.passing
    half = pages[: len(pages) // 2 + 1]
    done: list[Activity] = []
    for page in half:
        someone.go(page)
        for activity in [each for each in activities if each.page == page]:
            done.append(activity)
            if activity.correct:
                someone.answer(activity, activity.wrong)
            else:
                someone.do(activity)
    calls = someone.leave()
    assert_sound(calls)
    assert set(values(calls, "cmi.completion_status")) == {"incomplete"}
    assert values(calls, "cmi.success_status") == []
    if passing is not None:
        assert values(calls, "cmi.score.scaled") == [], "the LMS would judge it, and the learner is half way"
    progress = [float(value) for value in values(calls, "cmi.progress_measure")]
    assert progress == sorted(progress)
    assert 0 < progress[-1] < 1
    assert someone.host.rollup.success == "unknown"

    frame = someone.launch()
    assert someone.current == half[-1]
    for activity in done:
        if activity.kind == "choice":
            chosen = (
                someone.locate(activity)
                .locator("input")
                .evaluate_all("all => all.filter(i => i.checked).map(i => i.value)")
            )
            assert tuple(chosen) == (activity.wrong if activity.correct else activity.right)
    someone.finish_all()
    frame.locator("#sk-exit").click()
    someone.page.get_by_text("You have left the course").wait_for()  # type: ignore[union-attr]
    calls = someone.leave()
    # A score that was never written is nothing that an LMS can give, and it says so (RTE 3.1.7.5, 403).
    assert [call.values for call in calls if call.error == "403"] in ([], [("cmi.score.raw",)])
    assert_sound([call for call in calls if call.error != "403"])
    kept = someone.elements
    assert values(calls, "cmi.completion_status") == ["completed"]
    assert kept["cmi.completion_status"] == "completed"
    assert kept["cmi.progress_measure"] == "1"
    assert re.fullmatch(DURATION, values(calls, "cmi.session_time")[-1])
    assert values(calls, "adl.nav.request") == ["suspendAll"]
    assert someone.host.rollup.completion == "completed"
    if passing is not None:
        assert values(calls, "cmi.success_status") == ["passed"]
        assert [kept[f"cmi.score.{part}"] for part in ("min", "max", "raw", "scaled")] == ["0", "100", "100", "1"]
        order = [call.values[0] for call in calls if call.name == "SetValue"]
        assert order.index("cmi.score.scaled") < order.index("cmi.success_status")
        assert someone.host.rollup.success == "passed"
    for number, activity in enumerate([each for each in done if each.kind == "choice"]):
        at = f"cmi.interactions.{number}"
        assert kept[f"{at}.type"] == "choice"
        given = activity.wrong if activity.correct else activity.right
        assert kept[f"{at}.learner_response"] == "[,]".join(given)
        assert kept[f"{at}.result"] == ("incorrect" if activity.correct else "neutral")
        assert kept.get(f"{at}.correct_responses.0.pattern") == (activity.correct and "[,]".join(activity.correct))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\dZ", kept[f"{at}.timestamp"])
        assert re.fullmatch(DURATION, kept[f"{at}.latency"])
    assert "Geheim" not in repr(someone.host.calls)


def test_below_the_mark_the_lms_hears_no_score_until_it_is_reached(learner_2004: Callable[..., Learner]) -> None:
    someone = learner_2004("m2")
    frame = someone.launch()
    for page in someone.pages:
        someone.go(page)
    scored = [each for each in someone.activities if each.correct]
    for activity in [each for each in someone.activities if each.required]:
        someone.answer(activity, activity.wrong)
    expect(frame.locator("#sk-outcome")).to_have_attribute("data-sk-is", "retry")
    someone.leave()
    assert someone.host.rollup.success == "unknown"
    assert someone.host.rollup.completion == "incomplete"
    someone.launch()
    for activity in scored:
        someone.answer(activity, activity.right)
    someone.leave()
    assert (someone.host.rollup.success, someone.host.rollup.measure) == ("passed", 1)


@pytest.mark.parametrize(
    "conditions",
    [Conditions(mode="review", credit="no-credit"), Conditions(mode="browse"), Conditions(credit="no-credit")],
    ids=["review", "browse", "no credit"],
)
def test_where_nothing_may_be_written_nothing_is(conditions: Conditions, learner_2004: Callable[..., Learner]) -> None:
    someone = learner_2004("m2")
    frame = someone.launch(conditions)
    assert frame.locator("#sk-status").get_attribute("data-sk-saving") == "review"
    someone.finish_all()
    calls = someone.leave()
    assert {call.name for call in calls} <= {"Initialize", "GetValue", "Terminate"}
    assert_sound(calls)
