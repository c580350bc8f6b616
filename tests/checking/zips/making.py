"""How zips are made to be judged: a good package of SCORM 1.2, and what spoils it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.archive.by_hand import Entry, build
from tests.packages.cases import case

MIB = 1024 * 1024
ENTRIES = 6
"""How many files the good package has."""

Maker = Callable[[Path], None]


@dataclass(frozen=True)
class ZipCase:
    """One zip with a known verdict: of this rule and no other, with `words` in the message."""

    rule: str
    verdict: str
    what: str
    make: Maker
    words: str = ""
    slow: bool = False


def good_files() -> dict[str, bytes]:
    """The files of the good package, the manifest first."""
    files = case("scorm12/PKG-02-manifest-at-root-valid").files
    return {"imsmanifest.xml": files.pop("imsmanifest.xml")} | files


def listing(*names: str) -> bytes:
    """The good manifest with these files listed too."""
    extra = "".join(f'<file href="{name}"/>' for name in names)
    return good_files()["imsmanifest.xml"].replace(b"</resource>", extra.encode() + b"</resource>")


def _listed(*names: str) -> Iterable[tuple[str, bytes]]:
    """The good package with these files in its manifest too."""
    return (good_files() | {"imsmanifest.xml": listing(*names)}).items()


def good(
    path: Path, *extra: tuple[str | zipfile.ZipInfo, bytes], listed: tuple[str, ...] = (), method: int = 8
) -> None:
    """Write a good package with some files more, the ordinary way."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in (*_listed(*listed), *extra):
            archive.writestr(name, content)


def entries(*more: Entry, listed: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """A good package with some entries more."""
    return (*(Entry(name.encode(), content) for name, content in _listed(*listed)), *more)


def by_hand(*more: Entry, comment: bytes = b"", listed: tuple[str, ...] = ()) -> Maker:
    """A good package with some entries more, written byte by byte."""
    return lambda path: write(path, build(*entries(*more, listed=listed), comment=comment))


def page(*, name: bytes = b"page.html", listed: bool = True, **lies: object) -> Maker:
    """A good package with one page more, about which the zip lies."""
    entry = Entry(name, **lies)  # type: ignore[arg-type]
    return by_hand(entry, listed=(name.decode(),) if listed else ())


def write(path: Path, data: bytes) -> None:
    """The zip as it is."""
    path.write_bytes(data)


def holding(data: bytes) -> Maker:
    """A file that holds this."""
    return lambda path: write(path, data)


def patched(path: Path, old: bytes, new: bytes) -> None:
    """Put other bytes in the place of some."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
