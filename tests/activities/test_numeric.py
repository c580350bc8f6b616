"""What a numeric question reports."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scormkit.activities.numeric import LONGEST, Numeric, plain


def question(**keys: Any) -> Numeric:
    return Numeric(kind="numeric", id="q", question="How many?", **keys)


@pytest.mark.parametrize(
    ("keys", "correct"),
    [
        ({"correct": 18.5}, ("18.5", "18.5")),
        ({"correct": 0}, ("0", "0")),
        ({"correct": -0.0}, ("0", "0")),
        ({"min": 10, "max": 20}, ("10", "20")),
        ({"min": 0}, ("0", "")),
        ({"max": 0.1}, ("", "0.1")),
        ({"correct": 1e-7}, ("0.0000001", "0.0000001")),
        ({}, None),
    ],
)
def test_right_numbers_are_told_as_bounds(keys: dict[str, float], correct: tuple[str, str] | None) -> None:
    tracking = question(**keys).tracking()
    assert (tracking.interaction, tracking.correct, tracking.scored) == ("numeric", correct, correct is not None)


@given(st.floats(-1e9, 1e9))
def test_number_is_written_without_exponent_and_keeps_its_value(number: float) -> None:
    assert float(plain(number)) == number
    assert set(plain(number)) <= set("-.0123456789")


def test_kept_answer_is_one_longer_than_what_can_be_typed() -> None:
    # `.5555` is kept as `0_5555`; tests/player/numeric.test.js shows that nothing grows by more.
    assert question().tracking().state_size == LONGEST + 1


@pytest.mark.parametrize("keys", [{"correct": float("inf")}, {"correct": True}, {"min": 2e9}, {"step": 0}])
def test_number_is_a_plain_one(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        question(**keys)


@pytest.mark.parametrize(("keys", "keypad"), [({"correct": -5}, "text"), ({"min": 0}, "decimal"), ({}, "decimal")])
def test_phone_shows_a_minus_where_one_is_right(keys: dict[str, float], keypad: str) -> None:
    assert question(**keys).keypad == keypad
