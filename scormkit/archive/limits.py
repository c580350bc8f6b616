"""How much of a package the reader is willing to take in."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for reading a package; sizes are bytes after decompression unless said otherwise.

    The defaults leave ample room for any course seen so far (the largest hold some thousands of files and
    some gigabytes of video, at times in one film) and keep a hostile package from filling memory or running for
    minutes: what is unpacked is never held, so size costs time alone, half a minute at most.
    """

    members: int = 20_000
    """Entries in the zip, or files, links and folders in the folder."""
    directory_size: int = 32 * MIB
    """Bytes of the zip's own table of contents (its central directory)."""
    total_size: int = 8 * GIB
    """All members together."""
    member_size: int = 8 * GIB
    """One member."""
    read_size: int = 200 * MIB
    """One member that is read into memory as a whole."""
    ratio: int = 200
    """How many times larger than its compressed form a member may be, once it is past `ratio_floor`."""
    ratio_floor: int = 16 * MIB
    """Members up to this size may compress as well as they like: an empty log file does, and it harms nobody."""
