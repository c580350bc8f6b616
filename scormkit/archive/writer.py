"""The zip writer: the same members give the same bytes on every machine, and the file appears whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self

from deflate import crc32

from scormkit.archive.cache import ArchiveCache
from scormkit.archive.fingerprint import Fingerprint, Fingerprints, changed
from scormkit.archive.keeping import replacing
from scormkit.archive.packing import LARGEST_DEFLATED, LARGEST_TEXT, Packed, PackedCache, is_compressed
from scormkit.archive.pressed import Pressed
from scormkit.archive.records import STORED, Record, central_header, directory_end, local_header
from scormkit.archive.written import Used, Written

_CHUNK = 1 << 20
_SMALL = 64 << 10
"""Pieces from this size on are hashed beside the writing, in bytes."""

_AHEAD = 16 << 20
"""After so many bytes the disk is set to work, so that little is left to wait for at the end."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its name (relative, with `/`) and its bytes, pressed or not, or the file that holds them.

    `fingerprint`, where somebody took it already, is what the content must still be when it is written.
    """

    name: str
    content: bytes | Pressed | Path
    fingerprint: Fingerprint | None = None


def write_zip(path: Path, members: Iterable[Member], *, cache: ArchiveCache | None = None) -> Written:
    """Write `members` in the given order to a zip at `path`, in the place of what is there, and see it on the disk.

    Types that are compressed already, and members of more than `LARGEST_DEFLATED` bytes, are stored and streamed; of
    the others, the smaller of the stored and the deflated form is taken. Memory does not grow with files. `cache` saves
    reading and packing again what did not change; the bytes are the same with it and without.

    Raises OSError, among them SourceChangedError for a file that is not what its fingerprint says; and ValueError for
    a name that comes twice or that a zip cannot hold. Then whatever stood at `path` still does.
    """
    with replacing(path) as stream, _Output(stream) as output:
        writer = _Writer(output, cache)
        for member in members:
            writer.add(member)
        return writer.finish()


class _Output:
    """Writes, hashes and sets the disk to work, all at once for large pieces; each lets go of the interpreter."""

    def __init__(self, stream: BinaryIO) -> None:
        self.size = 0
        self._stream = stream
        self._digest = hashlib.sha256()
        self._helpers = ThreadPoolExecutor(2)
        self._hashing: Future[None] | None = None
        self._sending: Future[None] | None = None
        self._on_its_way = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Write `data`, which must not change before the next call returns."""
        self._wait()
        if len(data) < _SMALL:
            self._digest.update(data)
        else:
            self._hashing = self._helpers.submit(self._digest.update, data)
        self._stream.write(data)
        self.size += len(data)
        if self.size - self._on_its_way >= _AHEAD:
            self._send()

    def sha256(self) -> str:
        """The SHA-256 of all that was written."""
        self._wait()
        return self._digest.hexdigest()

    def _send(self) -> None:
        # Linux answers "not needed" by beginning to write what is not on the disk yet. It does not wait for the disk,
        # but for room in its queue, and meanwhile the next pieces can be read.
        if hasattr(os, "posix_fadvise"):
            if self._sending is not None:
                self._sending.result()
            self._stream.flush()
            piece = self._on_its_way, self.size - self._on_its_way
            handle = self._stream.fileno()
            self._sending = self._helpers.submit(os.posix_fadvise, handle, *piece, os.POSIX_FADV_DONTNEED)
        self._on_its_way = self.size

    def _wait(self) -> None:
        if self._hashing is not None:
            self._hashing.result()
            self._hashing = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._helpers.shutdown()


class _Writer:
    """Puts one member after another, and remembers them for the table of contents."""

    def __init__(self, output: _Output, cache: ArchiveCache | None) -> None:
        self._output = output
        self._fingerprints = cache.fingerprints if cache else Fingerprints()
        self._packed = cache.packed if cache else PackedCache()
        self._records: dict[str, Record] = {}
        self._used_packed: set[str] = set()
        self._used_files: set[str] = set()

    def add(self, member: Member) -> None:
        if member.name in self._records:
            raise ValueError(f"two members are called {member.name!r}")
        if not isinstance(member.content, Path):
            content = bytes(member.content)
            self._add_bytes(member, content, Fingerprint.of(content))
            return
        file = member.content
        self._used_files.add(self._fingerprints.key(file))
        with file.open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            if size > LARGEST_DEFLATED or is_compressed(member.name):
                self._add_file(member, file, source)
                return
            content = source.read(LARGEST_DEFLATED + 1)
        found = Fingerprint.of(content)
        if found != (member.fingerprint or found) or found.size != size:
            raise self._changed(file)
        self._add_bytes(member, content, found)

    def finish(self) -> Written:
        """Write the table of contents."""
        start = self._output.size
        for record in self._records.values():
            self._output.write(central_header(record))
        self._output.write(directory_end(len(self._records), start, self._output.size - start))
        used = Used(frozenset(self._used_packed), frozenset(self._used_files))
        return Written(self._output.size, self._output.sha256(), used)

    def _add_bytes(self, member: Member, content: bytes, fingerprint: Fingerprint) -> None:
        if is_compressed(member.name) or len(content) > LARGEST_TEXT:
            packed = Packed(STORED, content, fingerprint.crc32, fingerprint.size)
        else:
            packed, kept = self._packed.pack(content, fingerprint)
            self._used_packed.update([kept] if kept else [])
        self._begin(member.name, packed.method, len(packed.data), fingerprint)
        self._output.write(packed.data)

    def _add_file(self, member: Member, file: Path, source: BufferedReader) -> None:
        """Copy a file. What its header promises was found earlier, so every byte is compared with it."""
        fingerprint = member.fingerprint or self._fingerprints.of(file)
        self._begin(member.name, STORED, fingerprint.size, fingerprint)
        crc = size = turn = 0
        buffers = (bytearray(_CHUNK), bytearray(_CHUNK))
        while count := source.readinto(buffers[turn]):
            piece = memoryview(buffers[turn])[:count]
            size += count
            if size > fingerprint.size:
                break
            self._output.write(piece)
            crc = crc32(piece, crc)
            turn = 1 - turn
        if (crc, size) != (fingerprint.crc32, fingerprint.size):
            raise self._changed(file)

    def _begin(self, name: str, method: Literal[0, 8], packed_size: int, fingerprint: Fingerprint) -> None:
        record = Record(name, method, fingerprint.crc32, packed_size, fingerprint.size, self._output.size)
        self._records[name] = record
        self._output.write(local_header(record))

    def _changed(self, file: Path) -> OSError:
        self._fingerprints.forget(file)
        return changed(file)
