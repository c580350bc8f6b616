"""Steppers: how they fit together, and what they report."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from scormkit.activities.contract import inside
from scormkit.activities.registry import complete
from scormkit.activities.stepper import Stepper


@pytest.fixture(autouse=True, scope="module")
def _all_kinds() -> None:
    complete()


def stepper(*steps: dict[str, Any], **more: Any) -> Stepper:
    whole = {"kind": "stepper", "id": "walk", "steps": [{"title": "T", "minutes": 5} | step for step in steps]}
    return Stepper.model_validate(whole | more)


def test_the_time_is_that_of_all_steps() -> None:
    assert stepper({"id": "a"}, {"id": "b", "minutes": 20}).minutes == 25


def test_a_step_may_hold_activities_and_need_not() -> None:
    note = {"kind": "reflection", "id": "note", "question": "Q"}
    walk = stepper({"id": "a", "content": [note]}, {"id": "b"})
    assert [len(step.content) for step in walk.steps] == [1, 0]
    assert ("steps", 0, "content", 0) in [path for path, _ in inside(walk)]


def test_what_does_not_fit_is_told_at_once() -> None:
    walk = stepper(
        {"id": "a", "who": {"chair": "Begin.", "chiar": "Begin."}},
        {"id": "b", "who": {"ownr": "Speak."}},
        roles=[{"id": "chair", "name": "Chair"}, {"id": "owner", "name": "Owner"}],
    )
    assert [(remark.message, remark.hint, remark.at) for remark in walk.remarks()] == [
        ("there is no role `chiar`", "did you mean `chair`?", ("steps", 0, "who", "chiar")),
        ("there is no role `ownr`", "did you mean `owner`?", ("steps", 1, "who", "ownr")),
    ]
    (remark,) = stepper({"id": "a", "who": {"chair": "Begin."}}, {"id": "b"}).remarks()
    assert remark.hint == "describe it under `roles:`"


def test_one_step_is_no_walk() -> None:
    with pytest.raises(ValidationError):
        stepper({"id": "a"})


def test_the_longest_answer_is_as_long_as_declared() -> None:
    tracking = stepper({"id": "a"}, {"id": "b"}, {"id": "c"}).tracking()
    assert tracking.state_size == len("1abc-c")
    assert not tracking.asks
    assert tracking.interaction is None
    assert not tracking.scored
