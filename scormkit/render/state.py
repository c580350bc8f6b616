"""How long the saved state of a unit can get: the formula of the player's codec (`player/state.js`), in Python."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.render.site import Trackable

_HEAD = len("1") + len("abcd")
"""The codec's version and its checksum."""

_BEST = len("~") + len("7ps")
"""A score where the LMS judges scores: at most 10000 hundredths, to the base 36."""


def worst_case(pages: Sequence[str], trackables: Sequence[Trackable]) -> int:
    """The length, in characters, that no state of a unit with these page ids and trackables exceeds."""
    place = max(len(page) for page in pages)
    seen = sum(len(page) for page in pages) + len(pages) - 1
    answers = sum(len(each.id) + len("-") + each.tracking.state_size for each in trackables)
    between = max(len(trackables) - 1, 0)
    return _HEAD + place + len("~") + seen + len("~") + answers + between + _BEST
