"""Deflated data, unpacked in pieces: by igzip where there is one for the machine, by zlib everywhere else."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import cast

try:
    from isal import igzip_lib
except ImportError:  # pragma: no cover - see docs/libraries.md: no wheel for this machine
    igzip_lib = None  # type: ignore[assignment]

PIECE = 128 * 1024
"""The largest piece that is given out, in bytes: however well data were packed, no more of them is held at once."""

Bytes = bytes | memoryview


class InflateError(Exception):
    """Raised for data that are not deflated, or that break off."""


def by_zlib(blocks: Iterable[Bytes]) -> Iterator[bytes]:
    """The deflated `blocks` unpacked, by zlib; what follows the end of the deflated data is left alone."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for block in blocks:
            rest: Bytes = block
            while True:
                piece = inflater.decompress(rest, PIECE)
                rest = inflater.unconsumed_tail
                if piece:
                    yield piece
                if inflater.eof:
                    return
                if not rest and len(piece) < PIECE:
                    break
    except zlib.error as error:
        raise InflateError from error
    raise InflateError


def by_igzip(blocks: Iterable[Bytes]) -> Iterator[bytes]:
    """The same by igzip, three times as fast.

    It unpacks whatever zlib unpacks, and some of what zlib refuses: codes that are not complete, for one.
    """
    refusal = cast("type[Exception]", igzip_lib.IsalError)  # its stub says that it is an exception, not a kind of them
    inflater = igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_DEFLATE)
    try:
        for block in blocks:
            piece = inflater.decompress(block, PIECE)
            while True:
                if piece:
                    yield piece
                if inflater.eof:
                    return
                if inflater.needs_input or not piece:
                    break
                piece = inflater.decompress(b"", PIECE)
    except refusal as error:
        raise InflateError from error
    raise InflateError


inflate: Callable[[Iterable[Bytes]], Iterator[bytes]] = by_zlib if igzip_lib is None else by_igzip
"""The faster of the two that is there. Both raise `InflateError`; what the faster one finds wrong, `by_zlib` judges."""
