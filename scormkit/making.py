"""One package on the disk: written and checked. A piece of work that can be handed to another thread or machine.

What stands in its place already, made of the same by the same scormkit, is not made again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from scormkit.archive.cache import ArchiveCache
from scormkit.archive.composition import Compositions
from scormkit.archive.fingerprint import changed
from scormkit.archive.state import State, state_of
from scormkit.archive.writer import Member, write_zip
from scormkit.archive.written import Written
from scormkit.checking import check
from scormkit.diagnostics import Report, Severity
from scormkit.recipe import RECIPE
from scormkit.targets.package import Package

_THREADS = min(os.cpu_count() or 1, 4)
"""Each holds a member that it packs, so that more of them cost memory, and packing itself is done by one at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """A package to be made as `file` and then moved to `place`; `cache` is a folder for what is kept between builds.

    `composition` says what it is made of; None where that cannot be told for certain.
    """

    file: Path
    place: Path
    members: tuple[Member, ...]
    cache: Path
    composition: str | None

    @classmethod
    def of(cls, package: Package, staging: Path, out: Path, cache: Path, compositions: Compositions) -> Job:
        """The job of making `package` in `staging`, for `out`. All paths are absolute: who does it may work elsewhere.

        Raises OSError where a file of it cannot be read or is not what it was.
        """
        members = tuple(
            Member(
                each.path,
                each.content.absolute() if isinstance(each.content, Path) else each.content,
                each.fingerprint,
            )
            for each in package.files
        )
        name = f"{package.name}.zip"
        composition = compositions.of(members)
        return cls((staging / name).absolute(), (out / name).absolute(), members, cache.absolute(), composition)


@dataclass(frozen=True, slots=True)
class Made:
    """A package that was made: the zip, what `check` says of it, and by which recipe.

    `kept` says that it was made by an earlier build and stands in its place; then `report` is empty, as it was then.
    """

    written: Written
    report: Report
    recipe: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A package that stands in its place; `moved` is the state of its file before the move, None where it was kept."""

    job: Job
    made: Made
    moved: State | None


def make(job: Job) -> Made:
    """Write a package and check it. Raises OSError, and ValueError for two files of one name."""
    written = write_zip(job.file, job.members, cache=ArchiveCache(job.cache))
    # Its checksums need no second look: the writer has just compared all that it wrote.
    return Made(written, check(job.file, display=job.file.name, verify=False), RECIPE)


def make_all(jobs: Sequence[Job], executor: Executor | None, done: Callable[[Job, int], None]) -> tuple[Made, ...]:
    """Make all packages, several at once, by `executor` or in threads of our own; the results are in the order of jobs.

    Those that stand in their places already are left alone. `done` hears of each job when it is done, and how many are.
    Where one fails, those not begun are called off, those under way are waited for, and the error goes on.
    """
    made = {number: kept for number, job in enumerate(jobs) if (kept := _kept(job)) is not None}
    for count, number in enumerate(made, start=1):
        done(jobs[number], count)
    left = [number for number in range(len(jobs)) if number not in made]
    if left:
        with nullcontext(executor) if executor is not None else ThreadPoolExecutor(_THREADS) as workers:
            futures: dict[Future[Made], int] = {workers.submit(make, jobs[number]): number for number in left}
            try:
                for future in as_completed(futures):
                    made[futures[future]] = future.result()
                    done(jobs[futures[future]], len(made))
            except BaseException:
                for future in futures:
                    future.cancel()
                wait(futures)
                raise
    return tuple(made[number] for number in range(len(jobs)))


def place_all(jobs: Sequence[Job], made: Sequence[Made]) -> tuple[Placed, ...]:
    """Move the packages that were made into their places, one step each.

    Raises OSError; where somebody touched a package that was to be kept, before anything is moved.
    """
    for job, each in zip(jobs, made, strict=True):
        if each.kept and _kept(job) != each:
            raise changed(job.place)
    return tuple(_place(job, each) for job, each in zip(jobs, made, strict=True))


def note_all(placed: Iterable[Placed]) -> None:
    """Remember what need not be made again next time, once all of it is seen on the disk.

    A package that the checker has something to say of is made again, so that it is said again.
    """
    for each in placed:
        if each.moved is None or each.job.composition is None or each.made.report.at_least(Severity.WARNING):
            continue
        made_of = _made_of(each.made.recipe, each.job.composition)
        ArchiveCache(each.job.cache).notes.keep(each.job.place, made_of, each.made.written, each.moved)


def _kept(job: Job) -> Made | None:
    """The package that stands in its place and needs no making."""
    if job.composition is None:
        return None
    written = ArchiveCache(job.cache).notes.find(job.place, _made_of(RECIPE, job.composition))
    return None if written is None else Made(written, Report(), RECIPE, kept=True)


def _place(job: Job, made: Made) -> Placed:
    if made.kept:
        return Placed(job, made, None)
    moved = state_of(job.file.lstat())
    job.file.replace(job.place)
    return Placed(job, made, moved)


def _made_of(recipe: str, composition: str) -> str:
    return f"{recipe} {composition}"
