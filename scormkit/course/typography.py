"""Typographic care: the quotes, apostrophes, dashes, ellipses and no-break spaces that a language asks for.

Authors type what the keyboard has. The rules follow the Taaladvies pages of the Dutch Language Union (quotes and
apostrophes, *Leestekens*), Duden D 7 and K 8 (German), the *Lexique des règles typographiques en usage à
l'Imprimerie nationale* (French) and the Chicago Manual of Style 6 (English). What is typed well already stays,
web and mail addresses are never touched, and no letter or digit is ever added, lost or moved.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
OBJECT = "\ufffc"
"""Stands in a text for something that is not text, such as code or a formula: it counts as a word."""

_APOSTROPHE = "’"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”„«»…]*[\w/=&#]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_OPENERS = "([{<«‹„‚“‘"
_HIGH = ";:!?"
_NOWHERE = (sys.maxsize, sys.maxsize)


class Edit(NamedTuple):
    """A change of a text: what stands from `start` up to `end` becomes `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is particular to a language."""

    double: tuple[str, str]
    single: tuple[str, str]
    clitics: str
    """Words that begin with an apostrophe, as alternatives of a regular expression."""
    before_number: str
    """Abbreviations that stay with the number after them."""
    units: str
    """Words that stay with the number before them, beside the international units."""
    high_space: bool = False
    """Whether a space stands before `;`, `:`, `!` and `?`, and inside guillemets."""


_HABITS = {
    "nl": _Habits(
        ("“", "”"), ("‘", "’"), "s|t|n|k|m|r|ns|tis|twas", r"(?:p|pp|blz|pag|nr|art|hfst|afb|tab|fig)\.", "uur|min|sec"
    ),
    "en": _Habits(("“", "”"), ("‘", "’"), "tis|twas|til|em|cause|n", r"(?:pp?|no|nos|ch|fig|vol)\.", "min|a\\.m|p\\.m"),
    "de": _Habits(("„", "“"), ("‚", "‘"), "s|n|ne|nen|ner|nem", r"(?:S|Nr|Abb|Bd|Kap|Art)\.|§", "Uhr|Std|Min"),
    "fr": _Habits(
        ("«" + NARROW_NO_BREAK, NARROW_NO_BREAK + "»"),
        ("“", "”"),
        "(?!)",
        r"(?:pp?|art|chap|fig|vol)\.|[nN]°",
        "h|min",
        high_space=True,
    ),
}
_UNITS = "%|‰|°C|°|€|km|cm|mm|m|kg|mg|g|ml|l|kB|MB|GB"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The habits of a language as regular expressions.

    All alternatives of `trigger` begin with a literal character, so that the search skips to one of these at once.
    """

    habits: _Habits
    trigger: re.Pattern[str]
    clitic: re.Pattern[str]
    abbreviation: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    habits = _HABITS.get(language.partition("-")[0], _HABITS["en"])
    unit = rf" (?<=\d )(?=(?:{_UNITS}|{habits.units})(?![\w'’]))"
    high = r"|;|:|!|\?|«|»" if habits.high_space else ""
    return _Rules(
        habits,
        re.compile(rf"\"|'|\.\.\.+|-+| (?<=[.€§°] )(?=\d)|{unit}{high}"),
        re.compile(rf"'(?:(?:{habits.clitics})(?![\w'’])|\d\ds?(?![\w'’]))", re.IGNORECASE),
        re.compile(rf"(?:(?<!\w)(?:{habits.before_number})|€)\Z", re.IGNORECASE),
    )


def typeset(text: str, language: str) -> str:
    """The text with typographic care. A language without habits of its own is set as English is."""
    return _apply(text, edits(text, language))


def edits(text: str, language: str) -> list[Edit]:
    """What has to change in a text, in order and without overlap. `OBJECT` in it stands for what is not text."""
    rules = _rules(language)
    addresses = _addresses(text)
    begin, stop = next(addresses, _NOWHERE)
    found: list[Edit] = []
    marks: list[int] = []
    for match in rules.trigger.finditer(text):
        start, end = match.span()
        while stop <= start:
            begin, stop = next(addresses, _NOWHERE)
        if begin <= start:
            continue
        what = text[start]
        if what in "\"'":
            marks.append(start)
        elif what == "-":
            found += _dash(text, start, end)
        elif what == ".":
            found += [Edit(start, end, "…")] if end - start == 3 else []
        elif what != " ":
            found += _high_punctuation(text, start)
        elif text[start - 1].isdigit() or rules.abbreviation.search(text, max(0, start - 8), start):
            found.append(Edit(start, end, NO_BREAK))
    if marks:
        found += _quotes(text, marks, rules)
    return _without_overlap(found)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text or "@" in text:
        yield from (match.span() for match in re.finditer(_ADDRESS, text))


def _without_overlap(found: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(found):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _apply(text: str, changes: list[Edit]) -> str:
    if not changes:
        return text
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


def spread(pieces: list[str], language: str) -> list[str]:
    """The pieces of one running text, such as its words in bold and those between them, each with its share of care.

    A quote that opens in one piece may close in another. A change that would cross from piece to piece is not made.
    """
    found = edits("".join(pieces), language)
    if not found:
        return pieces
    changes = iter(found)
    change = next(changes, None)
    result: list[str] = []
    begin = 0
    for piece in pieces:
        end = begin + len(piece)
        mine: list[Edit] = []
        while change and change.start < end:
            if change.end <= end:
                mine.append(Edit(change.start - begin, change.end - begin, change.new))
            change = next(changes, None)
        result.append(_apply(piece, mine))
        begin = end
    return result


def _dash(text: str, start: int, end: int) -> Iterator[Edit]:
    """Two hyphens are a dash, three a long one, and so is one that stands free; arrows and rules stay."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start == 1:
        free = before == " " and text[start - 2 : start - 1].strip() and after in (" ", "\n")
        if free and text[end + 1 : end + 2].strip():
            yield Edit(start, end, "–")
    elif end - start <= 3 and before not in ("<", "!") and after != ">":
        yield Edit(start, end, "–" if end - start == 2 else "—")


def _high_punctuation(text: str, at: int) -> Iterator[Edit]:
    """French: the space before `;`, `:`, `!` and `?` and inside guillemets, which no line may break at."""
    mark = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "«":
        if after in (" ", NO_BREAK):
            yield Edit(at + 1, at + 2, NARROW_NO_BREAK)
        elif after.strip():
            yield Edit(at, at + 1, mark + NARROW_NO_BREAK)
        return
    if mark in ":;" and after.strip() and after not in "»”\"')]…":
        return
    if mark in "!?" and (after.isalnum() or after in ("/", "=", "_")):
        return
    space = NO_BREAK if mark == ":" else NARROW_NO_BREAK
    spaced = before in (" ", NO_BREAK, NARROW_NO_BREAK)
    neighbour = text[at - 2 : at - 1] if spaced else before
    if not neighbour.strip() or neighbour in _OPENERS or (mark != "»" and neighbour in _HIGH):
        return
    if not spaced:
        yield Edit(at, at + 1, space + mark)
    elif before != space:
        yield Edit(at - 1, at, space)


def _quotes(text: str, marks: list[int], rules: _Rules) -> Iterator[Edit]:
    """Straight quotes by their partners. A single one without a partner is an apostrophe."""
    pairs = {'"': rules.habits.double, "'": rules.habits.single}
    opened: list[int] = []
    for at in marks:
        mark = text[at]
        if mark == "'" and _is_apostrophe(text, at, rules):
            yield Edit(at, at + 1, _APOSTROPHE)
            continue
        partner = next((place for place in reversed(opened) if text[place] == mark), None)
        way = _way(text, at, partner is not None)
        if way == "open":
            opened.append(at)
        elif way == "close" and partner is not None:
            while (place := opened.pop()) != partner:
                yield _alone(text, place, pairs)
            yield Edit(partner, partner + 1, pairs[mark][0])
            yield Edit(at, at + 1, pairs[mark][1])
        elif way == "close" and mark == "'":
            yield Edit(at, at + 1, _APOSTROPHE)
        elif way == "close" and not text[at - 1].isdigit():
            # After a digit it would be inches or seconds.
            yield Edit(at, at + 1, pairs[mark][1])
    for place in opened:
        yield _alone(text, place, pairs)


def _alone(text: str, place: int, pairs: dict[str, tuple[str, str]]) -> Edit:
    """A quote that opens and is never closed: in a quotation of several paragraphs, or at the front of a word."""
    return Edit(place, place + 1, _APOSTROPHE if text[place] == "'" else pairs[text[place]][0])


def _is_apostrophe(text: str, at: int, rules: _Rules) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _wordlike(before):
        return _wordlike(after) or (rules.habits.high_space and before.isalpha() and after in ('"', "«"))
    return rules.clitic.match(text, at) is not None


def _way(text: str, at: int, has_partner: bool) -> str:
    """Whether a quote opens, closes or stays as it is, by what stands on either side of it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not before.strip():
        return "open" if after.strip() else "stay"
    if not after.strip():
        return "close"
    if _wordlike(before):
        return "stay" if _wordlike(after) else "close"
    if _wordlike(after):
        return "open"
    return "close" if has_partner else "open"


def _wordlike(character: str) -> bool:
    return character.isalnum() or character == OBJECT
