"""What became of statements that were to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Fate(Enum):
    """What became of one statement."""

    SENT = "sent"
    """The LRS has it."""
    THERE = "already there"
    """The LRS had this very statement before."""
    REFUSED = "refused"
    """The LRS does not take it, or it is no statement and was not sent: sending it again will not help."""
    UNSENT = "unsent"
    """It may be sent again as it is: its id makes that harmless, whether it arrived or not."""


@dataclass(frozen=True, slots=True)
class Result:
    """One statement, with its id, and what became of it."""

    statement: Any
    fate: Fate
    reason: str = ""
    """Why it was refused or is unsent, in plain English; has no control characters, and line breaks only between the
    problems of a statement that is none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all of them, in their order."""

    results: tuple[Result, ...]
    stopped: str = ""
    """Why sending ended before its time; empty where every statement had its turn."""

    def count(self, fate: Fate) -> int:
        """How many statements have this fate."""
        return sum(each.fate is fate for each in self.results)

    @property
    def left(self) -> list[Any]:
        """The statements that the LRS does not have, so far as is known: refused or unsent."""
        return [each.statement for each in self.results if each.fate in (Fate.REFUSED, Fate.UNSENT)]
