"""Scenarios: how they fit together, and what they report."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from scormkit.activities.scenario import Scenario
from scormkit.activities.scenario.ways import reachable


def way(way_id: str, to: str, **more: Any) -> dict[str, Any]:
    return {"id": way_id, "text": f"Way {way_id}.", "to": to, **more}


def scenario(*scenes: dict[str, Any], **more: Any) -> Scenario:
    roles = [{"id": "mother", "name": "Mother"}, {"id": "child", "name": "Child"}]
    start = {"kind": "scenario", "id": "s", "question": "Q", "roles": roles, "scenes": list(scenes)}
    return Scenario.model_validate(start | more)


def said(found: Scenario) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(remark.message, remark.at) for remark in found.remarks()]


END = {"id": "end", "ends": "Over."}


def test_a_sound_scenario_has_nothing_to_remark() -> None:
    sound = scenario(
        {
            "id": "one",
            "sees": {"child": "Hm."},
            "lines": [{"who": "mother", "says": "Hi."}],
            "choices": [way("a", "two")],
        },
        {"id": "two", "lines": [{"does": "It rains.", "stop": [way("a", "one"), way("b", "end")]}], "next": "end"},
        END,
    )
    assert said(sound) == []
    assert sound.first == "one"
    assert [role.id for role in sound.watchers] == ["child"]


def test_all_wrong_names_are_told_at_once_and_nothing_that_follows_from_them() -> None:
    wrong = scenario(
        {"id": "one", "lines": [{"who": "mothr", "says": "Hi."}], "choices": [way("a", "ned", role="chid")]},
        {"id": "end", "sees": {"dog": "Woof."}, "ends": "Over."},
        start="on",
    )
    assert said(wrong) == [
        ("there is no scene `on`", ("start",)),
        ("there is no role `mothr`", ("scenes", 0, "lines", 0, "who")),
        ("there is no role `chid`", ("scenes", 0, "choices", 0, "role")),
        ("there is no scene `ned`", ("scenes", 0, "choices", 0, "to")),
        ("there is no role `dog`", ("scenes", 1, "sees", "dog")),
    ]
    hints = [remark.hint for remark in wrong.remarks()]
    assert hints[1] == "did you mean `mother`?"
    assert hints[4] == "the roles here are: mother, child"


def test_an_end_counts_only_where_it_can_be_reached() -> None:
    loop = scenario({"id": "one", "choices": [way("a", "two")]}, {"id": "two", "next": "one", "text": "T"}, END)
    assert said(loop) == [
        ("no way leads to the scene `end`", ("scenes", 2, "id")),
        ("whoever comes to `one`, `two` never reaches an end", ("scenes", 0, "id")),
    ]


def test_no_more_ends_are_asked_for_than_there_are() -> None:
    few = scenario({"id": "one", "choices": [way("a", "end")]}, END, ways=2)
    assert said(few) == [("`ways` asks for 2 ends, but only 1 can be reached", ("ways",))]


@pytest.mark.parametrize(
    ("scene", "message"),
    [
        ({"text": "T"}, "nothing leads on from the scene `one`, and it is not an end"),
        ({"next": "end", "ends": "Over."}, "the scene `one` has both `next` and `ends`"),
        ({"stop": [way("a", "end")], "next": "end"}, "there is no line to stop at"),
        ({"lines": [{"who": "mother"}], "next": "end"}, "nothing is said or done in this line"),
        ({"lines": [{"says": "Hi."}], "next": "end"}, "nobody says this line"),
        ({"alt": "A door.", "next": "end"}, "there is no `image` that this `alt` speaks of"),
        ({"image": "door.svg", "next": "end"}, "the picture of a scene needs `alt`"),
        (
            {"lines": [{"does": "Hm.", "stop": [way("a", "end")]}], "stop": [way("b", "end")], "next": "end"},
            "the scene `one` can be stopped at any line, and this line has a `stop` of its own",
        ),
    ],
)
def test_a_scene_that_contradicts_itself_is_told(scene: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        scenario({"id": "one"} | scene, END)
    assert [error["msg"] for error in caught.value.errors()] == [message]


def test_the_longest_answer_is_as_long_as_declared() -> None:
    found = scenario(
        {"id": "one", "lines": [{"does": "Hm.", "stop": [way("a", "end")]}], "choices": [way("b", "two")]},
        {"id": "two", "text": "T", "next": "end"},
        END,
    )
    longest = "13-one-ba-two-N-end-E--bNE"
    tracking = found.tracking()
    assert tracking.state_size == len(longest)
    assert tracking.interaction == "performance"
    assert not tracking.scored
    assert [part.id for part in tracking.components] == ["one", "two", "end"]


def test_reachable_follows_every_way() -> None:
    assert reachable("a", {"a": ["b"], "b": ["a", "c"], "c": [], "d": ["a"]}) == {"a", "b", "c"}


def test_the_first_scene_comes_first_and_scenes_without_a_title_are_numbered() -> None:
    found = scenario(END, {"id": "one", "next": "end", "text": "T"}, start="one")
    assert [scene.id for scene in found.in_order] == ["one", "end"]
    assert [found.heading("one"), found.heading("end")] == [1, 2]


def test_own_words_stay_on_the_page() -> None:
    assert scenario(END).tracking().personal == "none"
    assert scenario(END, own_words=False).tracking().personal is None


def test_an_answer_that_can_be_given_is_a_shortest_way_to_an_end() -> None:
    found = scenario(
        {"id": "one", "choices": [way("a", "one"), way("b", "two")]},
        {"id": "two", "next": "three"},
        {"id": "three", "choices": [way("c", "one"), way("d", "end")]},
        END,
    )
    assert found.tracking().example == ("one.b", "two.next", "three.d", "end.end")


def test_where_no_end_can_be_reached_there_is_no_such_answer() -> None:
    astray = scenario({"id": "one", "choices": [way("a", "one"), way("b", "nowhere")]}, END)
    assert astray.tracking().example == ()
