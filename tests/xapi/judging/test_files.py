"""Files of every kind, told apart and judged together."""

from __future__ import annotations

import json

import pytest

from scormkit.diagnostics import Severity
from scormkit.xapi.judging import read_profile
from scormkit.xapi.judging.files import judge_files

from .profiles import GONE, PROFILE, P, changed, said

BALLS = read_profile(PROFILE)
GAME = [said("threw", 1), said("caught", 2)]
BAD = said("threw", 1, ("result.score", {"scaled": 2}))


def told(*files, profiles=(BALLS,)):
    """The findings that count, each in one line."""
    contents = [(name, value if isinstance(value, bytes) else json.dumps(value).encode()) for name, value in files]
    report = judge_files(contents, profiles).report.at_least(Severity.WARNING)
    return [f"{each.location} {each.id} {each.message}" for each in report]


def lines(*statements):
    return b"\n".join(json.dumps(each).encode() for each in statements)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (BAD, "f $.result"),
        ([GAME[1], BAD], "f $[1].result"),
        ({"statements": [BAD, GAME[1]], "more": ""}, "f $.statements[0].result"),
        (lines(GAME[1], BAD), "f:2 $.result"),
        ({"template": "t", "statement": {}, "placeholders": [], "example": BAD}, "f $.example.result"),
    ],
)
def test_statements_are_found_in_files_of_every_kind(content, place):
    where, path = place.split()
    expected = f"{where} SK-XAPI-002 {path}.score.scaled: 2 is not between -1 and 1 (xAPI Data 2.4.5.1)"
    assert told(("f", content)) == [expected]


def test_a_profile_is_judged_as_one():
    judged = judge_files([("p", json.dumps(changed(PROFILE, ("author", GONE), ("@context", "x"))).encode())])
    assert [(str(each.location), each.id, each.message) for each in judged.report] == [
        ("p", "SK-XAPI-004", "$: a profile has no author (Profiles 6.0)"),
        ("p", "SK-XAPI-005", '$["@context"]: "x" is not https://w3id.org/xapi/profiles/context (Profiles 6.0)'),
    ]
    assert (judged.profiles, judged.statements, judged.unreadable) == (1, (), 0)


def test_a_session_may_be_spread_over_files():
    assert told(("a", GAME[1]), ("b", GAME[0])) == []


def test_examples_are_no_sessions():
    example = {"template": "t", "statement": {}, "placeholders": [], "example": GAME[1]}
    assert told(("a", example), ("b", example)) == []
    assert [line.split()[1] for line in told(("a", GAME[1]))] == ["SK-XAPI-009"]
    without = {key: value for key, value in example.items() if key != "example"}
    assert told(("a", without)) == ["a SK-XAPI-002 $.example: a statement is an object, not null (xAPI Data 2.4)"]


def test_an_example_is_one_of_the_template_that_its_file_names():
    example = {"template": f"{P}/templates/caught", "statement": {}, "placeholders": [], "example": GAME[1]}
    assert told(("a", example)) == []
    text = f"$.example: the template {P}/templates/dropped does not apply to the example (Profiles 8.0)"
    assert told(("a", {**example, "template": f"{P}/templates/dropped"})) == [f"a SK-XAPI-018 {text}"]


def test_what_is_no_json_is_said_and_the_rest_is_judged():
    judged = judge_files([("a", b"{"), ("b", lines(GAME[1]) + b"\n{"), ("c", json.dumps(BAD).encode())])
    assert [(str(each.location), each.id) for each in judged.report] == [
        ("a", "SK-XAPI-001"),
        ("b:2", "SK-XAPI-001"),
        ("c", "SK-XAPI-002"),
    ]
    assert judged.unreadable == 2


def test_findings_stand_in_the_order_of_the_statements():
    bad = [said("ate", n, ("result", {"score": {"scaled": 2}})) for n in range(12)]
    found = told(("f", bad))
    assert [line.split()[2].split("]")[0] for line in found] == [f"$[{n}" for n in range(12) for _ in (1, 2)]
