"""What a judgement by a grammar finds."""

from __future__ import annotations

from dataclasses import dataclass

from scormkit.checking.grammar.types import Type
from scormkit.checking.source import Element, Name
from scormkit.hints import did_you_mean
from scormkit.said import Said, say, shortened


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


def refused(name: str, type_: Type, text: str, shown: str) -> Said:
    """That the text of an attribute or a tag with this name is none of the type; `shown` is how it is quoted."""
    if type_.most is not None:
        return say("{name} is {length:,} characters long", name=name, length=len(text))
    return say("{name} may not be `{value}`", name=name, value=shortened(shown))
