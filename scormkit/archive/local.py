"""What stands beside the data of an entry: the header in front of it, and what may follow it (APPNOTE 4.3.7, 4.3.9)."""

from __future__ import annotations

import struct
from typing import NoReturn

from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.directory import Entry
from scormkit.archive.extra import widened
from scormkit.archive.source import Source
from scormkit.said import Said, say

_LOCAL = struct.Struct("<4s5H3L2H")
_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZES_FOLLOW = 0x0001, 0x0008
_DESCRIPTORS = (b"PK\x07\x08", b"")
"""The data descriptor begins with this mark, or without it in old zips."""
_LONGEST_DESCRIPTOR = 24
_LONGEST_SHOWN = 500
"""How many bytes are told of a name in a header beside the data: thousands may claim the same 64 KiB as theirs."""


def data_start(source: Source, entry: Entry, end: int) -> int:
    """The byte at which the data of `entry` begin, after its local header; `end` is where no data can be any more.

    Raises `MemberError` when there is no such header or when it tells another story than the directory.
    """
    length = _LOCAL.size + len(entry.raw_name)
    head = source.at(entry.offset, length) if entry.offset < end else b""
    if len(head) < _LOCAL.size or not head.startswith(_MARK):
        detail = say(
            "has no header at byte {offset:,}, where the table of contents says that it begins", offset=entry.offset
        )
        _mismatch(entry, detail)
    _, _, flags, method, _, _, crc, compressed, size, name_length, extra_length = _LOCAL.unpack_from(head)
    raw_name = head[_LOCAL.size : _LOCAL.size + name_length]
    if raw_name != entry.raw_name or name_length != len(entry.raw_name):
        name = _name_at(source, entry.offset + _LOCAL.size, name_length)
        _mismatch(entry, say("is called {name} in the header in front of its data", name=name))
    if method != entry.method:
        detail = say(
            "is packed by method {method} in the table of contents and {other} in its own header",
            method=entry.method,
            other=method,
        )
        _mismatch(entry, detail)
    if (flags ^ entry.flags) & _ENCRYPTED:
        _mismatch(entry, say("is encrypted by the one of its two headers and not by the other"))
    start: int = entry.offset + length + extra_length
    if flags & _SIZES_FOLLOW:
        if not (crc or compressed or size):
            _compare_descriptor(source, entry, start)
        return start
    extra = source.at(entry.offset + length, extra_length) if extra_length else b""
    _compare(entry, crc, widened(extra, size, compressed))
    return start


def hidden_name(source: Source, start: int, stop: int) -> str | None:
    """The name of an entry that stands between two that the directory lists, or None where there is none."""
    gap = source.at(start, min(stop - start, _LONGEST_DESCRIPTOR + len(_MARK)))
    # What follows the data of the entry before may be a descriptor, of 12, 16, 20 or 24 bytes.
    at = next((skip for skip in (0, 12, 16, 20, 24) if gap[skip : skip + 4] == _MARK), None)
    if at is None or stop - start - at < _LOCAL.size:
        return None
    head = source.at(start + at, _LOCAL.size)
    return _name_at(source, start + at + _LOCAL.size, _LOCAL.unpack(head)[9])


def _name_at(source: Source, start: int, length: int) -> str:
    """The name that stands there, as text for a message; of a long one the beginning."""
    name = source.at(start, min(length, _LONGEST_SHOWN)).decode("utf-8", "backslashreplace")
    return name if length <= _LONGEST_SHOWN else f"{name}…"


def _compare(entry: Entry, crc: int, sizes: tuple[int, ...] | None) -> None:
    if sizes is None:
        _mismatch(entry, say("has its size in a Zip64 field that is not in its own header"))
    size, compressed = sizes
    if size != entry.size:
        detail = say(
            "is {size:,} bytes long in the table of contents and {other:,} in its own header",
            size=entry.size,
            other=size,
        )
        _mismatch(entry, detail)
    if compressed != entry.compressed_size:
        detail = say(
            "takes {size:,} bytes of the zip by the table of contents and {other:,} by its own header",
            size=entry.compressed_size,
            other=compressed,
        )
        _mismatch(entry, detail)
    if crc != entry.crc:
        _mismatch(entry, say("has one checksum in the table of contents and another in its own header"))


def _compare_descriptor(source: Source, entry: Entry, start: int) -> None:
    found = source.at(start + entry.compressed_size, _LONGEST_DESCRIPTOR)
    layouts = ["<L2Q"] if max(entry.compressed_size, entry.size) >= 1 << 32 else ["<3L", "<L2Q"]
    told = [struct.pack(layout, entry.crc, entry.compressed_size, entry.size) for layout in layouts]
    if not any(found.startswith(mark + numbers) for mark in _DESCRIPTORS for numbers in told):
        _mismatch(entry, say("has other numbers behind its data than in the table of contents"))


def _mismatch(entry: Entry, detail: Said) -> NoReturn:
    raise MemberError(Defect(DefectKind.HEADER_MISMATCH, entry.name, detail))
