"""What the LMS says, and when."""

from __future__ import annotations

import pytest

from scormkit.preview import XapiConditions
from scormkit.xapi import vocabulary as v
from tests.preview.xapi_packages import AU, BLOCK, COURSE, SECOND, Unit, send, verbs

pytestmark = pytest.mark.slow

DONE = {"completion": True, "duration": "PT1S"}
PASSED = {"success": True, "duration": "PT1S"}


def play(host, au, *given):
    unit = Unit(host, host.launch_url(au)).begin()
    unit.say("initialized")
    for second, each in enumerate(given, 1):
        assert unit.say(*each, second=second).status == 200
    assert unit.say("terminated", {"duration": "PT1S"}, second=9).status == 200


def said(host, verb):
    return [each for each in host.statements if each["verb"]["id"] == verb]


def test_the_launch_parameters_and_the_launch_data(host):
    unit = Unit(host, host.launch_url(AU))
    assert unit.address.startswith(host.content_url("one/index.html?page=2&"))
    assert set(unit.parameters) == {"page", "endpoint", "fetch", "actor", "registration", "activityId"}
    assert unit.parameters["endpoint"] == host.endpoint
    assert unit.parameters["registration"] == host.registration
    assert unit.parameters["activityId"] != AU
    unit.begin()
    session = host.sessions[0].id
    assert unit.data == {
        "contextTemplate": {
            "contextActivities": {"grouping": [{"objectType": "Activity", "id": AU}]},
            "extensions": {v.SESSION_ID: session},
        },
        "launchMode": "Normal",
        "moveOn": "CompletedAndPassed",
        "masteryScore": 0.8,
        "launchParameters": "level=3",
        "entitlementKey": {"courseStructure": "key-1"},
        "returnURL": f"{host.url}return",
    }
    assert b"The activity has ended" in send(unit.data["returnURL"]).body


def test_launched_is_said_before_the_unit_is_opened(host):
    host.launch_url(AU)
    (launched,) = said(host, v.LAUNCHED)
    context = launched["context"]
    assert context["registration"] == host.registration
    assert context["contextActivities"]["category"] == [{"objectType": "Activity", "id": v.CMI5_CATEGORY}]
    assert context["contextActivities"]["grouping"] == [{"objectType": "Activity", "id": AU}]
    assert context["extensions"] == {
        v.SESSION_ID: host.sessions[0].id,
        v.LAUNCH_MODE: "Normal",
        v.LAUNCH_URL: host.content_url("one/index.html?page=2"),
        v.MOVE_ON: "CompletedAndPassed",
        v.MASTERY_SCORE: 0.8,
        v.LAUNCH_PARAMETERS: "level=3",
    }


def test_the_token_is_handed_out_once(host):
    unit = Unit(host, host.launch_url(AU))
    first = unit.fetch()
    assert (first.status, first.headers["Content-Type"]) == (200, "application/json")
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert list(first.json) == ["auth-token"]
    again = unit.fetch()
    assert (again.status, again.json["error-code"]) == (200, "1")
    assert send(unit.parameters["fetch"]).status == 405
    assert send(f"{host.url}fetch/other", "POST").json["error-code"] == "2"


def test_before_the_fetch_the_token_is_worth_nothing(host):
    unit = Unit(host, host.launch_url(AU))
    unit.token = host.sessions[0].token
    assert unit.ask("GET", "statements").status == 401


def test_a_unit_keeps_its_id_and_a_session_does_not(host):
    one, two = (Unit(host, host.launch_url(AU)).begin() for _ in range(2))
    assert one.parameters["activityId"] == two.parameters["activityId"]
    assert one.data["contextTemplate"] != two.data["contextTemplate"]


def test_a_session_that_did_not_end_is_abandoned_by_the_next_launch(host):
    unit = Unit(host, host.launch_url(AU)).begin()
    unit.say("initialized")
    host.launch_url(SECOND)
    (abandoned,) = said(host, v.ABANDONED)
    assert abandoned["object"]["id"] == unit.parameters["activityId"]
    assert abandoned["context"]["extensions"] == unit.data["contextTemplate"]["extensions"]
    assert abandoned["result"]["duration"].startswith("PT")
    assert unit.say("completed", DONE, second=2).status == 403
    assert verbs(host)[-4:] == ["launched", "initialized", "abandoned", "launched"]


def test_another_registration_abandons_nothing(host):
    host.launch_url(AU)
    host.launch_url(AU, XapiConditions(registration="6f6ae9a6-3a3f-4b55-9f4d-0123456789ab"))
    assert said(host, v.ABANDONED) == []


def test_blocks_and_the_course_are_satisfied_once_and_by_the_session_that_did_it(host):
    host.launch_url(AU)
    # Nothing is asked of the second block, so the registration alone satisfies it.
    assert verbs(host) == ["satisfied", "launched"]
    play(host, SECOND, ("completed", DONE))
    assert verbs(host).count("satisfied") == 1
    play(host, AU, ("completed", DONE))
    assert verbs(host).count("satisfied") == 1
    play(host, AU, ("passed", PASSED))
    play(host, SECOND, ("passed", PASSED))
    opened, block, course = said(host, v.SATISFIED)
    publisher = [each["context"]["contextActivities"]["grouping"][0]["id"] for each in (opened, block, course)]
    assert publisher == [f"{COURSE}/open", BLOCK, COURSE]
    types = [each["object"]["definition"]["type"] for each in (opened, block, course)]
    assert types == [v.BLOCK_TYPE, v.BLOCK_TYPE, v.COURSE_TYPE]
    assert len({each["object"]["id"] for each in (opened, block, course)} & {BLOCK, COURSE}) == 0
    session = host.sessions[3].id
    assert [each["context"]["extensions"][v.SESSION_ID] for each in (block, course)] == [session, session]


def test_a_unit_that_is_waived_counts(host):
    for _ in range(2):
        host.waive(AU, "Tested Out")
    host.waive(SECOND)
    assert verbs(host) == ["satisfied", "waived", "waived", "satisfied", "satisfied"]
    waived = said(host, v.WAIVED)[0]
    assert waived["result"] == {"success": True, "completion": True, "extensions": {v.REASON: "Tested Out"}}
    assert v.MOVE_ON_CATEGORY in [each["id"] for each in waived["context"]["contextActivities"]["category"]]


def test_preferences_and_a_launch_without_a_way_back(host):
    conditions = XapiConditions(returns=False, preferences={"languagePreference": "nl,en", "audioPreference": "off"})
    unit = Unit(host, host.launch_url(SECOND, conditions)).begin()
    assert "returnURL" not in unit.data
    assert "masteryScore" not in unit.data
    where = {"agent": unit.parameters["actor"], "profileId": "cmi5LearnerPreferences"}
    assert unit.ask("GET", "agents/profile", parameters=where).json["languagePreference"] == "nl,en"


def test_only_a_unit_of_the_package_is_launched_or_waived(host):
    with pytest.raises(KeyError):
        host.launch_url("https://example.org/other")
    with pytest.raises(KeyError):
        host.waive("https://example.org/other")
