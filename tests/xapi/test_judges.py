"""The judges themselves: each accepts what is good, and each refuses what is bad, so that neither can sleep."""

from __future__ import annotations

import copy

import pytest

from scormkit.preview import XapiHost
from scormkit.xapi.validation import statement_problems
from scormkit.xapi.vocabulary import MASTERY_SCORE
from tests.preview.xapi_packages import AU, CMI5, SECOND, Unit, verbs, write_package
from tests.xapi.validation.test_statement_problems import LONG, SHORT, SUB

from .judges import complaints, ralph_complaints, xapi_validation_complaints

pytestmark = pytest.mark.slow

SMALL = {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "urn:v"}, "object": {"id": "urn:o"}}
GOOD = {
    "id": "01234567-89ab-4cde-8f01-23456789abcd",
    "actor": {"objectType": "Agent", "account": {"homePage": "https://lms.example.org/", "name": "één"}},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered", "nl-BE": "beantwoordde"}},
    "object": {
        "objectType": "Activity",
        "id": "https://example.org/cursus/één",
        "definition": {
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "name": {"nl": "Vraag"},
            "interactionType": "choice",
            "choices": [{"id": "a", "description": {"nl": "Ja"}}, {"id": "b", "description": {"nl": "Nee"}}],
            "correctResponsesPattern": ["a"],
        },
    },
    "result": {
        "score": {"scaled": 1, "raw": 1, "min": 0, "max": 1},
        "success": True,
        "completion": True,
        "response": "a",
        "duration": "PT1M2.5S",
        "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 50},
    },
    "context": {
        "registration": "01234567-89ab-4cde-8f01-23456789abce",
        "contextActivities": {"parent": [{"id": "https://example.org/cursus"}], "category": [{"id": "urn:c"}]},
        "language": "nl",
        "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s"},
    },
    "timestamp": "2026-01-02T03:04:05.678Z",
}
BAD = [
    {**GOOD, "verb": {"id": "no iri"}},
    {**GOOD, "id": "1"},
    {**GOOD, "extra": 1},
    {**GOOD, "timestamp": "yesterday"},
    {**GOOD, "actor": {"name": "nobody"}},
    {**GOOD, "result": {"score": {"scaled": 1.5}}},
    {**GOOD, "result": {"duration": "an hour"}},
    {**GOOD, "context": {"registration": "r"}},
    {key: each for key, each in GOOD.items() if key != "object"},
]


def test_what_is_good_is_accepted_by_both():
    assert complaints([GOOD, SMALL]) == []
    assert complaints([]) == []


@pytest.mark.parametrize("judge", [ralph_complaints, xapi_validation_complaints])
def test_each_refuses_what_is_bad_and_only_that(judge):
    found = judge([BAD[0], GOOD, *BAD[1:]])
    assert [bool(each) for each in found] == [True, False] + [True] * (len(BAD) - 1)


def test_we_judge_as_they_do():
    assert statement_problems(GOOD) == statement_problems(SMALL) == ()
    assert all(statement_problems(each) for each in BAD)


def test_a_complaint_names_the_statement_the_judge_and_the_place():
    found = complaints([GOOD, {**GOOD, "verb": {"id": "no iri"}}])
    assert all(each.startswith("statement 1 (no iri): ") for each in found)
    assert any(": ralph: verb.id" in each for each in found)
    assert any(": xapi-validation: statement.verb.id TypeWarning Internationalized" in each for each in found)


def test_what_our_validation_takes_is_taken_by_both_but_for_what_they_are_known_to_refuse():
    context = copy.deepcopy(LONG["context"])
    del context["extensions"]  # ralph refuses what is empty, even here
    context["contextActivities"]["parent"] = [context["contextActivities"]["parent"]]  # xapi-validation wants arrays
    assert complaints([{**LONG, "context": context}, SHORT, {**SHORT, "object": SUB}]) == []


def test_what_the_local_lms_says_and_what_it_takes_is_taken_by_both(tmp_path):
    with XapiHost(write_package(tmp_path / "cmi5.zip", "cmi5.xml", CMI5)) as host:
        first = Unit(host, host.launch_url(AU)).begin()
        results = {
            "initialized": None,
            "passed": {"success": True, "score": {"scaled": 0.9}, "duration": "PT1S"},
            "completed": {"completion": True, "duration": "PT1S"},
            "terminated": {"duration": "PT2S"},
        }
        for second, (verb, result) in enumerate(results.items()):
            extensions = {MASTERY_SCORE: 0.8} if verb == "passed" else None
            assert first.say(verb, result, second=second, extensions=extensions).status == 200
        Unit(host, host.launch_url(SECOND)).begin().say("initialized")
        host.launch_url(SECOND)
        host.waive(SECOND)
    assert {"launched", "satisfied", "abandoned", "waived", *results} <= set(verbs(host))
    assert complaints(host.statements) == []
