"""What every kind of activity gets from the contract."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import Field, ValidationError

from scormkit.activities.contract import Activity, Id, InteractionType, Model, Tracking, Verb, inside
from scormkit.activities.text import Text


class Leaf(Model):
    id: Id
    text: str = ""


class Branch(Model):
    id: Id | None = None
    leaves: tuple[Leaf, ...] = Field(default=(), strict=False)


class Tree(Activity):
    kind: Literal["tree"] = "tree"
    branches: tuple[Branch, ...] = Field(default=(), strict=False)
    notes: tuple[Text, ...] = Field(default=(), strict=False)


def tree(**keys: Any) -> Tree:
    return Tree.model_validate(keys)


def note(note_id: str) -> dict[str, str]:
    return {"kind": "text", "id": note_id, "text": "T"}


def test_two_parts_of_one_list_with_one_id_are_told_at_the_later_one() -> None:
    with pytest.raises(ValidationError) as wrong:
        tree(branches=[{"id": "a"}, {"leaves": [{"id": "x"}, {"id": "y"}, {"id": "x"}]}])
    (error,) = wrong.value.errors()
    assert error["ctx"]["definition"].id == "SK-SRC-021"
    assert error["ctx"]["message"] == "two leaves have the id `x`"
    assert error["ctx"]["at"] == ("branches", 1, "leaves", 2, "id")


def test_parts_without_ids_parts_of_other_lists_and_activities_are_left_alone() -> None:
    found = tree(
        branches=[{}, {}, {"id": "a", "leaves": [{"id": "x"}]}, {"id": "b", "leaves": [{"id": "x"}]}],
        notes=[note("a"), note("a")],
    )
    assert len(list(inside(found))) == 8


def test_a_walk_can_leave_out_what_is_inside() -> None:
    found = tree(branches=[{"id": "a", "leaves": [{"id": "x"}]}], notes=[note("n")])
    assert [steps for steps, _ in inside(found, into=lambda model: not isinstance(model, Branch))] == [
        ("branches", 0),
        ("notes", 0),
    ]


@pytest.mark.parametrize(
    ("interaction", "verb"), [(None, "answered"), ("choice", "interacted"), ("choice", "completed")]
)
def test_only_what_is_an_interaction_is_answered(interaction: InteractionType | None, verb: Verb) -> None:
    with pytest.raises(ValueError, match=f"`{verb}` does not go with"):
        Tracking("A title", 1, interaction=interaction, verb=verb)
