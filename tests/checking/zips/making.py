"""How zips are made to be judged: a good package of SCORM 1.2, and what spoils it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.archive.by_hand import Entry, build

GOOD = Path(__file__).parents[2] / "packages" / "scorm12" / "PKG-02-manifest-at-root-valid" / "package"
MIB = 1024 * 1024

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


def listing(*names: str) -> bytes:
    """The good manifest with these files listed too."""
    extra = "".join(f'<file href="{name}"/>' for name in names)
    return (GOOD / "imsmanifest.xml").read_bytes().replace(b"</resource>", extra.encode() + b"</resource>")


def good(
    path: Path, *extra: tuple[str | zipfile.ZipInfo, bytes], listed: tuple[str, ...] = (), method: int = 8
) -> None:
    """Write a good package with some files more, the ordinary way."""
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("imsmanifest.xml", listing(*listed))
        archive.write(GOOD / "index.html", "index.html")
        for name, content in extra:
            archive.writestr(name, content)


def entries(*more: Entry, listed: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """A good package with some entries more."""
    manifest = Entry(b"imsmanifest.xml", listing(*listed))
    return (manifest, Entry(b"index.html", (GOOD / "index.html").read_bytes()), *more)


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
