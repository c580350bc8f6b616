"""A package in a zip, read in place and piece by piece."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from scormkit.archive.container import BaseContainer, kind_of_file
from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.directory import Directory, Entry, read_directory
from scormkit.archive.limits import Limits
from scormkit.archive.local import data_start, hidden_name
from scormkit.archive.naming import name_defects
from scormkit.archive.source import Source
from scormkit.archive.streaming import DEFLATED, STORED, Stream, verified
from scormkit.said import Said, say

_METHODS = {1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}


class ZipContainer(BaseContainer):
    """A zip on disk, read in place: stored and deflated entries, Zip64 included."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Read the table of contents and the headers; raises `OSError` when the file cannot be read."""
        self._limits = limits
        self._entries: dict[str, Entry] = {}
        self._starts: dict[Entry, int] = {}
        self._blocked: dict[Entry, Defect] = {}
        self._read: set[Entry] = set()
        self._source = Source(path)
        try:
            self.defects = tuple(self._open())
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
        if entry in self._blocked:
            raise MemberError(self._blocked[entry])
        most = self._limits.read_size if limit is None else min(limit, self._limits.read_size)
        if entry.size > most:
            detail = say("is {size:,} bytes long (at most {most:,} are read)", size=entry.size, most=most)
            raise MemberError(Defect(DefectKind.MEMBER_TOO_LARGE, name, detail))
        self._read.add(entry)
        return Stream(self._source).whole(entry, self._starts[entry])

    def verify(self) -> tuple[Defect, ...]:
        """See `Container.verify`; with several threads where there is much to read."""
        left = {
            start: entry
            for entry, start in self._starts.items()
            if entry not in self._read and entry not in self._blocked
        }
        self._read.update(left.values())
        return verified(self._source, [(entry, start) for start, entry in left.items()])

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def _open(self) -> Iterator[Defect]:
        try:
            directory = read_directory(self._source, self._limits)
        except MemberError as error:
            yield error.defect
            return
        total = sum(entry.size for entry in directory.entries)
        if total > self._limits.total_size:
            detail = say("unpacks to {size:,} bytes (at most {most:,})", size=total, most=self._limits.total_size)
            yield Defect(DefectKind.TOO_LARGE, None, detail)
            return
        self._entries = {entry.name: entry for entry in directory.entries if not entry.is_folder}
        yield from (Defect(DefectKind.AMBIGUOUS, None, doubt) for doubt in directory.doubts)
        yield from name_defects(entry.name for entry in directory.entries)
        for entry in directory.entries:
            yield from self._look_at(entry, directory.start)
        yield from self._overlaps(directory)
        yield from self._hidden(directory)

    def _look_at(self, entry: Entry, end: int) -> Iterator[Defect]:
        """The defects of one entry; one that keeps its data from being read is remembered."""
        for kind, detail in entry.doubts:
            defect = Defect(kind, entry.name, detail)
            if kind is DefectKind.HEADER_MISMATCH:
                self._blocked[entry] = defect
            yield defect
        if entry in self._blocked:
            return
        try:
            self._starts[entry] = data_start(self._source, entry, end)
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
        if entry.is_folder:
            if entry.size:
                yield (
                    DefectKind.HEADER_MISMATCH,
                    say("is a folder by its name, and holds {size:,} bytes", size=entry.size),
                )
            return
        if entry.encrypted:
            yield DefectKind.ENCRYPTED, say("is encrypted")
        elif entry.method not in (STORED, DEFLATED):
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
        before, end = None, 0
        for entry in self._by_place():
            twice = before is not None and _same(entry, before)
            if before is not None and entry.offset < end and not twice:
                detail = say("shares bytes of the zip with {name}", name=before.name)
                yield self._block(entry, DefectKind.OVERLAP, detail)
            before, end = entry, max(end, self._end(entry))
        for entry in self._starts:
            if self._end(entry) > directory.start and entry not in self._blocked:
                yield self._block(entry, DefectKind.OVERLAP, say("runs into the table of contents of the zip"))

    def _hidden(self, directory: Directory) -> Iterator[Defect]:
        """Entries between those that the directory lists; where it is not certain which these are, nothing is said."""
        if directory.doubts or len(self._starts) < len(directory.entries):
            return
        end = 0
        for start, stop in (*((entry.offset, self._end(entry)) for entry in self._by_place()), (directory.start, 0)):
            if start > end and (name := hidden_name(self._source, end, start)) is not None:
                yield Defect(DefectKind.HIDDEN, name, say("is not in the table of contents of the zip"))
            end = max(end, stop)

    def _by_place(self) -> list[Entry]:
        return sorted(self._starts, key=lambda entry: entry.offset)

    def _end(self, entry: Entry) -> int:
        return self._starts[entry] + entry.compressed_size

    def _block(self, entry: Entry, kind: DefectKind, detail: Said) -> Defect:
        return self._blocked.setdefault(entry, Defect(kind, entry.name, detail))


def _same(one: Entry, other: Entry) -> bool:
    """Whether two rows tell the same of the same data, which are then read once."""
    return _told(one) == _told(other)


def _told(entry: Entry) -> tuple[object, ...]:
    return entry.name, entry.offset, entry.method, entry.crc, entry.compressed_size, entry.size
