"""What a translation file says of one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from scormkit.course.source import Mark, Source

State: TypeAlias = Literal["initial", "translated", "reviewed", "final"]
"""How far a translation is (XLIFF 2.0, 4.3.1, state)."""

STATES: tuple[State, ...] = get_args(State)

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of XLIFF 2.0 and 2.1."""

KEPT_FILE = "no-longer-used"
"""The id of the part that keeps translations whose texts are gone; no module's id has a hyphen."""

PREVIOUS = "scormkit:previous-source"
"""The category of the note that tells what an outdated translation was made from."""

OUTDATED = "scormkit:outdated"
"""The sub-state of a translation whose source has changed since (XLIFF 2.0, 4.3.1, subState: `prefix:value`)."""


_TOP = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation, as they stand in a file.

    `previous` is the source that an outdated translation was made from; `kept` marks a translation whose text is gone
    from the course. `place` is where the translation, or else the unit, stands in `file`.
    """

    id: str
    source: str
    target: str | None = None
    state: State = "initial"
    sub_state: str | None = None
    previous: str | None = None
    kept: bool = False
    file: Source | None = None
    place: Mark = _TOP

    @property
    def outdated(self) -> bool:
        """Whether the file itself says that the source has changed since."""
        return self.state == "initial" and self.sub_state == OUTDATED

    @property
    def translated(self) -> bool:
        """Whether there is a translation; a copy of the source is one where someone has said so in its state."""
        copied = self.state == "initial" and self.target == self.source
        return self.target is not None and bool(self.target.strip()) and not copied
