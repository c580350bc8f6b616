"""What the learner keeps when the LMS, the tab or the saved state fails, in a real browser."""

from __future__ import annotations

import pytest

from scormkit.preview import Conditions, Fault

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_answer_survives_the_death_of_the_tab(learner):
    someone = learner("m2")
    someone.launch()
    question = next(each for each in someone.activities if each.correct)
    someone.answer(question, question.right)
    someone.crash()
    someone.launch()
    assert someone.current == question.page
    expected = list(question.right)
    assert someone.locate(question).locator("input:checked").evaluate_all("all => all.map(i => i.value)") == expected
    assert float(someone.elements["cmi.core.score.raw"]) > 0


def test_without_an_lms_the_course_works_and_says_so(learner):
    someone = learner("m2")
    frame = someone.launch(Conditions(api=False))
    assert "geen verbinding" in frame.locator("#sk-banner").inner_text()
    assert not frame.locator("#sk-exit").is_visible()
    someone.finish_all()
    assert frame.locator("#sk-outcome").get_attribute("data-sk-is") == "passed"
    assert someone.calls == []


def test_a_commit_that_fails_twice_and_then_works(learner):
    someone = learner("m1")
    frame = someone.launch(Conditions(faults=(Fault("LMSCommit", "false", 2),)))
    status = frame.locator("#sk-status")
    assert status.get_attribute("data-sk-saving") == "failing"
    assert "Nog niet bewaard" in status.inner_text()
    assert "Nog niet bewaard" in frame.locator("#sk-live").inner_text()
    status.and_(frame.locator("[data-sk-saving=kept]")).wait_for()
    assert "weer bewaard" in frame.locator("#sk-live").inner_text()
    assert someone.elements["cmi.core.lesson_status"] == "incomplete"
    assert someone.elements["cmi.core.lesson_location"] == someone.pages[0]


@pytest.mark.parametrize("how", ["throw", "silent", "false"])
def test_an_lms_that_fails_at_everything_for_a_while(learner, how):
    someone = learner("m2")
    # An LMS that answers nothing and says that there was no error has to be believed; this one never says so.
    faults = (Fault("LMSSetValue", how, 8), Fault("LMSCommit", how, 4), Fault("LMSGetLastError", how, 999))
    frame = someone.launch(Conditions(faults=faults))
    question = next(each for each in someone.activities if each.correct)
    someone.answer(question, question.right)
    assert frame.locator("#sk-status").get_attribute("data-sk-saving") == "failing"
    tries = 0
    while not frame.locator("#sk-end").is_visible():
        frame.locator("#sk-exit").click()
        tries += 1
        assert tries < 20
    assert tries > 1, "a session that is not saved does not end"
    written = [call.values[0] for call in someone.calls if call.name == "LMSSetValue" and call.result == "true"]
    assert written.index("cmi.core.lesson_status") < written.index("cmi.core.score.raw")
    someone.leave()
    someone.launch()
    assert someone.locate(question).locator("[data-sk-feedback]").is_visible()


@pytest.mark.parametrize("how", ["throw", "silent", "false"])
def test_an_lms_that_cannot_even_begin_is_no_lms(learner, how):
    someone = learner("m1")
    faults = tuple(Fault(call, how, 999) for call in ("LMSInitialize", "LMSGetValue", "LMSGetLastError"))
    frame = someone.launch(Conditions(faults=faults))
    assert "geen verbinding" in frame.locator("#sk-banner").inner_text()


@pytest.mark.parametrize(
    "damage", [lambda s: s[:-3], lambda s: "{}" * 400, lambda s: "\x00\ufffd<b>&", lambda s: "9" + s[1:]]
)
def test_a_damaged_state_is_said_and_the_place_is_kept(learner, damage):
    someone = learner("m2")
    someone.launch()
    question = next(each for each in someone.activities if each.correct)
    someone.answer(question, question.right)
    someone.leave()
    someone.elements["cmi.suspend_data"] = damage(someone.elements["cmi.suspend_data"])

    frame = someone.launch()
    assert "opnieuw" in frame.locator("#sk-banner").inner_text()
    assert someone.current == question.page
    assert someone.locate(question).locator("[data-sk-check]").is_visible()
    score = someone.elements["cmi.core.score.raw"]
    someone.answer(question, question.wrong)
    someone.leave()
    assert someone.elements["cmi.core.score.raw"] == score, "a score never goes down"
    frame = someone.launch()
    assert frame.locator("#sk-banner").is_hidden()
