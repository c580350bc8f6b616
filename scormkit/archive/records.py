"""The records that a zip is made of, as bytes (APPNOTE 6.3.10, 4.3); nothing in them depends on a clock or a machine.

Every local header knows its checksum and sizes, so there are no data descriptors (4.3.9), which some LMSs stumble over.
Zip64 (4.5.3) stands only where a number does not fit without it: old unpackers refuse it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

STORED: Literal[0] = 0
DEFLATED: Literal[8] = 8

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END64 = struct.Struct("<4sQ2H2L4Q")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END = struct.Struct("<4s4H2LH")

_U16, _U32 = 0xFFFF, 0xFFFFFFFF
_UTF8 = 0x0800
_ZIP64_TAG = 1
_NEEDED = {STORED: 10, DEFLATED: 20}
_NEEDED_ZIP64 = 45
_MADE_BY = 3 << 8 | 45
"""Unix, so that file modes count; a packer that knows Zip64 (4.4.2)."""
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 1 January 1980, the earliest that a zip can hold: a clock would make every build another file."""
_REGULAR_FILE_644 = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Record:
    """What the zip says of one member. Sizes and `offset`, where its local header begins, are in bytes."""

    name: str
    method: Literal[0, 8]
    crc32: int
    packed_size: int
    size: int
    offset: int


def local_header(record: Record) -> bytes:
    """The header in front of the data (4.3.7). Raises ValueError for a name that a zip cannot hold."""
    name, flags = _name(record.name)
    wide = max(record.packed_size, record.size) >= _U32
    extra = struct.pack("<2H2Q", _ZIP64_TAG, 16, record.size, record.packed_size) if wide else b""
    packed_size, size = (_U32, _U32) if wide else (record.packed_size, record.size)
    needed = _NEEDED_ZIP64 if wide else _NEEDED[record.method]
    head = (b"PK\3\4", needed, flags, record.method, _TIME, _DATE, record.crc32, packed_size, size)
    return _LOCAL.pack(*head, len(name), len(extra)) + name + extra


def central_header(record: Record) -> bytes:
    """The row of the central directory (4.3.12). Raises ValueError for a name that a zip cannot hold."""
    name, flags = _name(record.name)
    # Both sizes go into the Zip64 field together, as in the local header.
    sizes = (record.size, record.packed_size) if max(record.size, record.packed_size) >= _U32 else ()
    wide = (*sizes, *((record.offset,) if record.offset >= _U32 else ()))
    extra = struct.pack(f"<2H{len(wide)}Q", _ZIP64_TAG, 8 * len(wide), *wide) if wide else b""
    packed_size, size = (_U32, _U32) if sizes else (record.packed_size, record.size)
    needed = _NEEDED_ZIP64 if wide else _NEEDED[record.method]
    head = (b"PK\1\2", _MADE_BY, needed, flags, record.method, _TIME, _DATE, record.crc32, packed_size, size)
    tail = (len(name), len(extra), 0, 0, 0, _REGULAR_FILE_644, min(record.offset, _U32))
    return _CENTRAL.pack(*head, *tail) + name + extra


def directory_end(count: int, start: int, length: int) -> bytes:
    """What follows a central directory of `count` rows and `length` bytes from byte `start` on (4.3.14 to 4.3.16)."""
    wide = b""
    if count >= _U16 or max(start, length) >= _U32:
        head = (b"PK\6\6", _END64.size - 12, _MADE_BY, _NEEDED_ZIP64, 0, 0)
        wide = _END64.pack(*head, count, count, length, start)
        wide += _END64_LOCATOR.pack(b"PK\6\7", 0, start + length, 1)
    count = min(count, _U16)
    return wide + _END.pack(b"PK\5\6", 0, 0, count, count, min(length, _U32), min(start, _U32), 0)


def _name(name: str) -> tuple[bytes, int]:
    """The bytes of a name and its flags: UTF-8 is only said where it matters, since some unpackers do not know it."""
    raw = name.encode()
    if not 0 < len(raw) <= _U16:
        raise ValueError(f"a member's name has 1 to {_U16:,} bytes, this one {len(raw):,}: {name[:40]!r}")
    return raw, 0 if raw.isascii() else _UTF8
