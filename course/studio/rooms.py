"""A room, its lamps, coats and plants. What stands is placed by the middle of its foot, in the units of the scene."""

from __future__ import annotations

from course.studio.look import (
    BUTTER,
    CREAM,
    INK,
    OCHRE,
    PLUM,
    SAGE,
    SAND,
    SEA,
    TEAL,
    TERRACOTTA,
    WOOD,
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
