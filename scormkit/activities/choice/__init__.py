"""Choice: a question with options, single or multiple, with feedback per option.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `choice` | `interactionType` = `choice` |
| response | option ids joined by `,` | option ids joined by `[,]` |
| pattern | right option ids joined by `,`; none where nothing is marked right | the same, joined by `[,]` |
| result | `correct`, `wrong`; `neutral` where nothing is marked right | `success` true, false; left out |
| verb | | answered |
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Component, Exercise, Kind, Line, Markdown, Model, OptionId, Tracking, mistake
from scormkit.activities.mistakes import OPTIONS


class Option(Model):
    """One way to answer."""

    id: OptionId = Field(description="One small letter or digit, unique in the question; it never changes.")
    text: Line = Field(description="The option as the learner reads it.")
    correct: bool = Field(default=False, description="Whether this option belongs to the right answer.")
    feedback: Markdown | None = Field(default=None, description="What the learner reads after choosing this option.")


class Choice(Exercise):
    """A question with options. Where no option is `correct`, there is no right or wrong and no score."""

    kind: Literal["choice"]
    multiple: bool = Field(default=False, description="Whether several options may be chosen.")
    options: tuple[Option, ...] = Field(min_length=2, max_length=36, strict=False, description="The ways to answer.")

    @model_validator(mode="after")
    def _options_fit(self) -> Choice:
        right = sum(option.correct for option in self.options)
        if right > 1 and not self.multiple:
            message, hint = (
                f"{right} options are `correct`, but only one can be chosen",
                "add `multiple: true`, or leave one option `correct`",
            )
            raise mistake(OPTIONS, message, hint)
        return self

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return any(option.correct for option in self.options)

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=len(self.options) if self.multiple else 1,
            interaction="choice",
            components=tuple(Component(option.id, option.text) for option in self.options),
            correct=tuple(option.id for option in self.options if option.correct) if self.scored else None,
        )


KIND = Kind(Choice, __name__, parts=("question",))
