"""What the system says of a file, by which a change is noticed without reading it."""

from __future__ import annotations

import os

State = tuple[int, int, int, int, int]
"""Device, inode, size in bytes, and in nanoseconds the times of the last change of the content and of the inode.

Programs may put the first time back; the second they cannot, but on Windows it is only the time of creation.
"""

GRAIN = 20_000_000
"""More than a step of the clock that file systems take times from, in nanoseconds: Linux makes 100 to 1000 a second."""

_SECOND = 1_000_000_000
_COARSE_GRAIN = 2 * _SECOND
"""A step of FAT's clock, the coarsest that there is."""


def state_of(status: os.stat_result) -> State:
    """The state of a file."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def is_settled(state: State, now: int) -> bool:
    """Whether all that is written to the file from `now` on, in nanoseconds as by `time.time_ns`, shows in its state.

    It does not while the clock of its disk stands where it stood at the last change: two writes in one step look alike.
    """
    last = max(state[3:])
    return now - last > (GRAIN if last % _SECOND else _COARSE_GRAIN)
