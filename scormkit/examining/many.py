"""Many paths, judged at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import Protocol

from scormkit.examining.kinds import Subject
from scormkit.examining.one import Examined, Options, examined

DEFAULT_TIMEOUT = 300.0
"""Seconds for one package, where nobody says otherwise: several times what the largest that is let in takes."""

_FEW = 2
_LITTLE = 4 * 1024 * 1024
"""Files up to this size, if they are few, are judged sooner than a process is started."""


class Progress(Protocol):
    """Who wants to know how far it is."""

    def __call__(self, subject: Subject, done: int, total: int) -> None:
        """`subject` was judged; `done` of `total` are now behind us."""


def unheard(subject: Subject, done: int, total: int) -> None:
    """Nobody wants to know."""


def is_little(subjects: Sequence[Subject]) -> bool:
    """Whether these are so few and small that no process is worth its start."""
    return len(subjects) <= _FEW and all(map(is_small, subjects))


def is_small(subject: Subject) -> bool:
    """Whether judging it takes no time to speak of, as far as that can be told from outside."""
    return _size(subject) <= _LITTLE


def examine_all(
    subjects: Sequence[Subject],
    options: Options,
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    progress: Progress = unheard,
) -> tuple[Examined, ...]:
    """Judge all subjects, `jobs` at once (by default as many as there are cores); the outcomes are in their order.

    One that takes longer than `timeout` seconds (`DEFAULT_TIMEOUT`), or that brings its process down, is reported as
    such, and the others go on. A few small ones are judged in this process, without a limit of time, unless `timeout`
    is given. However this ends, none of its processes stays.
    """
    if not subjects:
        return ()
    if timeout is None and is_little(subjects):
        found = []
        for number, subject in enumerate(subjects, 1):
            found.append(examined(subject, options))
            progress(subject, number, len(subjects))
        return tuple(found)
    from scormkit.examining.crew import Crew  # takes a while to import, and a few small ones need none

    crew = Crew(subjects, options, timeout or DEFAULT_TIMEOUT, progress)
    try:
        return crew.run(min(jobs or os.cpu_count() or 1, len(subjects)))
    finally:
        crew.dismiss()


def _size(subject: Subject) -> int:
    """Bytes of a file; none for anything else: of a folder no more is read than of a small zip."""
    try:
        status = subject.path.stat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0
