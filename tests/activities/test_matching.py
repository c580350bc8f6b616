"""Matching: what it reports, and how large its answer gets."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from scormkit.activities.matching import Matching

ITEMS = ({"id": "a", "text": "One", "match": "2"}, {"id": "b", "text": "Two", "match": "2"})
TARGETS = ({"id": "1", "text": "First"}, {"id": "2", "text": "Second"}, {"id": "3", "text": "Third"})


def make(**more: object) -> Matching:
    return Matching.model_validate(
        {"kind": "matching", "id": "pairs", "question": "Which?", "items": ITEMS, "targets": TARGETS, **more}
    )


def test_it_reports_pairs_in_the_order_of_the_items() -> None:
    tracking = make(title="Pairs").tracking()
    assert tracking.title == "Pairs"
    assert tracking.interaction == "matching"
    assert [(each.id, each.description) for each in tracking.components] == [("a", "One"), ("b", "Two")]
    assert [each.id for each in tracking.targets] == ["1", "2", "3"]
    assert tracking.correct == ("a.2", "b.2")
    assert tracking.scored
    assert tracking.asks


def test_an_answer_is_an_item_and_a_target_for_each_item() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    items = tuple({"id": letter, "text": letter, "match": "1"} for letter in letters)
    assert make().tracking().state_size == len("a1b3")
    tracking = make(items=items).tracking()
    assert tracking.state_size == len("".join(f"{letter}1" for letter in letters))
    # SCORM 1.2 lets a response be 255 characters long (RTE 3.4.4, CMIFeedback).
    assert tracking.correct is not None
    assert len(",".join(tracking.correct)) <= 255


@pytest.mark.parametrize("wrong", [{"items": ITEMS[:1]}, {"targets": TARGETS[:1]}, {"items": ()}])
def test_there_is_something_to_choose(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="too_short"):
        make(**wrong)


def test_targets_in_the_order_of_the_items_are_shuffled_and_no_others() -> None:
    pair = [{"id": "a", "text": "A", "match": "x"}, {"id": "b", "text": "B", "match": "y"}]
    targets = [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}, {"id": "z", "text": "Z"}]

    def shown(*order: int) -> str:
        keys = {"kind": "matching", "id": "m", "question": "Which?", "items": pair}
        found = Matching.model_validate({**keys, "targets": [targets[n] for n in order]})
        return "".join(target.id for target in found.shown)

    assert shown(0, 1, 2) != "xyz"
    assert sorted(shown(0, 1, 2)) == ["x", "y", "z"]
    assert shown(0, 1, 2) == shown(0, 1, 2)
    assert shown(1, 0, 2) == "yxz"
