"""Houses, trees, weather, a bus stop."""

from __future__ import annotations

from course.studio.look import (
    BUTTER,
    DARK_WOOD,
    INK,
    LEAF,
    MIST,
    NIGHT,
    OCHRE,
    SAGE,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
    circle,
    darker,
    group,
    lighter,
    path,
    points,
    rect,
    stroke,
)


def house(
    x: float,
    y: float,
    width: float,
    *,
    wall: str = WHITE,
    roof: str = TERRACOTTA,
    door_colour: str = TEAL,
    lit: bool = False,
) -> str:
    """A small house, standing on y."""
    glass = BUTTER if lit else MIST
    parts = (
        rect(-50, -62, 100, 62, wall)
        + path("M-60 -60L0 -106L60 -60Z", roof)
        + rect(22, -100, 12, 26, darker(roof, 0.2))
        + path("M-60 -60L0 -106L60 -60Z", roof)
        + rect(10, -42, 25, 42, door_colour, radius=2)
        + circle(30, -20, 2, OCHRE)
        + rect(-36, -46, 32, 26, glass)
        + stroke("M-20 -46V-20M-36 -34H-4", wall, 2.4)
        + circle(0, -78, 8, glass)
    )
    return group(parts, x=x, y=y, scale=width / 120)


def tree(x: float, y: float, height: float, *, colour: str = SAGE) -> str:
    """A round tree."""
    return group(
        path("M-5 0L-3 -60H3L5 0Z", DARK_WOOD)
        + circle(0, -74, 27, colour)
        + circle(-16, -60, 18, darker(colour, 0.1))
        + circle(15, -58, 20, lighter(colour, 0.12)),
        x=x,
        y=y,
        scale=height / 100,
    )


def night_sky(x: float, y: float, width: float, height: float) -> str:
    """A dark sky with a moon and a few stars, its upper left corner at (x, y)."""
    stars = "".join(
        circle(x + width * a, y + height * b, r, BUTTER, opacity=0.8)
        for a, b, r in (
            (0.12, 0.2, 1.6),
            (0.3, 0.42, 1.2),
            (0.44, 0.16, 1.8),
            (0.58, 0.5, 1.3),
            (0.9, 0.62, 1.6),
            (0.2, 0.7, 1.3),
        )
    )
    radius = min(width, height) * 0.11
    moon = circle(x + width * 0.74, y + height * 0.19, radius, BUTTER) + circle(
        x + width * 0.74 + radius * 0.42, y + height * 0.19 - radius * 0.2, radius * 0.86, NIGHT
    )
    return rect(x, y, width, height, NIGHT) + stars + moon


def rain(
    x: float, y: float, width: float, height: float, *, colour: str = WHITE, shift: float = 0.0, count: int = 40
) -> str:
    """Slanting rain over a field; `shift` (0 to 1, going round) makes it fall."""
    drops = []
    for index in range(count):
        at, low = (index * 0.7549) % 1, (index * 0.5698 + shift) % 1
        drops.append(points("M? ?l-4 13", x + width * at, y + height * low))
    return stroke("".join(drops), colour, 1.8, opacity=0.55)


def bus_shelter(x: float, y: float, width: float, height: float) -> str:
    """The back of a bus shelter: glass, posts and a roof; its bench is `bench`."""
    left, top = x - width / 2, y - height
    return (
        rect(left, top + 16, width, height - 40, MIST, opacity=0.35)
        + "".join(rect(at - 4, top + 8, 8, height - 8, INK) for at in (left + 6, left + width - 6))
        + path(
            points("M? ?H?L? ?H?Z", left - 18, top + 12, left + width + 18, left + width + 8, top - 4, left - 8), TEAL
        )
    )


def bus_stop(x: float, y: float, height: float) -> str:
    """A stop's pole with its sign and a timetable."""
    return (
        rect(x - 3, y - height, 6, height, STONE)
        + rect(x - 17, y - height, 34, 34, OCHRE, radius=6)
        + rect(x - 10, y - height + 8, 20, 13, INK, radius=3)
        + circle(x - 6, y - height + 23, 2.6, INK)
        + circle(x + 6, y - height + 23, 2.6, INK)
        + rect(x - 12, y - height * 0.66, 24, 34, WHITE, radius=2)
        + stroke(points("M? ?h14m-14 7h14m-14 7h9", x - 7, y - height * 0.66 + 9), STONE, 1.6)
    )


def meadow(width: float, height: float, horizon: float, *, sky: str = MIST, grass: str = LEAF) -> str:
    """Open air: sky, and grass with a soft edge."""
    return rect(0, 0, width, height, sky) + path(
        points(
            "M0 ?Q? ? ? ?T? ?V?H0Z",
            horizon + 8,
            width * 0.25,
            horizon - 18,
            width * 0.5,
            horizon,
            width,
            horizon,
            height,
        ),
        grass,
    )
