"""What a room is made of, and what hangs or stands along its walls.

Everything returns SVG in the units of the scene. What stands is placed by the middle of its foot.
"""

from __future__ import annotations

from math import cos, radians, sin

from course.studio.look import (
    BUTTER,
    CREAM,
    DARK_WOOD,
    INK,
    MIST,
    OCHRE,
    PLUM,
    SAGE,
    SAND,
    SEA,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    blend,
    circle,
    darker,
    dots,
    ellipse,
    group,
    lighter,
    line,
    path,
    points,
    rect,
    stroke,
)


def room(width: float, height: float, horizon: float, *, wall: str = CREAM, floor: str = SAND) -> str:
    """A wall down to `horizon`, a skirting board, and the floor."""
    return (
        rect(0, 0, width, height, wall)
        + rect(0, horizon, width, height - horizon, floor)
        + rect(0, horizon - 7, width, 8, lighter(wall, 0.45))
    )


def rug(x: float, y: float, width: float, depth: float, colour: str = TERRACOTTA) -> str:
    """An oval rug on the floor, its middle at (x, y)."""
    return ellipse(x, y, width / 2, depth / 2, colour, opacity=0.45) + ellipse(
        x, y, width * 0.41, depth * 0.38, lighter(colour), opacity=0.55
    )


def shadow(x: float, y: float, width: float) -> str:
    """The soft shadow under what stands at (x, y)."""
    return ellipse(x, y, width / 2, width * 0.07, INK, opacity=0.1)


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


def garland(x1: float, x2: float, y: float, sag: float, *, flags: int = 9, size: float = 26) -> str:
    """Bunting from (x1, y) to (x2, y)."""
    colours = (TERRACOTTA, TEAL, OCHRE, SAGE, PLUM)
    parts = [stroke(points("M? ?Q? ? ? ?", x1, y, (x1 + x2) / 2, y + 2 * sag, x2, y), PLUM, 2.4, opacity=0.6)]
    for index in range(flags):
        t = (index + 0.5) / flags
        at, low = x1 + (x2 - x1) * t, y + 4 * sag * t * (1 - t)
        slope = (0.5 - t) * 8 * sag / (x2 - x1) * 40
        parts.append(
            group(
                path(points("M? 0H?L0 ?Z", -size / 2, size / 2, size * 1.1), colours[index % 5]),
                x=at,
                y=low,
                angle=slope,
            )
        )
    return "".join(parts)


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


def shelf(x: float, y: float, width: float) -> str:
    """A wall shelf with books and a bowl, its board at y."""
    books = ((0.1, 34, TERRACOTTA), (0.17, 40, TEAL), (0.24, 30, OCHRE), (0.31, 37, PLUM), (0.38, 33, SAGE))
    parts = "".join(
        rect(x + width * at, y - high * width / 160, width * 0.062, high * width / 160, tone, radius=1)
        for at, high, tone in books
    )
    bowl = path(
        points(
            "M? ?h?q0 ? ? ?h?q? 0 ? ?Z",
            x + width * 0.62,
            y - width * 0.12,
            width * 0.24,
            width * 0.12,
            -width * 0.09,
            width * 0.12,
            -width * 0.06,
            -width * 0.09,
            -width * 0.09,
            -width * 0.12,
        ),
        SEA,
    )
    return parts + bowl + rect(x, y, width, width * 0.04, WOOD, radius=2)


def coat_rack(x: float, y: float, width: float, *, hooks: int = 5) -> str:
    """A board of hooks on the wall, its upper left corner at (x, y)."""
    pegs = dots([(x + width * (i + 0.5) / hooks, y + 8) for i in range(hooks)], 4, OCHRE)
    return rect(x, y, width, 15, WOOD, radius=4) + pegs


def hanging_coat(x: float, y: float, height: float, *, colour: str = TERRACOTTA, hood: bool = True) -> str:
    """A coat on a hook at (x, y)."""
    fold = darker(colour, 0.16)
    body = (
        path(
            "M-14 4C-28 8 -34 16 -38 34L-44 84L-32 88L-26 52L-30 100Q0 108 30 100L26 52"
            "L32 88L44 84L38 34C34 16 28 8 14 4Z",
            colour,
        )
        + line(0, 12, 0, 102, fold, 2)
        + stroke("M-24 68L-10 72M24 68L10 72", fold, 2.4)
    )
    top = (
        ellipse(0, 9, 17, 14, fold) + ellipse(0, 6, 11, 7, darker(colour, 0.35))
        if hood
        else path("M-14 3L0 20L14 3Z", fold)
    )
    return group(stroke("M0 -4V4", INK, 2) + body + top, x=x, y=y, scale=height / 104)


def hanging_lamp(
    x: float, y: float, width: float, *, colour: str = TERRACOTTA, lit: bool = True, drop: float = 0.0
) -> str:
    """A lamp from the picture's upper edge, its shade's lower edge at y; `drop` is the length of its light."""
    high = width * 0.5
    light = ellipse(x, y + 2, width * 0.2, width * 0.08, BUTTER) if lit else ""
    beam = (
        path(
            points(
                "M? ?L? ?L? ?L? ?Z",
                x - width * 0.4,
                y,
                x - width * 1.5,
                y + drop,
                x + width * 1.5,
                y + drop,
                x + width * 0.4,
                y,
            ),
            BUTTER,
            opacity=0.22,
        )
        if drop
        else ""
    )
    return (
        beam
        + line(x, 0, x, y - high, INK, 3)
        + light
        + path(
            points(
                "M? ?C? ? ? ? ? ?C? ? ? ? ? ?Z",
                x - width / 2,
                y,
                x - width * 0.46,
                y - high * 0.9,
                x - width * 0.16,
                y - high,
                x,
                y - high,
                x + width * 0.16,
                y - high,
                x + width * 0.46,
                y - high * 0.9,
                x + width / 2,
                y,
            ),
            colour,
        )
    )


def floor_lamp(x: float, y: float, height: float, *, colour: str = OCHRE) -> str:
    """A standing lamp."""
    top = y - height
    return (
        circle(x, top + height * 0.1, height * 0.3, BUTTER, opacity=0.3)
        + line(x, y - 3, x, top + 20, INK, 4)
        + ellipse(x, y - 2, 20, 5, INK)
        + path(points("M? ?h?L? ?h?Z", x - 18, top, 36, x + 32, top + height * 0.2, -64), colour)
    )


def plant(x: float, y: float, height: float, *, pot: str = TERRACOTTA, colour: str = SAGE) -> str:
    """A plant in a pot."""
    leaves = "".join(
        group(path("M0 0C-11 -18 -9 -42 0 -60C9 -42 11 -18 0 0Z", tone), x=shift, y=-36, angle=angle, scale=size)
        for angle, size, shift, tone in (
            (-58, 0.75, -5, darker(colour, 0.12)),
            (56, 0.8, 5, darker(colour, 0.12)),
            (-28, 1, -3, colour),
            (30, 0.95, 3, colour),
            (2, 1.1, 0, lighter(colour, 0.15)),
        )
    )
    bowl = path("M-20 -38H20L15 0H-15Z", pot) + rect(-23, -42, 46, 9, darker(pot, 0.1), radius=3)
    return group(leaves + bowl, x=x, y=y, scale=height / 102)
