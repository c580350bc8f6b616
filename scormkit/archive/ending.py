"""The end of a zip: the records that tell where its central directory is (APPNOTE 4.3.14 to 4.3.16)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.source import Source
from scormkit.said import Said, say

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_U16, _U32 = 0xFFFF, 0xFFFFFFFF

IS_XML = say("is an XML file, not a zip")
"""Of a structure file that is given in place of its package."""
IS_PAGE = say("is a web page, not a zip")
"""Of what a server sends in place of a download."""
_IS_TAR = say("is a tar archive, not a zip")
# What people send in place of a zip, by its first bytes, in small letters.
_ARCHIVES = {
    b"rar!": say("is a RAR archive, not a zip"),
    b"7z\xbc\xaf": say("is a 7-Zip archive, not a zip"),
    b"\x1f\x8b": say("is a gzip file, not a zip"),
    b"bzh": say("is a bzip2 file, not a zip"),
    b"\xfd7zxz": say("is an XZ file, not a zip"),
}
_DOCUMENTS = {
    b"%pdf": say("is a PDF, not a zip"),
    b"\xd0\xcf\x11\xe0": say("is a document of an old version of Office, not a zip"),
}
_OTHERS = _ARCHIVES | _DOCUMENTS | {b"<?xm": IS_XML, b"<!do": IS_PAGE, b"<htm": IS_PAGE}
IS_ARCHIVE = frozenset({*_ARCHIVES.values(), _IS_TAR})
"""Of files that are packed in another way than a zip is."""
IS_DOCUMENT = frozenset(_DOCUMENTS.values())
"""Of files that are for reading or printing."""
_NO_WIDE = say("is damaged: the Zip64 record that its end points at is not there")
_TAR_AT, _TAR = 257, b"ustar"


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the directory ends, and its entry count, length and first byte by its own account.

    `doubts` are what makes programs disagree about it.
    """

    at: int
    entries: int
    length: int
    offset: int
    doubts: tuple[Said, ...] = ()


def find_ending(source: Source) -> Ending:
    """Find the end of the zip; raises `MemberError` with a defect of the whole file where there is none."""
    tail_length = min(source.size, _END.size + _U16)
    tail = source.at(source.size - tail_length, tail_length)
    candidates = list(_candidates(tail))
    if not candidates:
        _not_a_zip(source)
    # A program may look from the end of the file for the first mark, or for the one whose comment ends the file, or go
    # on looking until there is a directory in front of it.
    whole = [at for at, stop in candidates if stop == len(tail)] or [candidates[0][0]]
    behind = source.size - tail_length
    chosen = next((at for at in whole if _has_directory(source, behind + at, tail[at:])), whole[0])
    rivals = [at for at, stop in candidates if at != chosen and (at > chosen or stop == len(tail))]
    doubts = (say("has {count:,} places that could be its end", count=len(rivals) + 1),) if rivals else ()
    _, disk, first_disk, _, count, length, offset, _ = _END.unpack_from(tail, chosen)
    end = Ending(behind + chosen, count, length, offset, doubts)
    wide = _find_wide(source, end)
    if wide is not None:
        return wide
    if disk or first_disk:
        fail(DefectKind.MULTI_DISK, say("is volume {number:,} of a zip in several parts", number=disk + 1))
    return end


def fail(kind: DefectKind, detail: Said) -> NoReturn:
    """Give up on the whole file."""
    raise MemberError(Defect(kind, None, detail))


def _candidates(tail: bytes) -> Iterator[tuple[int, int]]:
    """Where an end record could begin, and where its comment would end; the last first."""
    at = len(tail)
    while (at := tail.rfind(b"PK\x05\x06", 0, at)) >= 0:
        if at + _END.size <= len(tail):
            stop = at + _END.size + int.from_bytes(tail[at + _END.size - 2 : at + _END.size], "little")
            if stop <= len(tail):
                yield at, stop


def _has_directory(source: Source, at: int, record: bytes) -> bool:
    """Whether the end `record` at byte `at` has rows in front of it, or says that Zip64 tells."""
    _, _, _, _, _, length, offset, _ = _END.unpack_from(record)
    if _U32 in (length, offset):
        return True
    return 0 < length <= at and source.at(at - length, 4) == b"PK\x01\x02"


def _find_wide(source: Source, end: Ending) -> Ending | None:
    """The same from the Zip64 records in front of the end record, or None when there are none."""
    saturated = end.entries == _U16 or _U32 in (end.length, end.offset)
    locator_at = end.at - _END64_LOCATOR.size
    last = locator_at - _END64.size
    locator = source.at(locator_at, _END64_LOCATOR.size) if last >= 0 else b""
    if not locator.startswith(b"PK\x06\x07"):
        if _U32 in (end.length, end.offset):
            fail(DefectKind.TRUNCATED, _NO_WIDE)
        return None
    _, _, stated, disks = _END64_LOCATOR.unpack(locator)
    if disks > 1:
        fail(DefectKind.MULTI_DISK, say("is one of {count:,} parts of a zip", count=disks))
    # Bytes in front of the zip make the stated place wrong; then the record stands right before its locator.
    for at in (min(stated, last), last):
        record = source.at(at, _END64.size)
        if record.startswith(b"PK\x06\x06"):
            entries, length, offset = _END64.unpack(record)[7:]
            wide = Ending(at, entries, length, offset, end.doubts)
            return wide if _agree(end, wide) else _doubted(end, wide)
    if saturated:
        fail(DefectKind.TRUNCATED, _NO_WIDE)
    return None


def _agree(end: Ending, wide: Ending) -> bool:
    """Whether the two ends tell the same, as far as the short one has room."""
    short = ((end.entries, wide.entries, _U16), (end.length, wide.length, _U32), (end.offset, wide.offset, _U32))
    return all(one in (other, full) for one, other, full in short)


def _doubted(end: Ending, wide: Ending) -> Ending:
    doubt = say(
        "lists {count:,} entries by its end and {wide:,} by its Zip64 record", count=end.entries, wide=wide.entries
    )
    return Ending(wide.at, wide.entries, wide.length, wide.offset, (*end.doubts, doubt))


def _not_a_zip(source: Source) -> NoReturn:
    head = source.at(0, _TAR_AT + len(_TAR))
    if head.startswith(b"PK\x03\x04"):
        fail(DefectKind.TRUNCATED, say("begins as a zip but breaks off: its table of contents is missing"))
    if not source.size:
        fail(DefectKind.NOT_A_ZIP, say("is empty"))
    if head[_TAR_AT:] == _TAR:
        fail(DefectKind.NOT_A_ZIP, _IS_TAR)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    known = next((what for magic, what in _OTHERS.items() if text.startswith(magic)), None)
    fail(DefectKind.NOT_A_ZIP, known or say("is not a zip"))
