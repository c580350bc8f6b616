"""Statements put together into requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_AROUND = 1
"""Bytes that a statement needs in an array beside its own: a comma or a bracket."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much goes into one request. A statement that is larger goes alone."""

    statements: int = 50
    size: int = 1_000_000
    """In bytes."""

    def __post_init__(self) -> None:
        """Raise `ValueError` where nothing would fit."""
        if self.statements < 1 or self.size < 1:
            raise ValueError("a batch holds at least one statement and one byte")


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement as it goes over the line."""

    index: int
    """Which of the statements it is."""
    id: str
    """In lower case."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """The statements of one request."""

    pieces: tuple[Piece, ...]
    is_patient: bool = True
    """Whether it is tried several times."""
    is_repeated: bool = False
    """Whether the LRS has said before that it took it, without having it."""

    @property
    def body(self) -> bytes:
        """The array that is sent."""
        return b"[" + b",".join(each.content for each in self.pieces) + b"]"

    @property
    def halves(self) -> list[Batch]:
        """Two batches of a batch that holds two or more."""
        middle = len(self.pieces) // 2
        return [replace(self, pieces=self.pieces[:middle]), replace(self, pieces=self.pieces[middle:])]


def batches(pieces: Iterable[Piece], limits: Limits) -> Iterator[Batch]:
    """The pieces in batches, in their order; none has an id twice, which an LRS refuses (xAPI 1.0.3, Comm 2.1.2)."""
    gathered: list[Piece] = []
    ids: set[str] = set()
    size = _AROUND
    for piece in pieces:
        more = len(piece.content) + _AROUND
        if gathered and (len(gathered) == limits.statements or size + more > limits.size or piece.id in ids):
            yield Batch(tuple(gathered))
            gathered, ids, size = [], set(), _AROUND
        gathered.append(piece)
        ids.add(piece.id)
        size += more
    if gathered:
        yield Batch(tuple(gathered))
