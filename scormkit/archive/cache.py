"""What the zip writer keeps from build to build, so that only what is new is read and packed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scormkit.archive.fingerprint import Fingerprints
from scormkit.archive.packing import PackedCache

_FINGERPRINTS = "fingerprints"
_DEFLATED = "deflated"


@dataclass(frozen=True, slots=True)
class ArchiveCache:
    """A folder, made where it is not there, with what was deflated and with notes about files that did not change.

    It holds no state, so it may be used by several threads at once and handed to other processes. What it is asked for
    is named in `Used`; `prune` drops the rest.
    """

    folder: Path

    @property
    def fingerprints(self) -> Fingerprints:
        """The fingerprints of files, for the writer and for whoever names files by their content."""
        return Fingerprints(self.folder / _FINGERPRINTS)

    @property
    def packed(self) -> PackedCache:
        """Deflated contents."""
        return PackedCache(self.folder / _DEFLATED)

    def prune(self, used: Iterable[Used]) -> None:
        """Delete all that is not in `used`: what a build, all its packages taken together, did not need."""
        needed = list(used)
        _prune(self.folder / _DEFLATED, frozenset().union(*(each.packed for each in needed)))
        _prune(self.folder / _FINGERPRINTS, frozenset().union(*(each.files for each in needed)))


@dataclass(frozen=True, slots=True)
class Used:
    """What a zip needed of the cache: names of deflated contents, and of notes about files."""

    packed: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


def _prune(folder: Path, needed: frozenset[str]) -> None:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as listing:
        for entry in listing:
            if entry.name not in needed:
                with contextlib.suppress(OSError):
                    Path(entry).unlink()
