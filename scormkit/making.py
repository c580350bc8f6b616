"""One package on the disk: written and checked. A piece of work that can be handed to another thread or machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from scormkit.archive.cache import ArchiveCache, Used
from scormkit.archive.writer import Member, write_zip
from scormkit.checking import check
from scormkit.diagnostics import Report
from scormkit.targets.package import Package

_THREADS = min(os.cpu_count() or 1, 4)
"""Each holds a member that it packs, so that more of them cost memory, and packing itself is done by one at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """A package to be made as `file`, with what may be kept in the folder `cache` between builds."""

    file: Path
    members: tuple[Member, ...]
    cache: Path

    @classmethod
    def of(cls, package: Package, folder: Path, cache: Path) -> Job:
        """The job of making `package` in `folder`. All paths are absolute: who does it may work elsewhere."""
        members = (
            Member(
                each.path,
                each.content if isinstance(each.content, bytes) else each.content.absolute(),
                each.fingerprint,
            )
            for each in package.files
        )
        return cls((folder / f"{package.name}.zip").absolute(), tuple(members), cache.absolute())


@dataclass(frozen=True, slots=True)
class Made:
    """A package that was made: its size in bytes, its SHA-256, what `check` says of it, what it used of the cache."""

    size: int
    sha256: str
    report: Report
    used: Used


def make(job: Job) -> Made:
    """Write a package and check it. Raises OSError, and ValueError for two files of one name."""
    written = write_zip(job.file, job.members, cache=ArchiveCache(job.cache))
    # Its checksums need no second look: the writer has just compared all that it wrote.
    return Made(written.size, written.sha256, check(job.file, display=job.file.name, verify=False), written.used)


def make_all(jobs: Sequence[Job], executor: Executor | None, done: Callable[[Job, int], None]) -> tuple[Made, ...]:
    """Make all packages, several at once, by `executor` or in threads of our own; the results are in the order of jobs.

    `done` hears of each job when it is done, and how many are. Where one fails, those not begun are called off, those
    under way are waited for, and the error goes on.
    """
    with nullcontext(executor) if executor is not None else ThreadPoolExecutor(_THREADS) as workers:
        futures: dict[Future[Made], Job] = {workers.submit(make, job): job for job in jobs}
        try:
            for count, future in enumerate(as_completed(futures), start=1):
                future.result()
                done(futures[future], count)
        except BaseException:
            for future in futures:
                future.cancel()
            wait(futures)
            raise
        return tuple(future.result() for future in futures)
