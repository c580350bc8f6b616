"""Hotspot: places on a picture, to choose the right ones from (`mode: question`) or to open one by one (`explore`).

| | SCORM 1.2 | xAPI |
|---|---|---|
| type | `cmi.interactions.n.type` = `choice` | `interactionType` = `choice` |
| response | ids of the places joined by `,` | ids joined by `[,]` |
| pattern | right ids joined by `,`; none where nothing is marked right | the same, joined by `[,]` |
| result | `correct`, `wrong`; `neutral` where nothing is marked right | `success` true, false; left out |
| verb | | answered |
| `mode: explore` | nothing; the state says which places were opened | `interacted`, without a response |
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import (
    Component,
    Exercise,
    Kind,
    Line,
    Markdown,
    Model,
    OptionId,
    PictureFile,
    Tracking,
    mistake,
)
from scormkit.activities.mistakes import OPTIONS, PARTS

Percentage = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Length = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]


class Spot(Model):
    """One place on the picture: a point, or with `width` and `height` a rectangle, or with `radius` a circle."""

    id: OptionId = Field(description="One small letter or digit, unique in the picture; it never changes.")
    label: Line = Field(description="What the place is called, for everyone: it stands in the list below the picture.")
    x: Percentage = Field(description="How far its middle is from the left, in percent of the picture's width.")
    y: Percentage = Field(description="How far its middle is from the top, in percent of the picture's height.")
    width: Length | None = Field(default=None, description="How wide it is, in percent of the picture's width.")
    height: Length | None = Field(default=None, description="How high it is, in percent of the picture's height.")
    radius: Annotated[float, Field(gt=0, le=50, allow_inf_nan=False)] | None = Field(
        default=None, description="The radius of a circle, in percent of the picture's width."
    )
    correct: bool = Field(default=False, description="Whether this place belongs to the right answer.")
    feedback: Markdown | None = Field(
        default=None, description="What the learner reads after choosing this place, or on opening it."
    )

    @model_validator(mode="after")
    def _has_one_shape(self) -> Spot:
        if (self.width is None) != (self.height is None):
            given, lacking = ("height", "width") if self.width is None else ("width", "height")
            message = f"the spot `{self.id}` has `{given}` but no `{lacking}`"
            raise mistake(PARTS, message, f"add `{lacking}`, or leave out both for a point", given)
        if self.radius is not None and self.width is not None:
            message = f"the spot `{self.id}` has both `radius` and `width`"
            hint = "a circle has `radius`, a rectangle `width` and `height`"
            raise mistake(PARTS, message, hint, "radius")
        for key, middle, length in (("x", self.x, self.breadth), ("y", self.y, self.height or 0)):
            if middle < length / 2 or middle + length / 2 > 100:
                edge = 0 if middle < length / 2 else 100
                message = f"the spot `{self.id}` leaves the picture: it reaches beyond {edge} %"
                hint = "`x` and `y` give the middle of the spot; let all of it lie between 0 and 100"
                raise mistake(PARTS, message, hint, key)
        return self

    @property
    def breadth(self) -> float:
        """How wide it is, in percent of the picture's width; 0 for a point."""
        return self.width or 2 * (self.radius or 0)

    @property
    def shape(self) -> Literal["point", "rectangle", "circle"]:
        """What it looks like."""
        return "circle" if self.radius else "rectangle" if self.width else "point"

    @property
    def place(self) -> tuple[str, ...]:
        """Its middle, its width and its height as lengths in CSS; a circle's height follows from its width."""
        return tuple(f"{length:g}%" for length in (self.x, self.y, self.breadth, self.height or 0))


class Hotspot(Exercise):
    """A picture with places on it. Below it stands a list of the same places, as an equal way to all of them."""

    kind: Literal["hotspot"]
    mode: Literal["question", "explore"] = Field(
        default="question",
        description="Whether places are chosen as an answer, or opened one by one: done once all of them were opened.",
    )
    image: PictureFile = Field(description="The picture file (svg, png, jpg, gif, webp or avif).")
    alt: Line = Field(description="What the picture shows, for a reader who does not see it.")
    multiple: bool = Field(default=False, description="Whether several places may be chosen.")
    spots: tuple[Spot, ...] = Field(
        min_length=2, max_length=20, strict=False, description="The places, in the order of the list."
    )

    @model_validator(mode="after")
    def _spots_fit(self) -> Hotspot:
        right = sum(spot.correct for spot in self.spots)
        if right > 1 and not self.multiple:
            message = f"{right} spots are `correct`, but only one can be chosen"
            raise mistake(OPTIONS, message, "add `multiple: true`, or leave one spot `correct`")
        return self

    @model_validator(mode="after")
    def _fits_its_mode(self) -> Hotspot:
        if self.mode == "question":
            return self
        for key in ("multiple", "if_right", "if_wrong"):
            if getattr(self, key):
                message = f"`{key}` belongs to a question, and this picture has `mode: explore`"
                raise mistake(PARTS, message, f"leave out `{key}`, or use `mode: question`", key)
        for n, spot in enumerate(self.spots):
            if spot.correct:
                message = f"the spot `{spot.id}` is `correct`, but with `mode: explore` nothing is right or wrong"
                raise mistake(PARTS, message, "leave out `correct`, or use `mode: question`", "spots", n, "correct")
            if spot.feedback is None:
                message = f"the spot `{spot.id}` has no `feedback`, so there is nothing to read when it is opened"
                raise mistake(PARTS, message, "write under `feedback` what the learner finds there", "spots", n)
        return self

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return any(spot.correct for spot in self.spots)

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        title = self.title or self.id
        if self.mode == "explore":
            return Tracking(
                title=title,
                # All ids but one and a sign that more is to come, or all ids.
                state_size=len(self.spots),
                asks=False,
                activity_type="http://adlnet.gov/expapi/activities/interaction",
                verb="interacted",
            )
        return Tracking(
            title=title,
            state_size=len(self.spots) if self.multiple else 1,
            interaction="choice",
            components=tuple(Component(spot.id, spot.label) for spot in self.spots),
            correct=tuple(spot.id for spot in self.spots if spot.correct) if self.scored else None,
        )


KIND = Kind(Hotspot, __name__, parts=("question", "fold"))
