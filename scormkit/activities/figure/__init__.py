"""Figure: a picture with a text alternative and an optional caption."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormkit.activities.contract import Activity, Kind, Line, Markdown, MediaFile


class Figure(Activity):
    """A picture. It says what it shows (`alt`), or says that it shows nothing of its own (`decorative: true`)."""

    kind: Literal["figure"]
    image: MediaFile = Field(description="The picture file (svg, png, jpg, gif, webp or avif).")
    alt: Line | None = Field(default=None, description="What the picture shows, for a reader who does not see it.")
    decorative: bool = Field(default=False, description="True where the picture only adorns and needs no alt text.")
    caption: Markdown | None = Field(default=None, description="Text under the picture.")

    @model_validator(mode="after")
    def _has_alternative(self) -> Figure:
        if self.alt is None and not self.decorative:
            raise PydanticCustomError("figure_without_alt", "a figure needs `alt`, or `decorative: true`")
        if self.alt is not None and self.decorative:
            raise PydanticCustomError("figure_without_alt", "a figure has either `alt` or `decorative: true`, not both")
        return self


KIND = Kind(Figure, __name__)
