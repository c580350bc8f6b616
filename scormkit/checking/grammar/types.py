"""What may stand in an attribute or an element: the simple types that the bindings are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from scormkit.identifiers import has_bad_escape
from scormkit.said import Said, say

_BLANKS = re.compile(r"[ \t\r\n]+")
_FIRST = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NCNAME = rf"[{_FIRST}][{_FIRST}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*"
_ASCII_NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_WHOLE = re.compile(r"\+?\d+|-0+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Type:
    """A set of texts. `holds` tells whether a text is one of them; `expected` completes "it should be …"."""

    holds: Callable[[str], bool]
    expected: Said
    values: tuple[str, ...] = ()
    """All of them, where they are few."""
    most: int | None = None
    """How many characters they have at most, where nothing else is asked of them."""


def collapsed(text: str) -> str:
    """As XML Schema reads all but plain strings: without white space around it, and with one blank for each inside."""
    return _BLANKS.sub(" ", text).strip(" ")


def one_of(*values: str, exact: bool = False) -> Type:
    """One of some tokens; with `exact`, white space around one makes it another (xs:string)."""
    listed = ", ".join(f"`{value}`" for value in values)
    expected = say("one of {values}", values=listed) if len(values) > 1 else Said(listed)
    # Nearly every value is written without white space: a look at it as it stands saves taking that out.
    return Type(lambda text: text in values or (not exact and collapsed(text) in values), expected, values)


def decimal(low: str, high: str) -> Type:
    """A decimal number from `low` to `high`, both among them."""

    def holds(text: str) -> bool:
        written = collapsed(text)
        if not _DECIMAL.fullmatch(written):
            return False
        try:
            return Decimal(low) <= Decimal(written) <= Decimal(high)
        except InvalidOperation:
            return False

    return Type(holds, say("a number from {low} to {high}", low=low, high=high))


def at_most(characters: int) -> Type:
    """Text of at most so many characters."""
    expected = say("at most {characters:,} characters long", characters=characters)
    return Type(lambda text: len(text) <= characters, expected, most=characters)


def matching(pattern: str, expected: Said) -> Type:
    """What a regular expression matches as a whole, after white space is collapsed."""
    compiled = re.compile(pattern)
    return Type(lambda text: compiled.fullmatch(collapsed(text)) is not None, expected)


def _is_ncname(text: str) -> bool:
    return (_ASCII_NCNAME if text.isascii() else _ncname()).fullmatch(text) is not None


@cache
def _ncname() -> re.Pattern[str]:
    # To compile all that Unicode has takes a while, and hardly a package needs it.
    return re.compile(_NCNAME)


def _address(text: str) -> bool:
    return not has_bad_escape(text) and text.count("#") <= 1


def _anything(_: str) -> bool:
    return True


def _whole(text: str) -> bool:
    return _WHOLE.fullmatch(collapsed(text)) is not None


NOTHING = Type(lambda _: False, say("leave it out, or write an edition that knows it as schemaversion"))
"""Of an attribute that an edition has no longer, or not yet: what is `expected` is what to do."""
ANYTHING = Type(_anything, say("any text"))
NOT_BLANK = Type(lambda text: bool(text.strip()), say("not empty"))
BOOLEAN = Type(lambda text: collapsed(text) in ("true", "false", "1", "0"), say("`true` or `false`"), ("true", "false"))
WHOLE = Type(_whole, say("a whole number of 0 or more"))
ADDRESS = Type(_address, say("an address, with `%25` for each `%` and with one `#` at most"))
"""xs:anyURI as its processors take it: with blanks and accents, which they escape first."""
NCNAME = Type(
    lambda text: _is_ncname(collapsed(text)),
    say("a name that begins with a letter or `_` and goes on with letters, digits, `.`, `-` and `_`"),
)
