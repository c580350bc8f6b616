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
from pydantic_core import PydanticCustomError

from scormkit.activities.contract import Component, Kind, Line, Markdown, Model, OptionId, Question, Tracking


class Option(Model):
    """One way to answer."""

    id: OptionId = Field(description="One small letter or digit, unique in the question; it never changes.")
    text: Line = Field(description="The option as the learner reads it.")
    correct: bool = Field(default=False, description="Whether this option belongs to the right answer.")
    feedback: Markdown | None = Field(default=None, description="What the learner reads after choosing this option.")


class Choice(Question):
    """A question with options. Where no option is `correct`, there is no right or wrong and no score."""

    kind: Literal["choice"]
    multiple: bool = Field(default=False, description="Whether several options may be chosen.")
    options: tuple[Option, ...] = Field(min_length=2, max_length=36, strict=False, description="The ways to answer.")
    feedback: Markdown | None = Field(default=None, description="What everyone reads after answering.")
    required: bool = Field(default=True, description="Whether the module can only be completed with an answer here.")
    weight: float = Field(default=1, gt=0, le=1000, description="Share of the module's score, where it is scored.")

    @model_validator(mode="after")
    def _options_fit(self) -> Choice:
        ids = [option.id for option in self.options]
        for n, option_id in enumerate(ids):
            if option_id in ids[:n]:
                raise PydanticCustomError(
                    "duplicate_option", "two options have the id `{option}`", {"option": option_id, "index": n}
                )
        right = sum(option.correct for option in self.options)
        if right > 1 and not self.multiple:
            raise PydanticCustomError(
                "several_correct", "{right} options are `correct`, but only one can be chosen", {"right": right}
            )
        return self

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return any(option.correct for option in self.options)

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            required=self.required,
            weight=self.weight if self.scored else 0,
            state_size=len(self.options) if self.multiple else 1,
            interaction="choice",
            components=tuple(Component(option.id, option.text) for option in self.options),
            correct=tuple(option.id for option in self.options if option.correct) if self.scored else None,
            verbs=("http://adlnet.gov/expapi/verbs/answered",),
        )


KIND = Kind(Choice, __name__)
