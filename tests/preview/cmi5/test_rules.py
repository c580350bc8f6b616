"""A wrong unit is refused and told why; a right one is not."""

from __future__ import annotations

import copy
import json
from uuid import uuid4

import pytest

from scormkit.preview import XapiConditions, XapiHost
from scormkit.xapi.vocabulary import MASTERY_SCORE, PROGRESS, TERMINATED
from tests.preview.xapi_packages import AU, SECOND, Unit

MASTERY = {MASTERY_SCORE: 0.8}
DONE = {"completion": True, "duration": "PT1S"}
PASSED = {"success": True, "duration": "PT1S", "score": {"scaled": 0.9}}
FAILED = {"success": False, "duration": "PT1S", "score": {"scaled": 0.2}}
OVER = {"duration": "PT1S"}


@pytest.fixture(scope="module")
def shared_host(cmi5_package):
    with XapiHost(cmi5_package) as running:
        yield running


@pytest.fixture
def host(shared_host):
    """The host of all tests here, with a registration that no other test has."""
    shared_host.registration = str(uuid4())
    return shared_host


@pytest.fixture
def unit(host):
    """The first unit, read in and initialized."""
    unit = Unit(host, host.launch_url(AU)).begin()
    assert unit.say("initialized").status == 200
    return unit


def refused(reply, status, says):
    assert reply.status == status, reply.text
    assert says in reply.text, reply.text


def test_a_right_unit_is_not_refused(host, unit):
    assert unit.say("answered", {"success": True}, defined=False, judged=False, second=1).status == 200
    assert unit.say("experienced", {"extensions": {PROGRESS: 50}}, defined=False, second=1).status == 200
    assert unit.say("completed", DONE, second=2).status == 200
    score = {"scaled": 0.8, "raw": 8, "min": 0, "max": 10}
    assert unit.say("passed", PASSED | {"score": score}, second=3, extensions=MASTERY).status == 200
    assert unit.say("terminated", OVER, second=4).status == 200
    assert host.sessions[-1].over == "terminated"


def test_what_is_done_within_a_unit_moves_nobody_on_and_comes_as_often_as_it_likes(host, unit):
    film = {"object": {"id": f"{AU}/film"}, "defined": False, "judged": False}
    for second in (1, 2):
        assert unit.say("completed", DONE, second=second, **film).status == 200
        assert unit.say("interacted", OVER, second=second, **film).status == 200
    assert host.sessions[-1].achieved == set()
    assert unit.say("completed", DONE, second=3).status == 200
    assert unit.say("completed", DONE, second=4, **film).status == 200
    assert unit.say("passed", PASSED, second=5, extensions=MASTERY).status == 200


def test_one_batch_may_hold_a_whole_session(host):
    unit = Unit(host, host.launch_url(SECOND)).begin()
    batch = [unit.statement("initialized"), unit.statement("completed", DONE, second=1)]
    batch.append(unit.statement("terminated", OVER, second=2))
    assert unit.post(batch).json == [each["id"] for each in batch]
    assert host.sessions[-1].over == "terminated"


def test_a_refused_batch_leaves_the_session_where_it_was(host):
    unit = Unit(host, host.launch_url(SECOND)).begin()
    batch = [unit.statement("initialized"), unit.statement("launched", second=1)]
    refused(unit.post(batch), 403, "launched is for the LMS to say")
    assert unit.post(batch[:1]).status == 200


@pytest.mark.parametrize(
    ("reads", "says"),
    [
        ((), "an AU reads LMS.LaunchData before"),
        (("LMS.LaunchData",), "an AU reads cmi5LearnerPreferences before"),
    ],
)
def test_launch_data_and_preferences_are_read_first(host, reads, says):
    unit = Unit(host, host.launch_url(AU)).begin()
    host.sessions[-1].read = set(reads)
    refused(unit.say("initialized"), 403, says)


@pytest.mark.parametrize(
    ("given", "more", "says"),
    [
        (("completed", DONE), {}, "initialized comes before completed"),
        (("terminated", OVER), {}, "initialized comes before terminated"),
        (("answered", {}), {"defined": False}, "initialized is the first statement"),
    ],
)
def test_initialized_comes_first(host, given, more, says):
    unit = Unit(host, host.launch_url(AU)).begin()
    refused(unit.say(*given, **more), 403, says)


@pytest.mark.parametrize(
    ("before", "given", "says"),
    [
        ([], ("initialized", {}), "initialized was sent in this session already"),
        ([("completed", DONE)], ("completed", DONE), "completed was sent in this session already"),
        ([("failed", FAILED)], ("passed", PASSED), "a session has passed or failed, not both"),
        ([("passed", PASSED)], ("failed", FAILED), "a session has passed or failed, not both"),
        ([], ("launched", {}), "launched is for the LMS to say"),
    ],
)
def test_what_may_not_be_said_now(unit, before, given, says):
    for second, each in enumerate(before, 1):
        assert unit.say(*each, second=second, extensions=MASTERY if "score" in each[1] else {}).status == 200
    refused(unit.say(*given, second=9, extensions=MASTERY if "score" in given[1] else {}), 403, says)


@pytest.mark.parametrize("verb", ["completed", "passed", "failed"])
def test_some_verbs_come_once_under_a_registration(host, unit, verb):
    assert unit.say("completed", DONE, second=1).status == 200
    assert unit.say("passed", PASSED, second=2, extensions=MASTERY).status == 200
    assert unit.say("terminated", OVER, second=3).status == 200
    again = Unit(host, host.launch_url(AU)).begin()
    again.say("initialized")
    result, more = {"completed": (DONE, {}), "passed": (PASSED, MASTERY), "failed": (FAILED, MASTERY)}[verb]
    says = "failed does not follow passed" if verb == "failed" else f"{verb} was sent under this registration already"
    refused(again.say(verb, result, second=1, extensions=more), 403, says)
    other = Unit(host, host.launch_url(AU, XapiConditions(registration=str(uuid4())))).begin()
    other.say("initialized")
    assert other.say(verb, result, second=1, extensions=more).status == 200


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_nothing_is_judged_outside_normal_mode(host, mode):
    unit = Unit(host, host.launch_url(SECOND, XapiConditions(mode=mode))).begin()
    assert unit.data["launchMode"] == mode
    assert unit.say("initialized").status == 200
    refused(unit.say("completed", DONE, second=1), 403, f"the launchMode is {mode}: completed is not sent")
    assert unit.say("answered", defined=False, second=1).status == 200
    assert unit.say("terminated", OVER, second=2).status == 200


@pytest.mark.parametrize(
    ("given", "more", "status", "says"),
    [
        (("completed", {"completion": True}), {}, 400, "completed has a result.duration"),
        (("completed", {"duration": "PT1S"}), {}, 400, "result.completion is missing: completed says true"),
        (("completed", DONE | {"completion": False}), {}, 400, "result.completion is false: completed says true"),
        (("completed", DONE | {"success": True}), {}, 400, "result.success is true: completed leaves it out"),
        (("completed", DONE), {"judged": False}, 400, "has the category moveon"),
        (("completed", DONE | {"score": {"scaled": 1}}), {}, 400, "completed has no score"),
        (("passed", PASSED | {"success": False}), {}, 400, "result.success is false: passed says true"),
        (("passed", PASSED | {"completion": True}), {}, 400, "result.completion is true: passed leaves it out"),
        (("passed", PASSED), {}, 400, "carries it as an extension"),
        (("passed", PASSED), {"extensions": {MASTERY_SCORE: 0.5}}, 400, "masteryscore says 0.5, the launch data 0.8"),
        (
            ("passed", PASSED | {"score": {"scaled": 0.7}}),
            {"extensions": MASTERY},
            403,
            "a score of 0.7, mastery being",
        ),
        (
            ("failed", FAILED | {"score": {"scaled": 0.8}}),
            {"extensions": MASTERY},
            403,
            "a score of 0.8, mastery being",
        ),
        (("passed", PASSED | {"score": {"scaled": -0.5}}), {"extensions": MASTERY}, 400, "from 0 to 1, not -0.5"),
        (("passed", PASSED | {"score": {"raw": 5}}), {}, 400, "a raw score comes with min and max"),
        (("passed", PASSED | {"score": {"raw": 5.5, "min": 0, "max": 9}}), {}, 400, "score.raw is a whole number"),
        (("terminated", {}), {}, 400, "terminated has a result.duration"),
        (("terminated", OVER), {"judged": True}, 400, "does not have the category moveon"),
        (("completed", DONE | {"extensions": {PROGRESS: 101}}), {}, 400, "progress is a whole number from 0 to 100"),
        (("experienced", {}), {}, 400, "cmi5 defines no verb"),
        (("completed", DONE), {"object": {"id": AU}}, 400, "not the activityId of the launch"),
        (("completed", DONE), {"timestamp": "2090-01-01T01:00:00+01:00"}, 400, "timestamps are in UTC"),
        (("completed", DONE), {"timestamp": "2089-01-01T00:00:00Z"}, 403, "before that of initialized"),
        (("completed", DONE), {"actor": {"mbox": "mailto:a@b.c"}}, 403, "the actor is the one of the launch"),
        (
            ("voided", {}),
            {"defined": False, "object": {"objectType": "StatementRef", "id": "6f6ae9a6-3a3f-4b55-9f4d-0123456789ab"}},
            403,
            "an AU voids no statements",
        ),
    ],
)
def test_a_statement_that_is_wrong_in_itself(unit, given, more, status, says):
    refused(unit.say(*given, **{"second": 1, **more}), status, says)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("id", "the AU gives every statement its id"),
        ("timestamp", "every statement has a timestamp"),
        ("context.registration", "context.registration is missing"),
        ("context.extensions", "context.extensions is missing"),
        ("context.contextActivities.grouping", "context.contextActivities.grouping is missing"),
    ],
)
def test_what_every_statement_has(unit, path, says):
    statement = copy.deepcopy(unit.statement("answered", defined=False, second=1))
    *way, last = path.split(".")
    at = statement
    for step in way:
        at = at[step]
    del at[last]
    refused(unit.post(statement), 400, says)


def test_the_template_is_added_to_and_not_changed(unit):
    statement = copy.deepcopy(unit.statement("answered", defined=False, second=1))
    statement["context"]["contextActivities"]["grouping"].append({"id": "https://example.org/more"})
    statement["context"]["extensions"]["https://example.org/more"] = 1
    assert unit.post(statement).status == 200
    statement = copy.deepcopy(unit.statement("answered", defined=False, second=1))
    statement["context"]["contextActivities"]["grouping"] = {"id": "https://example.org/more"}
    refused(unit.post(statement), 400, f"grouping lacks {AU}")


def test_after_terminated_nothing_is_taken_but_what_was_sent_before(host, unit):
    last = unit.statement("terminated", OVER, second=5)
    assert unit.post(last).status == 200
    assert unit.post(last).json == [last["id"]]  # its first answer may have been lost
    refused(unit.say("answered", defined=False, second=6), 403, "the session is terminated: nothing more")
    where = {**unit.state, "stateId": "bookmark"}
    refused(unit.ask("PUT", "activities/state", {}, where), 403, "the session is terminated, and its token with it")
    assert unit.fetch().json["error-code"] == "1"
    mine = [each for each in host.statements if each["context"]["registration"] == host.registration]
    assert [each["id"] for each in mine if each["verb"]["id"] == TERMINATED] == [last["id"]]


def test_what_was_said_before_terminated_may_arrive_after_it(host, unit):
    assert unit.say("terminated", OVER, second=5).status == 200
    assert unit.say("answered", defined=False, second=4).status == 200
    assert unit.say("completed", DONE, judged=True, second=3).status == 200
    refused(unit.say("answered", defined=False, second=5), 403, "the session is terminated")
    assert host.sessions[-1].over == "terminated"


def test_terminated_is_last_by_its_timestamp_too(unit):
    unit.say("answered", defined=False, second=9)
    refused(unit.say("terminated", OVER, second=5), 403, "before that of another statement")


def test_launch_data_and_others_documents_are_not_the_unit_s(host, unit):
    where = {**unit.state, "stateId": "LMS.LaunchData"}
    for method in ("PUT", "POST", "DELETE"):
        refused(unit.ask(method, "activities/state", {}, where), 403, "does not change or delete LMS.LaunchData")
    refused(unit.ask("DELETE", "activities/state", parameters=unit.state), 403, "does not change or delete")
    other = json.dumps({"mbox": "mailto:other@example.org"})
    refused(unit.ask("GET", "agents/profile", parameters={"agent": other}), 403, "not the learner of this session")
    where = {**unit.state, "stateId": "x", "registration": "6f6ae9a6-3a3f-4b55-9f4d-0123456789ab"}
    refused(unit.ask("PUT", "activities/state", {}, where), 403, "not that of this session")
    assert unit.ask("PUT", "activities/state", {"page": 2}, {**unit.state, "stateId": "bookmark"}).status == 204
    assert host.states["bookmark"] == b'{"page": 2}'
    refused(unit.ask("GET", "agents/profile", parameters={"agent": "{"}), 400, "not JSON")
