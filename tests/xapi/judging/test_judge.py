"""Statements and sessions, judged by a profile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.xapi.judging import DEFINITIONS, judge, read_profile
from scormkit.xapi.judging.claims import SUBREGISTRATION

from ..anywhere import ANY, places, replaced
from .profiles import CAUGHT, GONE, HEIGHT, PROFILE, REGISTRATION, V1, V2, P, changed, said

BALLS = read_profile(PROFILE)
OTHER = "6f6ae9a6-3a3f-4b55-8f4d-0123456789ac"
GAME = [said("threw", 1), said("caught", 2)]
FORGOTTEN = "context.contextActivities.category"


def ids(verdict):
    return [each.definition.id for each in verdict.findings]


def test_a_session_that_follows_the_profile():
    verdict = judge(GAME, [BALLS])
    assert verdict.problems == ()
    assert [[str(each) for each in one.templates] for one in verdict.statements] == [["Thrown"], ["Caught"]]
    assert [one.claims for one in verdict.statements] == [(V2,), (V2,)]
    (session,) = verdict.sessions
    assert (session.outcome, str(session.pattern), session.statements) == ("success", "A game", (0, 1))
    assert (session.version, session.registration, session.subregistration) == (V2, REGISTRATION, None)


def test_the_order_is_that_of_the_timestamps_as_an_lrs_answers_newest_first():
    (session,) = judge(GAME[::-1], [BALLS]).sessions
    assert (session.outcome, session.statements) == ("success", (1, 0))


def test_a_session_in_its_midst_is_told_and_no_problem():
    verdict = judge(GAME[:1], [BALLS])
    assert verdict.problems == ()
    assert ids(verdict) == ["SK-XAPI-010"]
    assert verdict.findings[0].cure == "what can come next: “Caught” or “Dropped”"
    assert (verdict.sessions[0].outcome, [str(one) for one in verdict.sessions[0].expected]) == (
        "partial",
        ["Caught", "Dropped"],
    )


def test_statements_without_a_profile_are_held_against_xapi_alone():
    verdict = judge([said("threw", 1, ("result.score", {"scaled": 2})), {}, 3, None])
    assert ids(verdict) == ["SK-XAPI-002"] * 6
    assert str(verdict.findings[0]) == (
        "statement 0, $.result.score.scaled: 2 is not between -1 and 1 (xAPI Data 2.4.5.1)"
    )
    assert verdict.findings[0].cure.startswith("keep scaled within")
    assert all(each.cure for each in verdict.findings)


@pytest.mark.parametrize(
    ("statements", "problem", "at", "path", "says"),
    [
        ([said("threw", 1, ("result.success", False))], "SK-XAPI-006", 0, "$.result.success", "must hold true, but is"),
        (
            [said("threw", 1, ("result.extensions", GONE))],
            "SK-XAPI-006",
            0,
            f"$.result.extensions['{HEIGHT}']",
            "is missing (template “Thrown”)",
        ),
        (
            [said("threw", 1), said("ate", 2)],
            "SK-XAPI-008",
            1,
            "$",
            f"no template of “Balls” applies (verb {P}/verbs/ate",
        ),
        ([said("threw", 1, ("object.definition", GONE))], "SK-XAPI-008", 0, "$", "type of the object none"),
        ([said("caught", 1)], "SK-XAPI-009", 0, "$", "at the beginning of registration"),
        ([*GAME, said("dropped", 3)], "SK-XAPI-009", 2, "$", "“Dropped” came where the pattern was at its end"),
        ([GAME[0], said("threw", 2)], "SK-XAPI-009", 1, "$", "“Thrown” came where “Caught” or “Dropped” could have"),
        (
            [GAME[0], changed(GAME[1], ("context.registration", GONE))],
            "SK-XAPI-011",
            1,
            "$.context.registration",
            "whose patterns go by registrations",
        ),
        ([GAME[0], changed(GAME[1], ("timestamp", GONE))], "SK-XAPI-013", 1, "$.timestamp", "no timestamp"),
        (
            [GAME[0], changed(GAME[1], ("timestamp", GAME[0]["timestamp"]))],
            "SK-XAPI-013",
            1,
            "$.timestamp",
            "the same timestamp as another",
        ),
        (
            [*GAME, said("caught", 3, (FORGOTTEN, [{"id": P}]))],
            "SK-XAPI-014",
            2,
            "$.context.contextActivities.category",
            "is no version that “Balls” lists",
        ),
        (
            [said("caught", 3, (FORGOTTEN, [{"id": f"{P}/v7"}]))] * 1,
            "SK-XAPI-014",
            0,
            "$.context.contextActivities.category",
            f"the statement claims {P}/v7, which is",
        ),
        ([*GAME, said("caught", 1, (FORGOTTEN, []))], "SK-XAPI-003", 2, "$.id", "says something else"),
        (
            [changed(GAME[0], ("context.extensions", {HEIGHT: 2})), GAME[1]],
            "SK-XAPI-016",
            0,
            "$.context.extensions",
            "belongs into the result",
        ),
        (
            [changed(GAME[0], ("context.extensions", {SUBREGISTRATION: []})), GAME[1]],
            "SK-XAPI-012",
            0,
            "$.context.extensions",
            "at least one member",
        ),
    ],
)
def test_one_defect_one_problem(statements, problem, at, path, says):
    (found,) = judge(statements, [BALLS]).problems
    assert (found.definition.id, found.statement, found.path) == (problem, at, path)
    assert says in found.text
    assert found.cure


def test_a_broken_rule_is_told_with_its_scope_note_and_fails_the_session():
    verdict = judge([said("threw", 1, ("result.extensions", GONE)), GAME[1]], [BALLS])
    assert [each.cure for each in verdict.findings] == ["The height in metres."]
    (session,) = verdict.sessions
    assert (session.outcome, session.failed_at) == ("failed", 0)
    assert verdict.statements[0].templates == ()
    (breach,) = verdict.statements[0].breaches
    assert (breach.template.id, breach.text) == (f"{P}/templates/thrown", "is missing")


def test_a_statement_that_claims_nothing_is_matched_all_the_same():
    given = [said("threw", 1, (FORGOTTEN, [])), said("threw", 2, (FORGOTTEN, []), ("result", GONE))]
    verdict = judge(given, [BALLS])
    assert verdict.problems == ()
    assert ids(verdict) == ["SK-XAPI-007", "SK-XAPI-007"]
    assert [len(one.templates) for one in verdict.statements] == [1, 0]
    assert verdict.sessions == ()


def test_a_version_that_the_document_does_not_describe_is_not_judged_by_it():
    verdict = judge([said("ate", n, (FORGOTTEN, [{"id": V1}])) for n in (1, 2)], [BALLS])
    assert ids(verdict) == ["SK-XAPI-015"]
    assert "the statement and 1 more claim https" in verdict.findings[0].text


def test_categories_that_are_no_versions_are_left_alone():
    others = [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}, {"id": f"{P}/categories/one"}]
    assert ids(judge([said("ate", 1, (FORGOTTEN, others))], [BALLS])) == []


def test_a_statement_that_was_sent_again_is_part_of_its_session_once():
    verdict = judge([*GAME, GAME[0]], [BALLS])
    assert (verdict.problems, verdict.sessions[0].statements) == ((), (0, 1))


def test_registrations_are_sessions_of_their_own():
    second = [
        changed(each, ("id", OTHER[:-1] + str(n)), ("context.registration", OTHER)) for n, each in enumerate(GAME)
    ]
    verdict = judge([GAME[0], second[0], second[1], GAME[1]], [BALLS])
    assert [(session.outcome, session.statements) for session in verdict.sessions] == [
        ("success", (0, 3)),
        ("success", (1, 2)),
    ]


def test_subregistrations_part_a_registration():
    def part(statement, number):
        value = [{"profile": V2, "subregistration": OTHER[:-1] + str(number)}]
        return changed(statement, ("context.extensions", {SUBREGISTRATION: value}))

    games = [part(said(verb, 10 * game + n), game) for game in (1, 2) for n, verb in enumerate(("threw", "caught"))]
    assert [one.outcome for one in judge(games, [BALLS]).sessions] == ["success", "success"]
    without = [*games[:3], changed(games[3], ("context.extensions", GONE))]
    (session,) = judge(without, [BALLS]).sessions  # one without: all follow one pattern
    assert (session.outcome, session.failed_at) == ("failed", 2)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([3], "is an object with"),
        ([{"profile": P, "subregistration": OTHER}], "not among the category activities"),
        ([{"profile": V2, "subregistration": "6f6ae9a6-3a3f-4b55-0f4d-0123456789ab"}], "variant 2"),
    ],
)
def test_subregistrations_that_are_none(value, says):
    given = [changed(GAME[0], ("context.extensions", {SUBREGISTRATION: value})), GAME[1]]
    assert any(says in each.text for each in judge(given, [BALLS]).problems)


def test_a_subregistration_may_say_more_than_it_has_to():
    value = [{"profile": V2, "subregistration": OTHER, "https://example.org/lane": 3}]
    games = [changed(each, ("context.extensions", {SUBREGISTRATION: value})) for each in GAME]
    assert ids(judge(games, [BALLS])) == []


@pytest.mark.parametrize("role", ["parent", "grouping", "category", "other"])
def test_extensions_of_activities_in_the_context_are_looked_at_too(role):
    activities = [{"id": V2}, {"id": P + "/x", "definition": {"extensions": {HEIGHT: 3}}}]
    (found,) = judge([changed(GAME[0], (f"context.contextActivities.{role}", activities)), GAME[1]], [BALLS]).problems
    path = f"$.context.contextActivities.{role}[1].definition.extensions"
    assert (found.definition.id, found.path) == ("SK-XAPI-016", path)


def test_within_one_timestamp_any_order_may_be_meant():
    same = [changed(each, ("timestamp", GAME[0]["timestamp"])) for each in GAME]
    verdict = judge(same[::-1], [BALLS])
    assert verdict.sessions[0].outcome == "success"
    assert ids(verdict) == ["SK-XAPI-013"]


def test_within_one_timestamp_a_statement_may_belong_before_what_was_taken():
    maybe = {"id": f"{P}/patterns/end", "type": "Pattern", "zeroOrMore": f"{P}/templates/caught"}
    game = changed(PROFILE["patterns"][0], ("sequence", [f"{P}/patterns/end", f"{P}/templates/dropped"]))
    profile = read_profile(changed(PROFILE, ("patterns", [game, maybe])))
    same = [
        said(verb, n, ("timestamp", GAME[0]["timestamp"])) for n, verb in enumerate(("dropped", "caught", "caught"))
    ]
    verdict = judge(same, [profile])
    assert (verdict.sessions[0].outcome, ids(verdict)) == ("success", ["SK-XAPI-013"])
    assert verdict.sessions[0].statements == (1, 2, 0)


def test_what_was_voided_is_no_part_of_its_session():
    mistake = said("caught", 1)
    voiding = {
        "id": OTHER,
        "actor": mistake["actor"],
        "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
        "object": {"objectType": "StatementRef", "id": mistake["id"]},
    }
    game = [said("threw", 2), said("caught", 3)]
    verdict = judge([mistake, *game, voiding], [BALLS])
    assert (ids(verdict), [each.statements for each in verdict.sessions]) == ([], [(1, 2)])
    assert ids(judge([mistake, *game], [BALLS])) == ["SK-XAPI-009"]
    elsewhere = changed(voiding, ("object.id", game[0]["id"]), ("verb.id", f"{P}/verbs/told"))
    assert ids(judge([*game, elsewhere], [BALLS])) == []


def test_two_documents_of_a_profile_each_have_their_statements():
    newer = f"{P}/v3"
    text = json.dumps(PROFILE).replace(V2, newer).replace("v1", "v2")
    documents = [BALLS, read_profile(json.loads(text)), read_profile(json.loads(text.replace(f"{P}/v2", newer)))]
    games = [said(verb, n, (FORGOTTEN, [{"id": V2}])) for n, verb in enumerate(("threw", "caught"))]
    games += [
        said(verb, n + 2, (FORGOTTEN, [{"id": newer}]), ("context.registration", OTHER))
        for n, verb in enumerate(("threw", "caught"))
    ]
    for profiles in (documents[:2], documents[1::-1]):
        verdict = judge(games, profiles)
        assert (ids(verdict), [each.outcome for each in verdict.sessions]) == ([], ["success", "success"])
        assert [each.claims for each in verdict.statements] == [(V2,), (V2,), (newer,), (newer,)]


def test_a_profile_may_use_what_is_of_another():
    balls = changed(PROFILE, ("templates", PROFILE["templates"][:1]))
    rest = {"id": "https://example.org/rest", "type": "Profile", "templates": PROFILE["templates"][1:]}
    verdict = judge(GAME, [read_profile(balls), read_profile(rest)])
    assert (verdict.problems, verdict.sessions[0].outcome) == ((), "success")
    alone = judge(GAME, [read_profile(balls)])
    assert "SK-XAPI-017" in ids(alone)


def test_a_pattern_within_itself_is_said_and_not_followed():
    circle = changed(PROFILE, ("patterns.1.alternates.1", f"{P}/patterns/game"))
    verdict = judge(GAME, [read_profile(circle)])
    assert ids(verdict) == ["SK-XAPI-017"]
    assert (verdict.sessions[0].outcome, verdict.sessions[0].pattern) == ("failed", None)


@pytest.mark.slow
def test_many_statements_are_held_against_many_templates():
    many = [changed(CAUGHT, ("id", f"{P}/templates/{n}"), ("objectActivityType", f"{P}/types/{n}")) for n in range(300)]
    profile = read_profile(changed(PROFILE, ("templates", [*PROFILE["templates"], *many])))
    statements = [
        said("threw" if n % 2 == 0 else "caught", n % 3600, ("id", f"{n:08d}-0000-4000-8000-000000000000"))
        for n in range(10_000)
    ]
    judged = judge(statements, [profile]).statements
    assert {len(each.templates) for each in judged} == {1}


def test_ids_and_aliases_are_unique_and_in_order():
    assert [each.id for each in DEFINITIONS] == [f"SK-XAPI-{n:03d}" for n in range(1, len(DEFINITIONS) + 1)]
    assert len({each.alias for each in DEFINITIONS}) == len(DEFINITIONS)
    assert all(each.reference and each.explanation for each in DEFINITIONS)


@given(st.sampled_from(range(len(GAME))), st.data())
def test_any_value_anywhere_in_a_statement_is_judged(number, data):
    statements = [*GAME]
    statements[number] = replaced(GAME[number], data.draw(places(GAME[number])), data.draw(ANY))
    assert len(judge(statements, [BALLS]).statements) == 2


@given(places(PROFILE), ANY)
def test_any_profile_is_judged_by(way, value):
    assert len(judge(GAME, [read_profile(replaced(PROFILE, way, value)), BALLS]).statements) == 2


@given(st.lists(ANY, max_size=3), ANY)
def test_any_values_at_all_are_judged(statements, document):
    assert len(judge(statements, [BALLS, read_profile(document)]).statements) == len(statements)
