"""Cards: a handful of cards that the reader turns, each with something on its front and more on its back."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Activity, Kind, Line, Markdown, Model, PictureFile, mistake
from scormkit.activities.mistakes import NO_ALTERNATIVE


class Card(Model):
    """One card. A picture says what it shows (`alt`), or adorns the front that says it already (`decorative: true`)."""

    front: Line = Field(description="What the reader sees first: a word, a question, a name.")
    back: Markdown = Field(description="What the reader sees once the card is turned, in Markdown.")
    image: PictureFile | None = Field(default=None, description="A picture on the front.")
    alt: Line | None = Field(default=None, description="What the picture shows, for a reader who does not see it.")
    decorative: bool = Field(default=False, description="True where the picture only adorns and needs no alt text.")

    @model_validator(mode="after")
    def _has_alternative(self) -> Card:
        if self.image is not None and (self.alt is None) != self.decorative:
            hint = "say in `alt:` what the picture shows to who does not see it"
            raise mistake(NO_ALTERNATIVE, "a card with a picture needs `alt`, or `decorative: true`", hint)
        return self


class Cards(Activity):
    """Cards to turn, beside each other where there is room."""

    kind: Literal["cards"]
    cards: tuple[Card, ...] = Field(min_length=1, max_length=40, strict=False, description="The cards, in order.")


KIND = Kind(Cards, __name__, parts=("fold",))
