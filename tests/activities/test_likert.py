"""What a place on a scale reports."""

from typing import Any

import pytest

from scormkit.activities.contract import Component
from scormkit.activities.likert import Likert

STATEMENTS = [{"id": "a", "text": "One"}, {"id": "b", "text": "Two"}, {"id": "c", "text": "Three"}]


def likert(**keys: Any) -> Likert:
    return Likert.model_validate({"kind": "likert", "id": "q", "question": "So?", "labels": ["no", "yes"], **keys})


def test_one_statement_is_a_likert_interaction() -> None:
    tracking = likert(points=3).tracking()
    assert (tracking.interaction, tracking.state_size, tracking.correct) == ("likert", len("3"), None)
    assert tracking.components == (Component("1", "1: no"), Component("2", "2"), Component("3", "3: yes"))
    assert tracking.targets == ()


def test_several_statements_are_matched_with_points() -> None:
    tracking = likert(statements=STATEMENTS, points=2).tracking()
    assert (tracking.interaction, tracking.state_size, tracking.correct) == ("matching", len("a1b2c1"), None)
    assert [each.id for each in tracking.components] == ["a", "b", "c"]
    assert tracking.targets == (Component("1", "1: no"), Component("2", "2: yes"))


@pytest.mark.parametrize(
    ("points", "first", "ids"), [(11, 0, "0123456789a"), (11, 1, "123456789ab"), (2, 0, "01"), (5, 1, "12345")]
)
def test_each_point_has_one_character(points: int, first: int, ids: str) -> None:
    assert "".join(point.id for point in likert(points=points, first=first).scale) == ids


def test_each_point_can_have_words() -> None:
    it = likert(points=3, labels=["never", "at times", "always"])
    assert it.labelled
    assert [point.label for point in it.scale] == ["never", "at times", "always"]


def test_others_stand_at_their_point_of_each_statement() -> None:
    compare = [{"voice": "Mother", "point": 0, "statement": "b"}, {"voice": "Father", "point": 4, "statement": "a"}]
    it = likert(first=0, statements=STATEMENTS, compare=compare)
    assert [(each.voice, point.id) for each, point in it.others(it.statements[0])] == [("Father", "4")]
    assert [(each.voice, point.id) for each, point in it.others(it.statements[1])] == [("Mother", "0")]
    assert it.others(it.statements[2]) == ()
