"""Templates held against statements: determining properties, rules, references."""

from __future__ import annotations

import pytest

from scormkit.xapi.judging import judge, read_profile
from scormkit.xapi.judging.jsonpath import compile_path

from .profiles import GONE, PROFILE, V2, P, changed, said


def with_rule(**rule):
    return read_profile(changed(PROFILE, ("templates.0.rules", [rule])))


@pytest.mark.parametrize(
    ("rule", "result", "followed"),
    [
        ({"location": "$.result.success", "presence": "included"}, {"success": False}, True),
        ({"location": "$.result.success", "presence": "included"}, {}, False),
        ({"location": "$.result.success", "presence": "excluded"}, {}, True),
        ({"location": "$.result.success", "presence": "excluded"}, {"success": False}, False),
        ({"location": "$.result.success", "any": [True]}, {}, False),
        ({"location": "$.result.success", "any": [1]}, {"success": True}, False),  # true is not 1
        ({"location": "$.result.score.raw", "any": [1.0]}, {"score": {"raw": 1}}, True),
        ({"location": "$.result.success", "presence": "recommended", "any": [True]}, {}, True),
        ({"location": "$.result.success", "presence": "recommended", "any": [True]}, {"success": False}, False),
        ({"location": "$.result.success", "all": [True]}, {}, True),
        ({"location": "$.result.success", "all": [True, False]}, {"success": False}, True),
        ({"location": "$.result.success", "all": [True]}, {"success": False}, False),
        ({"location": "$.result.success", "none": [True]}, {"success": True}, False),
        ({"location": "$.result.success", "none": [True]}, {}, True),
        ({"location": "$.result['success','completion']", "all": [True]}, {"success": True, "completion": True}, True),
        ({"location": "$.result.success | result.completion", "any": [True]}, {"completion": True}, True),
        ({"location": "$.result.*", "none": [True]}, {"completion": True}, False),
        ({"location": "$..raw", "all": [1]}, {"score": {"raw": 2}}, False),
        ({"location": "$.result", "any": [{"response": "x"}]}, {"response": "x"}, True),
        # contextActivities are arrays, whether they were written so or not
        ({"location": "$.context.contextActivities.category[*].id", "all": [V2]}, {}, True),
        ({"location": "$.context.contextActivities.grouping[0].id", "presence": "included"}, {}, True),
        # UNMATCHABLE: the selector leads nowhere from some location
        ({"location": "$.x[*]", "selector": "$.y", "presence": "included"}, {}, False),
        ({"location": "$.attachments[*]", "selector": "fileUrl", "presence": "included"}, {}, False),
        ({"location": "$.attachments[0]", "selector": "fileUrl", "presence": "included"}, {}, True),
        ({"location": "$.attachments[1]", "selector": "fileUrl", "presence": "excluded"}, {}, True),
        ({"location": "$.attachments[*]", "selector": "fileUrl", "presence": "excluded"}, {}, False),
        ({"location": "$.attachments[*]", "selector": "fileUrl", "all": ["https://example.org/a"]}, {}, False),
        ({"location": "$.attachments[*]", "selector": "fileUrl", "any": ["https://example.org/a"]}, {}, True),
        ({"location": "$.attachments[1]", "selector": "fileUrl", "any": ["https://example.org/a"]}, {}, False),
        ({"location": "$.attachments[*]", "selector": "fileUrl", "none": ["https://example.org/b"]}, {}, True),
        # what is recommended is held against any, all and none as soon as a value is matchable, and not before (8.1)
        ({"location": "$.attachments[1]", "selector": "fileUrl", "presence": "recommended", "any": [1]}, {}, True),
        ({"location": "$.attachments[1]", "selector": "fileUrl", "presence": "recommended", "all": [1]}, {}, True),
        ({"location": "$.attachments[0]", "selector": "fileUrl", "presence": "recommended", "all": [1]}, {}, False),
        (
            {
                "location": "$.attachments[*]",
                "selector": "fileUrl",
                "presence": "recommended",
                "all": ["https://example.org/a"],
            },
            {},
            False,
        ),
        # and what is excluded is not held against them (8.1)
        ({"location": "$.result.response", "presence": "excluded", "any": ["x"]}, {}, True),
        ({"location": "$.result.response", "presence": "excluded", "any": ["x"]}, {"response": "x"}, False),
        # arrays and objects are values too
        ({"location": "$.result.extensions.*", "any": [[1, True]]}, {"extensions": {f"{P}/x": [1, True]}}, True),
        ({"location": "$.result.extensions.*", "any": [[1, True]]}, {"extensions": {f"{P}/x": [1, 1]}}, False),
        ({"location": "$.result.extensions.*", "none": [{}]}, {"extensions": {f"{P}/x": []}}, True),
        ({"location": "$.result.extensions.*", "all": [None]}, {"extensions": {f"{P}/x": None}}, True),
        ({"location": "$.result.extensions.*", "all": [{"a": 1, "b": 2}]}, {"extensions": {P: {"b": 2, "a": 1}}}, True),
    ],
)
def test_rules_as_the_specification_has_them(rule, result, followed):
    attachment = {
        "usageType": "https://example.org/u",
        "display": {},
        "contentType": "a/b",
        "length": 1,
        "sha2": "0" * 64,
    }
    statement = said(
        "threw",
        1,
        ("result", result),
        ("context.contextActivities.grouping", {"id": "https://example.org/g"}),
        ("attachments", [{**attachment, "fileUrl": "https://example.org/a"}, attachment]),
    )
    (judged,) = judge([statement], [with_rule(**rule)]).statements
    assert bool(judged.templates) is followed
    assert bool(judged.breaches) is not followed


@pytest.mark.parametrize(
    ("change", "suits"),
    [
        (("contextParentActivityType", [f"{P}/types/a"]), True),
        (("contextParentActivityType", [f"{P}/types/a", f"{P}/types/b"]), True),
        (("contextParentActivityType", [f"{P}/types/a", f"{P}/types/c"]), False),
        (("contextGroupingActivityType", [f"{P}/types/a"]), False),
        (("attachmentUsageType", ["https://example.org/u"]), True),
        (("attachmentUsageType", ["https://example.org/v"]), False),
        (("objectActivityType", f"{P}/types/bat"), False),
        (("verb", GONE), True),
        # one type alone is an array of one, as JSON-LD has it; what cannot be read at all makes no template wider
        (("contextParentActivityType", f"{P}/types/a"), True),
        (("contextParentActivityType", f"{P}/types/c"), False),
        (("contextParentActivityType", [7]), False),
        (("contextParentActivityType", {}), False),
        (("verb", [f"{P}/verbs/threw"]), False),
        (("objectActivityType", 7), False),
        (("attachmentUsageType", 7), False),
    ],
)
def test_determining_properties(change, suits):
    way, value = change
    profile = read_profile(changed(PROFILE, ("templates.0.rules", GONE), (f"templates.0.{way}", value)))
    parents = [{"id": f"{P}/{name}", "definition": {"type": f"{P}/types/{name}"}} for name in ("a", "b")]
    statement = said(
        "threw",
        1,
        ("context.contextActivities.parent", parents),
        ("attachments", [{"usageType": "https://example.org/u"}]),
    )
    (judged,) = judge([statement], [profile]).statements
    assert (f"{P}/templates/thrown" in [each.id for each in judged.templates]) is suits


def referring(number, to, *changes):
    reference = {"objectType": "StatementRef", "id": said("caught", to)["id"]}
    return said("caught", number, ("context.statement", reference), *changes)


REFERRING = read_profile(
    changed(PROFILE, ("templates.1.contextStatementRefTemplate", [f"{P}/templates/thrown", f"{P}/templates/caught"]))
)


def test_what_a_reference_leads_to_must_match_its_template():
    def broken(*statements):
        return [[each.text for each in one.breaches] for one in judge(statements, [REFERRING]).statements]

    assert broken(said("threw", 1), referring(2, 1)) == [[], []]
    assert broken(referring(2, 1)) == [[]]  # not at hand
    upper = ("context.statement.id", "00000000-0000-4000-8000-00000000000A")
    assert "must lead to" in broken(said("dropped", 1, ("id", upper[1].lower())), referring(2, 1, upper))[1][0]
    assert broken(said("caught", 2)) == [["must be a StatementRef"]]
    assert "must lead to a statement that matches" in broken(said("dropped", 1), referring(2, 1))[1][0]
    assert len(broken(said("threw", 1, ("result", GONE)), referring(2, 1))[1]) == 1  # it applies, but is not followed
    assert [len(each) for each in broken(referring(3, 2), referring(2, 1), said("dropped", 1))] == [1, 1, 0]
    assert broken(referring(1, 2), referring(2, 1)) == [[], []]  # in a circle


@pytest.mark.slow
def test_a_long_chain_of_references_is_no_problem():
    chain = [referring(number, number + 1) for number in range(2000)]
    assert all(one.breaches for one in judge([*chain, said("dropped", 2000)], [REFERRING]).statements[:-1])


def test_a_path_made_to_explode_does_not():
    # One that did would not end.
    value = {"a": {"a": {"a": {"a": [1, 2, 3]}}}}
    for _ in range(6):
        value = {"a": value, "b": [value, value]}
    assert compile_path("$" + "..['a',*,'a']" * 30).find(value) == []
    assert compile_path(" | ".join(["$..*"] * 100)).find({"a": [7]}) == [[7], 7]
