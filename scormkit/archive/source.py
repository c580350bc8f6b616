"""A file that several threads read, each at places of its own."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock


class Source:
    """An open file without a position: every read says where. A read past the end gives what there is."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `OSError` when it cannot be read."""
        self._file = path.open("rb", buffering=0)
        self._lock = Lock()
        self.size = os.fstat(self._file.fileno()).st_size
        """In bytes, when it was opened."""

    def at(self, offset: int, length: int) -> bytes:
        """The `length` bytes from byte `offset` on."""
        buffer = bytearray(max(0, min(length, self.size - offset)))
        return bytes(memoryview(buffer)[: self.into(memoryview(buffer), offset)])

    def into(self, buffer: memoryview, offset: int) -> int:
        """Fill `buffer` from byte `offset` on; the number of bytes that were there."""
        done = 0
        while done < len(buffer) and (count := self._some(buffer[done:], offset + done)):
            done += count
        return done

    def _some(self, buffer: memoryview, offset: int) -> int:
        if hasattr(os, "preadv"):
            return os.preadv(self._file.fileno(), [buffer], offset)
        with self._lock:  # Windows: there a file has one position, for all threads
            self._file.seek(offset)
            return self._file.readinto(buffer) or 0

    def close(self) -> None:
        """Close the file."""
        self._file.close()
