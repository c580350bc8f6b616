"""What can be wrong with a package as a container, before anybody looks at its contents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from scormkit.said import Said


class DefectKind(Enum):
    """The ways in which a container can be broken, hostile or awkward."""

    NOT_A_ZIP = "not a zip"
    """The file is something else, or is empty."""
    TRUNCATED = "truncated"
    """The file begins as a zip, but its central directory is missing or damaged."""
    MULTI_DISK = "multi-disk"
    """The zip is one volume of several."""
    TOO_MANY = "too many members"
    TOO_LARGE = "too large in all"
    MEMBER_TOO_LARGE = "member too large"
    RATIO = "suspicious compression ratio"
    ENCRYPTED = "encrypted"
    METHOD = "unsupported compression method"
    UNSAFE_NAME = "unsafe name"
    """Absolute, with a drive letter, a backslash, a `..` segment or a NUL, or no name at all."""
    DUPLICATE = "duplicate name"
    CASE_CLASH = "names differ in letter case or Unicode form only"
    NAME_ENCODING = "name encoding"
    """Characters beyond ASCII without the flag that says UTF-8, or with the flag but not UTF-8."""
    NOT_A_FILE = "not a regular file"
    """A symbolic link, a device or a pipe."""
    DAMAGED = "damaged"
    """The data do not decompress, or not to the size and checksum that the directory promises."""
    OVERLAP = "overlapping"
    """Two members share bytes of the zip."""
    HEADER_MISMATCH = "header mismatch"
    """What stands beside the data disagrees with the central directory, or a row of that with itself."""
    AMBIGUOUS = "ambiguous"
    """Programs may find different central directories."""
    HIDDEN = "hidden"
    """An entry that the central directory does not list."""


UNREADABLE = frozenset(
    {
        DefectKind.NOT_A_ZIP,
        DefectKind.TRUNCATED,
        DefectKind.MULTI_DISK,
        DefectKind.TOO_MANY,
        DefectKind.TOO_LARGE,
    }
)
"""After one of these the container counts as closed: it has no names and no member can be read."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong with a container.

    `member` is the name of the entry, or None when the container as a whole is meant. `detail` is a clause that
    completes "this entry …" or "this file …" with the concrete value.
    """

    kind: DefectKind
    member: str | None
    detail: Said


class MemberError(Exception):
    """Raised when a member cannot be given out; `defect` says why."""

    def __init__(self, defect: Defect) -> None:
        """Keep the defect; the message is its detail."""
        super().__init__(f"{defect.member}: {defect.detail}")
        self.defect = defect
