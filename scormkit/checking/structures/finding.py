"""Where a package has its cmi5.xml or tincan.xml when it is not at the root."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from posixpath import basename

from scormkit.checking import vocabulary as v

MOST_CANDIDATES = 20
"""How many XML files are looked into for a course structure under another name."""

_LITTER = "__MACOSX/"


def folder_of(member: str) -> str:
    """The folder that a member lies in: empty for the root, else ending in `/`."""
    return member[: member.rfind("/") + 1]


def misplaced(names: Collection[str]) -> str | None:
    """The cmi5.xml or tincan.xml, in whatever letter case, that lies nearest to the root; None where there is none.

    A package with an imsmanifest.xml somewhere is SCORM, and one that says it is a web site is that: neither has one.
    """
    if v.WEB_SITE in names or any(basename(name).lower() == v.MANIFEST for name in names):
        return None
    found = [name for name in names if _is_structure(name)]
    return min(found, key=lambda name: (name.count("/"), name), default=None)


def candidates(names: Collection[str]) -> Iterator[str]:
    """XML files at the root that may be a structure file under another name, in the order of the container."""
    if v.WEB_SITE not in names and not any(basename(name).lower() == v.MANIFEST for name in names):
        at_root = (name for name in names if "/" not in name and name.lower().endswith(".xml"))
        yield from islice(at_root, MOST_CANDIDATES)


def tincans(names: Collection[str]) -> tuple[str, ...]:
    """Every tincan.xml of the package, the nearest to the root first."""
    found = (name for name in names if basename(name) == v.TINCAN_STRUCTURE and not name.startswith(_LITTER))
    return tuple(sorted(found, key=lambda name: (name.count("/"), name)))


def in_the_way(names: Collection[str], folder: str) -> str | None:
    """A file beside the folders that lead to `folder`, so that it is not the one thing in the package; None if it is.

    Of several it is the first by name.
    """
    return min((name for name in names if not name.startswith((folder, _LITTER))), default=None)


def _is_structure(name: str) -> bool:
    return basename(name).lower() in (v.CMI5_STRUCTURE, v.TINCAN_STRUCTURE) and not name.startswith(_LITTER)
