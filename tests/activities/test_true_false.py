"""What a true-false statement reports."""

import pytest
from pydantic import ValidationError

from scormkit.activities.true_false import TrueFalse


@pytest.mark.parametrize(("correct", "told"), [(True, "true"), (False, "false")])
def test_right_side_is_the_pattern(correct: bool, told: str) -> None:
    tracking = TrueFalse(kind="true-false", id="q", question="So?", correct=correct, title="Statement").tracking()
    assert (tracking.interaction, tracking.correct, tracking.state_size) == ("true-false", (told,), len("t"))
    assert (tracking.components, tracking.title, tracking.asks) == ((), "Statement", True)


def test_words_do_not_stand_for_truth() -> None:
    with pytest.raises(ValidationError, match="bool"):
        TrueFalse.model_validate({"kind": "true-false", "id": "q", "question": "So?", "correct": "true"})
