"""The files of a package as the readers of this room want them: relative to the structure file, and within limits."""

from __future__ import annotations

import heapq
from collections import defaultdict
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from scormkit.archive.container import Container
from scormkit.archive.defects import MemberError
from scormkit.archive.limits import Limits
from scormkit.archive.reader import open_container
from scormkit.archive.single import SingleContainer
from scormkit.checking import vocabulary as v
from scormkit.checking.source import MAX_BYTES, Element, XmlError, read_xml
from scormkit.inspecting.overview import Member, Sizes, TypeSize

LARGEST = 10
MAX_TOLD = 16_000_000
"""How many characters of metadata and facts are told; many items can share what stands in the package once."""
MAX_REMARKS = 20
"""How many remarks are kept; a hostile package could ask for millions."""

_DEEPEST = 10
"""How many folders deep the structure file is looked for."""


class UnreadableError(Exception):
    """A package that cannot be looked into, or a pair that cannot be compared; the text is one line that says why."""


class Contents:
    """An open package seen from the folder that holds its structure file.

    `root` is that folder ("" or ending in `/`), `structure` the file's name, or None where there is none; `remarks`
    gathers what could not be read.
    """

    def __init__(self, container: Container) -> None:
        """Find the structure file: at the root, or down a chain of folders that hold nothing but one folder."""
        self.container = container
        self.remarks: list[str] = []
        self._left = MAX_TOLD
        self.root = ""
        names = frozenset(container.names)
        for _ in range(_DEEPEST):
            if any(self.root + name in names for name in v.STRUCTURES):
                break
            rest = {name[len(self.root) :].partition("/")[::2] for name in names}
            folders = {folder for folder, below in rest}
            if len(folders) != 1 or any(not below for _, below in rest):
                self.root = ""
                break
            self.root += folders.pop() + "/"
        else:
            self.root = ""
        self.names = frozenset(name.removeprefix(self.root) for name in names)
        found = [name for name in v.STRUCTURES if name in self.names]
        self.structure = found[0] if found else None
        self.also = tuple(found[1:])

    def remark(self, text: str) -> None:
        """Keep a remark, once, up to `MAX_REMARKS`."""
        if len(self.remarks) < MAX_REMARKS and text not in self.remarks:
            self.remarks.append(text)

    def affords(self, characters: int) -> bool:
        """Whether so many characters more may be told; once they may not, nothing more is, and a remark says so."""
        self._left = self._left - characters if self._left >= characters else -1
        if self._left < 0:
            self.remark(f"it has more than {MAX_TOLD:,} characters of metadata and settings: the rest is not shown")
        return self._left >= 0

    def size(self, name: str) -> int:
        """The size of a file in bytes."""
        return self.container.size(self.root + name)

    def fingerprint(self, name: str) -> tuple[int, int]:
        """Checksum and size of a file: what is the same in both counts as the same file."""
        return self.container.checksum(self.root + name), self.size(name)

    def bytes(self, name: str, limit: int) -> bytes | None:
        """The contents of a file, or None with a remark."""
        try:
            return self.container.read(self.root + name, limit)
        except MemberError as error:
            self.remark(str(error))
        except KeyError:
            self.remark(f"{name}: is not in the package")
        return None

    def xml(self, name: str) -> Element | None:
        """The root element of a file, or None with a remark."""
        data = self.bytes(name, MAX_BYTES)
        if data is None:
            return None
        try:
            return read_xml(data, name)
        except XmlError as error:
            place = error.place
            self.remark(f"{name}:{place.line}:{place.column}: {error.detail}")
        return None

    def sizes(self) -> Sizes:
        """What the package weighs in all, by type, and its largest files."""
        container = self.container
        members = [Member(name, container.size(name), container.packed_size(name)) for name in container.names]
        kinds: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            kinds[PurePosixPath(member.name).suffix.lower().removeprefix(".")].append(member)
        by_type = [
            TypeSize(ending, len(some), sum(one.size for one in some), sum(one.packed for one in some))
            for ending, some in kinds.items()
        ]
        return Sizes(
            files=len(members),
            size=sum(one.size for one in members),
            packed=sum(one.packed for one in members),
            by_type=tuple(sorted(by_type, key=lambda one: (-one.size, one.ending))),
            largest=tuple(heapq.nsmallest(LARGEST, members, key=lambda one: (-one.size, one.name))),
        )


def open_package(path: Path) -> Container:
    """Open a zip, a folder, or a structure file on its own.

    Raises `OSError` where the path is missing or cannot be read, and `UnreadableError` where it is none of the three.
    """
    lone = _lone(path)
    if lone is not None:
        return lone
    container = open_container(path)
    if not container.readable:
        with container:
            defect = next(one for one in container.defects if one.member is None)
        raise UnreadableError(f"{path} {defect.detail}")
    return container


def _lone(path: Path) -> Container | None:
    if path.suffix.lower() != ".xml" or not S_ISREG(path.stat().st_mode):
        return None
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"{path} is longer than {MAX_BYTES:,} bytes, the most that is read of a file of XML")
    try:
        root = read_xml(data, path.name)
    except XmlError as error:
        raise UnreadableError(f"{path}:{error.place.line}:{error.place.column}: {error.detail}") from error
    if root.name.local not in v.STRUCTURE_OF:
        raise UnreadableError(f"{path} is XML that describes no package: its root is <{root.name}>")
    return SingleContainer(path, v.STRUCTURE_OF[root.name.local], Limits())
