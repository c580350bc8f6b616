"""The data of a zip's entries, piece by piece, compared with what the directory promises of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from deflate import crc32

from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.directory import Entry
from scormkit.archive.inflating import Bytes, InflateError, by_zlib, inflate
from scormkit.archive.source import Source
from scormkit.said import Said, say

STORED, DEFLATED = 0, 8
Way = Callable[[Iterable[Bytes]], Iterator[bytes]]

_BLOCK = 128 * 1024
"""How much of the file is read at once, in bytes; with what comes of it, this stays within a core's own cache."""
_MOST_THREADS = 4
"""More would wait for the disk, and for each other."""
_WORTH_THREADS = 4 * 1024 * 1024
"""Less than this, in bytes of the zip and unpacked together, is read before threads have begun."""


class Stream:
    """Reads the data of one entry after another, for one thread."""

    def __init__(self, source: Source) -> None:
        """Read from this file."""
        self._source = source
        self._buffer = memoryview(b"")

    def whole(self, entry: Entry, start: int) -> bytes:
        """The contents of an entry whose data begin at byte `start`; raises `MemberError` where they are damaged."""
        try:
            # A stored piece lies in the buffer, where the next one takes its place.
            return b"".join(bytes(piece) for piece in self._checked(entry, start))
        except MemberError:
            return b"".join(bytes(piece) for piece in self._checked(entry, start, by_zlib))

    def verify(self, entry: Entry, start: int) -> Defect | None:
        """What damage reading an entry finds."""
        try:
            deque(self._checked(entry, start), 0)
        except MemberError:
            try:
                deque(self._checked(entry, start, by_zlib), 0)
            except MemberError as error:
                return error.defect
        return None

    def _checked(self, entry: Entry, start: int, way: Way = inflate) -> Iterator[Bytes]:
        """The data in pieces, with size and checksum compared at the end.

        Damage is looked at a second time with zlib, so that every machine says the same of it.
        """
        crc = length = 0
        raw = self._raw(start, entry.compressed_size)
        try:
            for piece in raw if entry.method == STORED else way(raw):
                crc = crc32(piece, crc)
                length += len(piece)
                if length > entry.size:
                    break
                yield piece
        except InflateError as error:
            raise _damaged(entry, say("does not decompress")) from error
        if length != entry.size:
            raise _damaged(entry, _other_size(entry.size, length))
        if crc != entry.crc:
            raise _damaged(entry, _other_checksum(entry.crc, crc))

    def _raw(self, start: int, length: int) -> Iterator[memoryview]:
        size = min(length, _BLOCK)
        if len(self._buffer) < size:
            self._buffer = memoryview(bytearray(size))
        stop = start + length
        while start < stop and (count := self._source.into(self._buffer[: min(size, stop - start)], start)):
            start += count
            yield self._buffer[:count]


def verified(source: Source, entries: Sequence[tuple[Entry, int]]) -> tuple[Defect, ...]:
    """The damage in these entries, each with the byte at which its data begin, in their order."""
    threads = _threads() if sum(entry.compressed_size + entry.size for entry, _ in entries) > _WORTH_THREADS else 1
    found: dict[int, Defect] = {}
    # The largest first, so that no thread begins a long one when the others are done.
    left = deque(sorted(range(len(entries)), key=lambda number: -entries[number][0].size))

    def work() -> None:
        stream = Stream(source)
        while left:
            try:
                number = left.popleft()
            except IndexError:  # another thread took the last
                return
            defect = stream.verify(*entries[number])
            if defect is not None:
                found[number] = defect

    if threads == 1:
        work()
    else:
        from concurrent.futures import ThreadPoolExecutor  # takes a while to import, and small packages need none

        with ThreadPoolExecutor(threads) as pool:
            working = [pool.submit(work) for _ in range(threads)]
            try:
                for each in working:
                    each.result()
            finally:
                left.clear()  # whatever ended this, the others need not go on
    return tuple(found[number] for number in sorted(found))


def _threads() -> int:
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST_THREADS, allowed)


def _damaged(entry: Entry, detail: Said) -> MemberError:
    return MemberError(Defect(DefectKind.DAMAGED, entry.name, detail))


def _other_size(promised: int, found: int) -> Said:
    if found > promised:
        return say("should be {size:,} bytes long, but is more", size=promised)
    return say("should be {size:,} bytes long, but is {found:,}", size=promised, found=found)


def _other_checksum(promised: int, found: int) -> Said:
    return say(
        "has the checksum {found} where {promised} was promised", found=f"{found:08x}", promised=f"{promised:08x}"
    )
