"""Deflate or store: what goes into the zip for the content of one member."""

from __future__ import annotations

import contextlib
import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import deflate

from scormkit.archive.fingerprint import Fingerprint
from scormkit.archive.keeping import keep
from scormkit.archive.records import DEFLATED, STORED

LARGEST_DEFLATED = 4 << 20
"""Larger files are stored, in bytes.

libdeflate packs a whole buffer at a time, so this bounds memory, to twice as much. What is larger in a course is film,
sound and pictures, which gain nothing by it.
"""
LARGEST_TEXT = 16 << 20
"""What is in memory anyway, a page above all, is deflated up to this size, at which readers begin to suspect a bomb."""

_LEVEL = 9
_RECIPE = f"libdeflate {deflate.__version__} level {_LEVEL}"
"""Named in all that the cache keeps: what another version packed is packed anew."""

_WORTH_KEEPING = 4 << 10
"""Smaller contents are packed as fast as a file is opened, in bytes."""

_HEAD = struct.Struct("<BLQ")
_DIGEST_SIZE = hashlib.sha256().digest_size

# Packed already, by a method of their own.
_COMPRESSED = (
    *(".apng", ".avif", ".gif", ".heic", ".jpeg", ".jpg", ".jxl", ".png", ".webp"),
    *(".aac", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".weba", ".wma"),
    *(".m4v", ".mkv", ".mov", ".mp4", ".ogv", ".webm", ".wmv"),
    *(".docx", ".epub", ".odp", ".ods", ".odt", ".pptx", ".woff", ".woff2", ".xlsx"),
    *(".7z", ".br", ".gz", ".rar", ".xz", ".zip", ".zst"),
)


@dataclass(frozen=True, slots=True)
class Packed:
    """The data of a member as they stand in the zip, by `method`; `crc32` and `size` are of the content."""

    method: Literal[0, 8]
    data: bytes | bytearray
    crc32: int
    size: int


@dataclass(frozen=True, slots=True)
class PackedCache:
    """Keeps deflated contents from build to build in `folder`; without one it keeps nothing.

    A content is found by its SHA-256 and by what packed it. What is kept bears a digest of itself, its key included, so
    nothing that was damaged or changed places comes out. May be used by several threads and processes at once.
    """

    folder: Path | None = None

    def pack(self, content: bytes, fingerprint: Fingerprint) -> tuple[Packed, str | None]:
        """`content`, deflated if that makes it smaller, and the name under which it is kept, if it is."""
        if self.folder is None or len(content) < _WORTH_KEEPING:
            return _pack(content, fingerprint), None
        key = _sha256(_RECIPE.encode() + b"\n", content).hex()
        packed = _kept(self.folder / key, content, fingerprint)
        if packed is None:
            packed = _pack(content, fingerprint)
            data = b"" if packed.method == STORED else packed.data
            head = _HEAD.pack(packed.method, packed.crc32, packed.size)
            keep(self.folder / key, _sha256(key.encode(), head, data), head, data)
        return packed, key


def is_compressed(name: str) -> bool:
    """Whether a member of this name is of a type that deflating cannot make smaller."""
    return name.lower().endswith(_COMPRESSED)


def _pack(content: bytes, fingerprint: Fingerprint) -> Packed:
    data = deflate.deflate_compress(content, _LEVEL) if content else b""
    if not content or len(data) >= len(content):
        return _stored(content, fingerprint)
    return Packed(DEFLATED, data, fingerprint.crc32, fingerprint.size)


def _kept(file: Path, content: bytes, fingerprint: Fingerprint) -> Packed | None:
    with contextlib.suppress(OSError, struct.error):
        kept = file.read_bytes()
        digest, body = kept[:_DIGEST_SIZE], memoryview(kept)[_DIGEST_SIZE:]
        method, crc32, size = _HEAD.unpack_from(body)
        if digest == _sha256(file.name.encode(), body) and (crc32, size) == (fingerprint.crc32, fingerprint.size):
            data = bytes(body[_HEAD.size :])
            return Packed(DEFLATED, data, crc32, size) if method == DEFLATED else _stored(content, fingerprint)
    return None


def _stored(content: bytes, fingerprint: Fingerprint) -> Packed:
    return Packed(STORED, content, fingerprint.crc32, fingerprint.size)


def _sha256(*pieces: bytes | bytearray | memoryview) -> bytes:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.digest()
