"""Guessing what was meant, for the hints of every room."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from itertools import islice

_MOST_CANDIDATES = 2_000
_LONGEST = 200


def nearest(word: str, candidates: Collection[str]) -> str | None:
    """The candidate that looks most like `word`, or None when none does.

    Comparing is slow, so of very many candidates only the first two thousand are looked at, and no endless word.
    """
    if len(word) > _LONGEST:
        return None
    few = list(islice(candidates, _MOST_CANDIDATES))
    lowered = word.strip().lower()
    for candidate in few:
        if candidate.lower() == lowered:
            return candidate
    return next(iter(get_close_matches(word, few, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, candidates: Collection[str], otherwise: str) -> str:
    """A hint: the nearest candidate as a question, or `otherwise`."""
    guess = nearest(word, candidates)
    return f"did you mean `{guess}`?" if guess else otherwise
