"""How long a film lasts, as the header of its file says.

Reads no more than the headers, and believes nothing in them: whatever does not fit is no length, never an error.

Sources: ISO/IEC 14496-12 (ISO base media file format), 4.2 (boxes) and 8.2.2 (movie header box); RFC 8794 (EBML), 4 and
6 (element ids and sizes); RFC 9559 (Matroska), 5.1.2 (segment information).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MOST_PARTS = 1000
"""How many boxes or elements are looked at on one level."""

_SEGMENT = 0x18538067
_INFO = 0x1549A966
_TIMESTAMP_SCALE = 0x2AD7B1
_DURATION = 0x4489
_NANOSECONDS = 1_000_000_000


def film_length(file: Path) -> float | None:
    """The length of an MP4 or WebM film in seconds; None where the file does not say, or cannot be read."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            length = _webm(stream, size) if file.suffix.lower() == ".webm" else _mp4(stream, size)
    except (OSError, struct.error, OverflowError):
        return None
    # A length that is no number fails this as well.
    return length if length is not None and 0 < length < 1_000_000 else None


def _mp4(stream: BinaryIO, size: int) -> float | None:
    for kind, start, end in _boxes(stream, 0, size):
        if kind == b"moov":
            for inner, at, _ in _boxes(stream, start, end):
                if inner == b"mvhd":
                    return _movie_header(stream, at)
    return None


def _boxes(stream: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Type, and where the content begins and ends, of each box from `at` to `end`."""
    for _ in range(_MOST_PARTS):
        if at + 8 > end:
            return
        stream.seek(at)
        size, kind = struct.unpack(">I4s", stream.read(8))
        start = at + 8
        if size == 1:
            (size,) = struct.unpack(">Q", stream.read(8))
            start += 8
        stop = end if size == 0 else at + size
        if stop < start or stop > end:
            return
        yield kind, start, stop
        at = stop


def _movie_header(stream: BinaryIO, at: int) -> float | None:
    stream.seek(at)
    version = stream.read(4)[:1]
    form = ">8xII" if version == b"\0" else ">16xIQ"
    scale, duration = struct.unpack(form, stream.read(struct.calcsize(form)))
    return duration / scale if scale else None


def _webm(stream: BinaryIO, size: int) -> float | None:
    for kind, start, end in _elements(stream, 0, size):
        if kind == _SEGMENT:
            for inner, at, stop in _elements(stream, start, end):
                if inner == _INFO:
                    return _segment_information(stream, at, stop)
    return None


def _elements(stream: BinaryIO, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Id, and where the content begins and ends, of each element from `at` to `end`."""
    for _ in range(_MOST_PARTS):
        stream.seek(at)
        kind = _number(stream, 4, marked=True)
        size = _number(stream, 8, marked=False)
        if kind is None or size is None:
            return
        start = stream.tell()
        # All ones: the writer did not know the size, and the element goes on to the end.
        unknown = size == (1 << (7 * (start - at - (kind.bit_length() + 7) // 8))) - 1
        stop = end if unknown else start + size
        if stop > end:
            return
        yield kind, start, stop
        at = stop


def _number(stream: BinaryIO, longest: int, *, marked: bool) -> int | None:
    """A number whose first byte tells its length by its first bit that is set; `marked` leaves that bit in."""
    first = stream.read(1)
    if not first or not first[0]:
        return None
    length = 9 - first[0].bit_length()
    rest = stream.read(length - 1)
    if length > longest or len(rest) != length - 1:
        return None
    number = int.from_bytes(first + rest, "big")
    return number if marked else number & ((1 << (7 * length)) - 1)


def _segment_information(stream: BinaryIO, at: int, end: int) -> float | None:
    scale, duration = 1_000_000, None
    for kind, start, stop in _elements(stream, at, end):
        stream.seek(start)
        if kind == _TIMESTAMP_SCALE and stop - start <= 8:
            scale = int.from_bytes(stream.read(stop - start), "big")
        if kind == _DURATION and stop - start in (4, 8):
            (duration,) = struct.unpack(">f" if stop - start == 4 else ">d", stream.read(stop - start))
    return None if duration is None else duration * scale / _NANOSECONDS
