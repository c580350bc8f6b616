"""A package in a zip, read in place and piece by piece."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from deflate import crc32

from scormkit.archive.container import BaseContainer, kind_of_file
from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.directory import Directory, Entry, data_start, read_directory
from scormkit.archive.limits import Limits
from scormkit.archive.naming import name_defects
from scormkit.said import Said, say

_CHUNK = 256 * 1024
_STORED, _DEFLATED = 0, 8
_METHODS = {1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}


class ZipContainer(BaseContainer):
    """A zip on disk, read in place: stored and deflated entries, Zip64 included."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Read the table of contents and the headers; raises `OSError` when the file cannot be read."""
        self._limits = limits
        self._file: BinaryIO = path.open("rb")
        self._entries: dict[str, Entry] = {}
        self._starts: dict[Entry, int] = {}
        self._blocked: dict[Entry, Defect] = {}
        self._read: set[Entry] = set()
        try:
            self.defects = tuple(self._open(os.fstat(self._file.fileno()).st_size))
        except OSError:
            self.close()
            raise
        if not self.readable:
            self._entries.clear()
        self.names = tuple(self._entries)

    def size(self, name: str) -> int:
        """See `Container.size`."""
        return self._entries[name].size

    def packed_size(self, name: str) -> int:
        """See `Container.packed_size`."""
        return self._entries[name].compressed_size

    def checksum(self, name: str) -> int:
        """See `Container.checksum`."""
        return self._entries[name].crc

    def read(self, name: str, limit: int | None = None) -> bytes:
        """See `Container.read`; of two entries with one name it is the last, as most unpackers have it."""
        entry = self._entries[name]
        most = self._limits.read_size if limit is None else min(limit, self._limits.read_size)
        if entry.size > most and entry not in self._blocked:
            detail = say("is {size:,} bytes long (at most {most:,} are read)", size=entry.size, most=most)
            raise MemberError(Defect(DefectKind.MEMBER_TOO_LARGE, name, detail))
        return b"".join(self._contents(entry))

    def verify(self) -> tuple[Defect, ...]:
        """See `Container.verify`."""
        found: list[Defect] = []
        for entry in self._starts:
            if entry in self._read or entry in self._blocked:
                continue
            try:
                for _ in self._contents(entry):
                    pass
            except MemberError as error:
                found.append(error.defect)
        return tuple(found)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _open(self, size: int) -> Iterator[Defect]:
        try:
            directory = read_directory(self._file, size, self._limits)
        except MemberError as error:
            yield error.defect
            return
        total = sum(entry.size for entry in directory.entries)
        if total > self._limits.total_size:
            detail = say("unpacks to {size:,} bytes (at most {most:,})", size=total, most=self._limits.total_size)
            yield Defect(DefectKind.TOO_LARGE, None, detail)
            return
        self._entries = {entry.name: entry for entry in directory.entries if not entry.is_folder}
        yield from name_defects(entry.name for entry in directory.entries)
        for entry in directory.entries:
            yield from self._look_at(entry, directory.start)
        yield from self._overlaps(directory)

    def _look_at(self, entry: Entry, end: int) -> Iterator[Defect]:
        """The defects of one entry; one that keeps its data from being read is remembered."""
        if not entry.name_is_marked:
            yield Defect(DefectKind.NAME_ENCODING, entry.name, _encoding_detail(entry))
        if entry.is_folder:
            return
        try:
            self._starts[entry] = data_start(self._file, entry, end)
        except MemberError as error:
            self._blocked[entry] = error.defect
            yield error.defect
            return
        for kind, detail in self._obstacles(entry):
            defect = Defect(kind, entry.name, detail)
            self._blocked.setdefault(entry, defect)
            yield defect

    def _obstacles(self, entry: Entry) -> Iterator[tuple[DefectKind, Said]]:
        limits = self._limits
        if entry.encrypted:
            yield DefectKind.ENCRYPTED, say("is encrypted")
        elif entry.method not in (_STORED, _DEFLATED):
            how = _METHODS.get(entry.method, say("an unknown one"))
            yield DefectKind.METHOD, say("is packed by method {method} ({how})", method=entry.method, how=how)
        if stat.S_IFMT(entry.mode) not in (0, stat.S_IFREG):
            yield DefectKind.NOT_A_FILE, kind_of_file(entry.mode)
        if entry.size > limits.member_size:
            detail = say("unpacks to {size:,} bytes (at most {most:,})", size=entry.size, most=limits.member_size)
            yield DefectKind.MEMBER_TOO_LARGE, detail
        elif entry.size > limits.ratio_floor and entry.size > limits.ratio * entry.compressed_size:
            detail = say(
                "unpacks from {packed:,} to {size:,} bytes, more than {ratio} times",
                packed=entry.compressed_size,
                size=entry.size,
                ratio=limits.ratio,
            )
            yield DefectKind.RATIO, detail

    def _overlaps(self, directory: Directory) -> Iterator[Defect]:
        before, end = "", 0
        for entry in sorted(self._starts, key=lambda entry: entry.offset):
            if entry.offset < end:
                yield self._block(entry, DefectKind.OVERLAP, say("shares bytes of the zip with {name}", name=before))
            before, end = entry.name, max(end, self._starts[entry] + entry.compressed_size)
        for entry, start in self._starts.items():
            if start + entry.compressed_size > directory.start and entry not in self._blocked:
                yield self._block(entry, DefectKind.OVERLAP, say("runs into the table of contents of the zip"))

    def _block(self, entry: Entry, kind: DefectKind, detail: Said) -> Defect:
        return self._blocked.setdefault(entry, Defect(kind, entry.name, detail))

    def _contents(self, entry: Entry) -> Iterator[bytes]:
        """The data of an entry in pieces, with size and checksum compared at the end."""
        if entry in self._blocked:
            raise MemberError(self._blocked[entry])
        self._read.add(entry)
        crc = length = 0
        raw = self._raw(entry)
        try:
            for piece in raw if entry.method == _STORED else _inflate(raw):
                crc = crc32(piece, crc)
                length += len(piece)
                if length > entry.size:
                    break
                yield piece
        except zlib.error as error:
            raise _damaged(entry, say("does not decompress ({error})", error=str(error))) from error
        if length != entry.size:
            raise _damaged(entry, _other_size(entry.size, length))
        if crc != entry.crc:
            raise _damaged(entry, _other_checksum(entry.crc, crc))

    def _raw(self, entry: Entry) -> Iterator[bytes]:
        self._file.seek(self._starts[entry])
        left = entry.compressed_size
        while left and (block := self._file.read(min(_CHUNK, left))):
            left -= len(block)
            yield block


def _inflate(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The deflated `blocks` unpacked, in pieces that stay small however well they were packed."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for block in blocks:
        rest = block
        while True:
            piece = inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
            if piece:
                yield piece
            if inflater.eof:
                return
            if not rest and len(piece) < _CHUNK:
                break
    raise zlib.error("the data break off")


def _other_size(promised: int, found: int) -> Said:
    if found > promised:
        return say("should be {size:,} bytes long, but is more", size=promised)
    return say("should be {size:,} bytes long, but is {found:,}", size=promised, found=found)


def _other_checksum(promised: int, found: int) -> Said:
    return say(
        "has the checksum {found} where {promised} was promised", found=f"{found:08x}", promised=f"{promised:08x}"
    )


def _damaged(entry: Entry, detail: Said) -> MemberError:
    return MemberError(Defect(DefectKind.DAMAGED, entry.name, detail))


def _encoding_detail(entry: Entry) -> Said:
    if entry.raw_name.isascii() or entry.flags & 0x0800:
        return say("says that its name is UTF-8, which it is not")
    return say("has characters beyond ASCII in its name without the flag that says UTF-8")
