"""What a package is made of, as one digest: where two are equal, the writer writes the same bytes."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

from scormkit.archive.fingerprint import Fingerprint, changed
from scormkit.archive.pressed import Pressed
from scormkit.archive.state import is_settled, state_of
from scormkit.archive.writer import Member

_SMALL = 1 << 20
"""Files up to this size, in bytes, are read: what they hold is then known for certain, whatever their times say."""


class Compositions:
    """Says what packages are made of. Made for one build, in which it looks at each content once.

    What is in memory and what lies in a small file counts by its SHA-256. A large file counts by its state and its
    fingerprint together: a digest of it costs as much time as packing it, and two files whose fingerprints were made
    alike on purpose still differ in their states.
    """

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._contents: dict[bytes | Pressed, bytes] = {}
        self._files: dict[tuple[Path, Fingerprint], bytes | None] = {}

    def of(self, members: Iterable[Member]) -> str | None:
        """The digest of these members, in their order, in hexadecimal.

        None where it cannot be told for certain: a large file was written in this very moment, so that its state will
        not tell it from what is written next, or a file has no fingerprint that the writer will hold it to. Raises
        OSError for a file that cannot be read, among them SourceChangedError for one that is not what it was.
        """
        whole = hashlib.sha256()
        for member in members:
            found = self._digest(member)
            if found is None:
                return None
            name = member.name.encode()
            whole.update(len(name).to_bytes(8) + name + found)
        return whole.hexdigest()

    def _digest(self, member: Member) -> bytes | None:
        content = member.content
        if not isinstance(content, Path):
            if content not in self._contents:
                self._contents[content] = _sha256(b"bytes", bytes(content))
            return self._contents[content]
        if member.fingerprint is None:
            return None
        key = content, member.fingerprint
        if key not in self._files:
            self._files[key] = _digest_of_file(*key)
        return self._files[key]


def _digest_of_file(file: Path, fingerprint: Fingerprint) -> bytes | None:
    with file.open("rb") as source:
        state = state_of(os.fstat(source.fileno()))
        if state[2] > _SMALL:
            known = repr((state, fingerprint.crc32, fingerprint.size)).encode()
            return _sha256(b"large", known) if is_settled(state, time.time_ns()) else None
        content = source.read(_SMALL + 1)
    if Fingerprint.of(content) != fingerprint:
        raise changed(file)
    return _sha256(b"small", content)


def _sha256(kind: bytes, content: bytes) -> bytes:
    digest = hashlib.sha256(kind)
    digest.update(content)
    return digest.digest()
