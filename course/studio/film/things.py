"""Things that move in the films: cakes, a box, plates, a laptop, paper, telephones.

What lies on a table is seen from a little above: away from the viewer is up, by `_DEPTH` of the way.
"""

from __future__ import annotations

from math import cos, radians, sin

from course.studio.look import (
    BLUSH,
    BUTTER,
    INK,
    LEAF,
    MIST,
    MOSS,
    OCHRE,
    PINK,
    PLUM,
    SAND,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
    circle,
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

_DEPTH = 0.34
_BERRY = "#C8433C"
_ROSE = "#DE8C98"


def flat(x: float, y: float, corners: list[tuple[float, float, float]], angle: float = 0) -> list[tuple[float, float]]:
    """Places on a table as they are seen: each so far right of, behind and above (x, y), after turning by degrees."""
    turn_cos, turn_sin = cos(radians(angle)), sin(radians(angle))
    return [
        (x + right * turn_cos - behind * turn_sin, y - (right * turn_sin + behind * turn_cos) * _DEPTH - above)
        for right, behind, above in corners
    ]


def polygon(corners: list[tuple[float, float]], fill: str, *, opacity: float = 1) -> str:
    """A shape with straight edges."""
    text = "M? ?" + "L? ?" * (len(corners) - 1) + "Z"
    return path(points(text, *(value for corner in corners for value in corner)), fill, opacity=opacity)


def berry_cake(x: float, y: float, candles: int = 0, berries: int = 5) -> str:
    """Anneke's cake, which stands on (x, y): a little uneven, with strawberries."""
    parts = [
        ellipse(x, y - 3, 56, 9, WHITE),
        ellipse(x, y - 4, 50, 7, darker(WHITE, 0.08)),
        path(
            points("M? ?L? ?A44 8 0 0 0 ? ?L? ?Z", x - 44, y - 38, x - 44, y - 7, x + 44, y - 7, x + 44, y - 37), BUTTER
        ),
        path(
            points(
                "M? ?L? ?Q? ? ? ?T? ?T? ?T? ?T? ?L? ?Z",
                x - 44,
                y - 39,
                x - 44,
                y - 24,
                x - 35,
                y - 14,
                x - 27,
                y - 23,
                x - 10,
                y - 22,
                x + 8,
                y - 24,
                x + 25,
                y - 22,
                x + 44,
                y - 25,
                x + 44,
                y - 38,
            ),
            WHITE,
        ),
        ellipse(x, y - 38, 44, 9, lighter(WHITE, 0.5)),
    ]
    places = [(-27, -41), (-9, -37), (12, -37), (29, -41), (2, -44)]
    parts += [_strawberry(x + dx, y + dy) for dx, dy in sorted(places[:berries], key=lambda place: place[1])]
    parts += [candle(x + dx, y + dy) for dx, dy in [(-18, -41), (-2, -38), (20, -40), (36, -39)][:candles]]
    return "".join(parts)


def _strawberry(x: float, y: float) -> str:
    return path(
        points(
            "M? ?C? ? ? ? ? ?C? ? ? ? ? ?Z",
            x - 7,
            y - 4,
            x - 8,
            y + 4,
            x - 3,
            y + 6,
            x,
            y + 6,
            x + 3,
            y + 6,
            x + 8,
            y + 4,
            x + 7,
            y - 4,
        ),
        _BERRY,
    ) + path(points("M? ?L? ?L? ?L? ?L? ?Z", x - 7, y - 4, x - 3, y - 8, x, y - 5.5, x + 3, y - 8, x + 7, y - 4), MOSS)


def strawberry(x: float, y: float) -> str:
    """One strawberry, held above a cake."""
    return _strawberry(x, y)


def rose_cake(x: float, y: float, candles: int = 0) -> str:
    """Kim's cake, which stands on (x, y): smooth and bought, with roses."""
    parts = [
        ellipse(x, y - 2, 52, 8, SAND),
        path(
            points("M? ?L? ?A43 8 0 0 0 ? ?L? ?Z", x - 43, y - 42, x - 43, y - 7, x + 43, y - 7, x + 43, y - 42), BLUSH
        ),
        ellipse(x, y - 42, 43, 9, lighter(BLUSH, 0.6)),
        stroke(points("M? ?A43 8 0 0 0 ? ?", x - 43, y - 10, x + 43, y - 10), _ROSE, 4),
    ]
    around = [(-34, -42), (-22, -47), (-3, -49.5), (16, -48.5), (34, -43), (-14, -37), (16, -37)]
    parts += [rose(x + dx, y + dy, 6.2) for dx, dy in around]
    parts += [candle(x + dx, y + dy) for dx, dy in [(-27, -41), (0, -38), (26, -42)][:candles]]
    return "".join(parts)


def rose(x: float, y: float, size: float) -> str:
    """A rose of icing."""
    return (
        circle(x, y, size, _ROSE)
        + circle(x - size * 0.12, y - size * 0.1, size * 0.66, darker(_ROSE, 0.12))
        + circle(x - size * 0.05, y - size * 0.18, size * 0.36, lighter(_ROSE, 0.2))
    )


def candle(x: float, y: float) -> str:
    """A candle that is not lit, stood on (x, y)."""
    return line(x, y, x, y - 19, TEAL, 3.2) + line(x, y - 21, x, y - 23.5, INK, 1.1)


def plates(x: float, y: float, count: int = 6) -> str:
    """A stack of plates, standing on (x, y)."""
    return "".join(
        ellipse(x, y - 3 - index * 3.6, 26, 4.6, MIST if index % 2 else WHITE)
        + ellipse(x, y - 3.6 - index * 3.6, 18, 2.6, darker(MIST if index % 2 else WHITE, 0.07))
        for index in range(count)
    )


def box(x: float, y: float, lid: float = 0.0, inside: str = "") -> str:
    """A cake box, its bottom on (x, y), 104 wide; `lid` 0 is shut, 1 has the lid up behind what is `inside`."""
    white, edge = "#F4ECE6", "#D9CBC4"
    front = rect(x - 52, y - 30, 104, 30, white, radius=2) + rect(x - 5, y - 30, 10, 30, _ROSE)
    if lid < 0.02:
        cover = rect(x - 55, y - 58, 110, 32, lighter(white, 0.4), radius=3) + rect(x - 5, y - 58, 10, 32, _ROSE)
        return front + cover + line(x - 54, y - 26, x + 54, y - 26, edge, 1.5)
    height = 34 + 22 * lid
    behind = polygon(
        [(x - 52, y - 28), (x + 52, y - 28), (x + 53 + 3 * lid, y - 28 - height), (x - 53 - 3 * lid, y - 28 - height)],
        edge,
    )
    return behind + inside + front + line(x - 52, y - 30, x + 52, y - 30, edge, 1.5)


def laptop(x: float, y: float, *, angle: float = 0.0, open_by: float = 1.0) -> str:
    """A laptop seen from behind its lid; (x, y) is the middle of the hinge. `angle` turns it on the table."""
    wide, deep = 50, 66
    base = flat(x, y, [(-wide, 0, 0), (wide, 0, 0), (wide, deep, 0), (-wide, deep, 0)], angle)
    phi = radians(104 * open_by)
    top_behind, top_above = 64 * cos(phi), 3 + 64 * sin(phi)
    lid = flat(
        x, y, [(-wide, 0, 2), (wide, 0, 2), (wide, top_behind, top_above), (-wide, top_behind, top_above)], angle
    )
    middle = ((lid[0][0] + lid[2][0]) / 2, (lid[0][1] + lid[2][1]) / 2)
    size = 5 * max(0.25, sin(phi))
    mark = ellipse(middle[0], middle[1], 5, size, lighter(STONE, 0.35))
    edge = stroke(points("M? ?L? ?", *lid[0], *lid[1]), darker(STONE, 0.4), 3)
    return polygon(base, darker(STONE, 0.35)) + polygon(lid, darker(STONE, 0.12)) + mark + edge


def sheet_flat(x: float, y: float, *, angle: float = 0.0, wide: float = 46, deep: float = 62, rows: int = 5) -> str:
    """A report that lies on a table about (x, y), its foot to those behind the table: a head and rows with marks."""

    def on(right: float, behind: float) -> tuple[float, float]:
        return flat(x, y, [(right * wide, behind * deep, 0.6)], angle)[0]

    shadow = polygon(
        [(cx + 1.5, cy + 2) for cx, cy in (on(-0.5, -0.5), on(0.5, -0.5), on(0.5, 0.5), on(-0.5, 0.5))],
        INK,
        opacity=0.15,
    )
    paper = polygon([on(-0.5, -0.5), on(0.5, -0.5), on(0.5, 0.5), on(-0.5, 0.5)], lighter(WHITE, 0.5))
    head = polygon([on(-0.5, -0.5), on(0.5, -0.5), on(0.5, -0.32), on(-0.5, -0.32)], TEAL)
    lines = []
    for row in range(rows):
        behind = -0.18 + row * 0.6 / max(rows - 1, 1)
        lines.append(stroke(points("M? ?L? ?", *on(0.36, behind), *on(-0.12 + 0.05 * (row % 3), behind)), STONE, 1.6))
        lines.append(ellipse(*on(-0.34, behind), 2.6, 1.5, OCHRE if row == 2 else LEAF))
    return shadow + paper + head + "".join(lines)


def report(x: float, y: float, *, tilt: float = 0.0) -> str:
    """The report, held upright by its lower edge, which is at (x, y)."""
    content = rect(-23, -60, 46, 60, lighter(WHITE, 0.5), radius=1.5) + rect(-23, -60, 46, 11, TEAL, radius=1.5)
    content += "".join(
        line(-16, -40 + row * 8, 6, -40 + row * 8, STONE, 1.6) + circle(14, -40 + row * 8, 2.3, LEAF)
        for row in range(5)
    )
    return group(content, x=x, y=y, angle=tilt)


def note(x: float, y: float, opened: float) -> str:
    """A slip of paper held at (x, y): 0 folded small, 0.5 once, 1 open, with lines of writing on it."""
    wide, high = 15 + 21 * opened, 11 + 17 * max(0.0, opened * 2 - 1)
    parts = [rect(x - wide / 2, y - high, wide, high, "#FDF6E4", radius=1), line(x, y - high + 1, x, y - 1, SAND, 1)]
    if opened > 0.7:
        parts += [
            line(
                x - wide / 2 + 4,
                y - high + 6 + 5.5 * row,
                x + wide / 2 - 5 - 4 * (row % 2),
                y - high + 6 + 5.5 * row,
                STONE,
                1.2,
            )
            for row in range(4)
        ]
    return "".join(parts)


def glasses(x: float, y: float, colour: str) -> str:
    """A pair of glasses in a hand or on a table."""
    rims = "M-15 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M2 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M-2 -1Q0 -4 2 -1"
    return group(stroke(rims + "M-15 -1L-19 -5M15 -1L19 -5", colour, 1.8), x=x, y=y)


def phone(x: float, y: float, *, angle: float = 0.0, lit: float = 0.0) -> str:
    """A telephone that lies on a table about (x, y)."""
    body = flat(x, y, [(-13, -24, 2), (13, -24, 2), (13, 24, 2), (-13, 24, 2)], angle)
    screen = flat(x, y, [(-11, -21, 2.4), (11, -21, 2.4), (11, 21, 2.4), (-11, 21, 2.4)], angle)
    around = glow(x, y, 62, 0.7 * lit, "screen")
    under = polygon([(cx, cy + 2) for cx, cy in body], darker(INK, 0.2))
    shown = polygon(screen, "#DDF0F7" if lit > 0.4 else "#453940")
    words = ""
    if lit > 0.4:
        left, right = flat(x, y, [(-7, 4, 2.6), (6, 4, 2.6)], angle)
        words = stroke(points("M? ?L? ?", *left, *right), TEAL, 2.6)
    return around + under + polygon(body, INK) + shown + words


def phone_in_hand(x: float, y: float, *, angle: float = 0.0) -> str:
    """A telephone seen from behind, held up at (x, y)."""
    return group(rect(-11, -34, 22, 40, INK, radius=4) + circle(-5, -28, 2.2, "#57484F"), x=x, y=y, angle=angle)


def glow(x: float, y: float, radius: float, strength: float, name: str) -> str:
    """Cold light of a screen on whatever is there; `name` is an id that nothing else in the drawing has."""
    if strength < 0.02:
        return ""
    return (
        f'<radialGradient id="{name}"><stop offset="0" stop-color="#D8F0FA" stop-opacity="{0.75 * strength:.2f}"/>'
        '<stop offset="1" stop-color="#D8F0FA" stop-opacity="0"/></radialGradient>'
    ) + circle(x, y, radius, f"url(#{name})")


def bunting(y: float, sway: float = 0.0) -> str:
    """Flags on a string along a wall 800 wide, hanging from y."""
    parts = [stroke(points("M-20 ?Q190 ? 400 ?Q610 ? 820 ?", y, y + 78, y + 8, y + 78, y), darker(SAND, 0.2), 2)]
    colours = (TERRACOTTA, TEAL, OCHRE, LEAF, PLUM, PINK)
    for index in range(16):
        share = (index + 0.5) / 8 % 1
        left = index < 8
        x = (-20 + 420 * share) if left else (400 + 420 * share)
        at = y + 4 + 2 * share * (1 - share) * 74 + (8 * share if left else 8 * (1 - share))
        parts.append(
            group(path("M-13 -1L13 -1L0 27Z", colours[index % 6]), x=x, y=at, angle=sway * (1 if index % 2 else -0.7))
        )
    return "".join(parts)
