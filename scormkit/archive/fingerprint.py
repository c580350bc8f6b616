"""What tells the content of a file from any other, found in one pass and remembered while the file stays the same."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from deflate import crc32

from scormkit.archive.keeping import keep
from scormkit.archive.state import State, state_of

_CHUNK = 1 << 20
_WORTH_KEEPING = 1 << 20
"""Smaller files are read again as fast as a note about them is found."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The content of a file: CRC-32 as zips have it, and size in bytes.

    It tells one version of a file from the next, as a name that a browser caches has to, and the files of one course
    from each other. It is no proof against somebody who makes two files alike on purpose. A digest that is costs as
    much time as copying the file.
    """

    crc32: int
    size: int

    @classmethod
    def of(cls, content: bytes) -> Fingerprint:
        """The fingerprint of bytes."""
        return cls(crc32(content), len(content))


class SourceChangedError(OSError):
    """A file was changed while it was read, or since its fingerprint was taken; `filename` says which."""


def changed(file: Path) -> SourceChangedError:
    """The error for a file that is not what it was."""
    return SourceChangedError(errno.EBUSY, "the file was changed during the build: build again", os.fspath(file))


_known: dict[str, tuple[State, Fingerprint]] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Takes fingerprints of files and remembers them: within the process, and with a `folder` from build to build.

    A file counts as unchanged while device, inode, size and both times stay the same. Where that is wrong the zip
    writer notices, since it compares every byte that it copies, and has the file forgotten. May be used by several
    threads and processes at once.
    """

    folder: Path | None = None

    def of(self, file: Path) -> Fingerprint:
        """The fingerprint of `file`, which is read only if it is not known. Raises OSError, also where it changes."""
        key = self.key(file)
        state = state_of(file.stat())
        with _lock:
            known = _known.get(key)
        if known is not None and known[0] == state:
            return known[1]
        found = self._kept(key, state)
        if found is None:
            state, found = _read(file)
            self._keep(key, state, found)
        with _lock:
            _known[key] = (state, found)
        return found

    def forget(self, file: Path) -> None:
        """Know nothing of `file` any more."""
        key = self.key(file)
        with _lock:
            _known.pop(key, None)
        if self.folder is not None:
            with contextlib.suppress(OSError):
                (self.folder / key).unlink()

    @staticmethod
    def key(file: Path) -> str:
        """Under which name a note about `file` is kept."""
        return hashlib.sha256(os.fsencode(file.absolute())).hexdigest()

    def _kept(self, key: str, state: State) -> Fingerprint | None:
        if self.folder is None or state[2] < _WORTH_KEEPING:
            return None
        try:
            note = json.loads((self.folder / key).read_bytes())
            if tuple(note["state"]) == state:
                return Fingerprint(int(note["crc32"]), int(note["size"]))
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def _keep(self, key: str, state: State, found: Fingerprint) -> None:
        if self.folder is not None and found.size >= _WORTH_KEEPING:
            keep(self.folder / key, json.dumps({"state": state} | asdict(found)).encode())


def _read(file: Path) -> tuple[State, Fingerprint]:
    crc = size = 0
    buffer = memoryview(bytearray(_CHUNK))
    with file.open("rb", buffering=0) as source:
        state = state_of(os.fstat(source.fileno()))
        while count := source.readinto(buffer):
            crc = crc32(buffer[:count], crc)
            size += count
        if state_of(os.fstat(source.fileno())) != state or size != state[2]:
            raise changed(file)
    return state, Fingerprint(crc, size)
