"""Under what conditions a SCO is launched, and how the LMS fails it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """Calls of one API function that fail: the first `times` of a launch.

    `how`: the call answers "false", throws, answers nothing and does nothing, or is carried out `seconds` late, while
    the page that called can do nothing else. Where there is an `element`, only calls about it fail, and of these only
    those with a value of more than `above` characters. `error` is what the LMS then gives as its last error.

    While an LMS page is open, more of them can be added to its `window.faults`, as objects with all these fields.
    """

    call: str
    how: Literal["false", "throw", "silent", "late"] = "false"
    times: int = 1
    element: str = ""
    above: int = -1
    error: str = "101"
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a SCO is launched. Without an `api` the LMS page offers none."""

    api: bool = True
    mode: Literal["normal", "review", "browse", ""] = "normal"
    credit: Literal["credit", "no-credit", ""] = "credit"
    faults: tuple[Fault, ...] = ()
