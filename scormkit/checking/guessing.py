"""Hints that guess what was meant."""

from __future__ import annotations

from collections.abc import Collection

from scormkit.hints import nearest
from scormkit.said import Said, say


def did_you_mean(word: str, candidates: Collection[str], otherwise: Said) -> Said:
    """The nearest candidate as a question, or `otherwise`."""
    guess = nearest(word, candidates)
    return say("did you mean `{guess}`?", guess=guess) if guess else otherwise
