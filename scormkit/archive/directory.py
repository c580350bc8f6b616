"""The table of contents of a zip, read byte by byte as APPNOTE 6.3 lays it down.

Python's `zipfile` is built to get data out, so it hides what a checker must see: it cuts names at a NUL, turns
backslashes around on Windows, ignores duplicates, lets entries overlap (before 3.11.8), and reads a central directory
of any size into memory. Hence this reader of our own, which shows the directory as it stands.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.archive.defects import DefectKind
from scormkit.archive.ending import fail, find_ending
from scormkit.archive.extra import other_name, widened
from scormkit.archive.limits import Limits
from scormkit.archive.source import Source
from scormkit.said import Said, say

_CENTRAL = struct.Struct("<4s6H3L5H2L")
_UTF8 = 0x0800
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_COUNTS = 1 << 16
"""The end record of a zip without Zip64 counts entries up to here, and then begins again."""
_UNIX, _MACOS = 3, 19
_NO_WIDE = say("has its size or its place in a Zip64 field that is not there")
_NO_FLAG = say("has characters beyond ASCII in its name without the flag that says UTF-8")
_NO_UTF8 = say("says that its name is UTF-8, which it is not")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One row of the central directory; offsets count bytes from the start of the file."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    compressed_size: int
    size: int
    offset: int
    mode: int
    """The Unix file mode, 0 where the zip was made elsewhere."""
    doubts: tuple[tuple[DefectKind, Said], ...]
    """What the row itself shows to be wrong."""

    @property
    def is_folder(self) -> bool:
        """Whether the entry stands for a folder, which has no data."""
        return self.name.endswith("/")

    @property
    def encrypted(self) -> bool:
        """Whether the data need a password."""
        return bool(self.flags & _ENCRYPTED)


@dataclass(frozen=True, slots=True)
class Directory:
    """All entries, in the order of the directory, and the byte at which the directory begins.

    `doubts` are what makes programs disagree about where it is.
    """

    entries: tuple[Entry, ...]
    start: int
    doubts: tuple[Said, ...]


def read_directory(source: Source, limits: Limits) -> Directory:
    """Read the central directory.

    Raises `MemberError` with a defect of the whole file when there is no directory or too much of it.
    """
    end = find_ending(source)
    if end.length > limits.directory_size:
        most = limits.directory_size
        detail = say("has a table of contents of {size:,} bytes (at most {most:,})", size=end.length, most=most)
        fail(DefectKind.TOO_MANY, detail)
    start = end.at - end.length
    # Bytes before the zip (a self-extracting program, a mail header) shift every offset by the same distance.
    shift = start - end.offset
    if start < 0 or shift < 0:
        detail = say(
            "is damaged: its table of contents should begin at byte {offset:,}, but does not", offset=end.offset
        )
        fail(DefectKind.TRUNCATED, detail)
    entries: list[Entry] = []
    for entry in _entries(source.at(start, end.length), shift):
        if len(entries) == limits.members:
            most = limits.members
            detail = say("has more than {most:,} entries ({count:,} by its own count)", most=most, count=end.entries)
            fail(DefectKind.TOO_MANY, detail)
        entries.append(entry)
    if len(entries) % _COUNTS != end.entries % _COUNTS:
        listed = len(entries)
        detail = say("is damaged: it promises {count:,} entries and lists {listed:,}", count=end.entries, listed=listed)
        fail(DefectKind.TRUNCATED, detail)
    return Directory(tuple(entries), start, end.doubts)


def _entries(table: bytes, shift: int) -> Iterator[Entry]:
    """The rows of the central directory `table`."""
    at = 0
    while at < len(table):
        if len(table) - at < _CENTRAL.size or table[at : at + 4] != b"PK\x01\x02":
            fail(
                DefectKind.TRUNCATED, say("is damaged: its table of contents breaks off after {size:,} bytes", size=at)
            )
        row = _CENTRAL.unpack_from(table, at)
        name_stop = at + _CENTRAL.size + row[10]
        extra_stop = name_stop + row[11]
        stop = extra_stop + row[12]
        if stop > len(table):
            fail(DefectKind.TRUNCATED, say("is damaged: the last entry of its table of contents is cut off"))
        yield _entry(row, table[at + _CENTRAL.size : name_stop], table[name_stop:extra_stop], shift)
        at = stop


def _entry(row: tuple[int, ...], raw_name: bytes, extra: bytes, shift: int) -> Entry:
    _, made_by, _, flags, method, _, _, crc, compressed, size = row[:10]
    attributes, offset = row[15:]
    name, doubts = _decode(raw_name, flags)
    wide = widened(extra, size, compressed, offset)
    if wide is None:
        doubts = (*doubts, (DefectKind.HEADER_MISMATCH, _NO_WIDE))
    size, compressed, offset = wide or (0, 0, offset)
    other = other_name(extra, raw_name) if extra else None
    if other is not None and other != name and not doubts:
        doubts = (*doubts, (DefectKind.NAME_ENCODING, say("is called {name} by an extra field", name=other)))
    mode = attributes >> 16 if made_by >> 8 in (_UNIX, _MACOS) else 0
    return Entry(name, raw_name, flags, method, crc, compressed, size, offset + shift, mode, doubts)


def _decode(raw: bytes, flags: int) -> tuple[str, tuple[tuple[DefectKind, Said], ...]]:
    """The name as text, and what leaves a doubt about it.

    Without the flag the standard says code page 437, but most packers that omit it wrote UTF-8; so that goes first.
    """
    if raw.isascii():
        return raw.decode("ascii"), ()
    marked = bool(flags & _UTF8)
    try:
        return raw.decode("utf-8"), () if marked else ((DefectKind.NAME_ENCODING, _NO_FLAG),)
    except UnicodeDecodeError:
        return raw.decode("cp437"), ((DefectKind.NAME_ENCODING, _NO_UTF8 if marked else _NO_FLAG),)
