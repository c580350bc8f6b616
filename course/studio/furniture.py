"""Tables, chairs, beds: each placed by the middle of its foot."""

from __future__ import annotations

from course.studio.look import (
    BUTTER,
    DARK_WOOD,
    INK,
    MOSS,
    OCHRE,
    SAGE,
    STONE,
    TERRACOTTA,
    WHITE,
    WOOD,
    darker,
    ellipse,
    group,
    lighter,
    line,
    path,
    points,
    rect,
    stroke,
)


def kitchen(x: float, y: float, width: float, height: float) -> str:
    """A row of kitchen cupboards with a worktop, a tap and a kettle, standing on y from x on."""
    top, count = y - height, max(2, round(width / 90))
    each = width / count
    doors = "".join(
        rect(x + each * i + 4, top + 20, each - 8, height - 32, lighter(SAGE, 0.25), radius=3)
        + rect(x + each * i + each * 0.38, top + 28, each * 0.24, 4, MOSS, radius=2)
        for i in range(count)
    )
    tap = stroke(points("M? ?v?q0 -14 14 -14q12 0 12 12", x + width * 0.3, top, -22), STONE, 5)
    kettle = group(
        path("M-17 0L-13 -26H13L17 0Z", TERRACOTTA)
        + stroke("M-11 -26Q0 -42 11 -26", INK, 4)
        + path("M15 -8L27 -20L24 -23L12 -16Z", TERRACOTTA),
        x=x + width * 0.75,
        y=top,
    )
    return (
        rect(x, top, width, height, SAGE)
        + doors
        + rect(x - 4, top, width + 8, 12, WOOD, radius=2)
        + tap
        + kettle
        + rect(x, y - 8, width, 8, darker(SAGE, 0.4))
    )


def table(
    x: float, y: float, width: float, height: float, *, depth: float = 26, colour: str = WOOD, cloth: str = ""
) -> str:
    """A table seen a little from above: its legs stand at y, its top is `depth` deep. With `cloth` it is laid."""
    top, half = y - height, width / 2
    legs = "".join(
        path(points("M? ?h?L? ?h?Z", at - 6, top + 8, 13, at + 4, y, -8), darker(colour, 0.25))
        for at in (x - half + 26, x + half - 26)
    )
    board = path(
        points(
            "M? ?L? ?L? ?L? ?Z",
            x - half,
            top,
            x - half + depth * 0.7,
            top - depth,
            x + half - depth * 0.7,
            top - depth,
            x + half,
            top,
        ),
        cloth or lighter(colour, 0.16),
    )
    edge = rect(x - half, top - 1, width, 11, darker(colour, 0.08), radius=3)
    if cloth:
        edge = path(
            points(
                "M? ?H?V?Q? ? ? ?T? ?T? ?T? ?Z",
                x - half,
                top - 1,
                x + half,
                top + 26,
                x + half - width / 8,
                top + 34,
                x + half - width / 4,
                top + 27,
                x,
                top + 27,
                x - half + width / 4,
                top + 27,
                x - half,
                top + 26,
            ),
            darker(cloth, 0.07),
        )
    return legs + board + edge


def round_table(x: float, y: float, width: float, height: float, *, colour: str = WOOD) -> str:
    """A round table on one leg."""
    top = y - height
    return (
        ellipse(x, y - 3, width * 0.22, width * 0.045, darker(colour, 0.3))
        + rect(x - 8, top, 16, height - 4, darker(colour, 0.25))
        + ellipse(x, top + 8, width / 2, width * 0.105, darker(colour, 0.2))
        + ellipse(x, top, width / 2, width * 0.105, lighter(colour, 0.1))
    )


def chair(x: float, y: float, seat: float, *, facing: int = 0, colour: str = WOOD, part: str = "all") -> str:
    """A chair whose seat is `seat` high, facing the viewer (0), the left (-1) or the right (1).

    Draw it before who sits on it; from behind, draw `part="back"` after them and the rest ("seat") before.
    """
    width, back = seat * 0.98, seat * 1.02
    dark = darker(colour, 0.2)
    if facing in (-1, 1):
        legs = line(x - facing * width * 0.42, y - seat, x - facing * width * 0.48, y - 3, dark, seat * 0.1) + line(
            x + facing * width * 0.4, y - seat, x + facing * width * 0.45, y - 3, dark, seat * 0.1
        )
        rest = line(
            x - facing * width * 0.44, y - seat, x - facing * width * 0.56, y - seat - back, colour, seat * 0.13
        )
        return rest + legs + rect(x - width * 0.5, y - seat - 2, width, seat * 0.12, colour, radius=4)
    legs = "".join(
        line(x + side * width * 0.42, y - seat, x + side * width * 0.44, y - 3, dark, seat * 0.11) for side in (-1, 1)
    )
    posts = "".join(
        line(x + side * width * 0.43, y - seat, x + side * width * 0.41, y - seat - back, colour, seat * 0.11)
        for side in (-1, 1)
    )
    bars = "".join(
        line(
            x - width * 0.41,
            y - seat - back * at,
            x + width * 0.41,
            y - seat - back * at,
            lighter(colour, 0.12),
            seat * 0.15,
        )
        for at in (0.92, 0.58)
    )
    board = rect(x - width * 0.5, y - seat - 4, width, seat * 0.16, colour, radius=5)
    if part == "back":
        return posts + bars
    return legs + board if part == "seat" else posts + bars + legs + board


def armchair(x: float, y: float, width: float, *, colour: str = TERRACOTTA, cushion: str = BUTTER) -> str:
    """A soft chair facing the viewer."""
    u = width / 100
    parts = (
        rect(-44, -14, 9, 14, DARK_WOOD, radius=2)
        + rect(35, -14, 9, 14, DARK_WOOD, radius=2)
        + rect(-40, -112, 80, 90, colour, radius=20)
        + rect(-35, -58, 70, 30, lighter(colour, 0.2), radius=10)
        + rect(-50, -66, 22, 56, darker(colour, 0.1), radius=10)
        + rect(28, -66, 22, 56, darker(colour, 0.1), radius=10)
        + rect(-42, -36, 84, 26, darker(colour, 0.1), radius=6)
        + (rect(-22, -90, 44, 34, cushion, radius=9) if cushion else "")
    )
    return group(parts, x=x, y=y, scale=u)


def stool(x: float, y: float, height: float, *, colour: str = OCHRE) -> str:
    """A low stool with three legs, for a child."""
    return (
        line(x - height * 0.42, y - 2, x - height * 0.3, y - height, WOOD, height * 0.12)
        + line(x + height * 0.42, y - 2, x + height * 0.3, y - height, WOOD, height * 0.12)
        + rect(x - height * 0.55, y - height - 3, height * 1.1, height * 0.22, colour, radius=height * 0.1)
    )


def bench(x: float, y: float, width: float, height: float, *, colour: str = WOOD) -> str:
    """A plain bench, its seat `height` above y."""
    return "".join(rect(x + side * width * 0.4 - 5, y - height, 10, height, INK) for side in (-1, 1)) + rect(
        x - width / 2, y - height - 4, width, 12, colour, radius=3
    )


def bed(x: float, y: float, width: float, *, blanket: str = SAGE, frame_colour: str = WOOD) -> str:
    """A single bed from its side, made, the pillow at the left; the middle of its foot at (x, y)."""
    parts = (
        rect(-100, -92, 10, 92, frame_colour, radius=4)
        + rect(92, -62, 9, 62, frame_colour, radius=4)
        + rect(-96, -34, 194, 16, darker(frame_colour, 0.12))
        + rect(-91, -52, 184, 22, WHITE, radius=6)
        + path("M-88 -50C-90 -70 -76 -72 -60 -71C-46 -72 -38 -66 -40 -50Z", WHITE)
        + path("M-52 -55C-30 -60 60 -60 90 -55C95 -52 95 -40 93 -22L-44 -22C-48 -34 -52 -44 -52 -55Z", blanket)
        + path("M-52 -56C-46 -58 -38 -59 -30 -59L-22 -22L-44 -22C-48 -34 -52 -44 -52 -56Z", lighter(blanket, 0.5))
    )
    return group(parts, x=x, y=y, scale=width / 200)
