"""A path -> what it holds: a package, the source of a course, or JSON that xAPI knows."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from scormkit.checking.vocabulary import STRUCTURES, WEB_SITE

COURSE_FILES = ("course.yaml", "module.yaml")
"""The files that an author writes: what `course.reading` calls them, which takes a while to import."""

_XAPI_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jsonld"})
_PACKAGE_SUFFIXES = frozenset({".zip", ".xml", ".pif"})
_PAGES = (".html", ".htm", ".xhtml")
_ENTRANCES = frozenset({*STRUCTURES, WEB_SITE})
_START = 1024


class Kind(Enum):
    """What a path holds; the value is its name for people, in the singular."""

    PACKAGE = "package"
    COURSE = "course"
    XAPI = "xAPI file"


@dataclass(frozen=True, slots=True)
class Subject:
    """A path that is to be judged, and how it is called in what is said of it."""

    path: Path
    display: str


def kind_of(path: Path) -> Kind:
    """What there is at a path, by its name and, where that does not tell, by how it begins.

    What nobody knows counts as a package: the checker of packages says what it is not. Raises `OSError` when the path
    is missing or cannot be read.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        names = set(os.listdir(path))  # noqa: PTH208 - names alone
        return Kind.COURSE if COURSE_FILES[0] in names and not _ENTRANCES & names else Kind.PACKAGE
    suffix = path.suffix.lower()
    if stat.S_ISREG(mode) and path.name in COURSE_FILES:
        return Kind.COURSE
    if not stat.S_ISREG(mode) or suffix in _PACKAGE_SUFFIXES:  # opening a pipe would wait for ever
        return Kind.PACKAGE
    return Kind.XAPI if suffix in _XAPI_SUFFIXES or _begins_as_json(path) else Kind.PACKAGE


def subjects(path: Path) -> tuple[Subject, ...]:
    """What is to be judged at a path: itself, or each zip in it where it is a folder of zips, in the order of names.

    A folder is one of zips when some lie in it, and neither a file that describes a package, at the top or one folder
    down, nor a course nor a page: then it is itself a package, if perhaps a bad one. What cannot be listed is given
    back as it is.
    """
    itself = (Subject(path, str(path)),)
    try:
        if not path.is_dir():
            return itself
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        names = {entry.name for entry in entries}
        zips = [name.name for name in entries if name.name.lower().endswith(".zip") and name.is_file()]
        if not zips or COURSE_FILES[0] in names or any(name.lower().endswith(_PAGES) for name in names):
            return itself
        folders = [path, *(Path(entry.path) for entry in entries if entry.is_dir())]
        if any((folder / name).is_file() for folder in folders for name in sorted(_ENTRANCES)):
            return itself
    except OSError:
        return itself
    return tuple(Subject(path / name, str(path / name)) for name in zips)


def _begins_as_json(path: Path) -> bool:
    with path.open("rb") as file:
        return is_json(file.read(_START))


def is_json(start: bytes) -> bool:
    """Whether a file that begins so may hold an object or an array of JSON."""
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
