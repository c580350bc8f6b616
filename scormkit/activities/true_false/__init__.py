"""True-false: one statement that is true or not.

One statement is one activity: LMSs and LRSs know a true-false interaction as one statement with one answer, and each is
reported, weighed and looked back on by itself.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `true-false` | `interactionType` = `true-false` |
| response | `t` or `f` (RTE 3.4.7 knows `0`, `1`, `t` and `f`) | `true` or `false` |
| pattern | the right one | the right one |
| result | `correct`, `wrong` | `success` true, false |
| verb | | answered |
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Exercise, Kind, Line, Markdown, Tracking, mistake
from scormkit.activities.mistakes import OPTIONS


class TrueFalse(Exercise):
    """A statement, the `question`, of which the learner says whether it is true."""

    kind: Literal["true-false"]
    correct: bool = Field(description="Whether the statement is true.")
    true_label: Line | None = Field(default=None, description="What the learner reads for true, such as: Agree.")
    false_label: Line | None = Field(default=None, description="What the learner reads for false, such as: Disagree.")
    if_true: Markdown | None = Field(default=None, description="What is read after answering that it is true.")
    if_false: Markdown | None = Field(default=None, description="What is read after answering that it is not true.")

    @model_validator(mode="after")
    def _labels_fit(self) -> TrueFalse:
        if (self.true_label is None) != (self.false_label is None):
            given, missing = ("true", "false") if self.false_label is None else ("false", "true")
            message = f"`{given}_label` has no `{missing}_label` beside it"
            raise mistake(OPTIONS, message, f"write `{missing}_label` as well, or neither", f"{given}_label")
        if self.true_label is not None and self.true_label == self.false_label:
            message = f"both answers read `{self.true_label}`"
            raise mistake(
                OPTIONS, message, "let `true_label` and `false_label` say what sets them apart", "false_label"
            )
        return self

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=1,
            interaction="true-false",
            correct=("true" if self.correct else "false",),
        )


KIND = Kind(TrueFalse, __name__, parts=("question",))
