"""Small things that are held, eaten, read or left lying about. Each stands on (x, y) by the middle of its foot."""

from __future__ import annotations

from course.studio.look import (
    BUTTER,
    DARK_WOOD,
    INK,
    MIST,
    OCHRE,
    PINK,
    PLUM,
    SAGE,
    SEA,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
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


def cup(x: float, y: float, height: float, *, colour: str = TERRACOTTA, steam: bool = False) -> str:
    """A mug."""
    parts = (
        stroke("M9 -19q11 -1 10 7q-2 7 -11 6", colour, 3.4)
        + path("M-11 -22H11L9 -3Q0 1 -9 -3Z", colour)
        + ellipse(0, -22, 11, 3, darker(colour, 0.25))
    )
    if steam:
        parts += stroke("M-4 -28q-4 -5 0 -10t0 -9M5 -29q-4 -5 0 -9t0 -8", STONE, 2, opacity=0.5)
    return group(parts, x=x, y=y, scale=height / 24)


def plate(x: float, y: float, width: float, *, content: str = "") -> str:
    """A plate; `content` is drawn on it in units of a plate 40 wide."""
    return group(
        ellipse(0, -2, 20, 4.6, darker(WHITE, 0.12)) + ellipse(0, -3.2, 20, 4.6, WHITE) + content,
        x=x,
        y=y,
        scale=width / 40,
    )


def present(x: float, y: float, width: float, *, colour: str = PLUM) -> str:
    """A present with a ribbon."""
    return group(
        rect(-24, -34, 48, 34, colour, radius=2)
        + rect(-4, -34, 8, 34, OCHRE)
        + stroke("M0 -35q-12 -12 -14 -2q4 5 14 2q12 -12 14 -2q-4 5 -14 2", OCHRE, 3),
        x=x,
        y=y,
        scale=width / 48,
    )


def phone(x: float, y: float, height: float, *, angle: float = 0, lit: bool = True, buzzing: bool = False) -> str:
    """A phone about its middle, its screen to the viewer; `buzzing` adds short strokes beside it."""
    parts = rect(-9, -17, 18, 34, INK, radius=3.4) + rect(
        -7, -14.5, 14, 28, MIST if lit else darker(TEAL, 0.4), radius=1.5
    )
    if lit:
        parts += stroke("M-3.6 -8h7M-3.6 -3h5", TEAL, 2)
    if buzzing:
        parts += stroke("M-14 -8v16M-18 -4v8M14 -8v16M18 -4v8", TERRACOTTA, 2)
    return group(parts, x=x, y=y, scale=height / 34, angle=angle)


def paper(x: float, y: float, width: float, *, angle: float = 0, lines: int = 4, colour: str = WHITE) -> str:
    """A sheet about its middle, as held up to read (its face to the viewer)."""
    text = "".join(points("M-12 ?h?", -16 + i * 8, 24 if i % 3 else 16) for i in range(lines))
    parts = rect(-19, -26, 38, 52, colour, radius=1.5) + (stroke(text, STONE, 2) if lines else "")
    return group(parts, x=x, y=y, scale=width / 38, angle=angle)


def flat_paper(x: float, y: float, width: float, *, lines: int = 3, colour: str = WHITE) -> str:
    """A sheet lying on a table."""
    text = "".join(points("M? ?h?", -13 + (3 - i) * 2, -4 - i * 4, 22) for i in range(lines))
    return group(
        path("M-24 0L-14 -18H24L15 0Z", colour) + (stroke(text, STONE, 1.6) if lines else ""),
        x=x,
        y=y,
        scale=width / 48,
    )


def bag(x: float, y: float, width: float, *, colour: str = OCHRE) -> str:
    """A carrier bag with handles."""
    return group(
        stroke("M-12 -38q0 -18 12 -18t12 18", darker(colour, 0.3), 4)
        + path("M-24 -40H24L28 0H-28Z", colour)
        + rect(-24, -40, 48, 7, darker(colour, 0.12)),
        x=x,
        y=y,
        scale=width / 56,
    )


def rucksack(x: float, y: float, width: float, *, colour: str = PLUM) -> str:
    """A child's rucksack."""
    return group(
        stroke("M-8 -52q8 -12 16 0", darker(colour, 0.3), 4)
        + rect(-22, -52, 44, 52, colour, radius=14)
        + rect(-16, -26, 32, 22, lighter(colour, 0.2), radius=6)
        + line(-10, -19, 10, -19, OCHRE, 2.4)
        + circle(9, -40, 4, OCHRE),
        x=x,
        y=y,
        scale=width / 44,
    )


def child_shoes(x: float, y: float, width: float, *, colour: str = TEAL, sand: bool = False) -> str:
    """A pair of small shoes, from the side; with `sand` some lies about them."""
    shoe = (
        path("M-16 0V-17Q-12 -20 -6 -17L2 -10Q16 -9 17 0Z", colour)
        + rect(-17, -2, 35, 4, WHITE, radius=2)
        + stroke("M-3 -13l5 -3M1 -10l5 -3", WHITE, 1.8)
    )
    grains = (
        ellipse(2, 3, 44, 5, OCHRE, opacity=0.35)
        + dots(((-42, 5), (-30, 1), (-4, 5), (12, 2), (24, 6), (38, 3), (47, 5), (-20, 7)), 1.3, darker(OCHRE, 0.15))
        if sand
        else ""
    )
    return group(
        grains + group(shoe, x=-17, y=-2, angle=-3) + group(shoe, x=16, y=3, angle=4), x=x, y=y, scale=width / 70
    )


def teddy(x: float, y: float, height: float, *, colour: str = WOOD) -> str:
    """A soft bear that sits."""
    light = lighter(colour, 0.35)
    parts = (
        ellipse(-14, -5, 9, 7, colour)
        + ellipse(14, -5, 9, 7, colour)
        + ellipse(0, -18, 15, 17, colour)
        + ellipse(0, -16, 9, 11, light)
        + circle(-11, -54, 6, colour)
        + circle(11, -54, 6, colour)
        + circle(0, -44, 15, colour)
        + ellipse(0, -39, 7, 5.4, light)
        + circle(-5, -47, 1.7, INK)
        + circle(5, -47, 1.7, INK)
        + circle(0, -41, 1.9, INK)
        + stroke("M-13 -26q-9 4 -9 10M13 -26q9 4 9 10", colour, 7)
    )
    return group(parts, x=x, y=y, scale=height / 60)


def teapot(x: float, y: float, width: float, *, colour: str = SEA) -> str:
    """A teapot."""
    return group(
        stroke("M18 -22q16 -4 14 8q-2 8 -14 8", colour, 5)
        + path("M-16 -14L-32 -27L-28 -30L-12 -22Z", colour)
        + ellipse(0, -15, 22, 15, colour)
        + ellipse(0, -29, 12, 3.6, darker(colour))
        + circle(0, -33, 3.4, OCHRE),
        x=x,
        y=y,
        scale=width / 66,
    )


def vase(x: float, y: float, height: float) -> str:
    """A vase with three flowers."""
    stems = stroke("M0 -24Q-3 -40 -14 -52M0 -24V-60M0 -24Q4 -40 14 -50", SAGE, 2.4)
    heads = (
        circle(-15, -54, 7, TERRACOTTA)
        + circle(0, -64, 8, OCHRE)
        + circle(15, -53, 7, PLUM)
        + circle(-15, -54, 2.4, BUTTER)
        + circle(0, -64, 2.8, WOOD)
        + circle(15, -53, 2.4, PINK)
    )
    return group(
        stems + heads + path("M-7 -30H7Q5 -24 10 -14Q12 0 6 0H-6Q-12 0 -10 -14Q-5 -24 -7 -30Z", SEA),
        x=x,
        y=y,
        scale=height / 72,
    )


def pen(x: float, y: float, length: float, *, angle: float = 30, colour: str = TEAL) -> str:
    """A pen, its point at (x, y), leaning by `angle` degrees."""
    return group(
        line(0, -4, 0, -30, colour, 4) + path("M-2 -5L0 0L2 -5Z", INK) + line(0, -27, 0, -30, DARK_WOOD, 4),
        x=x,
        y=y,
        scale=length / 32,
        angle=angle,
    )
