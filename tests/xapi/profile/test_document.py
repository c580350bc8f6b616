"""The profile of a course as a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
import yaml

from scormkit.course.model import Language
from scormkit.course.publishing import Contact, Contributor
from scormkit.render.site import Site
from scormkit.xapi.judging import profile_problems
from scormkit.xapi.profile.document import course_profile, profile_text
from scormkit.xapi.profile.events import VERBS, events
from scormkit.xapi.profile.rules import rules
from scormkit.xapi.profile.version import profile_version
from scormkit.xapi.templates import template_files
from scormkit.xapi.texts import Texts, note_key, words

from ..courses import CHOICE, EVERYTHING, JUDGED, NOTE, PROFILE, READ, REAL, ROOT, real, site, unit

SMALL = site(unit("m", CHOICE, NOTE))
DUTCH = replace(
    SMALL,
    language="nl",
    translation="nl",
    title="Een cursus",
    units=(unit("m", replace(CHOICE, question="Wat?"), NOTE, title="Module M"),),
)


def values(value: Any) -> Iterator[Any]:
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from values(each)


def language_maps(profile: dict[str, Any]) -> Iterator[dict[str, str]]:
    for each in values(profile):
        if isinstance(each, dict):
            yield from (each[name] for name in ("prefLabel", "definition", "scopeNote") if name in each)


def last(iri: str) -> str:
    return iri.removeprefix(f"{PROFILE}/")


def test_its_head() -> None:
    course = replace(
        SMALL,
        released="2026-08-31",
        contact=Contact(name="A house", url="https://example.org/help", email="a@example.org"),
    )
    profile = course_profile([course])
    lists = {name: profile.pop(name) for name in ("concepts", "templates", "patterns")}
    assert all(lists.values())
    assert profile == {
        "@context": "https://w3id.org/xapi/profiles/context",
        "id": PROFILE,
        "type": "Profile",
        "conformsTo": "https://w3id.org/xapi/profiles#1.0",
        "prefLabel": {"en": "A course: xAPI profile"},
        "definition": {
            "en": "What the packages of the course “A course” tell a learning record store: every kind of statement, "
            "what holds of it, and the order in which statements come."
        },
        "seeAlso": "https://example.org/help",
        "versions": [{"id": profile_version(course), "generatedAtTime": "2026-08-31T00:00:00Z"}],
        "author": {"type": "Organization", "name": "A house", "url": "https://example.org/help"},
    }


@pytest.mark.parametrize(
    ("said", "kind", "name"),
    [
        ({}, "Organization", "A course"),
        ({"contact": Contact(email="a@example.org")}, "Organization", "A course"),
        ({"contributors": (Contributor(name="Ann"),)}, "Person", "Ann"),
        (
            {"contributors": (Contributor(name="Ann"), Contributor(name="Bo", organization="School"))},
            "Organization",
            "School",
        ),
        (
            {"contributors": (Contributor(name="Ann", organization="S"), Contributor(name="P", role="publisher"))},
            "Organization",
            "P",
        ),
        (
            {"contributors": (Contributor(name="P", role="publisher"),), "contact": Contact(name="C")},
            "Organization",
            "C",
        ),
    ],
)
def test_who_answers_for_it(said: dict[str, Any], kind: str, name: str) -> None:
    assert course_profile([replace(SMALL, **said)])["author"] == {"type": kind, "name": name}


def test_a_course_without_a_day_of_release_has_that_of_its_zips() -> None:
    (version,) = course_profile([SMALL])["versions"]
    assert version["generatedAtTime"] == "1980-01-01T00:00:00Z"


def test_its_concepts_are_a_type_for_each_subject_and_all_activities() -> None:
    found = course_profile([SMALL])["concepts"]
    assert [(each["type"], each["id"]) for each in found] == [
        ("ActivityType", f"{PROFILE}/types/whole-course"),
        ("ActivityType", f"{PROFILE}/types/m"),
        ("ActivityType", f"{PROFILE}/types/m/pick"),
        ("ActivityType", f"{PROFILE}/types/m/note"),
        ("Activity", "https://example.org/c"),
        ("Activity", "https://example.org/c/m"),
        ("Activity", "https://example.org/c/m/pick"),
        ("Activity", "https://example.org/c/m/note"),
    ]
    assert found[-2]["activityDefinition"] == {
        "@context": "https://w3id.org/xapi/profiles/activity-context",
        "choices": [{"id": "a", "description": {"en": "One"}}, {"id": "b", "description": {"en": "Two"}}],
        "correctResponsesPattern": ["a"],
        "description": {"en": "What of pick?"},
        "interactionType": "choice",
        "name": {"en": "About pick"},
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
    }
    types = [each["id"] for each in course_profile([EVERYTHING])["concepts"] if each["type"] == "ActivityType"]
    assert types[:2] == [f"{PROFILE}/types/whole-course", f"{PROFILE}/types/judged"]


def test_a_template_says_when_it_applies_what_holds_then_and_why() -> None:
    found = {each["id"]: each for each in course_profile([SMALL])["templates"]}
    (answered,) = (each for name, each in found.items() if "/pick-answered-" in name)
    assert {name: value for name, value in answered.items() if name != "rules"} == {
        "id": answered["id"],
        "type": "StatementTemplate",
        "inScheme": profile_version(SMALL),
        "prefLabel": {"en": "About pick: answered"},
        "definition": {"en": "The learner answered “About pick”. It is said for each answer that is given."},
        "verb": f"{VERBS}answered",
        "objectActivityType": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "contextCategoryActivityType": [f"{PROFILE}/types/m/pick"],
    }
    rules_of_it = [{name: value for name, value in rule.items() if name != "scopeNote"} for rule in answered["rules"]]
    assert rules_of_it == [
        {"location": "$.id", "presence": "included"},
        {"location": "$.timestamp", "presence": "included"},
        {"location": "$.object.id", "presence": "included", "all": ["https://example.org/c/m/pick"]},
        {"location": "$.object.definition.interactionType", "presence": "included", "all": ["choice"]},
        {"location": "$.result.response", "presence": "included"},
        {"location": "$.result.completion", "presence": "excluded"},
        {"location": "$.result.success", "presence": "included", "all": [True, False]},
        {"location": "$.result.score", "presence": "excluded"},
        {"location": "$.result.duration", "presence": "included"},
        {"location": "$.context.registration", "presence": "included"},
        {"location": "$.context.contextActivities.parent[*].id", "presence": "included"},
        {
            "location": "$.context.contextActivities.category[*].id",
            "presence": "included",
            "any": [f"{PROFILE}/categories/m/pick"],
        },
    ]
    told = {rule["location"]: rule["scopeNote"]["en"] for rule in answered["rules"] if "scopeNote" in rule}
    assert told["$.result.response"] == "The ids of the options chosen, joined by [,] where there are several."
    assert told["$.result.duration"] == "How long it took, in ISO 8601, such as PT1M30S."


def test_what_learners_write_is_kept_back_and_that_is_said() -> None:
    (note,) = (each for each in course_profile([SMALL])["templates"] if "/note-interacted-" in each["id"])
    (rule,) = (each for each in note["rules"] if each["location"] == "$.result.response")
    assert rule == {
        "location": "$.result.response",
        "presence": "excluded",
        "scopeNote": {"en": "What the learner wrote or said of themselves is left out on purpose."},
    }


def test_a_pattern_that_stands_for_itself_says_what_it_is() -> None:
    found = course_profile([EVERYTHING])["patterns"]
    told = {last(each["id"]).rpartition("-")[0]: each["prefLabel"]["en"] for each in found if "prefLabel" in each}
    assert told["patterns/whole-course/series"] == "A course: all modules"
    assert told["patterns/whole-course/session"] == "A course: one visit to the page of all modules"
    assert told["patterns/judged/module"] == "Module judged: all sessions"
    assert told["patterns/judged/session"] == "Module judged: one session"
    assert len(told) == 2 + 2 * len(EVERYTHING.units)
    assert all(each.get("primary") is None or "definition" in each for each in found)


@pytest.mark.parametrize("name", REAL)
def test_nothing_is_wrong_with_the_profile_of_a_course(name: str) -> None:
    assert [str(each) for each in profile_problems(course_profile([real(name)]))] == []


@pytest.mark.parametrize("course", [SMALL, EVERYTHING, site(READ), replace(EVERYTHING, bundles="module")])
def test_nothing_is_wrong_with_the_profile_of_courses_of_all_shapes(course: Site) -> None:
    assert [str(each) for each in profile_problems(course_profile([course]))] == []


def test_nothing_is_wrong_with_that_of_several_languages() -> None:
    assert [str(each) for each in profile_problems(course_profile([SMALL, DUTCH]))] == []


def test_the_same_course_gives_the_same_text_which_is_as_json_writes_it() -> None:
    text = "".join(profile_text([EVERYTHING]))
    assert text == "".join(profile_text([EVERYTHING]))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("sites", [[SMALL], [EVERYTHING], [real("series")], [real("gallery")], [SMALL, DUTCH]])
def test_nothing_in_it_is_empty_and_no_id_is_there_twice(sites: list[Site]) -> None:
    profile = course_profile(sites)
    assert [each for each in values(profile) if each in (None, "", {}, [])] == []
    ids = [each["id"] for name in ("concepts", "templates", "patterns") for each in profile[name]]
    assert len(set(ids)) == len(ids)
    assert {each["inScheme"] for name in ("concepts", "templates", "patterns") for each in profile[name]} == {
        profile_version(sites[0])
    }


def test_it_speaks_the_course_s_languages_and_english() -> None:
    assert {tuple(each) for each in language_maps(course_profile([SMALL]))} == {("en",)}
    assert {tuple(each) for each in language_maps(course_profile([DUTCH]))} == {("nl", "en")}
    assert {tuple(each) for each in language_maps(course_profile([SMALL, DUTCH]))} == {("en", "nl")}
    german = replace(DUTCH, language="de")
    both = course_profile([DUTCH, german])
    assert {tuple(each) for each in language_maps(both)} == {("nl", "de", "en")}
    # What has no title in English has its own.
    assert both["prefLabel"] == {
        "nl": "Een cursus: xAPI-profiel",
        "de": "Een cursus: xAPI-Profil",
        "en": "Een cursus: xAPI profile",
    }


def test_a_translation_has_the_same_ids_and_adds_its_texts_alone() -> None:
    def ids(profile: dict[str, Any]) -> list[str]:
        return [each["id"] for name in ("versions", "concepts", "templates", "patterns") for each in profile[name]]

    one, both = course_profile([SMALL]), course_profile([SMALL, DUTCH])
    assert ids(one) == ids(both) == ids(course_profile([DUTCH]))
    pick = next(each for each in both["concepts"] if each["id"].endswith("/c/m/pick"))
    assert pick["activityDefinition"]["description"] == {"en": "What of pick?", "nl": "Wat?"}


def test_without_a_base_iri_there_is_none() -> None:
    with pytest.raises(ValueError, match="base_iri"):
        course_profile([replace(SMALL, base_iri=None)])


WORDS = ROOT / "scormkit" / "xapi" / "words"


def written(language: str) -> dict[str, str]:
    text = (WORDS / f"{language}.yaml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in yaml.load(text, yaml.BaseLoader).items()}


@pytest.mark.parametrize("language", get_args(Language))
def test_every_language_says_all_there_is_and_fills_in_the_same(language: str) -> None:
    said, english = written(language), written("en")
    assert list(said) == list(english)
    for key, text in said.items():
        assert text.strip(), key
        fields = re.findall(r"\{(\w*)\}", text)
        assert fields == re.findall(r"\{(\w*)\}", english[key]), key
        assert set(fields) <= {"title"}, key
        # What stands between quotes and brackets is no text, but what statements hold.
        assert re.findall(r"\[[.,]\]|PT\w+S|\d\.\d", text) == re.findall(r"\[[.,]\]|PT\w+S|\d\.\d", english[key]), key


@pytest.mark.parametrize("language", get_args(Language))
def test_typography_is_that_of_the_language_and_leaves_what_statements_hold(language: str) -> None:
    quotes = {"nl": "“{title}”", "en": "“{title}”", "de": "„{title}“", "fr": "«\u202f{title}\u202f»"}
    assert quotes[language] in words(language)["module_completed"]
    for key, text in written(language).items():
        assert re.findall(r"\[[.,]\]", text) == re.findall(r"\[[.,]\]", words(language)[key]), key


@pytest.mark.parametrize("name", REAL)
def test_every_rule_that_has_a_note_has_words_for_it(name: str) -> None:
    for event in events(real(name)):
        for rule in rules(event, PROFILE):
            assert rule.note is None or note_key(rule.note, event) in words("en")


def test_an_answer_of_a_kind_from_elsewhere_has_words_too() -> None:
    event = next(events(site(replace(JUDGED, trackables=(CHOICE,)))))
    assert event.subject.tracking is None
    answered = next(each for each in events(SMALL) if each.verb == "answered")
    odd = replace(answered.subject, tracking=replace(CHOICE.tracking, interaction="long-fill-in"))  # type: ignore[arg-type]
    assert note_key("response", replace(answered, subject=odd)) == "response_other"


def test_no_words_are_there_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"response_other"}  # for kinds of activity from elsewhere
    say = Texts.say

    def listen(texts: Texts, key: str, title: dict[str, str] | None = None) -> dict[str, str]:
        said.add(key)
        return say(texts, key, title)

    monkeypatch.setattr(Texts, "say", listen)
    for course in (EVERYTHING, real("gallery")):
        course_profile([course])
        assert [*template_files([course])]
    assert set(words("en")) == said
