"""What came of writing a zip."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Used:
    """What a zip needed of the cache: names of deflated contents, and of notes about files."""

    packed: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """A zip as it was written: its size in bytes, its SHA-256 in hexadecimal, what it needed of the cache."""

    size: int
    sha256: str
    used: Used
