"""A package that lies unpacked in a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from deflate import crc32

from scormkit.archive.container import BaseContainer, kind_of_file
from scormkit.archive.defects import Defect, DefectKind, MemberError
from scormkit.archive.limits import Limits
from scormkit.archive.naming import name_defects
from scormkit.said import say

_CHUNK = 256 * 1024


class FolderContainer(BaseContainer):
    """A folder that holds an unpacked package. Links are reported and never followed."""

    def __init__(self, root: Path, limits: Limits) -> None:
        """Walk the folder; raises `OSError` when a part of it cannot be listed."""
        self._root = root
        self._limits = limits
        self._sizes: dict[str, int] = {}
        self.defects = tuple(self._walk())
        if not self.readable:
            self._sizes.clear()
        self.names = tuple(self._sizes)

    def size(self, name: str) -> int:
        """See `Container.size`."""
        return self._sizes[name]

    def packed_size(self, name: str) -> int:
        """See `Container.packed_size`: nothing is packed here."""
        return self._sizes[name]

    def checksum(self, name: str) -> int:
        """See `Container.checksum`."""
        if name not in self._sizes:
            raise KeyError(name)
        crc = 0
        with (self._root / name).open("rb") as file:
            while piece := file.read(_CHUNK):
                crc = crc32(piece, crc)
        return crc

    def read(self, name: str, limit: int | None = None) -> bytes:
        """See `Container.read`; raises `OSError` besides, when the file cannot be opened."""
        most = self._limits.read_size if limit is None else min(limit, self._limits.read_size)
        size = self._sizes[name]
        with (self._root / name).open("rb") as file:
            data = file.read(most + 1)
        if len(data) > most:
            detail = say("is {size:,} bytes long (at most {most:,} are read)", size=max(size, len(data)), most=most)
            raise MemberError(Defect(DefectKind.MEMBER_TOO_LARGE, name, detail))
        return data

    def verify(self) -> tuple[Defect, ...]:
        """Nothing: a folder promises no checksums."""
        return ()

    def _walk(self) -> Iterator[Defect]:
        limits = self._limits
        total = 0
        others: list[Defect] = []
        for number, (name, mode, size) in enumerate(self._entries(), 1):
            if number > limits.members:
                detail = say("has more than {most:,} files and folders", most=limits.members)
                yield Defect(DefectKind.TOO_MANY, None, detail)
                return
            if stat.S_ISDIR(mode):
                continue
            shown = os.fsencode(name).decode("utf-8", "backslashreplace")
            if shown != name:
                others.append(Defect(DefectKind.NAME_ENCODING, shown, say("has a name that is not UTF-8")))
                continue
            if not stat.S_ISREG(mode):
                others.append(Defect(DefectKind.NOT_A_FILE, name, kind_of_file(mode)))
                continue
            self._sizes[name] = size
            total += size
            if total > limits.total_size:
                yield Defect(DefectKind.TOO_LARGE, None, say("holds more than {most:,} bytes", most=limits.total_size))
                return
            if size > limits.member_size:
                detail = say("is {size:,} bytes long (at most {most:,})", size=size, most=limits.member_size)
                others.append(Defect(DefectKind.MEMBER_TOO_LARGE, name, detail))
        yield from name_defects(self._sizes)
        yield from others

    def _entries(self) -> Iterator[tuple[str, int, int]]:
        """Name, mode and size of all that there is, in the order of the names; of a folder its contents come next."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            with os.scandir(self._root / folder) as listing:
                # One more than is allowed tells that there are too many, however many there are.
                found = sorted(islice(listing, self._limits.members + 1), key=lambda entry: entry.name)
            folders = []
            for entry in found:
                name = folder + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(name + "/")
                    yield name, stat.S_IFDIR, 0
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield name, status.st_mode, status.st_size
            waiting.extend(reversed(folders))
