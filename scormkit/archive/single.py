"""One XML file that stands for a package: its structure, without the files that it speaks of."""

from __future__ import annotations

from pathlib import Path

from deflate import crc32

from scormkit.archive.container import BaseContainer
from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.limits import Limits
from scormkit.said import say


class SingleContainer(BaseContainer):
    """A file on disk, seen as a package that holds it under the name `name` and nothing else."""

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        """Take note of the size; raises `OSError` when the file is missing."""
        self._path = path
        self._limits = limits
        self._size = path.stat().st_size
        self.names: tuple[str, ...] = (name,)

    def size(self, name: str) -> int:
        """See `Container.size`."""
        self._known(name)
        return self._size

    def packed_size(self, name: str) -> int:
        """See `Container.packed_size`: nothing is packed here."""
        return self.size(name)

    def checksum(self, name: str) -> int:
        """See `Container.checksum`."""
        return crc32(self.read(name))

    def read(self, name: str, limit: int | None = None) -> bytes:
        """See `Container.read`; raises `OSError` besides, when the file cannot be opened."""
        self._known(name)
        most = self._limits.read_size if limit is None else min(limit, self._limits.read_size)
        with self._path.open("rb") as file:
            data = file.read(most + 1)
        if len(data) > most:
            detail = say(
                "is {size:,} bytes long (at most {most:,} are read)", size=max(self._size, len(data)), most=most
            )
            raise MemberError(Defect(DefectKind.MEMBER_TOO_LARGE, name, detail))
        return data

    def verify(self) -> tuple[Defect, ...]:
        """Nothing: a file of its own promises no checksum."""
        return ()

    def _known(self, name: str) -> None:
        if name not in self.names:
            raise KeyError(name)
