"""What a judgement by a grammar finds."""

from __future__ import annotations

from dataclasses import dataclass

from scormkit.checking.source import Element, Name
from scormkit.hints import did_you_mean
from scormkit.said import Said


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a grammar is broken, and the requirement that is broken by it."""

    clause: str
    element: Element
    attribute: Name | None
    message: Said
    cure: Said
    """What to do when `known` holds nothing like `written`."""
    written: str = ""
    known: tuple[str, ...] = ()

    @property
    def hint(self) -> Said:
        """What to do about it. To guess what was meant is slow, so it is done for those only that are shown."""
        return did_you_mean(self.written, self.known, self.cure)
