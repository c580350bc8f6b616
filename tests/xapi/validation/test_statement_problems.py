"""Each defect by itself: exactly this problem, at this place, for this reason."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given

from scormkit.xapi.validation import statement_problems
from tests.xapi.anywhere import ANY, places, replaced

UUID = "6f6ae9a6-3a3f-4b55-9f4d-0123456789ab"
AGENT = {"mbox": "mailto:a@example.org"}
LONG = {
    "id": UUID,
    "actor": {"objectType": "Group", "name": "Team", "mbox": "mailto:t@example.org", "member": [AGENT, AGENT]},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en-US": "answered", "nl": "antwoordde"}},
    "object": {
        "objectType": "Activity",
        "id": "https://example.org/q",
        "definition": {
            "name": {"en": "Question"},
            "description": {"en": "?"},
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "moreInfo": "https://example.org/more",
            "interactionType": "matching",
            "correctResponsesPattern": ["a[.]1[,]b[.]2"],
            "source": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
            "target": [{"id": "1"}, {"id": "2"}],
            "extensions": {"https://example.org/x": None},
        },
    },
    "result": {
        "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10},
        "success": False,
        "completion": True,
        "response": "a[.]1",
        "duration": "PT1M2.50S",
        "extensions": {"https://example.org/x": {"deep": [None, {"er": None}]}},
    },
    "context": {
        "registration": UUID,
        "instructor": {"objectType": "Agent", "account": {"homePage": "https://example.org", "name": "i"}},
        "team": {"objectType": "Group", "member": [{"mbox_sha1sum": "0" * 40}, {"openid": "https://example.org/me"}]},
        "contextActivities": {
            "parent": {"id": "https://example.org/p"},
            "grouping": [{"id": "https://example.org/g"}],
            "category": [],
            "other": [{"objectType": "Activity", "id": "https://example.org/o"}],
        },
        "revision": "2",
        "platform": "web",
        "language": "nl-BE",
        "statement": {"objectType": "StatementRef", "id": UUID},
        "extensions": {},
    },
    "timestamp": "2026-01-02T03:04:05.678Z",
    "stored": "2026-01-02T03:04:05.678Z",
    "authority": AGENT,
    "version": "1.0.3",
    "attachments": [
        {
            "usageType": "https://example.org/u",
            "display": {"en": "File"},
            "description": {"en": "A file"},
            "contentType": "text/plain; charset=utf-8",
            "length": 3,
            "sha2": "0" * 64,
            "fileUrl": "https://example.org/f",
        }
    ],
}
SHORT = {"actor": AGENT, "verb": {"id": "https://example.org/v"}, "object": {"id": "https://example.org/o"}}
SUB = {**copy.deepcopy(SHORT), "objectType": "SubStatement"}
GONE = object()


def changed(path, value):
    """The long statement with one member changed, added or (GONE) taken away."""
    statement = copy.deepcopy(LONG)
    *way, last = path.split(".")
    at = statement
    for step in way:
        at = at[int(step) if isinstance(at, list) else step]
    key = int(last) if isinstance(at, list) else last
    if value is GONE:
        del at[key]
    else:
        at[key] = value
    if path == "object":  # these two are for activities
        del statement["context"]["revision"], statement["context"]["platform"]
    return statement


def test_a_statement_with_everything_has_no_problem():
    assert statement_problems(LONG) == ()


@pytest.mark.parametrize(
    "about",
    [
        {"objectType": "StatementRef", "id": UUID},
        AGENT | {"objectType": "Agent"},
        {"objectType": "Group", "member": [AGENT]},
        SUB,
        SUB | {"object": {"objectType": "StatementRef", "id": UUID}, "timestamp": "2026-01-02T03:04:05Z"},
    ],
)
def test_every_kind_of_object_has_no_problem(about):
    assert statement_problems({**SHORT, "object": about}) == ()


@pytest.mark.parametrize(
    ("path", "value", "where", "says"),
    [
        ("actor", GONE, "$", "a statement has no actor"),
        ("verb", GONE, "$", "a statement has no verb"),
        ("object", GONE, "$", "a statement has no object"),
        ("id", "1", "$.id", '"1" is not a UUID'),
        ("id", 7, "$.id", "a string is expected, not the number 7"),
        ("Id", UUID, "$.Id", "keys are case sensitive, and this one is id"),
        ("extra", 1, "$.extra", "a statement has no property 'extra'"),
        ("an odd key", 1, '$["an odd key"]', "a statement has no property 'an odd key'"),
        ("version", "0.95", "$.version", '"0.95" is not a version 1.0.x'),
        ("version", "2.0.0", "$.version", '"2.0.0" is not a version 1.0.x'),
        ("timestamp", None, "$.timestamp", "null is no value"),
        ("timestamp", "2026-01-02T03:04:05", "$.timestamp", "is not a timestamp with its zone"),
        ("timestamp", "yesterday", "$.timestamp", "is not a timestamp with its zone"),
        ("stored", "2026-01-02T03:04:05-00:00", "$.stored", "is not a timestamp with its zone"),
        ("actor", "me", "$.actor", 'an agent is an object, not the string "me"'),
        ("actor", {}, "$.actor", "exactly one of mbox, mbox_sha1sum, openid, account; this has none"),
        ("actor.openid", "https://example.org/me", "$.actor", "at most one identifier; this has mbox and openid"),
        ("actor.mbox", "t@example.org", "$.actor.mbox", "is not a mailto IRI"),
        ("actor.mbox", ["mailto:t@example.org"], "$.actor.mbox", "a string is expected, not an array"),
        ("actor.objectType", "Person", "$.actor.objectType", "an actor is an Agent or a Group"),
        ("actor.objectType", "group", "$.actor.objectType", "an actor is an Agent or a Group"),
        ("actor.objectType", "Agent", "$.actor.member", "an agent has no property 'member'"),
        ("actor.member", {}, "$.actor.member", "an array is expected, not an object"),
        ("actor.member.0", None, "$.actor.member[0]", "null is no value"),
        ("actor.member.1", AGENT | {"objectType": "Group"}, "$.actor.member[1].objectType", "not one of Agent"),
        ("actor", {"objectType": "Group", "member": []}, "$.actor", "a group without an identifier has members"),
        ("actor.name", 3, "$.actor.name", "a string is expected, not the number 3"),
        ("authority", {"objectType": "Group", "member": [AGENT]}, "$.authority", "is anonymous and has two members"),
        ("verb", "answered", "$.verb", "a verb is an object"),
        ("verb.id", GONE, "$.verb", "a verb has no id"),
        ("verb.id", "answered", "$.verb.id", '"answered" is not an absolute IRI'),
        ("verb.id", "{{iri}}", "$.verb.id", "is not an absolute IRI"),
        ("verb.display", "answered", "$.verb.display", "a language map is an object"),
        ("verb.display", {"en_US": "x"}, "$.verb.display.en_US", "'en_US' is not a language tag"),
        ("verb.display", {"en": 1}, "$.verb.display.en", "a string is expected"),
        ("verb.display", {"en": None}, "$.verb.display.en", "a string is expected, not null"),
        ("object.id", GONE, "$.object", "an activity has no id"),
        ("object.id", "course/1", "$.object.id", "is not an absolute IRI"),
        ("object.objectType", "activity", "$.object.objectType", "'activity' is not one of"),
        ("object.objectType", [], "$.object.objectType", "[] is not one of"),
        ("object.definition.name", "Question", "$.object.definition.name", "a language map is an object"),
        ("object.definition.type", "question", "$.object.definition.type", "is not an absolute IRI"),
        ("object.definition.moreInfo", "more", "$.object.definition.moreInfo", "is not an absolute IRI"),
        ("object.definition.interactionType", "Matching", "$.object.definition.interactionType", "is not one of"),
        ("object.definition.choices", [], "$.object.definition.choices", "of type matching takes no choices"),
        ("object.definition.source.1.id", "a", "$.object.definition.source[1].id", "'a' stands in the list twice"),
        ("object.definition.source.1.id", "", "$.object.definition.source[1].id", '"" is not an id'),
        ("object.definition.source.1", {}, "$.object.definition.source[1]", "an interaction component has no id"),
        ("object.definition.target", "1", "$.object.definition.target", "an array is expected"),
        (
            "object.definition.correctResponsesPattern",
            "a[.]1",
            "$.object.definition.correctResponsesPattern",
            "an array is expected",
        ),
        ("object.definition.extensions", {"x": 1}, "$.object.definition.extensions.x", "is not an absolute IRI"),
        ("object", SUB | {"object": SUB}, "$.object.object", "a sub-statement has no sub-statement"),
        ("object", SUB | {"id": UUID}, "$.object.id", "a sub-statement has no property 'id'"),
        ("object", SUB | {"stored": LONG["stored"]}, "$.object.stored", "a sub-statement has no property 'stored'"),
        ("object", SUB | {"version": "1.0.0"}, "$.object.version", "a sub-statement has no property 'version'"),
        ("object", SUB | {"authority": AGENT}, "$.object.authority", "a sub-statement has no property 'authority'"),
        ("result.score", 0.5, "$.result.score", "a score is an object"),
        ("result.score.scaled", 1.01, "$.result.score.scaled", "1.01 is not between -1 and 1"),
        ("result.score.scaled", "0.5", "$.result.score.scaled", 'a number is expected, not the string "0.5"'),
        ("result.score.scaled", True, "$.result.score.scaled", "a number is expected, not true"),
        ("result.score.raw", 11, "$.result.score.raw", "11 is more than max (10)"),
        ("result.score.raw", -1, "$.result.score.raw", "-1 is less than min (0)"),
        ("result.score.min", 10, "$.result.score", "min (10) is not less than max (10)"),
        ("result.success", "false", "$.result.success", 'true or false is expected, not the string "false"'),
        ("result.completion", 1, "$.result.completion", "true or false is expected, not the number 1"),
        ("result.response", 5, "$.result.response", "a string is expected"),
        ("result.duration", "1:00", "$.result.duration", "is not an ISO 8601 duration"),
        ("result.extensions", {"progress": 1}, "$.result.extensions.progress", "is not an absolute IRI"),
        ("result.Success", True, "$.result.Success", "this one is success"),
        ("context.registration", "abc", "$.context.registration", '"abc" is not a UUID'),
        ("context.team", AGENT, "$.context.team", "a group has no objectType"),
        ("context.language", "dutch language", "$.context.language", "is not a language tag"),
        ("context.statement.objectType", GONE, "$.context.statement", "a statement reference has no objectType"),
        ("context.statement.id", "x", "$.context.statement.id", "is not a UUID"),
        ("context.contextActivities.parents", [], "$.context.contextActivities.parents", "has no property 'parents'"),
        ("context.contextActivities.parent", "p", "$.context.contextActivities.parent", "an activity is an object"),
        ("context.contextActivities.grouping.0", None, "$.context.contextActivities.grouping[0]", "null is no value"),
        ("context.contextAgents", [], "$.context.contextAgents", "a context has no property 'contextAgents'"),
        ("attachments", {}, "$.attachments", "an array is expected"),
        ("attachments.0.sha2", GONE, "$.attachments[0]", "an attachment has no sha2"),
        ("attachments.0.length", -1, "$.attachments[0].length", "a whole number from 0 is expected, not -1"),
        ("attachments.0.length", 1.5, "$.attachments[0].length", "a whole number from 0 is expected, not 1.5"),
        ("attachments.0.usageType", "u", "$.attachments[0].usageType", "is not an absolute IRI"),
        ("attachments.0.contentType", "text", "$.attachments[0].contentType", "is not a media type"),
    ],
)
def test_one_defect_one_problem(path, value, where, says):
    (problem,) = statement_problems(changed(path, value))
    assert problem.path == where
    assert says in problem.text
    assert problem.clause.startswith("Data ")


@pytest.mark.parametrize(
    ("statement", "where", "says"),
    [
        (
            {**SHORT, "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}},
            "$.object",
            "what is voided is named by a StatementRef",
        ),
        (
            {**SHORT, "object": {**AGENT, "objectType": "Agent"}, "context": {"revision": "1"}},
            "$.context.revision",
            "revision is for statements about an Activity",
        ),
        (
            {**SHORT, "object": SUB | {"object": AGENT | {"objectType": "Agent"}, "context": {"platform": "x"}}},
            "$.object.context.platform",
            "platform is for statements about an Activity",
        ),
        (
            {**SHORT, "object": {"id": "https://example.org/o", "definition": {"choices": [{"id": "a"}]}}},
            "$.object.definition.choices",
            "choices needs an interactionType",
        ),
    ],
)
def test_what_does_not_go_together(statement, where, says):
    (problem,) = statement_problems(statement)
    assert (problem.path, problem.text) == (where, says)


def test_version_two_knows_agents_and_groups_of_the_context():
    statement = copy.deepcopy(SHORT)
    statement["version"] = "2.0.0"
    statement["context"] = {
        "contextAgents": [{"objectType": "contextAgent", "agent": AGENT, "relevantTypes": ["https://example.org/t"]}],
        "contextGroups": [{"objectType": "contextGroup", "group": {"objectType": "Group", "member": [AGENT]}}],
    }
    assert statement_problems(statement, version="2.0.0") == ()
    del statement["context"]["contextAgents"][0]["agent"]
    assert [str(each) for each in statement_problems(statement, version="2.0.0")] == [
        "$.context.contextAgents[0]: a context agent has no agent (xAPI 2.0, Context Agents and Groups)"
    ]


def test_all_problems_come_at_once_and_can_stand_in_a_list():
    problems = statement_problems({"verb": {"id": 1}}, path="$[3]")
    assert [each.path for each in problems] == ["$[3]", "$[3]", "$[3].verb.id"]


@given(places(LONG), ANY)
def test_any_value_anywhere_is_judged_and_not_stumbled_over(way, value):
    assert all(problem.path.startswith("$") for problem in statement_problems(replaced(LONG, way, value)))


@given(ANY)
def test_any_value_at_all_is_judged(value):
    assert statement_problems(value)
