"""A sequence that takes little room, for what is needed one by one: the modules of a course of thousands of pages."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, overload

from scormkit.archive.pressed import Pressed

T = TypeVar("T")


class Compact(Sequence[T]):
    """Values that are kept pickled and pressed, and made anew each time that they are asked for.

    What comes out equals what was put in, and is another object each time: go through the sequence once, and let each
    value go before the next. Their classes have to be such as `pickle` finds again, by module and name.
    """

    __slots__ = ("_kept",)

    def __init__(self, values: Iterable[T] = ()) -> None:
        """Take the values one by one; none of them is held any longer."""
        self._kept = tuple(Pressed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) for value in values)

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """The value at `index`, or those of a slice."""
        return tuple(map(_made, self._kept[index])) if isinstance(index, slice) else _made(self._kept[index])

    def __eq__(self, other: object) -> bool:
        """Whether `other` is such a sequence of equal values."""
        if not isinstance(other, Compact):
            return NotImplemented
        # Equal values need not be pickled alike.
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


def _made(kept: Pressed) -> Any:
    return pickle.loads(bytes(kept))  # noqa: S301 - of our own making, and it never left the process
