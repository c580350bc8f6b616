"""How heavy a package is, and what makes it so."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scormkit.render.site import SiteFile

MEGABYTE = 1_000_000
"""A million bytes: whoever keeps to this stays under the limit of any LMS, however it counts."""

_LARGEST = 10


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of files before they are packed, in bytes, and the ten largest, path and bytes, largest first."""

    total: int
    largest: tuple[tuple[str, int], ...]

    def over(self, budget: int | None) -> bool:
        """Whether it is more than `budget` megabytes; nothing is too much where there is no budget."""
        return budget is not None and self.total > budget * MEGABYTE

    def text(self) -> str:
        """The largest files, a line each, as in `12.3 MB  m1/media/film.mp4`."""
        sizes = [megabytes(size) for _, size in self.largest]
        width = max(map(len, sizes), default=0)
        return "\n".join(f"{size:>{width}}  {path}" for size, (path, _) in zip(sizes, self.largest, strict=True))


def weigh(files: Iterable[SiteFile]) -> Weight:
    """The weight of the files of a package. Raises OSError where a file is not there."""
    weights = [(each.path, _bytes(each)) for each in files]
    largest = heapq.nsmallest(_LARGEST, weights, key=lambda each: (-each[1], each[0]))
    return Weight(sum(size for _, size in weights), tuple(largest))


def megabytes(size: int) -> str:
    """A number of bytes as a reader takes it in: `12.3 MB`, or `45 kB` where it is less than a tenth of a megabyte."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE // 10 else f"{-(-size // 1000)} kB"


def _bytes(file: SiteFile) -> int:
    return file.content.stat().st_size if isinstance(file.content, Path) else len(file.content)
