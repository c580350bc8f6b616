"""Zips written byte by byte as APPNOTE 6.3 has them, with exactly the lies that a test asks for."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass

U32 = 0xFFFFFFFF


@dataclass(frozen=True)
class Entry:
    """One entry; what is None follows from the rest."""

    name: bytes
    data: bytes = b"content"
    method: int = 8
    flags: int = 0
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    raw: bytes | None = None
    offset: int | None = None
    mode: int = 0o100644
    extra: bytes = b""
    behind: bytes = b""
    """What follows the data: a descriptor, or a gap."""
    local_name: bytes | None = None
    local_method: int | None = None
    local_flags: int | None = None
    local_crc: int | None = None
    local_size: int | None = None
    local_packed_size: int | None = None
    local_extra: bytes = b""
    listed: bool = True
    """Whether the table of contents has it."""
    written: bool = True
    """Whether it is there at all, or only in the table of contents."""


def deflated(data: bytes) -> bytes:
    """Raw Deflate."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflater.compress(data) + deflater.flush()


def zip64(*numbers: int) -> bytes:
    """The extra field that holds what a header has no room for."""
    return struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers)


def descriptor(data: bytes, packed_size: int, mark: bytes = b"PK\7\x08", numbers: str = "<3L") -> bytes:
    """Checksum and sizes, as they stand behind data whose size was not known beforehand."""
    return mark + struct.pack(numbers, zlib.crc32(data), packed_size, len(data))


def end(count: int, length: int, offset: int, *, disk: int = 0, comment: bytes = b"") -> bytes:
    """The end record."""
    return struct.pack("<4s4H2LH", b"PK\5\6", disk, disk, count, count, length, offset, len(comment)) + comment


def wide_end(count: int, length: int, offset: int, at: int, *, disks: int = 1) -> bytes:
    """The Zip64 end record, which stands at byte `at`, and its locator."""
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, offset)
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, at, disks)


def body(*entries: Entry) -> tuple[bytes, bytes]:
    """The entries with their headers and data, and the table of contents."""
    out, directory = io.BytesIO(), io.BytesIO()
    for entry in entries:
        made = deflated(entry.data) if entry.method == 8 else entry.data
        raw = made if entry.raw is None else entry.raw
        crc, size = _or(entry.crc, zlib.crc32(entry.data)), _or(entry.size, len(entry.data))
        packed_size, offset = _or(entry.packed_size, len(raw)), _or(entry.offset, out.tell())
        local_name = entry.name if entry.local_name is None else entry.local_name
        head = struct.pack(
            "<4s5H3L2H",
            *(b"PK\3\4", 20, _or(entry.local_flags, entry.flags), _or(entry.local_method, entry.method), 0, 0),
            *(_or(entry.local_crc, crc), _or(entry.local_packed_size, packed_size), _or(entry.local_size, size)),
            *(len(local_name), len(entry.local_extra)),
        )
        if entry.written:
            out.write(head + local_name + entry.local_extra + raw + entry.behind)
        if entry.listed:
            directory.write(
                struct.pack(
                    "<4s6H3L5H2L",
                    *(b"PK\1\2", 3 << 8 | 20, 20, entry.flags, entry.method, 0, 0, crc, packed_size, size),
                    *(len(entry.name), len(entry.extra), 0, 0, 0, entry.mode << 16, offset),
                )
            )
            directory.write(entry.name + entry.extra)
    return out.getvalue(), directory.getvalue()


def build(*entries: Entry, disk: int = 0, count: int | None = None, comment: bytes = b"") -> bytes:
    """A whole zip."""
    data, table = body(*entries)
    number = sum(entry.listed for entry in entries)
    return data + table + end(_or(count, number), len(table), len(data), disk=disk, comment=comment)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
