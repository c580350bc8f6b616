"""The files of statement templates: what stands in them, and that their examples are good."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from scormkit.render.site import Site
from scormkit.xapi.judging import judge, read_profile
from scormkit.xapi.profile.document import course_profile
from scormkit.xapi.profile.version import profile_version
from scormkit.xapi.templates import fill, template_files, template_paths
from scormkit.xapi.validation import statement_problems

from ..courses import CHOICE, EVERYTHING, NOTE, PROFILE, READ, REAL, real, site, unit
from ..judges import complaints

SMALL = site(unit("m", CHOICE, NOTE))
DUTCH = replace(SMALL, language="nl", title="Een cursus", units=(unit("m", CHOICE, NOTE, title="Module M"),))


def written(*sites: Site) -> dict[str, dict[str, Any]]:
    return {each.path: each.value for each in template_files(sites)}


def test_there_is_one_for_each_kind_of_statement() -> None:
    paths = [each.path for each in template_files([EVERYTHING])]
    assert paths == list(template_paths(EVERYTHING))
    assert paths == [
        *(f"course-{verb}.json" for verb in ("initialized", "completed", "passed", "terminated")),
        *(f"judged/{verb}.json" for verb in ("initialized", "completed", "passed", "failed", "terminated")),
        "judged/pick-answered.json",
        "judged/note-interacted.json",
        *(f"scored/{verb}.json" for verb in ("initialized", "completed", "passed", "terminated", "pick-answered")),
        *(f"watched/{verb}.json" for verb in ("initialized", "completed", "terminated", "film-completed")),
        *(f"read/{verb}.json" for verb in ("initialized", "completed", "terminated")),
    ]
    assert [each["id"] for each in course_profile([EVERYTHING])["templates"]] == [
        each["template"] for each in written(EVERYTHING).values()
    ]


def test_one_in_full() -> None:
    found = written(SMALL)["m/pick-answered.json"]
    places = found.pop("placeholders")
    example = found.pop("example")
    definition = {
        "choices": [{"description": {"en": "One"}, "id": "a"}, {"description": {"en": "Two"}, "id": "b"}],
        "correctResponsesPattern": ["a"],
        "description": {"en": "What of pick?"},
        "interactionType": "choice",
        "name": {"en": "About pick"},
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
    }
    category = {
        "definition": {"type": f"{PROFILE}/types/m/pick"},
        "id": f"{PROFILE}/categories/m/pick",
        "objectType": "Activity",
    }
    assert found == {
        "template": next(
            each["id"] for each in course_profile([SMALL])["templates"] if "/pick-answered-" in each["id"]
        ),
        "profile": profile_version(SMALL),
        "title": {"en": "About pick: answered"},
        "definition": {"en": "The learner answered “About pick”. It is said for each answer that is given."},
        "statement": {
            "id": "{{id}}",
            "actor": "{{actor}}",
            "verb": {"display": {"en": "answered"}, "id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"definition": definition, "id": "https://example.org/c/m/pick", "objectType": "Activity"},
            "result": {"duration": "{{duration}}", "response": "{{response}}", "success": "{{success}}"},
            "context": {
                "contextActivities": {
                    "category": [{"id": profile_version(SMALL), "objectType": "Activity"}, category],
                    "parent": [{"id": "{{activity}}", "objectType": "Activity"}],
                },
                "registration": "{{registration}}",
            },
            "timestamp": "{{timestamp}}",
        },
    }
    assert list(found["statement"]) == ["id", "actor", "verb", "object", "result", "context", "timestamp"]
    assert [(each["name"], each["type"], each["required"]) for each in places] == [
        ("id", "uuid", True),
        ("actor", "agent", True),
        ("activity", "iri", False),
        ("response", "text", True),
        ("success", "truth", True),
        ("duration", "duration", True),
        ("registration", "uuid", True),
        ("timestamp", "timestamp", True),
    ]
    assert places[3] == {
        "name": "response",
        "at": "$.result.response",
        "type": "text",
        "required": True,
        "meaning": {"en": "The ids of the options chosen, joined by [,] where there are several."},
        "parts": ["a", "b"],
        "example": "a",
    }
    assert places[2]["default"] == "https://example.org/c/m"
    assert example["result"] == {"duration": "PT1M30S", "response": "a", "success": True}
    assert example["timestamp"] == "2026-01-02T03:04:05.678Z"
    assert "version" not in example


def test_what_a_module_ends_with_has_its_score() -> None:
    found = written(EVERYTHING)
    passed, failed = found["judged/passed.json"], found["judged/failed.json"]
    assert passed["statement"]["result"] == {
        "completion": "{{completion}}",
        "duration": "{{duration}}",
        "score": {"scaled": "{{score}}"},
        "success": True,
    }
    assert passed["example"]["result"] == {"duration": "PT12M30S", "score": {"scaled": 1}, "success": True}
    assert failed["example"]["result"] == {"duration": "PT12M30S", "score": {"scaled": 0}, "success": False}
    # Within cmi5 what is completed has no score (9.5.1), so that the example has none.
    (score,) = (each for each in found["judged/completed.json"]["placeholders"] if each["name"] == "score")
    assert score["required"] is False
    assert found["judged/completed.json"]["example"]["result"] == {"completion": True, "duration": "PT12M30S"}
    assert "result" not in found["judged/initialized.json"]["statement"]
    assert "score" not in found["watched/completed.json"]["statement"]["result"]


def test_what_learners_keep_to_themselves_has_no_place() -> None:
    note = written(SMALL)["m/note-interacted.json"]
    assert note["statement"]["result"] == {"duration": "{{duration}}"}
    assert "response" not in {each["name"] for each in note["placeholders"]}


def test_texts_are_in_all_languages_and_in_english() -> None:
    found = written(DUTCH)["m/pick-answered.json"]
    assert found["title"] == {"nl": "About pick: beantwoord", "en": "About pick: answered"}
    assert all(list(each["meaning"]) == ["nl", "en"] for each in found["placeholders"])
    both = written(SMALL, DUTCH)["m/initialized.json"]
    assert both["statement"]["object"]["definition"]["name"] == {"en": "Module m", "nl": "Module M"}


@pytest.mark.parametrize("sites", [[EVERYTHING], [SMALL, DUTCH], [real("gallery")]])
def test_the_same_course_gives_the_same_bytes_which_are_as_json_writes_them(sites: list[Site]) -> None:
    for one, other in zip(template_files(sites), template_files(sites), strict=True):
        assert one.content == other.content
        assert one.content.decode() == json.dumps(one.value, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("sites", [[real(name)] for name in REAL] + [[EVERYTHING], [site(READ)], [SMALL, DUTCH]])
def test_every_example_matches_its_own_template_and_no_other(sites: list[Site]) -> None:
    profile = read_profile(course_profile(sites))
    files = list(template_files(sites))
    verdict = judge([each.value["example"] for each in files], [profile], together=False)
    assert [str(each) for each in verdict.findings] == []
    for file, judged in zip(files, verdict.statements, strict=True):
        assert [fit.template.id for fit in judged.fits] == [each.id for each in judged.templates]
        assert [each.id for each in judged.templates] == [file.value["template"]], file.path
        assert judged.claims == profile.versions


@pytest.mark.parametrize("name", REAL)
def test_every_example_is_its_template_filled_in_and_sound(name: str) -> None:
    ids = set()
    for each in template_files([real(name)]):
        values = {row["name"]: row["example"] for row in each.value["placeholders"] if row["required"]}
        assert fill(each.value, values) == each.value["example"]
        assert statement_problems(each.value["example"]) == ()
        ids.add(each.value["example"]["id"])
    # They can be sent to one LRS.
    assert len(ids) == len(list(template_paths(real(name))))


@pytest.mark.parametrize("name", REAL)
def test_filled_in_with_all_there_is_it_matches_too(name: str) -> None:
    """With what only launches outside cmi5 have as well."""
    site = real(name)
    files = list(template_files([site]))
    full = [fill(each.value, {row["name"]: row["example"] for row in each.value["placeholders"]}) for each in files]
    verdict = judge(full, [read_profile(course_profile([site]))], together=False)
    assert [[each.id for each in one.templates] for one in verdict.statements] == [
        [each.value["template"]] for each in files
    ]


@pytest.mark.slow
def test_two_other_judges_accept_every_example() -> None:
    sites = [*map(real, REAL), EVERYTHING]
    examples = [each.value["example"] for site in sites for each in template_files([site])]
    assert len(examples) > 100
    assert complaints(examples) == []


def test_without_a_base_iri_there_are_none() -> None:
    with pytest.raises(ValueError, match="base_iri"):
        next(template_files([replace(SMALL, base_iri=None)]))
