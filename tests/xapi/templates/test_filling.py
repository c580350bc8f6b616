"""Filling templates in."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from scormkit.xapi.templates import FillError, NoTemplateError, fill, template_files
from scormkit.xapi.templates.actors import read_actor

from ..courses import EVERYTHING, real, site, trackable, unit

FILES = {each.path: each.value for each in template_files([EVERYTHING])}
GALLERY = {each.path: each.value for each in template_files([real("gallery")])}
ANSWERED = FILES["judged/pick-answered.json"]
UUID = "7d1f0e9c-0b57-4c0e-9a51-0e4c2a7b1f10"
VALUES = {
    "id": UUID,
    "actor": {"mbox": "mailto:ann@example.org"},
    "registration": UUID,
    "timestamp": "2026-01-02T03:04:05.678Z",
    "duration": "PT20S",
}
ANSWER = VALUES | {"response": "b", "success": False}


def problems(template: dict[str, Any], values: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(FillError) as caught:
        fill(template, values)
    return {each.name: each.message for each in caught.value.problems}


def test_values_come_to_stand_in_their_places() -> None:
    before = copy.deepcopy(ANSWERED)
    statement = fill(ANSWERED, ANSWER)
    assert before == ANSWERED
    assert statement["id"] == UUID
    assert statement["actor"] == {"mbox": "mailto:ann@example.org"}
    assert statement["result"] == {"duration": "PT20S", "response": "b", "success": False}
    assert statement["context"]["contextActivities"]["parent"] == [
        {"id": "https://example.org/c/judged", "objectType": "Activity"}
    ]
    assert "{{" not in str(statement)


def test_a_module_may_have_been_launched_under_another_id() -> None:
    given = {"activity": "https://lms.example.org/au/1"}
    answered = fill(ANSWERED, ANSWER | given)
    assert answered["context"]["contextActivities"]["parent"][0]["id"] == "https://lms.example.org/au/1"
    assert answered["object"]["id"] == "https://example.org/c/judged/pick"
    passed = fill(FILES["judged/passed.json"], VALUES | given | {"score": 0.8})
    assert passed["object"]["id"] == "https://lms.example.org/au/1"


def test_what_is_not_given_and_not_required_is_left_out() -> None:
    completed = FILES["judged/completed.json"]
    assert fill(completed, VALUES)["result"] == {"completion": True, "duration": "PT20S"}
    assert fill(completed, VALUES | {"score": 0.5})["result"]["score"] == {"scaled": 0.5}
    assert fill(completed, VALUES | {"score": None})["result"] == {"completion": True, "duration": "PT20S"}


def test_truths_and_numbers_may_be_texts() -> None:
    assert fill(ANSWERED, ANSWER | {"success": "false"})["result"]["success"] is False
    assert fill(ANSWERED, ANSWER | {"success": "true"})["result"]["success"] is True
    scored = fill(FILES["judged/failed.json"], VALUES | {"score": "0.25", "completion": "true"})
    assert scored["result"]["score"] == {"scaled": 0.25}
    assert scored["result"]["completion"] is True


def test_a_text_stays_what_it_is_whatever_it_looks_like() -> None:
    gap = site(unit("m", trackable("gap", 1, interaction="fill-in", correct=("7",), title="{{id}}")))
    template = {each.path: each.value for each in template_files([gap])}["m/gap-answered.json"]
    statement = fill(template, VALUES | {"response": "{{actor}}", "success": True})
    assert statement["result"]["response"] == "{{actor}}"
    assert statement["object"]["definition"]["name"] == {"en": "{{id}}"}


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_table() -> None:
    with pytest.raises(FillError) as caught:
        fill(ANSWERED, {"id": "7", "actor": "Ann", "respons": "a", "success": "maybe", "timestamp": "2026-01-02"})
    assert [(each.name, each.message, each.hint) for each in caught.value.problems] == [
        ("id", "is 7", f"give a UUID, such as {ANSWERED['example']['id']}"),
        (
            "actor",
            "is Ann",
            'give an agent, such as {"objectType": "Agent", "account": {"homePage": "https://lms.example.org/", '
            '"name": "learner-1"}}',
        ),
        ("response", "is missing", "give a text, such as a"),
        ("success", "is maybe", "give true or false"),
        ("duration", "is missing", "give an ISO 8601 duration, such as PT1M30S"),
        ("registration", "is missing", f"give a UUID, such as {ANSWERED['example']['context']['registration']}"),
        ("timestamp", "is 2026-01-02", "give a timestamp with its zone, such as 2026-01-02T03:04:05.678Z"),
        ("respons", "is not a placeholder of this template", "did you mean `response`?"),
    ]
    assert "success: is maybe (give true or false)" in str(caught.value)


@pytest.mark.parametrize(
    ("values", "name", "message"),
    [
        ({"response": "c"}, "response", "has c in it"),
        ({"response": ""}, "response", 'has "" in it'),
        ({"response": "a,b"}, "response", "has a,b in it"),
        ({"response": 7}, "response", "is 7"),
        ({"success": 1}, "success", "is 1"),
        ({"duration": "20 s"}, "duration", "is 20 s"),
        ({"activity": "judged"}, "activity", "is judged"),
        ({"registration": "x"}, "registration", "is x"),
        ({"actor": {"name": "Ann"}}, "actor", ""),
        ({"actor": {"mbox": "ann@example.org"}}, "actor", ""),
        ({"actor": []}, "actor", "is []"),
    ],
)
def test_a_value_that_does_not_fit(values: dict[str, Any], name: str, message: str) -> None:
    found = problems(ANSWERED, ANSWER | values)
    assert list(found) == [name]
    assert found[name].startswith(message)


@pytest.mark.parametrize("score", [1.1, -0.1, "80", True, "NaN", "1e99", "0x1", "9" * 5000])
def test_a_score_is_a_part_of_one(score: object) -> None:
    assert list(problems(FILES["judged/passed.json"], VALUES | {"score": score})) == ["score"]


def test_half_a_character_is_no_text() -> None:
    blanks = GALLERY["asking/fill_in_begin-answered.json"]
    assert problems(blanks, ANSWER | {"response": "caf\udce9"}) == {"response": "has half a character in it"}
    actor = {"mbox": "mailto:ann@example.org", "name": "Ren\udce9"}
    assert problems(ANSWERED, ANSWER | {"actor": actor}) == {"actor": "has half a character in it"}


def test_a_value_that_is_always_the_same_is_no_other() -> None:
    found = problems(FILES["judged/passed.json"], VALUES | {"score": 1, "completion": False})
    assert found == {"completion": "is false"}
    likert = next(value for path, value in GALLERY.items() if "likert_door" in path)
    assert problems(likert, VALUES | {"response": "often"}) == {"response": "is often"}


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        7,
        None,
        {"statement": {}},
        {"statement": [], "placeholders": []},
        {"statement": {}, "placeholders": 7},
        {"statement": {}, "placeholders": [{}]},
        {"statement": {}, "placeholders": ["id"]},
        {"statement": {"id": 1}, "placeholders": [{"name": "id", "at": "id", "type": "uuid", "required": True}]},
        {"statement": {"id": 1}, "placeholders": [{"name": "id", "at": "$.id", "type": "date", "required": True}]},
        {"statement": {}, "placeholders": [{"name": "id", "at": "$.id", "type": "uuid", "required": True}]},
        {"statement": {"a": 1}, "placeholders": [{"name": "id", "at": "$.a.b", "type": "uuid", "required": True}]},
        {"statement": {"a": []}, "placeholders": [{"name": "id", "at": "$.a[0]", "type": "uuid", "required": False}]},
        {"statement": {"id": 1}, "placeholders": [{"name": [], "at": "$.id", "type": "uuid", "required": True}]},
        {"statement": {"id": 1}, "placeholders": [{"name": "id", "at": "$.id", "type": [], "required": True}]},
        {
            "statement": {"id": 1},
            "placeholders": [{"name": "id", "at": "$.id", "type": "uuid", "required": True, "parts": ["a"]}],
        },
        {
            "statement": {"id": 1},
            "placeholders": [{"name": "id", "at": "$.id", "type": "text", "required": True, "parts": [1]}],
        },
    ],
)
@pytest.mark.parametrize("given", [{}, {"id": UUID}])
def test_what_is_no_template(value: Any, given: dict[str, Any]) -> None:
    with pytest.raises(NoTemplateError):
        fill(value, given)


def test_a_statement_that_would_not_be_sound_is_not_given() -> None:
    broken = copy.deepcopy(ANSWERED)
    broken["statement"]["verb"]["id"] = "answered"
    with pytest.raises(FillError, match=r"\$\.verb\.id"):
        fill(broken, ANSWER)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("ann@example.org", {"objectType": "Agent", "mbox": "mailto:ann@example.org"}),
        ("mailto:ann@example.org", {"objectType": "Agent", "mbox": "mailto:ann@example.org"}),
        (
            "https://lms.example.org/|a|b c",
            {"objectType": "Agent", "account": {"homePage": "https://lms.example.org/", "name": "a|b c"}},
        ),
        (' {"openid": "https://ann.example.org/"}', {"openid": "https://ann.example.org/"}),
    ],
)
def test_an_actor_in_one_line(text: str, agent: dict[str, Any]) -> None:
    assert read_actor(text) == agent


@pytest.mark.parametrize("text", ["", "ann", "lms|ann", "https://lms.example.org/|", "{", "{'a': 1}", "a@b|c", "[]"])
def test_what_is_no_actor(text: str) -> None:
    with pytest.raises(ValueError, match="is "):
        read_actor(text)
