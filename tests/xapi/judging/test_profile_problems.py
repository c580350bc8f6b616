"""Profiles with one defect each: the clause, the place, and what is said."""

from __future__ import annotations

import pytest
from hypothesis import given

from scormkit.xapi.judging import profile_problems, read_profile
from scormkit.xapi.judging.document.terms import CONTEXT
from scormkit.xapi.judging.patterns import MAX_DEPTH

from ..anywhere import ANY, places, replaced
from .profiles import CAUGHT, GONE, PROFILE, V1, V2, P, changed

CONCEPT = PROFILE["concepts"][1]
PATTERN = PROFILE["patterns"][1]
LANE = "templates.0.rules.1.any"


def test_the_profile_has_no_problem():
    assert profile_problems(PROFILE) == ()


@pytest.mark.parametrize(
    "changes",
    [
        [("concepts", GONE), ("templates", GONE), ("patterns", GONE)],
        [("https://example\\.org/more", 1), ("skos:note", "x")],
        [("@context", ["https://w3id.org/xapi/profiles/context", {"x": "https://example.org/x"}])],
        [("templates.0.rules.0.location", "a['b','c'][0,*]..d | $.e")],
        [("templates.0.rules.0.selector", "$.x")],
        [("concepts.0.deprecated", True), ("concepts.0.related", [f"{P}/verbs/caught"])],
        [("patterns.1.alternates.2", "https://elsewhere.example/templates/x")],
        [("patterns.0.sequence", [f"{P}/templates/thrown"])],
        [("patterns.0.sequence", ["https://elsewhere.example/templates/x"])],
        [("versions.1.generatedAtTime", "2026-02-01T00:00:00Z")],
        # keys of values that an additional @context has, may have, or need not have
        [(LANE, [{"lane": 1}]), ("@context", [CONTEXT, {"lane": f"{P}/lane"}])],
        [(LANE, [{"lane": 1}]), ("@context", [CONTEXT, "https://example.org/context"])],
        [(LANE, [{"lane": 1}]), ("templates.0.rules.1.@context", {"lane": f"{P}/lane"})],
        [(LANE, [{"lane": 1, "@context": {"@vocab": f"{P}/"}}])],
        [(LANE, [{f"{P}/lane": [{"@value": 1}]}])],
    ],
)
def test_what_is_allowed(changes):
    assert profile_problems(changed(PROFILE, *changes)) == ()


@pytest.mark.parametrize(
    ("clause", "way", "value", "path", "says"),
    [
        ("6.0", "id", GONE, "$", "a profile has no id"),
        ("6.0", "id", "profile", "$.id", "is not an absolute IRI"),
        ("6.0", "author", GONE, "$", "a profile has no author"),
        ("6.0", "@context", ["https://example.org/"], '$["@context"]', "the array does not hold"),
        ("6.0", "type", "profile", "$.type", '"profile" is not Profile'),
        ("6.0", "conformsTo", "https://w3id.org/xapi/profiles#2.0", "$.conformsTo", "is not https://w3id.org"),
        ("6.0", "prefLabel", "Balls", "$.prefLabel", "a language map is an object"),
        ("6.0", "prefLabel", {"en_US": "Balls"}, "$.prefLabel.en_US", "is not a language tag"),
        ("6.0", "definition", {"en": 3}, "$.definition.en", "a string is expected"),
        ("6.0", "seeAlso", "about.html", "$.seeAlso", "is not an absolute IRI"),
        ("6.0", "versions", {"id": V2}, "$.versions", "an array is expected"),
        ("4.0", "template", [CAUGHT], "$.template", "has no property 'template'"),
        ("4.0", "seeAlso", None, "$.seeAlso", "null is no value"),
        ("4.0", "seeAlso", "", "$.seeAlso", "an empty string is no value"),
        ("4.0", "concepts.0.broader", [], "$.concepts[0].broader", "an array without members is no value"),
        ("4.0", "author.url", {}, "$.author.url", "an object without members is no value"),
        ("6.1", "versions.1.id", P, "$.versions[1].id", "the version has the id of the profile"),
        ("6.1", "versions.1.id", V2, "$.versions[1].id", "two versions have the id"),
        ("6.1", "versions.0.generatedAtTime", "yesterday", "$.versions[0].generatedAtTime", "is not a timestamp"),
        ("6.1", "versions.0.wasRevisionOf", GONE, "$.versions[0]", "has no wasRevisionOf"),
        ("6.1", "versions.0.wasRevisionOf", [V2], "$.versions[0].wasRevisionOf", "is a revision of itself"),
        ("6.1", "versions.0.wasRevisionOf", V1, "$.versions[0].wasRevisionOf", "an array is expected"),
        ("6.2", "author.type", "Company", "$.author.type", "is not Organization or Person"),
        ("6.2", "author.name", GONE, "$.author", "an author has no name"),
        ("7.0", "concepts.0.type", "verb", "$.concepts[0].type", "is no type of concept"),
        ("7.0", "concepts.5", {"id": f"{P}/x"}, "$.concepts[5]", "the concept has no type"),
        ("7.0", "concepts.5", CONCEPT, "$.concepts[5].id", "is that of $.concepts[1] already"),
        ("7.0", "concepts.0.inScheme", f"{P}/v3", "$.concepts[0].inScheme", "is none of the versions"),
        ("8.0", "templates.2.inScheme", V1, "$.templates[2].inScheme", "a document describes one version"),
        ("7.1", "concepts.0.definition", GONE, "$.concepts[0]", "has no definition"),
        ("7.1", "concepts.0.deprecated", "true", "$.concepts[0].deprecated", "true or false is expected"),
        ("7.1", "concepts.0.related", [f"{P}/verbs/caught"], "$.concepts[0].related", "for deprecated concepts only"),
        ("7.1", "concepts.0.broader", ["https://x.example/"], "$.concepts[0].broader[0]", "is not in this profile"),
        ("7.1", "concepts.0.narrower", [f"{P}/states/bag"], "$.concepts[0].narrower[0]", "is of type StateResource"),
        ("7.1", "concepts.0.exactMatch", [f"{P}/verbs/caught"], "$.concepts[0].exactMatch[0]", "is in this profile"),
        ("7.2, 7.3", "concepts.2.schema", "https://example.org/s", "$.concepts[2]", "both schema and inlineSchema"),
        ("7.2, 7.3", "concepts.2.inlineSchema", {"type": "number"}, "$.concepts[2].inlineSchema", "is a string"),
        ("7.2, 7.3", "concepts.2.inlineSchema", "{", "$.concepts[2].inlineSchema", "cannot be read: the text is not"),
        ("7.2, 7.3", "concepts.2.inlineSchema", "[]", "$.concepts[2].inlineSchema", "a JSON Schema is an object"),
        ("4.0", "concepts.2.recommendedActivityTypes", [f"{P}/t"], "$.concepts[2].recommendedActivityTypes", "has no"),
        ("7.3", "concepts.3.contentType", GONE, "$.concepts[3]", "has no contentType"),
        ("7.3", "concepts.3.contentType", "json", "$.concepts[3].contentType", "is not a media type"),
        ("7.4", "concepts.4.activityDefinition", GONE, "$.concepts[4]", "has no activityDefinition"),
        (
            "7.4",
            "concepts.4.activityDefinition.@context",
            GONE,
            "$.concepts[4].activityDefinition",
            "has no @context",
        ),
        ("7.4", "concepts.4.activityDefinition.type", "ball", "$.concepts[4].activityDefinition.type", "xAPI Data"),
        (
            "7.4",
            "concepts.4.activityDefinition.extensions",
            {"https://example.org/x": {"a": 1}},
            '$.concepts[4].activityDefinition.extensions["https://example.org/x"]',
            "has no @context",
        ),
        ("8.0", "templates.0.definition", GONE, "$.templates[0]", "a statement template has no definition"),
        ("8.0", "templates.0.type", "Template", "$.templates[0].type", "is not StatementTemplate"),
        ("8.0", "templates.0.verb", "threw", "$.templates[0].verb", "is not an absolute IRI"),
        ("4.0", "templates.0.Verb", f"{P}/x", "$.templates[0].Verb", "has no property 'Verb'"),
        ("8.0", "templates.1.contextParentActivityType", f"{P}/x", "$.templates[1].contextParentActivityType", "array"),
        (
            "8.0",
            "templates.0.objectStatementRefTemplate",
            [f"{P}/templates/caught"],
            "$.templates[0]",
            "both objectStatementRefTemplate and objectActivityType",
        ),
        (
            "8.0",
            "templates.0.contextStatementRefTemplate",
            [f"{P}/templates/lost"],
            "$.templates[0].contextStatementRefTemplate[0]",
            "is no template of this profile",
        ),
        ("8.1", "templates.0.rules.0.location", GONE, "$.templates[0].rules[0]", "a rule has no location"),
        ("8.1", "templates.0.rules.0.presence", GONE, "$.templates[0].rules[0]", "none of presence, any, all and none"),
        ("8.1", "templates.0.rules.0.presence", "required", "$.templates[0].rules[0].presence", "is not included"),
        ("8.1", "templates.0.rules.1.any", True, "$.templates[0].rules[1].any", "an array is expected, not true"),
        ("8.1", "templates.0.rules.1.scopeNote", "x", "$.templates[0].rules[1].scopeNote", "a language map"),
        ("8.1", "templates.0.rules.0.location", "a[?(@.b)]", "$.templates[0].rules[0].location", "a filter"),
        ("8.1", "templates.0.rules.0.location", "a[(@.b)]", "$.templates[0].rules[0].location", "not a JSONPath"),
        ("8.1", "templates.0.rules.0.location", "a[0:1]", "$.templates[0].rules[0].location", "a slice"),
        ("8.1", "templates.0.rules.0.selector", "a[-1]", "$.templates[0].rules[0].selector", "a negative index"),
        ("8.1", "templates.0.rules.0.location", "a & b", "$.templates[0].rules[0].location", "joined by |"),
        ("8.1", "templates.0.rules.0.location", "| a", "$.templates[0].rules[0].location", "begins with |"),
        (
            "8.1",
            "templates.0.rules.1.any",
            [[{"lane": 1}]],
            "$.templates[0].rules[1].any",
            "no @context has the key lane",
        ),
        ("8.1", "templates.0.rules.0.location", "^.a", "$.templates[0].rules[0].location", "begins with ^"),
        ("8.1", "templates.0.rules.0.location", "a[b]", "$.templates[0].rules[0].location", "name between quotes"),
        ("8.1", "templates.0.rules.0.location", "a[1e9]", "$.templates[0].rules[0].location", "cannot be read"),
        ("8.1", "templates.0.rules.0.location", "a" * 3000, "$.templates[0].rules[0].location", "2000 characters"),
        ("8.1", "templates.0.rules.0.location", "[?(" * 600, "$.templates[0].rules[0].location", "not a JSONPath"),
        ("9.0", "patterns.1.oneOrMore", f"{P}/templates/caught", "$.patterns[1]", "alternates and oneOrMore"),
        ("9.0", "patterns.1.alternates", GONE, "$.patterns[1]", "this has none"),
        ("9.0", "patterns.0.prefLabel", GONE, "$.patterns[0]", "a primary pattern has a prefLabel"),
        ("9.0", "patterns.1.alternates", [f"{P}/templates/caught"], "$.patterns[1].alternates", "at least two members"),
        ("9.0", "patterns.0.sequence", [f"{P}/patterns/end"], "$.patterns[0].sequence", "at least two members"),
        ("9.0", "patterns.1.alternates.1", f"{P}/lost", "$.patterns[1].alternates[1]", "is no template or pattern"),
        ("9.0", "patterns.1.alternates.1", f"{P}/patterns/end", "$.patterns[1].alternates[1]", "is within itself"),
        ("9.0", "patterns.1.alternates.1", f"{P}/patterns/game", "$.patterns[1].alternates[1]", "is within itself"),
        (
            "9.0",
            "patterns.2",
            {"id": f"{P}/patterns/o", "type": "Pattern", "optional": [f"{P}/templates/caught"]},
            "$.patterns[2].optional",
            "a string is expected, not an array",
        ),
    ],
)
def test_one_defect_one_problem(clause, way, value, path, says):
    (fault,) = profile_problems(changed(PROFILE, (way, value)))
    assert (fault.clause, fault.path, fault.advice) == (clause, path, False)
    assert says in fault.text
    assert fault.cure


@pytest.mark.parametrize("loose", ["optional", "zeroOrMore"])
def test_alternates_hold_nothing_that_may_be_absent(loose):
    inner = {"id": f"{P}/patterns/maybe", "type": "Pattern", loose: f"{P}/templates/caught"}
    (fault,) = profile_problems(
        changed(PROFILE, ("patterns.2", inner), ("patterns.1.alternates.1", f"{P}/patterns/maybe"))
    )
    assert (fault.path, fault.clause) == ("$.patterns[1].alternates[1]", "9.0")
    assert "which alternates must not hold" in fault.text


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ([("@context", "https://example.org/context")], '$["@context"]'),
        ([("templates.1.verb", GONE)], "$.templates[1]"),
        ([("templates.0.rules.1.presence", "excluded")], "$.templates[0].rules[1]"),
    ],
)
def test_what_is_unwise_is_advice(changes, path):
    (fault,) = profile_problems(changed(PROFILE, *changes))
    assert (fault.path, fault.advice) == (path, True)


def test_patterns_that_nest_too_deep_to_be_judged_are_said_once():
    chain = [
        {"id": f"{P}/patterns/{level}", "type": "Pattern", "oneOrMore": f"{P}/patterns/{level + 1}"}
        for level in range(3 * MAX_DEPTH)
    ]
    chain[-1]["oneOrMore"] = f"{P}/templates/caught"
    (fault,) = profile_problems(changed(PROFILE, ("patterns", [*PROFILE["patterns"], *chain])))
    assert fault.advice
    assert "100 deep" in fault.text


def test_all_problems_come_at_once():
    faults = profile_problems({"type": "Profile", "templates": [{"verb": 1}], "patterns": [{}, 3]})
    assert {fault.path for fault in faults} >= {"$", "$.templates[0]", "$.templates[0].verb", "$.patterns[1]"}
    assert str(faults[0]) == "$: a profile has no id (Profiles 6.0)"


@given(places(PROFILE), ANY)
def test_any_value_anywhere_is_judged_and_read(way, value):
    document = replaced(PROFILE, way, value)
    assert all(fault.path.startswith("$") and fault.text for fault in profile_problems(document))
    assert read_profile(document).versions is not None


@given(ANY)
def test_any_value_at_all_is_judged_and_read(value):
    assert profile_problems(value)
    assert read_profile(value).templates == ()
