"""The conductor: reads a course, renders it, packages it, checks every package and only then moves it into place."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from scormkit import history
from scormkit.archive.cache import ArchiveCache
from scormkit.archive.composition import Compositions
from scormkit.archive.keeping import sync_folder
from scormkit.concerns import Planned, concerns, left_to_tell
from scormkit.course.reading import LoadedCourse, load_languages
from scormkit.diagnostics import Report
from scormkit.guides import guides
from scormkit.making import Job, Made, make_all, note_all, place_all
from scormkit.placing import place, place_pieces, remove
from scormkit.render.pictures import Cache, Pictures
from scormkit.render.rendering import render
from scormkit.render.site import Site
from scormkit.targets.package import Package, Target
from scormkit.targets.registry import TARGETS
from scormkit.version import __version__
from scormkit.xapi.files import xapi_files, xapi_paths
from scormkit.xapi.templates import outdated_templates

BUILD_FILE = "build.json"
SUMS_FILE = "SHA256SUMS"
XAPI_FOLDER = "xapi"
ALL = "all"
"""Stands for every target."""

_STAGING = ".scormkit-staging"
_LOCK = ".scormkit.lock"
_CACHE = ".scormkit-cache"


class BuildError(Exception):
    """A build could not run, for a reason outside the course: says what and where."""


class Progress(Protocol):
    """Who wants to know how far a build is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """`step` was taken; `done` of `total` are now behind us."""


def _silent(step: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A package as it now lies in the output folder: `size` in bytes, `modules` is how many it holds."""

    path: Path
    target: str
    language: str
    title: str
    size: int
    sha256: str
    modules: int


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of a build. Where `report` holds an error, `packages` is empty and nothing was touched."""

    packages: tuple[BuiltPackage, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class _Edition:
    """The course in one of its languages."""

    site: Site
    planned: tuple[Planned, ...]


def build(
    course: str | os.PathLike[str] = ".",
    output: str | os.PathLike[str] = "dist",
    *,
    targets: Sequence[str] = ("scorm12",),
    languages: Sequence[str] | None = None,
    progress: Progress = _silent,
    executor: Executor | None = None,
) -> BuildResult:
    """Build the packages of a course into the folder `output`, which is made where it is not there.

    `targets` are names of standards, or `all`. They are built in the course's own language and in all that it is
    translated into, or in `languages` alone. All packages that are new are written and checked in a folder of their own
    first; each then replaces its predecessor in one step. One that would be what stands there already is left alone.
    Several are made at once: in threads, or by an `executor`, whose workers have to see the same files under the same
    paths. Raises BuildError where a picture cannot be read, the output cannot be written or another build is busy with
    it, and ValueError for an unknown target.
    """
    chosen = _targets(targets)
    out = Path(output)
    try:
        editions, report = _editions(course, languages, chosen, out)
    except OSError as error:
        raise BuildError(f"cannot read the course: {_reason(error)}") from error
    if report.has_errors:
        return BuildResult((), report)
    try:
        with _staging(out) as staging:
            return _build_into(out, staging, editions, report, progress, executor)
    except OSError as error:
        raise BuildError(f"cannot build into {out}: {_reason(error)}") from error


def _editions(
    course: str | os.PathLike[str], languages: Sequence[str] | None, targets: Sequence[Target], out: Path
) -> tuple[list[_Edition], Report]:
    """The editions of a course, none where it has errors, and what is to be said of them.

    Packages need no more than the editions: what was read of the course is let go here.
    """
    loaded = load_languages(course, languages)
    report = Report.of(each for one in loaded for each in one.report)
    if report.has_errors:
        return [], report
    editions = [_edition(one, targets, out) for one in loaded]
    for one, edition in zip(loaded, editions, strict=True):
        report += Report.of(concerns(edition.site, targets, edition.planned, one, out / BUILD_FILE))
    return editions, report


def _edition(loaded: LoadedCourse, targets: Iterable[Target], out: Path) -> _Edition:
    if loaded.course is None:
        raise ValueError("the course has errors")
    pictures = Pictures(loaded.course.about.media, Cache(out / _CACHE))
    rendered = render(loaded.course, pictures, _archive_cache(out).fingerprints)
    site = replace(rendered, translation=loaded.translation)
    # What cannot be made without a base_iri is left out here and told with the other concerns.
    possible = [target for target in targets if site.base_iri is not None or not target.needs_iri]
    return _Edition(site, tuple((target, package) for target in possible for package in target.package(site)))


def _archive_cache(out: Path) -> ArchiveCache:
    return ArchiveCache(out / _CACHE / "archive")


def _build_into(
    out: Path,
    staging: Path,
    editions: Sequence[_Edition],
    report: Report,
    progress: Progress,
    executor: Executor | None,
) -> BuildResult:
    planned = [(edition.site, *each) for edition in editions for each in edition.planned]
    cache = _archive_cache(out)
    compositions = Compositions()
    jobs = [Job.of(package, staging, out, cache.folder, compositions) for _, _, package in planned]
    made = make_all(jobs, executor, lambda job, count: progress(job.file.stem, count, len(jobs)))
    for (_, _, package), each in zip(planned, made, strict=True):
        report += left_to_tell(package, each.report)
    if report.has_errors:
        return BuildResult((), report)
    cache.prune((each.written.used for each in made), (job.place.name for job in jobs))
    built = tuple(_describe(out, *each, result) for each, result in zip(planned, made, strict=True))
    sites = [edition.site for edition in editions]
    told = [f"{XAPI_FOLDER}/{path}" for path in xapi_paths(sites[0])] if sites[0].base_iri is not None else []
    extras = _extras(editions, built, told)
    outdated = set(history.beside(out / BUILD_FILE).difference(extras, told))
    # What can fail without harm comes first: packages that are new beside an old record would be worse.
    if told:
        _place_told(staging / "extra", out / XAPI_FOLDER, sites)
        # Others may come from `scormkit xapi templates`, or from a build that was killed before it had its record.
        outdated.update(f"{XAPI_FOLDER}/{path}" for path in outdated_templates(out / XAPI_FOLDER, sites[0]))
    placed = place_all(jobs, made)
    for name, content in extras.items():
        place(staging / "extra", out / name, content)
    # A guide to packages that are no more would mislead.
    remove(out, outdated)
    sync_folder(out)
    note_all(placed)
    return BuildResult(built, report)


def _place_told(staged: Path, folder: Path, sites: Sequence[Site]) -> None:
    """Write what is for LRSs. All of it can be made again, and it may be thousands of files."""
    for file in xapi_files(sites):
        if isinstance(file.content, bytes):
            place(staged, folder / file.path, file.content, durable=False)
        else:
            place_pieces(staged, folder / file.path, file.content)


def _extras(editions: Sequence[_Edition], built: Sequence[BuiltPackage], told: Iterable[str]) -> dict[str, bytes]:
    """What lies beside the packages, by its path in the output folder, and their record, which names `told` too."""
    site = editions[0].site
    extras: dict[str, bytes] = {}
    for edition in editions:
        extras |= {file.path: file.content for file in guides(edition.site, edition.planned)}
    sums = {each.path.name: each.sha256 for each in built}
    sums |= {name: hashlib.sha256(content).hexdigest() for name, content in extras.items()}
    extras[SUMS_FILE] = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()
    extras[BUILD_FILE] = _build_record(site, built, [*extras, *told])
    return extras


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{reason}: {error.filename}" if error.filename else reason


def _targets(names: Iterable[str]) -> list[Target]:
    """The targets of these names, each once."""
    found: dict[str, Target] = {}
    for name in names:
        if name == ALL:
            found |= TARGETS
        elif name in TARGETS:
            found[name] = TARGETS[name]
        else:
            raise ValueError(f"unknown target {name!r}; there are: {', '.join(TARGETS)}, {ALL}")
    return list(found.values())


def _describe(out: Path, site: Site, target: Target, package: Package, made: Made) -> BuiltPackage:
    path, written = out / f"{package.name}.zip", made.written
    return BuiltPackage(
        path, target.name, site.language, package.title, written.size, written.sha256, len(package.units)
    )


def _build_record(site: Site, built: Iterable[BuiltPackage], beside: Iterable[str]) -> bytes:
    """`build.json`: what was built, without a clock, so that the same source gives the same bytes."""
    record = {
        "scormkit": __version__,
        "course": {"id": site.id, "title": site.title, "version": site.version, "language": site.language},
        "packages": [
            {
                "file": package.path.name,
                "target": package.target,
                "language": package.language,
                "title": package.title,
                "modules": package.modules,
                "size": package.size,
                "sha256": package.sha256,
            }
            for package in built
        ],
        history.BESIDE: sorted(beside),
        history.MODULES: history.record(site),
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder inside `out`, on the same disk, that this build alone writes to; gone afterwards.

    The lock goes with the process, however it ends, so what a killed build left can be told from what a busy one does.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / _LOCK, timeout=0):
            for left in out.glob(f"{_STAGING}*"):
                shutil.rmtree(left, ignore_errors=True)
            # Named anew each time: what others still do for a build that was killed ends up nowhere.
            staging = out / f"{_STAGING}-{secrets.token_hex(4)}"
            staging.mkdir()
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except Timeout as error:
        raise BuildError(f"another build is writing to {out}: wait until it is done") from error
