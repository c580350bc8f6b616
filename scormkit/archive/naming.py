"""What is wrong with the names in a package, whatever it is kept in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from scormkit.archive.defects import Defect, DefectKind
from scormkit.said import Said, say

_LONGEST_PART = 255
"""How many characters the name of a file or a folder may have on the disks of today."""
_DRIVE = re.compile(r"[A-Za-z]:")


def unsafe(name: str) -> Said | None:
    """Why extracting `name` could write outside the target folder or mean different files to different systems.

    Returns None for a safe name: relative, `/` between the parts, no `..`, no NUL.
    """
    if not name.strip("/"):
        return say("has no name")
    if "\0" in name:
        return say("has a NUL character in its name")
    if "\\" in name:
        return say("has a backslash in its name, which only Windows reads as a folder separator")
    if name.startswith("/"):
        return say("has an absolute name")
    if _DRIVE.match(name):
        return say("has a name that begins with the drive letter {drive}", drive=name[:2])
    if ".." in name.split("/"):
        return say("has a `..` in its name, which leads out of the package")
    return None


def name_defects(names: Iterable[str]) -> Iterator[Defect]:
    """What is wrong with the names of files, and of folders, which end in `/`.

    Unsafe ones, those that occur twice, those that a case-blind disk takes for one file, and those that are the name of
    a file and of a folder at once.
    """
    seen: set[str] = set()
    folded: dict[str, str] = {}
    for name in names:
        if reason := unsafe(name):
            yield Defect(DefectKind.UNSAFE_NAME, name, reason)
        if name in seen:
            yield Defect(DefectKind.DUPLICATE, name, say("occurs more than once"))
            continue
        seen.add(name)
        first = folded.setdefault(fold(name), name)
        if first != name:
            yield Defect(DefectKind.CASE_CLASH, name, _clash(first))

    for name in _both(seen):
        yield Defect(DefectKind.DUPLICATE, name, say("is a file and a folder at once"))


def _both(names: Collection[str]) -> Iterator[str]:
    """The files that other names speak of as folders."""
    ordered = sorted(names)
    for name in ordered:
        if name and not name.endswith("/"):
            at = bisect_left(ordered, name + "/")
            if at < len(ordered) and ordered[at].startswith(name + "/"):
                yield name


def _clash(first: str) -> Said:
    if fold(first) == first.casefold():
        return say("differs from {name} in letter case only", name=first)
    return say("differs from {name} in letter case or Unicode form only", name=first)


def fold(name: str) -> str:
    """The form in which two names are equal when a Windows or macOS disk takes them for the same file."""
    if name.isascii():
        return name.lower()
    return "/".join(map(_folded, name.split("/")))


def _folded(part: str) -> str:
    # To put accents in order takes the square of their number, and no disk holds a longer part.
    if len(part) > _LONGEST_PART:
        return part.casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", part).casefold())
