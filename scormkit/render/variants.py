"""The files that one picture becomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """One picture in one format and size: `type` is the file's type (webp, avif, jpg, png), without a dot."""

    type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Variants:
    """A picture in all formats and sizes that a page offers.

    `sources` go by format, the best first, then by width; `fallback` is for browsers that know none of them.
    """

    sources: tuple[Variant, ...]
    fallback: Variant

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the widest variant."""
        return max((each.width, each.height) for each in (*self.sources, self.fallback))
