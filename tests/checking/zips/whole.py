"""Files that are no zips, or no longer; ends that lie; too many entries."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from tests.archive.by_hand import body, build, end, wide_end
from tests.checking.zips.making import ENTRIES, Maker, ZipCase, entries, good, holding, write

FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF


def _cut(path: Path) -> None:
    good(path)
    path.write_bytes(path.read_bytes()[:-40])


def _with_bytes_in_front(path: Path) -> None:
    good(path)
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())


def _tar(path: Path) -> None:
    with tarfile.open(path, "w") as archive:
        archive.addfile(tarfile.TarInfo("imsmanifest.xml"), io.BytesIO())


def _folders(count: int) -> Maker:
    return lambda path: good(path, *((f"folder-{number}/", b"") for number in range(count - ENTRIES)))


def _ended(ending: str) -> Maker:
    """A good package with this end; `ending` says how it lies."""

    def make(path: Path) -> None:
        data, table = body(*entries())
        at, length, whole = len(data), len(table), len(data) + len(table)
        told = {
            "offset past the end": end(ENTRIES, length, 0x7FFFFFFF),
            "length past the start": end(ENTRIES, whole + 1, 0),
            "one entry too many": end(ENTRIES + 1, length, at),
            "one entry too few": end(ENTRIES - 1, length, at),
            "second of two disks": end(ENTRIES, length, at, disk=1),
            "Zip64 record missing": end(FULL16, FULL32, FULL32),
            "Zip64 locator without a record": wide_end(ENTRIES, length, at, whole)[56:] + end(FULL16, FULL32, FULL32),
            "Zip64 in two parts": wide_end(ENTRIES, length, at, whole, disks=2) + end(FULL16, FULL32, FULL32),
            "Zip64 with a table of 4 GiB": wide_end(ENTRIES, 1 << 32, at, whole) + end(FULL16, FULL32, FULL32),
            "Zip64 with other numbers": wide_end(ENTRIES, length, at, whole) + end(1, length, at),
            "Zip64 with the same numbers": wide_end(ENTRIES, length, at, whole) + end(ENTRIES, length, at),
            "Zip64 where nothing needs it": wide_end(ENTRIES, length, at, whole) + end(FULL16, FULL32, FULL32),
            "Zip64 counting to the sky": wide_end(1 << 63, length, at, whole) + end(FULL16, FULL32, FULL32),
            "an end in the comment": end(ENTRIES, length, at, comment=end(0, 0, 0)),
            "half an end in the comment": end(ENTRIES, length, at, comment=end(0, 0, 0)[:-1]),
            "an end with bytes after it in the comment": end(ENTRIES, length, at, comment=end(0, 0, 0) + b"!"),
            "a comment": end(ENTRIES, length, at, comment=b"PK, made by hand"),
            "a comment of 65 535 bytes": end(ENTRIES, length, at, comment=b"c" * 65_535),
            "bytes behind the end": end(ENTRIES, length, at) + b"\n",
        }[ending]
        write(path, data + table + told)

    return make


def _both(path: Path) -> None:
    """One zip behind another: who reads from the front finds the first, who reads from the end the second."""
    first = build(*entries())
    write(path, first + build(*entries()))


_MAGIC = {
    "a RAR archive": b"Rar!\x1a\x07\x01\x00",
    "a 7-Zip archive": b"7z\xbc\xaf\x27\x1c",
    "a gzip file": b"\x1f\x8b\x08\x00",
    "a bzip2 file": b"BZh91AY&SY",
    "an XZ file": b"\xfd7zXZ\x00",
    "a PDF": b"%PDF-1.7",
    "an XML file": b"\xef\xbb\xbf<?xml version='1.0'?>",
    "a web page": b"\r\n  <!DOCTYPE html>",
}

CASES: tuple[ZipCase, ...] = (
    ZipCase("SK-PKG-001", "fatal", "no zip at all", holding(b"This is no zip at all."), "is not a zip"),
    ZipCase("SK-PKG-001", "fatal", "no byte", holding(b""), "is empty"),
    ZipCase("SK-PKG-001", "fatal", "one byte", holding(b"P"), "is not a zip"),
    ZipCase("SK-PKG-001", "fatal", "only the mark of an end", holding(b"PK\x05\x06"), "is not a zip"),
    ZipCase("SK-PKG-001", "fatal", "tar", _tar, "is a tar archive"),
    *(ZipCase("SK-PKG-001", "fatal", what, holding(head), f"is {what}, not a zip") for what, head in _MAGIC.items()),
    ZipCase("SK-PKG-001", "fatal", "cut short", _cut, "its table of contents is missing"),
    ZipCase("SK-PKG-001", "fatal", "offset lies", _ended("offset past the end"), "should begin at byte 2,147,483,647"),
    ZipCase("SK-PKG-001", "fatal", "length lies", _ended("length past the start"), "does not"),
    ZipCase("SK-PKG-001", "fatal", "count lies up", _ended("one entry too many"), "promises 7 entries and lists 6"),
    ZipCase("SK-PKG-001", "fatal", "count lies down", _ended("one entry too few"), "promises 5 entries and lists 6"),
    ZipCase("SK-PKG-001", "fatal", "other disk", _ended("second of two disks"), "is volume 2 of a zip"),
    ZipCase("SK-PKG-001", "fatal", "no Zip64 record", _ended("Zip64 record missing"), "the Zip64 record"),
    ZipCase("SK-PKG-001", "fatal", "locator alone", _ended("Zip64 locator without a record"), "the Zip64 record"),
    ZipCase("SK-PKG-001", "fatal", "Zip64 in parts", _ended("Zip64 in two parts"), "is one of 2 parts of a zip"),
    ZipCase("SK-PKG-001", "fatal", "Zip64 count lies", _ended("Zip64 counting to the sky"), "and lists 6"),
    ZipCase("SK-PKG-001", "valid", "a zip after other bytes", _with_bytes_in_front),
    ZipCase("SK-PKG-001", "valid", "comment", _ended("a comment")),
    ZipCase("SK-PKG-001", "valid", "longest comment", _ended("a comment of 65 535 bytes")),
    ZipCase("SK-PKG-001", "valid", "bytes behind", _ended("bytes behind the end")),
    ZipCase("SK-PKG-001", "valid", "Zip64 twice the same", _ended("Zip64 with the same numbers")),
    ZipCase("SK-PKG-001", "valid", "Zip64 for nothing", _ended("Zip64 where nothing needs it")),
    ZipCase("SK-PKG-013", "error", "end in comment", _ended("an end in the comment"), "2 places that could be its end"),
    ZipCase(
        "SK-PKG-013",
        "error",
        "end within comment",
        _ended("an end with bytes after it in the comment"),
        "2 places that could be its end",
    ),
    ZipCase("SK-PKG-013", "valid", "half an end in comment", _ended("half an end in the comment")),
    ZipCase(
        "SK-PKG-013",
        "error",
        "two ends",
        _ended("Zip64 with other numbers"),
        "lists 1 entries by its end and 6 by its Zip64 record",
    ),
    ZipCase("SK-PKG-014", "fatal", "20 001 entries", _folders(20_001), "more than 20,000 entries", slow=True),
    ZipCase("SK-PKG-014", "valid", "20 000 entries", _folders(20_000), slow=True),
    ZipCase("SK-PKG-014", "fatal", "table of 4 GiB", _ended("Zip64 with a table of 4 GiB"), "4,294,967,296 bytes"),
    ZipCase("SK-PKG-030", "warning", "two zips in one file", _both, "not in the table of contents"),
)
