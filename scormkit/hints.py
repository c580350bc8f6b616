"""Guessing what was meant, for the hints of every room."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from itertools import accumulate, islice
from posixpath import commonprefix
from typing import overload

from scormkit.said import Said, say

_MOST_CANDIDATES = 2_000
_LONGEST = 200
_MOST_WORK = 500_000
"""How many pairs of characters are compared, for which difflib takes a twentieth of a second: reports guess often."""


def nearest(word: str, candidates: Collection[str]) -> str | None:
    """The candidate that looks most like `word`, or None when none does.

    Comparing is slow, so of very many candidates only the first two thousand are looked at, of long ones fewer, and no
    endless word.
    """
    if len(word) > _LONGEST:
        return None
    few = list(islice(candidates, _MOST_CANDIDATES))
    lowered = word.strip().lower()
    for candidate in few:
        if candidate.lower() == lowered:
            return candidate
    lengths = accumulate((len(candidate) + 1) * (len(word) + 1) for candidate in few)
    affordable = [candidate for candidate, work in zip(few, lengths, strict=True) if work <= _MOST_WORK]
    return next(iter(get_close_matches(word, affordable, n=1, cutoff=0.6)), None)


def is_slip(word: str, name: str) -> bool:
    """Whether `word` is `name` but for one slip: a letter more, less, another, two exchanged, or other capitals.

    It costs no more than reading the name once, so it may be asked of everything in a file, unlike `nearest`.
    """
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    written, meant = word.lower(), name.lower()
    same = len(commonprefix((written, meant)))
    left, right = written[same:], meant[same:]
    exchanged = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return exchanged or left[1:] == right[1:] or left[1:] == right or left == right[1:]


@overload
def did_you_mean(word: str, candidates: Collection[str], otherwise: str) -> str: ...
@overload
def did_you_mean(word: str, candidates: Collection[str], otherwise: Said) -> Said: ...
def did_you_mean(word: str, candidates: Collection[str], otherwise: str | Said) -> str | Said:
    """A hint: the nearest candidate as a question, or `otherwise`; in English where that is no sentence."""
    guess = nearest(word, candidates)
    if guess is None:
        return otherwise
    question = say("did you mean `{guess}`?", guess=guess)
    return question if isinstance(otherwise, Said) else str(question)
