"""Figure: a picture with a text alternative, and with a caption and a credit where it needs them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Activity, Kind, Line, Markdown, PictureFile, mistake
from scormkit.activities.mistakes import NO_ALTERNATIVE

_CURE = "say in `alt:` what the picture shows to who does not see it"


class Figure(Activity):
    """A picture. It says what it shows (`alt`), or says that it shows nothing of its own (`decorative: true`)."""

    kind: Literal["figure"]
    image: PictureFile = Field(description="The picture file (svg, png, jpg, gif, webp or avif).")
    alt: Line | None = Field(default=None, description="What the picture shows, for a reader who does not see it.")
    decorative: bool = Field(default=False, description="True where the picture only adorns and needs no alt text.")
    caption: Markdown | None = Field(default=None, description="Text under the picture.")
    credit: Line | None = Field(
        default=None, description="Who made the picture and what allows its use, such as `Photo: A. Jansen, CC BY 4.0`."
    )
    wide: bool = Field(default=False, description="True where the picture may be wider than the text, as a map is.")

    @model_validator(mode="after")
    def _has_alternative(self) -> Figure:
        if self.alt is None and not self.decorative:
            raise mistake(NO_ALTERNATIVE, "a figure needs `alt`, or `decorative: true`", _CURE)
        if self.alt is not None and self.decorative:
            raise mistake(NO_ALTERNATIVE, "a figure has either `alt` or `decorative: true`, not both", _CURE)
        return self


KIND = Kind(Figure, __name__)
