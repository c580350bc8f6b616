"""Letters of icing: just those that a cake in a film needs, as strokes; there are no fonts in the drawings."""

from __future__ import annotations

from course.studio.look import group, stroke

_LETTERS = {
    "V": ("M0 -20Q6 -6 8 0Q12 -14 18 -21q2 -2 4 0", 19.0),
    "o": ("M4 -10C-1 -10 -1 0 4 0C9 0 9 -10 4 -10q3 2 6 0", 10.0),
    "r": ("M0 -9q3 -2 4 0l0 9m0 -6q2 -5 6 -4", 10.5),
    "m": ("M0 -9q2 -2 3 0l0 9m0 -6q3 -5 5 -3q1 1 1 9m0 -6q3 -5 5 -3q1 1 1 7q0 3 3 1", 18.0),
    "i": ("M0 -8q2 -3 3 -1l0 6q0 4 4 2M3 -14.5l0 0.2", 7.0),
    "j": ("M0 -8q2 -3 3 -1l0 12q-1 6 -6 4M3 -14.5l0 0.2", 7.0),
    "n": ("M0 -9q2 -2 3 0l0 9m0 -6q3 -5 5 -3q1 1 1 7q0 3 3 1", 12.0),
    "e": ("M1 -5q8 -1 6 -4q-3 -3 -6 2q-1 7 4 7q3 0 5 -3", 10.0),
    "s": ("M6 -9q-5 -2 -5 2q5 2 5 5q-1 3 -6 1", 9.0),
    " ": ("", 9.0),
}


def icing(text: str, x: float, y: float, scale: float, colour: str) -> str:
    """The text in a line on y, with its middle at x. Raises KeyError for a letter that no cake has needed yet."""
    wide = sum(_LETTERS[letter][1] for letter in text)
    at, parts = -wide / 2, []
    for letter in text:
        strokes, step = _LETTERS[letter]
        if strokes:
            parts.append(group(stroke(strokes, colour, 2.2), x=at))
        at += step
    return group("".join(parts), x=x, y=y, scale=scale)
