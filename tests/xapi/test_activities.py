"""The xAPI activities of a course."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scormkit.course.reading import load_course
from scormkit.render.rendering import render
from scormkit.render.site import Site
from scormkit.xapi.activities import activities_in, merged, to_json

GOOD = Path(__file__).parents[1] / "courses" / "good"


def good_site() -> Site:
    course = load_course(GOOD).course
    assert course is not None
    return render(course)


def test_the_course_its_modules_and_questions_have_absolute_iris() -> None:
    found = list(activities_in([good_site()]))
    base = "https://example.org/xapi/good"
    assert [activity["id"] for activity in found] == [
        base,
        f"{base}/m1",
        *(f"{base}/m1/{name}" for name in ("single", "multiple", "explore", "thought")),
        f"{base}/m2",
    ]


def test_an_interaction_says_what_can_be_answered_and_what_is_right() -> None:
    found = {a["id"].rpartition("/")[2]: a["definition"] for a in activities_in([good_site()])}
    assert found["multiple"] == {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "name": {"en": "multiple"},
        "description": {"en": "Which ones are right?"},
        "interactionType": "choice",
        "correctResponsesPattern": ["x[,]9"],
        "choices": [
            {"id": "x", "description": {"en": "X"}},
            {"id": "1", "description": {"en": "One"}},
            {"id": "9", "description": {"en": "Nine"}},
        ],
    }
    # Without a pattern any answer will do; an empty list would make every answer wrong.
    assert "correctResponsesPattern" not in found["explore"]
    assert "interactionType" not in found["thought"]


def test_without_a_base_iri_there_are_none() -> None:
    with pytest.raises(ValueError, match="base_iri"):
        next(activities_in([replace(good_site(), base_iri=None)]))


def test_activities_are_written_one_by_one_as_the_whole_list_would_be() -> None:
    line_ends = "".join(map(chr, (10, 11, 12, 13, 28, 133, 8232, 8233)))
    text = "".join(to_json(activities_in([replace(good_site(), title=f"A{line_ends}B", description="é")])))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert json.loads(text)[0]["definition"]["name"] == {"en": f"A{line_ends}B"}


def test_an_activity_is_told_in_all_languages_of_the_course() -> None:
    english = good_site()
    german = replace(english, language="de", title="Ein guter Kurs")
    course, *_, last = activities_in([english, german])
    assert course["definition"]["name"] == {"en": english.title, "de": "Ein guter Kurs"}
    assert last["definition"]["name"].keys() == {"en", "de"}


def test_what_is_right_in_one_language_is_right() -> None:
    def definition(language: str, answer: str) -> dict[str, object]:
        options = [{"id": name, "description": {language: f"{language} {name}"}} for name in "ab"]
        return {"interactionType": "x", "choices": options, "correctResponsesPattern": [answer]}

    whole = merged([definition("en", "house"), definition("nl", "huis"), definition("de", "huis")])
    assert whole["correctResponsesPattern"] == ["house", "huis"]
    assert whole["choices"][1] == {"id": "b", "description": {"en": "en b", "nl": "nl b", "de": "de b"}}
