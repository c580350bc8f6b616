"""Bytes that wait in little room."""

from __future__ import annotations

import zlib

_FAST = 1
"""zlib's quickest level: pages become a fifth of what they were, in little of the time that making them takes."""


class Pressed:
    """Bytes that are kept deflated until they are needed: `bytes(pressed)` gives them, `len(pressed)` their number.

    A course of ten thousand pages is held in memory whole, so that nothing is written before all of it is known to be
    right; it need not take the room that it takes in a browser.
    """

    __slots__ = ("_data", "_size")

    def __init__(self, content: bytes) -> None:
        """Press `content`."""
        self._size = len(content)
        self._data = zlib.compress(content, _FAST)

    def __bytes__(self) -> bytes:
        """The bytes as they were, made anew each time."""
        return zlib.decompress(self._data)

    def __len__(self) -> int:
        """How many bytes there are, not how many they are pressed into."""
        return self._size

    def __eq__(self, other: object) -> bool:
        """Whether `other` is the same bytes, pressed."""
        return self._data == other._data if isinstance(other, Pressed) else NotImplemented

    def __hash__(self) -> int:
        """The same for the same bytes."""
        return hash(self._data)
