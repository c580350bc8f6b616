"""The conductor: reads a course, renders it, packages it, checks every package and only then moves it into place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from scormkit import history
from scormkit.archive.writer import Member, write_zip
from scormkit.checking import check
from scormkit.concerns import Planned, concerns
from scormkit.course.reading import LoadedCourse, load_languages
from scormkit.diagnostics import Report
from scormkit.render.pictures import Cache, Pictures
from scormkit.render.rendering import render
from scormkit.render.site import Site
from scormkit.targets.package import Package, Target
from scormkit.targets.registry import TARGETS
from scormkit.version import __version__
from scormkit.xapi.activities import course_activities, to_json

BUILD_FILE = "build.json"
XAPI_FILE = "xapi/activities.json"
_STAGING = ".scormkit-staging"
_LOCK = ".scormkit.lock"
_CACHE = ".scormkit-cache"


class BuildError(Exception):
    """A build could not run, for a reason outside the course: says what and where."""


class Progress(Protocol):
    """Who wants to know how far a build is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """`step` is about to be taken; `done` of `total` are behind it."""


def _silent(step: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A package as it now lies in the output folder: `size` in bytes, `scos` is how many units it launches."""

    path: Path
    target: str
    language: str
    title: str
    size: int
    sha256: str
    scos: int


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
) -> BuildResult:
    """Build the packages of a course into the folder `output`, which is made where it is not there.

    They are built in the course's own language and in all that it is translated into, or in `languages` alone.
    All packages are written and checked in a folder of their own first; each then replaces its predecessor in one
    step. Raises BuildError where a picture cannot be read, the output cannot be written or another build is busy with
    it, and ValueError for an unknown target.
    """
    chosen = [_target(name) for name in targets]
    out = Path(output)
    try:
        loaded = load_languages(course, languages)
        report = Report.of(each for one in loaded for each in one.report)
        if report.has_errors:
            return BuildResult((), report)
        editions = [_edition(one, chosen, out) for one in loaded]
        for one, edition in zip(loaded, editions, strict=True):
            report += Report.of(concerns(edition.site, chosen, edition.planned, one, out / BUILD_FILE))
    except OSError as error:
        raise BuildError(f"cannot read the course: {_reason(error)}") from error
    if report.has_errors:
        return BuildResult((), report)
    try:
        with _staging(out) as staging:
            return _build_into(out, staging, editions, report, progress)
    except OSError as error:
        raise BuildError(f"cannot build into {out}: {_reason(error)}") from error


def _edition(loaded: LoadedCourse, targets: Iterable[Target], out: Path) -> _Edition:
    if loaded.course is None:
        raise ValueError("the course has errors")
    rendered = render(loaded.course, Pictures(loaded.course.about.media, Cache(out / _CACHE)))
    site = replace(rendered, translation=loaded.translation)
    # What cannot be made without a base_iri is left out here and told with the other concerns.
    possible = [target for target in targets if site.base_iri is not None or not target.needs_iri]
    return _Edition(site, tuple((target, package) for target in possible for package in target.package(site)))


def _build_into(
    out: Path, staging: Path, editions: Sequence[_Edition], report: Report, progress: Progress
) -> BuildResult:
    built: list[BuiltPackage] = []
    planned = [(edition.site, *each) for edition in editions for each in edition.planned]
    for done, (site, target, package) in enumerate(planned):
        progress(package.name, done, len(planned))
        file = _write(staging, package)
        report += check(file, display=file.name)
        built.append(_describe(out, file, target, package, site.language))
    if report.has_errors:
        return BuildResult((), report)
    site = editions[0].site
    extras = {BUILD_FILE: _build_record(site, built)}
    if site.base_iri is not None:
        extras[XAPI_FILE] = to_json(course_activities(site))
    for each in built:
        (staging / each.path.name).replace(each.path)
    for name, content in extras.items():
        _place(staging / "extra", out / name, content)
    return BuildResult(tuple(built), report)


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{reason}: {error.filename}" if error.filename else reason


def _target(name: str) -> Target:
    if name not in TARGETS:
        raise ValueError(f"unknown target {name!r}; there are: {', '.join(TARGETS)}")
    return TARGETS[name]


def _write(staging: Path, package: Package) -> Path:
    file = staging / f"{package.name}.zip"
    write_zip(file, (Member(each.path, each.content) for each in package.files))
    return file


def _describe(out: Path, file: Path, target: Target, package: Package, language: str) -> BuiltPackage:
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size, scos = file.stat().st_size, len(package.units)
    return BuiltPackage(out / file.name, target.name, language, package.title, size, digest, scos)


def _build_record(site: Site, built: Iterable[BuiltPackage]) -> bytes:
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
                "scos": package.scos,
                "size": package.size,
                "sha256": package.sha256,
            }
            for package in built
        ],
        history.MODULES: history.record(site),
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


def _place(staged: Path, target: Path, content: bytes) -> None:
    with staged.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    target.parent.mkdir(exist_ok=True)
    staged.replace(target)


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder inside `out`, on the same disk, that this build alone writes to; gone afterwards.

    The lock goes with the process, however it ends, so what a killed build left can be told from what a busy one does.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / _LOCK, timeout=0):
            staging = out / _STAGING
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir()
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except Timeout as error:
        raise BuildError(f"another build is writing to {out}: wait until it is done") from error
