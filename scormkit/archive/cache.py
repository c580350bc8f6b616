"""What is kept of packages from build to build, so that only what is new is read, packed and written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scormkit.archive.fingerprint import Fingerprints
from scormkit.archive.notes import Notes
from scormkit.archive.packing import PackedCache
from scormkit.archive.written import Used

_FINGERPRINTS = "fingerprints"
_DEFLATED = "deflated"
_PACKAGES = "packages"


@dataclass(frozen=True, slots=True)
class ArchiveCache:
    """A folder, made where it is not there, with what was deflated and with notes about files and finished packages.

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

    @property
    def notes(self) -> Notes:
        """Notes on finished packages."""
        return Notes(self.folder / _PACKAGES)

    def prune(self, used: Iterable[Used], packages: Iterable[str]) -> None:
        """Delete what a build did not need: all that is not in `used`, and notes on others than these `packages`."""
        needed = list(used)
        _prune(self.folder / _DEFLATED, frozenset().union(*(each.packed for each in needed)))
        _prune(self.folder / _FINGERPRINTS, frozenset().union(*(each.files for each in needed)))
        _prune(self.folder / _PACKAGES, frozenset(packages))


def _prune(folder: Path, needed: frozenset[str]) -> None:
    # A cache only saves time: what cannot be deleted, or even looked at, stays.
    with contextlib.suppress(OSError), os.scandir(folder) as listing:
        for entry in listing:
            if entry.name not in needed:
                with contextlib.suppress(OSError):
                    Path(entry).unlink()
