"""Fill-in: a text with blanks, in which the learner types or picks what is missing.

Each blank that is filled rightly earns an equal share of the points. How many spaces stand between words and
which quotes and dashes are used makes no difference; nor do capitals and accents, unless a blank says so.

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `fill-in` | `interactionType` = `fill-in` |
| response | what stands in each blank, joined by `,`, up to 255 characters | joined by `[,]` |
| pattern | the first answer of each blank, joined by `,` | the same, joined by `[,]` |
| result | `correct`, `wrong` | `success` true, false |
| verb | | answered |

The pattern holds one right answer of several; whether an answer was right is in the result.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from scormkit.activities.contract import (
    TRANSLATABLE,
    Exercise,
    Kind,
    Line,
    Markdown,
    Model,
    OptionId,
    Tracking,
    mistake,
)
from scormkit.activities.mistakes import OPTIONS, PARTS

LONGEST = 60
"""How many characters a blank takes at most."""

_BLANK = re.compile(r"\[([a-z0-9])\]")
_BETWEEN = len("--")

Answer = Annotated[Line, StringConstraints(max_length=LONGEST)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000), TRANSLATABLE]
"""Text without Markdown; an empty line begins a new paragraph."""


def _encoded(text: str) -> int:
    """The length of a text in the saved state (`pack` in `behaviour.js`), where what is not plain takes four."""
    units = text.encode("utf-16-le")
    pairs = zip(units[::2], units[1::2], strict=True)
    return sum(1 if high == 0 and re.match("[A-Za-z0-9 ]", chr(low)) else 4 for low, high in pairs)


def _units(text: str) -> int:
    """The length of a text as a browser counts it."""
    return len(text.encode("utf-16-le")) // 2


class Blank(Model):
    """One place in the text where something is missing."""

    id: OptionId = Field(description="One small letter or digit; `[1]` in the text is the blank with id `1`.")
    answers: tuple[Answer, ...] = Field(
        min_length=1,
        max_length=20,
        strict=False,
        description="What is right here; the first one is shown as the answer.",
    )
    choices: tuple[Answer, ...] = Field(
        default=(),
        max_length=12,
        strict=False,
        description="What the learner picks from, in this order, instead of typing; `answers` are among them.",
    )
    case_sensitive: bool = Field(default=False, description="Whether capitals and small letters are different letters.")
    accents: bool = Field(default=False, description="Whether letters with and without accents are different letters.")
    typos: bool = Field(
        default=False,
        description="Whether one typing error is let pass in an answer of four characters or more.",
    )
    size: int | None = Field(
        default=None,
        ge=1,
        le=LONGEST,
        description="How many characters can be typed; otherwise enough for the answers.",
    )
    hint: Markdown | None = Field(default=None, description="What is read as long as this blank is not right.")

    @model_validator(mode="after")
    def _answers_fit(self) -> Blank:
        if self.choices:
            self._choices_fit()
        if self.typos:
            for key in ("case_sensitive", "accents"):
                if getattr(self, key):
                    message = f"`typos: true` lets one wrong letter pass, and `{key}: true` does not"
                    raise mistake(PARTS, message, "leave one of them out", key)
        for n, answer in enumerate(self.answers):
            if self.size is not None and _units(answer) > self.size:
                message = f"the answer is {_units(answer)} characters long, and the blank takes {self.size}"
                raise mistake(PARTS, message, "make `size` larger, or leave it out", "answers", n)
        return self

    def _choices_fit(self) -> None:
        for key in ("size", "typos", "case_sensitive", "accents"):
            if getattr(self, key):
                message = f"`{key}` is about typing, and this blank has `choices` to pick from"
                raise mistake(PARTS, message, f"leave out `{key}`, or `choices`", key)
        for n, choice in enumerate(self.choices):
            if choice in self.choices[:n]:
                raise mistake(OPTIONS, f"two choices read `{choice}`", "keep one of them", "choices", n)
        for n, answer in enumerate(self.answers):
            if answer not in self.choices:
                message = f"the answer `{answer}` is not among the `choices`"
                raise mistake(PARTS, message, "write it there as well, letter by letter", "answers", n)
        if set(self.choices) <= set(self.answers):
            raise mistake(OPTIONS, "every choice is right", "add one that is not, or leave out `choices`", "choices")

    @property
    def room(self) -> int:
        """How many characters can be typed. By default it does not give the length of a short answer away."""
        longest = max(map(_units, self.answers))
        return self.size or min(max(longest + 6, 12), LONGEST)

    @property
    def state_size(self) -> int:
        """The length of the longest answer in the saved state: the id, and what stands in the blank."""
        return len(self.id) + (max(map(_encoded, self.choices)) if self.choices else 4 * self.room)


class FillIn(Exercise):
    """A text with blanks such as `[1]`."""

    kind: Literal["fill-in"]
    text: Prose = Field(description="The text, without Markdown, with `[1]` where the blank with id `1` stands.")
    blanks: tuple[Blank, ...] = Field(
        min_length=1, max_length=20, strict=False, description="What is missing; one for each blank in the text."
    )

    @model_validator(mode="after")
    def _blanks_fit(self) -> FillIn:
        ids = [blank.id for blank in self.blanks]
        there = Counter(_BLANK.findall(self.text))
        for n, each in enumerate(ids):
            if each not in there:
                hint = f"write `[{each}]` in the text, where it belongs"
                raise mistake(PARTS, f"the text has no blank `[{each}]`", hint, "blanks", n, "id")
        for each, times in there.items():
            if each not in ids:
                hint = f'add an entry with `id: "{each}"` and its `answers` to `blanks`'
                raise mistake(PARTS, f"the text has a blank `[{each}]` that `blanks` does not have", hint, "text")
            if times > 1:
                hint = "give each blank of the text an id of its own"
                raise mistake(PARTS, f"the blank `[{each}]` stands in the text {times} times", hint, "text")
        return self

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, paragraph by paragraph."""
        return tuple(" ".join(each.split()) for each in re.split(r"\n\s*\n", self.text.strip()))

    @property
    def ordered(self) -> tuple[Blank, ...]:
        """The blanks in the order of the text."""
        by_id = {blank.id: blank for blank in self.blanks}
        return tuple(by_id[each] for each in _BLANK.findall(self.text))

    def pieces(self, paragraph: str) -> tuple[tuple[str, Blank | None], ...]:
        """A paragraph as texts, each with the blank that follows it; none follows the last."""
        by_id = {blank.id: blank for blank in self.blanks}
        texts = _BLANK.split(paragraph)
        return tuple(zip(texts[::2], [*(by_id[each] for each in texts[1::2]), None], strict=True))

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=sum(blank.state_size for blank in self.blanks) + _BETWEEN * (len(self.blanks) - 1),
            interaction="fill-in",
            correct=tuple(blank.answers[0] for blank in self.ordered),
        )


KIND = Kind(FillIn, __name__, parts=("question",))
