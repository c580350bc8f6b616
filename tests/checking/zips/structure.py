"""Headers, descriptors and Zip64 fields that tell different stories; entries that share bytes or that nobody lists."""

from __future__ import annotations

from pathlib import Path

from tests.archive.by_hand import U32, Entry, body, build, deflated, descriptor, zip64
from tests.checking.zips.making import Maker, ZipCase, by_hand, entries, good, listing, page, write

DATA = b"content"
PACKED = len(deflated(DATA))
STREAMED = 0x0008
_UNKNOWN = {"local_crc": 0, "local_size": 0, "local_packed_size": 0}


class _Pipe:
    """A file that cannot seek, which makes zipfile put sizes after the data."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def write(self, data: bytes) -> int:
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def _streamed(path: Path) -> None:
    pipe = _Pipe(path)
    good(pipe)  # type: ignore[arg-type]
    pipe.close()


def _followed_by(behind: bytes) -> Maker:
    return page(flags=STREAMED, behind=behind, **_UNKNOWN)


def _wide(*local: int, **central: object) -> Maker:
    """Sizes in a Zip64 field of the local header."""
    sizes = {"local_size": U32, "local_packed_size": U32}
    return page(local_extra=zip64(*local) if local else b"", **sizes, **central)


def _shared(path: Path) -> None:
    """The second page lies inside the data of the first."""
    inner = body(Entry(b"inner.html", b"y", method=0))[0]
    outer = Entry(b"outer.html", inner, method=0)
    before = len(body(*entries(listed=("outer.html", "inner.html")))[0])
    row = Entry(b"inner.html", b"y", method=0, offset=before + 30 + len(outer.name), written=False)
    told = entries(outer, row, listed=("outer.html", "inner.html"))
    write(path, build(*told))


def _same_place(path: Path) -> None:
    """Two rows of the table share one header and its data."""
    one = Entry(b"page.html", DATA)
    before = len(body(*entries(listed=("page.html",)))[0])
    write(path, build(*entries(one, Entry(b"page.html", DATA, offset=before, written=False), listed=("page.html",))))


def _shifted(path: Path) -> None:
    good(path)
    write(path, b"#!/bin/sh\n" + path.read_bytes())


def _hidden(gap: bytes = b"", name: bytes = b"hidden.html") -> Maker:
    hidden = Entry(name, listed=False)
    first = Entry(b"page.html", DATA, behind=gap)
    return by_hand(first, hidden, Entry(b"last.html"), listed=("page.html", "last.html"))


def _hidden_first(path: Path) -> None:
    write(path, build(Entry(b"imsmanifest.xml", listing(), listed=False), *entries()))


_OK = descriptor(DATA, PACKED)
_BEHIND = "has other numbers behind its data"
_MISMATCH: dict[str, tuple[Maker, str]] = {
    "other name in front": (page(local_name=b"other.html"), "is called other.html in the header"),
    "longer name in front": (page(local_name=b"page.html.exe"), "is called page.html.exe in the header"),
    "no UTF-8 in front": (page(local_name=b"\xff"), "is called \\xff in the header"),
    "other method": (page(local_method=0), "method 8 in the table of contents and 0 in its own header"),
    "other size": (page(local_size=8), "is 7 bytes long in the table of contents and 8 in its own header"),
    "other packed size": (page(local_packed_size=8), "takes 9 bytes of the zip by the table of contents and 8"),
    "other checksum": (page(local_crc=1), "has one checksum in the table of contents and another"),
    "encrypted in front": (page(local_flags=1), "is encrypted by the one of its two headers"),
    "no header at its place": (page(offset=3), "has no header at byte 3"),
    "place past the end": (page(offset=0x7FFFFFFF), "has no header at byte 2,147,483,647"),
    "data past the end": (page(packed_size=5000), "runs into the table of contents"),
    "descriptor missing": (_followed_by(b""), _BEHIND),
    "descriptor of other data": (_followed_by(descriptor(b"another", PACKED)), _BEHIND),
    "descriptor with other size": (_followed_by(descriptor(DATA, PACKED + 1)), _BEHIND),
    "descriptor cut off": (_followed_by(_OK[:-1]), _BEHIND),
    "Zip64 field missing": (page(size=U32, local_size=7), "in a Zip64 field that is not there"),
    "Zip64 field too short": (page(size=U32, packed_size=U32, extra=zip64(7)), "in a Zip64 field that is not there"),
    "Zip64 field cut off": (page(size=U32, extra=zip64(7)[:-1]), "in a Zip64 field that is not there"),
    "place in no Zip64 field": (page(offset=U32), "in a Zip64 field that is not there"),
    "Zip64 field missing in front": (_wide(), "in a Zip64 field that is not in its own header"),
    "Zip64 field lies in front": (_wide(8, PACKED), "is 7 bytes long in the table of contents and 8"),
    "entries that share bytes": (_shared, "shares bytes of the zip with outer.html"),
    "folder that holds data": (page(name=b"folder/", listed=False), "is a folder by its name, and holds 7 bytes"),
}

CASES: tuple[ZipCase, ...] = (
    *(ZipCase("SK-PKG-013", "error", what, make, words) for what, (make, words) in _MISMATCH.items()),
    ZipCase("SK-PKG-005", "error", "one row twice", _same_place, "more than once"),
    ZipCase("SK-PKG-013", "valid", "shifted as a whole", _shifted),
    ZipCase("SK-PKG-013", "valid", "sizes after the data", _streamed),
    ZipCase("SK-PKG-013", "valid", "descriptor", _followed_by(_OK)),
    ZipCase("SK-PKG-013", "valid", "descriptor without mark", _followed_by(descriptor(DATA, PACKED, b""))),
    ZipCase("SK-PKG-013", "valid", "wide descriptor", _followed_by(descriptor(DATA, PACKED, numbers="<L2Q"))),
    ZipCase("SK-PKG-013", "valid", "sizes before, whatever the flag", page(flags=STREAMED)),
    ZipCase("SK-PKG-013", "valid", "Zip64 for nothing", _wide(7, PACKED)),
    ZipCase(
        "SK-PKG-013", "valid", "Zip64 in both", _wide(7, PACKED, size=U32, packed_size=U32, extra=zip64(7, PACKED))
    ),
    ZipCase("SK-PKG-013", "valid", "longest extra field", page(extra=b"XX\xfb\xff" + bytes(65_531))),
    ZipCase("SK-PKG-013", "valid", "extra field past its end", page(extra=b"XX\xff\xffabc")),
    ZipCase("SK-PKG-013", "valid", "extra field in front", page(local_extra=b"XX\x03\x00abc")),
    ZipCase("SK-PKG-030", "warning", "between two", _hidden(), "not in the table of contents"),
    ZipCase("SK-PKG-030", "warning", "after a gap", _hidden(gap=bytes(16)), "not in the table of contents"),
    ZipCase("SK-PKG-030", "warning", "before all", _hidden_first, "not in the table of contents"),
    ZipCase("SK-PKG-030", "valid", "bytes between two", page(behind=b"PK are the first letters of a name " * 3)),
)
