"""What an LRS hears: small modules, launched by cmi5 and by Tin Can, in a real browser.

The LRS has an origin of its own, as it has in the world, and takes nothing that breaks a rule of xAPI or of cmi5.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from scormkit.preview import NetworkFault, XapiConditions

from .learners import XapiLearner, verb

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STANDARDS = ("cmi5", "tincan")
WORDS = {"choice": "answered", "reflection": "interacted"}
"""What is said of who does an activity, by its kind."""


@pytest.fixture
def learner_of(meet: Callable[..., XapiLearner]) -> Callable[..., XapiLearner]:
    """Gives a learner at a small module; in the end neither the page nor the LRS may have had a complaint."""
    return lambda target, name="m2": meet("four", target, name)


def question_of(someone: XapiLearner) -> Any:
    return next(each for each in someone.activities if each.correct)


def assert_in_order(statements: list[dict[str, Any]]) -> None:
    """Each has an id of its own, and is later than the one before."""
    times = [each["timestamp"] for each in statements]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", time) for time in times)
    assert times == sorted(set(times))
    assert len({each["id"] for each in statements}) == len(statements)


@pytest.mark.parametrize("target", STANDARDS)
@pytest.mark.parametrize("name", ["m1", "m2"])
def test_a_module_from_first_launch_to_the_end(target: str, name: str, learner_of: Callable[..., XapiLearner]) -> None:
    someone = learner_of(target, name)
    someone.launch()
    pages, activities, passing = someone.pages, someone.activities, someone.passing
    half = pages[: len(pages) // 2 + 1]
    done = []
    for page in half:
        someone.go(page)
        for activity in [each for each in activities if each.page == page]:
            done.append(activity)
            if activity.correct:
                someone.answer(activity, activity.wrong)
            else:
                someone.do(activity)
    someone.leave()
    answers = [each for each in done if each.kind == "choice"]
    someone.assert_said("initialized", *(WORDS[each.kind] for each in done), "terminated")

    before = len(someone.said)
    frame = someone.launch()
    assert someone.current == half[-1]
    for activity in answers:
        chosen = (
            someone.locate(activity)
            .locator("input")
            .evaluate_all("all => all.filter(i => i.checked).map(i => i.value)")
        )
        assert tuple(chosen) == (activity.wrong if activity.correct else activity.right)
    someone.finish_all()
    iri = frame.evaluate("document.body.dataset.skIri")
    frame.locator("#sk-exit").click()
    if target == "cmi5":
        someone.page.wait_for_url("**/return")  # type: ignore[union-attr]
    else:
        frame.locator("#sk-end").wait_for()
    ended = ["completed", "passed"] if passing is not None else ["completed"]
    again = someone.statements[before:]
    module = again[0]["object"]
    assert [verb(each) for each in again if each["object"] == module] == ["initialized", *ended, "terminated"]
    assert module["definition"]["type"].endswith("/module")
    assert_in_order(someone.statements)
    thoughts = [each for each in someone.statements if verb(each) == "interacted"]
    assert [each["object"]["id"] for each in thoughts] == [f"{iri}/{each.id}" for each in done if each not in answers]
    assert all(each["result"].keys() == {"duration"} for each in thoughts), "and what was written is in none of them"
    for statement, activity in zip(
        [each for each in someone.statements if each["verb"]["id"].endswith("answered")], answers, strict=False
    ):
        assert statement["object"]["id"] == f"{iri}/{activity.id}"
        assert statement["object"]["definition"]["interactionType"] == "choice"
        assert statement["result"]["response"] == "[,]".join(activity.wrong if activity.correct else activity.right)
        assert statement["result"].get("success") == (False if activity.correct else None)
    if target == "cmi5":
        assert [session.over for session in someone.host.sessions] == ["terminated", "terminated"]
        # The LMS finds the course satisfied as soon as it hears what it waits for.
        assert any(each["verb"]["id"].endswith("satisfied") for each in someone.host.statements)
    elif passing is not None:
        passed = next(each for each in someone.statements if each["verb"]["id"].endswith("passed"))
        assert passed["object"]["id"] == someone.sco
        assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}
    kept = repr([someone.host.statements, someone.host.documents, someone.host.requests])
    assert "Geheim" not in kept

    # Come back once more: nothing is said twice in a registration.
    before = len(someone.said)
    someone.launch()
    someone.leave()
    someone.assert_said("initialized", "terminated", after=before)


def test_an_answer_that_got_lost_is_not_said_twice(learner_of: Callable[..., XapiLearner]) -> None:
    someone = learner_of("cmi5")
    someone.launch(XapiConditions(faults=(NetworkFault("statements", "drop", "POST", 1, skip=1, kept=True),)))
    question = question_of(someone)
    someone.answer(question, question.wrong)
    someone.settle()
    someone.leave()
    someone.assert_said("initialized", "answered", "terminated")


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_in_browse_and_review_nothing_is_written(mode: Any, learner_of: Callable[..., XapiLearner]) -> None:
    someone = learner_of("cmi5")
    frame = someone.launch(XapiConditions(mode=mode, returns=False))
    assert frame.locator("#sk-status").get_attribute("data-sk-saving") == "review"
    someone.finish_all()
    frame.locator("#sk-exit").click()
    frame.locator("#sk-end").wait_for()
    someone.assert_said("initialized", "terminated")
    assert {each.method for each in someone.host.requests if each.resource == "activities/state"} == {"GET"}


@pytest.mark.parametrize("sound", ["off", "on"])
def test_who_wants_no_sound_gets_none(sound: str, meet: Callable[..., XapiLearner]) -> None:
    someone = meet("gallery", "cmi5", "reading")
    frame = someone.launch(XapiConditions(preferences={"audioPreference": sound}))
    silent = frame.eval_on_selector_all("audio, video", "all => all.map(one => one.muted)")
    assert silent
    assert set(silent) == {sound == "off"}
    someone.leave()


def test_below_the_mark_nobody_fails(learner_of: Callable[..., XapiLearner]) -> None:
    someone = learner_of("cmi5")
    someone.launch()
    for page in someone.pages:
        someone.go(page)
    for activity in [each for each in someone.activities if each.required]:
        someone.answer(activity, activity.wrong)
    someone.leave()
    assert set(someone.said) == {"initialized", "answered", "terminated"}


def test_a_page_that_is_loaded_again_finds_its_session_over_and_says_so(
    learner_of: Callable[..., XapiLearner],
) -> None:
    someone = learner_of("cmi5")
    someone.launch()
    question = question_of(someone)
    someone.answer(question, question.right)
    someone.settle()
    someone.page.reload()  # type: ignore[union-attr]
    frame = someone.ready()
    # This LMS takes the token away with `terminated`; one that does not would go on keeping the state.
    assert "geen verbinding" in frame.locator("#sk-banner").inner_text()
    someone.finish_all()
    someone.assert_said("initialized", "answered", "terminated")
    refused = [each for each in someone.host.requests if each.status == 403]
    assert [(each.method, each.resource) for each in refused] == [("GET", "activities/state")]
    someone.host.network.exchanges.clear()
    someone.page.close()  # type: ignore[union-attr]
    someone.launch()
    assert someone.locate(question).locator("[data-sk-feedback]").is_visible()
    someone.leave()


@pytest.mark.parametrize("target", STANDARDS)
def test_opened_by_itself_a_module_works(target: str, learner_of: Callable[..., XapiLearner]) -> None:
    someone = learner_of(target)
    someone.page = someone.context.new_page()
    someone.watch(someone.page)
    someone.page.goto(someone.host.content_url(someone.host.launches[0].href))
    frame = someone.ready()
    assert frame.locator("#sk-banner").is_visible() == (target == "cmi5")
    someone.finish_all()
    assert someone.host.requests == []
