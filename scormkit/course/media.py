"""Settings for the pictures of a course: `media:` in `course.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scormkit.activities.contract import Model

Width = Annotated[int, Field(ge=16, le=8192)]
"""A width in pixels."""


class MediaSettings(Model):
    """How pictures are made smaller (with the optional extra `media`), and how much media a package may hold."""

    formats: tuple[Literal["webp", "avif"], ...] = Field(
        default=("webp",),
        max_length=2,
        strict=False,
        description="The formats that photos and drawings in pixels are offered in, beside their own. "
        "AVIF is smaller still and takes long to make. An empty list keeps every picture in its own format.",
    )
    widths: tuple[Width, ...] = Field(
        default=(480, 960, 1600),
        min_length=1,
        max_length=8,
        strict=False,
        description="The widths in pixels that pictures are made in. No picture is made wider than it is.",
    )
    quality: int = Field(default=80, ge=1, le=100, description="From 1 (small and coarse) to 100 (large and fine).")
    budget: int | None = Field(
        default=20,
        ge=1,
        le=100_000,
        description="Megabytes that a package may hold before the build warns; `null` for no limit.",
    )
