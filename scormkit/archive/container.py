"""What a package is to its reader: named files, and what is wrong with them before anybody opens one."""

from __future__ import annotations

import stat
from types import TracebackType
from typing import Protocol, Self

from scormkit.archive.defects import UNREADABLE, Defect
from scormkit.said import Said, say


class Container(Protocol):
    """A package as a set of named files. Use it as a context manager, by one thread at a time."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files (never folders), each once, `/` between the parts, in the container's own order."""

    @property
    def defects(self) -> tuple[Defect, ...]:
        """What names, sizes and headers alone show to be wrong."""

    @property
    def readable(self) -> bool:
        """Whether the container could be opened far enough to know its names."""

    def size(self, name: str) -> int:
        """The size of a file in bytes, as the container states it; `KeyError` for a name that is not there."""

    def packed_size(self, name: str) -> int:
        """The bytes that a file takes in the container itself, as it states them; `KeyError` as in `size`."""

    def checksum(self, name: str) -> int:
        """The CRC-32 of a file: of a zip what its directory promises, of a folder worked out from the contents.

        Raises `KeyError` as in `size`, and `OSError` where a file of a folder cannot be read.
        """

    def read(self, name: str, limit: int | None = None) -> bytes:
        """The contents of a file of at most `limit` bytes (never more than `Limits.read_size`), checksum compared.

        Raises `KeyError` for a name that is not there and `MemberError` for a file that is too large, damaged,
        encrypted or otherwise not to be had.
        """

    def verify(self) -> tuple[Defect, ...]:
        """Stream every file that nobody has read yet and compare size and checksum; the damage found by that."""

    def __enter__(self) -> Self:
        """Give the container itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""


class BaseContainer:
    """What both kinds share: being a context manager and standing closed after a defect of the whole."""

    defects: tuple[Defect, ...] = ()

    @property
    def readable(self) -> bool:
        """See `Container.readable`."""
        return not any(defect.kind in UNREADABLE for defect in self.defects)

    def __enter__(self) -> Self:
        """Give the container itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of what is open."""
        self.close()

    def close(self) -> None:
        """Let go of what is open."""


def kind_of_file(mode: int) -> Said:
    """A clause that says what a Unix file `mode` other than a plain file stands for."""
    return say("is a symbolic link") if stat.S_ISLNK(mode) else say("is not a regular file")
