"""The table of contents of a zip, read byte by byte as APPNOTE 6.3 lays it down.

Python's `zipfile` is built to get data out, so it hides what a checker must see: it cuts names at a NUL, turns
backslashes around on Windows, ignores duplicates, lets entries overlap (before 3.11.8), and reads a central directory
of any size into memory. Hence this reader of our own, which shows the directory as it stands.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, NoReturn

from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.limits import Limits
from scormkit.said import Said, say

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")

_UTF8 = 0x0800
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_SIZES_FOLLOW = 0x0008
_U16, _U32 = 0xFFFF, 0xFFFFFFFF
_UNIX, _MACOS = 3, 19

# What people send in place of a zip, by its first bytes.
_OTHERS = {
    b"Rar!": say("is a RAR archive, not a zip"),
    b"7z\xbc\xaf": say("is a 7-Zip archive, not a zip"),
    b"\x1f\x8b": say("is a gzip file, not a zip"),
    b"%PDF": say("is a PDF, not a zip"),
    b"<?xm": say("is an XML file, not a zip"),
    b"<!do": say("is a web page, not a zip"),
    b"<htm": say("is a web page, not a zip"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the central directory; offsets count bytes from the start of the file."""

    name: str
    raw_name: bytes
    name_is_marked: bool
    """The name is ASCII, or says by flag that it is UTF-8 and is."""
    flags: int
    method: int
    crc: int
    compressed_size: int
    size: int
    offset: int
    mode: int
    """The Unix file mode, 0 where the zip was made elsewhere."""

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
    """All entries, in the order of the directory, and the byte at which the directory begins."""

    entries: tuple[Entry, ...]
    start: int


class _End(NamedTuple):
    """What the end record tells: where the directory ends, and its entry count, length and first byte."""

    at: int
    entries: int
    length: int
    offset: int


def read_directory(file: BinaryIO, size: int, limits: Limits) -> Directory:
    """Read the central directory of `file`, which is `size` bytes long.

    Raises `MemberError` with a defect of the whole file when there is no directory or too much of it.
    """
    end, count, length, offset = _find_end(file, size)
    if length > limits.directory_size:
        detail = say(
            "has a table of contents of {size:,} bytes (at most {most:,})", size=length, most=limits.directory_size
        )
        _fail(DefectKind.TOO_MANY, detail)
    start = end - length
    # Bytes before the zip (a self-extracting program, a mail header) shift every offset by the same distance.
    shift = start - offset
    if start < 0 or shift < 0:
        detail = say("is damaged: its table of contents should begin at byte {offset:,}, but does not", offset=offset)
        _fail(DefectKind.TRUNCATED, detail)
    file.seek(start)
    table = file.read(length)
    entries: list[Entry] = []
    at = 0
    while at < len(table):
        if len(entries) == limits.members:
            detail = say(
                "has more than {most:,} entries ({count:,} by its own count)", most=limits.members, count=count
            )
            _fail(DefectKind.TOO_MANY, detail)
        entry, at = _entry(table, at, shift)
        entries.append(entry)
    if len(entries) % (_U16 + 1) != count % (_U16 + 1):
        detail = say("is damaged: it promises {count:,} entries and lists {listed:,}", count=count, listed=len(entries))
        _fail(DefectKind.TRUNCATED, detail)
    return Directory(tuple(entries), start)


def data_start(file: BinaryIO, entry: Entry, end: int) -> int:
    """The byte at which the data of `entry` begin, after its local header; `end` is where no data can be any more.

    Raises `MemberError` when there is no such header or when it tells another story than the directory.
    """
    head = b""
    if entry.offset < end:
        file.seek(entry.offset)
        head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        detail = say(
            "has no header at byte {offset:,}, where the table of contents says that it begins", offset=entry.offset
        )
        _mismatch(entry, detail)
    _, _, flags, method, _, _, _, compressed, size, name_length, extra_length = _LOCAL.unpack(head)
    raw_name = file.read(name_length)
    if raw_name != entry.raw_name:
        other = raw_name.decode("utf-8", "backslashreplace")
        _mismatch(entry, say("is called {name} in the header in front of its data", name=other))
    if method != entry.method:
        detail = say(
            "is packed by method {method} in the table of contents and {other} in its own header",
            method=entry.method,
            other=method,
        )
        _mismatch(entry, detail)
    known = not flags & _SIZES_FOLLOW and _U32 not in (compressed, size)
    if known and (compressed, size) != (entry.compressed_size, entry.size):
        detail = say(
            "is {size:,} bytes long in the table of contents and {other:,} in its own header",
            size=entry.size,
            other=size,
        )
        _mismatch(entry, detail)
    return entry.offset + _LOCAL.size + int(name_length) + int(extra_length)


def _find_end(file: BinaryIO, size: int) -> _End:
    tail_length = min(size, _END.size + _U16)
    file.seek(size - tail_length)
    tail = file.read(tail_length)
    at = len(tail)
    while (at := tail.rfind(b"PK\x05\x06", 0, at)) >= 0:
        if at + _END.size > len(tail):
            continue
        _, disk, first_disk, _, count, length, offset, comment_length = _END.unpack_from(tail, at)
        if at + _END.size + comment_length <= len(tail):
            break
    else:
        _not_a_zip(file, size)
    end = _End(size - tail_length + at, count, length, offset)
    if _U16 in (disk, first_disk, count) or _U32 in (length, offset):
        wide = _find_end64(file, end.at)
        if wide is not None:
            return wide
    if disk or first_disk:
        _fail(DefectKind.MULTI_DISK, say("is volume {number:,} of a zip in several parts", number=disk + 1))
    return end


def _find_end64(file: BinaryIO, end: int) -> _End | None:
    """The same from the Zip64 records in front of the end record at `end`, or None when there are none."""
    locator_at = end - _END64_LOCATOR.size
    last = locator_at - _END64.size
    if last < 0:
        return None
    file.seek(locator_at)
    signature, _, stated, disks = _END64_LOCATOR.unpack(file.read(_END64_LOCATOR.size))
    if signature != b"PK\x06\x07":
        return None
    if disks > 1:
        _fail(DefectKind.MULTI_DISK, say("is one of {count:,} parts of a zip", count=disks))
    # Bytes in front of the zip make the stated place wrong; then the record stands right before its locator.
    for at in (min(stated, last), last):
        file.seek(at)
        record = file.read(_END64.size)
        if record.startswith(b"PK\x06\x06"):
            entries, length, offset = _END64.unpack(record)[7:]
            return _End(at, entries, length, offset)
    return _fail(DefectKind.TRUNCATED, say("is damaged: the Zip64 record that its end points at is not there"))


def _entry(table: bytes, at: int, shift: int) -> tuple[Entry, int]:
    """The row at `at` in the central directory, and where the next one begins."""
    if len(table) - at < _CENTRAL.size or table[at : at + 4] != b"PK\x01\x02":
        _fail(DefectKind.TRUNCATED, say("is damaged: its table of contents breaks off after {size:,} bytes", size=at))
    row = _CENTRAL.unpack_from(table, at)
    _, made_by, _, flags, method, _, _, crc, compressed, size, name_length, extra_length, comment_length = row[:13]
    attributes, offset = row[15], row[16]
    at += _CENTRAL.size
    stop = at + name_length + extra_length + comment_length
    if stop > len(table):
        _fail(DefectKind.TRUNCATED, say("is damaged: the last entry of its table of contents is cut off"))
    raw_name = table[at : at + name_length]
    extra = table[at + name_length : at + name_length + extra_length]
    size, compressed, offset = _widen(extra, size, compressed, offset)
    name, marked = _decode(raw_name, flags)
    mode = attributes >> 16 if made_by >> 8 in (_UNIX, _MACOS) else 0
    return Entry(name, raw_name, marked, flags, method, crc, compressed, size, offset + shift, mode), stop


def _widen(extra: bytes, *values: int) -> tuple[int, int, int]:
    """Size, compressed size and offset, each taken from the Zip64 field where the row has no room for it."""
    at = 0
    wide = iter(())
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, at)
        if tag == 1:
            count = min(length, len(extra) - at - 4) // 8
            wide = iter(struct.unpack_from(f"<{count}Q", extra, at + 4))
            break
        at += 4 + length
    size, compressed, offset = (next(wide, value) if value == _U32 else value for value in values)
    return size, compressed, offset


def _decode(raw: bytes, flags: int) -> tuple[str, bool]:
    """The name as text, and whether the zip leaves no doubt about it.

    Without the flag the standard says code page 437, but most packers that omit it wrote UTF-8; so that goes first.
    """
    try:
        return raw.decode("utf-8"), raw.isascii() or bool(flags & _UTF8)
    except UnicodeDecodeError:
        return raw.decode("cp437"), False


def _not_a_zip(file: BinaryIO, size: int) -> NoReturn:
    file.seek(0)
    head = file.read(4)
    if head == b"PK\x03\x04":
        _fail(DefectKind.TRUNCATED, say("begins as a zip but breaks off: its table of contents is missing"))
    if not size:
        _fail(DefectKind.NOT_A_ZIP, say("is empty"))
    known = next((what for magic, what in _OTHERS.items() if head.lower().startswith(magic.lower())), None)
    _fail(DefectKind.NOT_A_ZIP, known or say("is not a zip"))


def _fail(kind: DefectKind, detail: Said) -> NoReturn:
    raise MemberError(Defect(kind, None, detail))


def _mismatch(entry: Entry, detail: Said) -> NoReturn:
    raise MemberError(Defect(DefectKind.HEADER_MISMATCH, entry.name, detail))
