"""What becomes of learners' progress when one package replaces another, as typed values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from scormkit.inspecting.overview import Role


class Progress(Enum):
    """What learners keep; the value is how people call it."""

    KEPT = "kept"
    AT_RISK = "at risk"
    """It depends on the LMS."""
    PARTLY = "partly lost"
    LOST = "lost"
    NONE = "none"
    """There was nothing to keep: a heading, or something new."""


class Fate(Enum):
    """What became of an item."""

    KEPT = "kept"
    REIDENTIFIED = "identifier changed"
    """The same title or launch file under another identifier."""
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that differs: its name (`title`, `launch`, `role`, or a setting), before and after.

    `place` names what an item stands in ("" for the top); the same on both sides, it stands in another order there.
    """

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What a page built by scormkit has lost, gained and kept, by ids.

    An answer is lost where its activity is gone, and may be where the activity is of another kind or has less room now
    (`activities_changed`). `unit` is True where the page belongs to another module or course: what it keeps on the
    learner's device is lost.
    """

    unit: bool
    pages_gone: tuple[str, ...]
    pages_new: tuple[str, ...]
    activities_gone: tuple[str, ...]
    activities_changed: tuple[str, ...]
    activities_new: tuple[str, ...]
    activities_kept: int

    @property
    def loses(self) -> bool:
        """Whether learners lose anything of what they did."""
        return bool(self.unit or self.pages_gone or self.activities_gone or self.activities_changed)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item of either package and what becomes of it.

    `identifier` and `title` are those of the new package, of the old one where the item is gone; `role` likewise.
    `details` hold all that differs. `inside` is None where the item is not scormkit's or did not change.
    """

    fate: Fate
    identifier: str
    title: str
    role: Role
    details: tuple[Detail, ...]
    inside: Inside | None
    progress: Progress
    reason: str


@dataclass(frozen=True, slots=True)
class Files:
    """The files that differ by checksum or size, sorted by name; `same` counts the others."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two packages."""

    package: str
    edition: str
    identifier: str
    version: str
    title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two packages held against each other.

    `details` differ between the packages as a whole; `items` stand in the order of the new package, those that are
    gone at the end. `progress` is the verdict and `reasons` say why, the weightiest first. `remarks` say what could
    not be read of either.
    """

    old: Side
    new: Side
    details: tuple[Detail, ...]
    items: tuple[ItemChange, ...]
    files: Files
    progress: Progress
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def keeps_progress(self) -> bool:
        """Whether learners keep all that they did, in any LMS."""
        return self.progress in (Progress.KEPT, Progress.NONE)
