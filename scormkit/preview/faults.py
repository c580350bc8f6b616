"""Under what conditions a SCO is launched, and how the LMS fails it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """Calls of one API function that fail: the first `times` of a launch.

    `how`: the call answers "false", throws, or answers nothing and does nothing.
    """

    call: str
    how: Literal["false", "throw", "silent"] = "false"
    times: int = 1


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a SCO is launched. Without an `api` the LMS page offers none."""

    api: bool = True
    mode: Literal["normal", "review", "browse", ""] = "normal"
    credit: Literal["credit", "no-credit", ""] = "credit"
    faults: tuple[Fault, ...] = ()
