"""What is in a wall or hangs on it: windows, doors, pictures, a clock."""

from __future__ import annotations

from math import cos, radians, sin

from course.studio.look import (
    BUTTER,
    DARK_WOOD,
    INK,
    MIST,
    OCHRE,
    SAGE,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    blend,
    circle,
    darker,
    dots,
    lighter,
    line,
    path,
    points,
    rect,
    stroke,
)


def window(
    x: float, y: float, width: float, height: float, *, sky: str = MIST, view: bool = True, sill: bool = True
) -> str:
    """A window with its upper left corner at (x, y); `view` puts hills behind it."""
    frame = width * 0.055
    inside = rect(x, y, width, height, sky)
    if view:
        low = y + height
        inside += path(
            points(
                "M? ?V?Q? ? ? ?T? ?V?Z",
                x,
                low,
                low - height * 0.25,
                x + width * 0.25,
                low - height * 0.45,
                x + width * 0.55,
                low - height * 0.2,
                x + width,
                low - height * 0.3,
                low,
            ),
            blend(SAGE, sky, 0.45),
        )
    bars = rect(x + width / 2 - frame / 2, y, frame, height, WHITE) + rect(
        x, y + height * 0.36, width, frame * 0.8, WHITE
    )
    edge = path(
        points(
            "M? ?h?v?h?ZM? ?v?h?v?Z",
            x - frame,
            y - frame,
            width + 2 * frame,
            height + 2 * frame,
            -width - 2 * frame,
            x,
            y,
            height,
            width,
            -height,
        ),
        WHITE,
    )
    board = (
        rect(x - frame * 2.2, y + height + frame, width + frame * 4.4, frame * 1.3, darker(WHITE, 0.08)) if sill else ""
    )
    return inside + bars + edge + board


def curtains(x: float, y: float, width: float, height: float, colour: str = OCHRE) -> str:
    """Two curtains and their rail, for a window of that place and size."""
    rail = line(x - width * 0.2, y - 12, x + width * 1.2, y - 12, DARK_WOOD, 4)
    drops = "".join(
        path(
            points(
                "M? ?L? ?Q? ? ? ?L? ?Q? ? ? ?Z",
                at,
                y - 12,
                at + side * width * 0.24,
                y - 12,
                at + side * width * 0.2,
                y + height * 0.5,
                at + side * width * 0.26,
                y + height + 22,
                at - side * width * 0.05,
                y + height + 22,
                at + side * width * 0.04,
                y + height * 0.5,
                at,
                y - 12,
            ),
            colour,
        )
        + line(at + side * width * 0.11, y, at + side * width * 0.12, y + height + 12, darker(colour), 2)
        for at, side in ((x - width * 0.14, 1), (x + width * 1.14, -1))
    )
    return drops + rail


def door(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    opening: float = 0.0,
    colour: str = TEAL,
    beyond: str = BUTTER,
    pane: bool = False,
    content: str = "",
) -> str:
    """A door with the middle of its threshold at (x, y), hinged at the right; `opening` 0 is shut, 1 wide open.

    Open, it shows `beyond`, and `content` (SVG in the scene's units) in the doorway behind the leaf.
    """
    left, top = x - width / 2, y - height
    frame = width * 0.08
    opening = max(0.0, min(1.0, opening))
    leaf = width * (1 - 0.84 * opening)
    start, skew = left + width - leaf, height * 0.04 * opening
    tone = darker(colour, 0.25 * opening)
    low = y + skew * 0.4
    panel = path(
        points("M? ?L? ?L? ?L? ?Z", start, top - skew * 0.5, left + width, top, left + width, y, start, low), tone
    )
    inner = "".join(
        path(
            points(
                "M? ?H?V?H?Z",
                start + leaf * 0.16,
                top + height * a,
                start + leaf * 0.84,
                top + height * b,
                start + leaf * 0.16,
            ),
            BUTTER if pane and a < 0.2 else lighter(tone, 0.16),
        )
        for a, b in ((0.09, 0.42), (0.54, 0.9))
    )
    knob = circle(start + leaf * 0.1, top + height * 0.5, max(2.5, width * 0.032), OCHRE)
    return (
        rect(left - frame, top - frame, width + 2 * frame, height + frame, WHITE)
        + rect(left, top, width, height, beyond)
        + content
        + panel
        + inner
        + knob
    )


def clock(x: float, y: float, radius: float, hour: float, minute: float) -> str:
    """A wall clock that shows the time."""

    def hand(angle: float, length: float, width: float) -> str:
        return line(
            x, y, x + sin(radians(angle)) * radius * length, y - cos(radians(angle)) * radius * length, INK, width
        )

    marks = dots(
        [(x + sin(radians(a)) * radius * 0.78, y - cos(radians(a)) * radius * 0.78) for a in range(0, 360, 30)],
        radius * 0.045,
        STONE,
    )
    return (
        circle(x, y, radius, DARK_WOOD)
        + circle(x, y, radius * 0.9, WHITE)
        + marks
        + hand(hour * 30 + minute / 2, 0.46, radius * 0.1)
        + hand(minute * 6, 0.68, radius * 0.07)
        + circle(x, y, radius * 0.08, TERRACOTTA)
    )


def frame(
    x: float, y: float, width: float, height: float, content: str = "", *, colour: str = WOOD, inside: str = MIST
) -> str:
    """A picture on the wall, its upper left corner at (x, y); without content it is hills."""
    edge = max(4.0, width * 0.05)
    hills = path(
        points(
            "M? ?V?Q? ? ? ?T? ?V?Z",
            x,
            y + height,
            y + height * 0.68,
            x + width * 0.25,
            y + height * 0.4,
            x + width * 0.5,
            y + height * 0.68,
            x + width,
            y + height * 0.6,
            y + height,
        ),
        SAGE,
    ) + circle(x + width * 0.72, y + height * 0.3, height * 0.12, BUTTER)
    return (
        rect(x - edge, y - edge, width + 2 * edge, height + 2 * edge, colour, radius=2)
        + rect(x, y, width, height, inside)
        + (content or hills)
    )


def board(x: float, y: float, width: float, height: float, *, content: str = "") -> str:
    """A school board, its upper left corner at (x, y), with a drawing of chalk."""
    chalk = stroke(
        points(
            "M? ?q? ? ? ?t? ?",
            x + width * 0.1,
            y + height * 0.75,
            width * 0.15,
            -height * 0.5,
            width * 0.25,
            -height * 0.2,
            width * 0.2,
            -height * 0.3,
        ),
        BUTTER,
        3,
    ) + "".join(
        line(x + width * 0.66, y + height * at, x + width * (0.66 + long), y + height * at, MIST, 3)
        for at, long in ((0.3, 0.22), (0.45, 0.16), (0.6, 0.2))
    )
    return (
        rect(x - 7, y - 7, width + 14, height + 14, WOOD, radius=3)
        + rect(x, y, width, height, TEAL)
        + (content or chalk)
        + rect(x + width * 0.1, y + height + 5, width * 0.8, 6, DARK_WOOD, radius=2)
    )
