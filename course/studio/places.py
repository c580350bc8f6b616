"""Rooms, weather and big things: walls, windows, doors, tables, chairs. Small things to hold are in `props.py`.

Everything returns SVG in the scene's units. What stands is placed by the middle of its foot, what hangs by its middle.
"""

from __future__ import annotations

from math import cos, radians, sin

from course.studio.look import (
    BUTTER, CREAM, DARK_WOOD, INK, LEAF, MIST, MOSS, NIGHT, OCHRE, PLUM, SAGE, SAND, SEA, STONE, TEAL, TERRACOTTA, WHITE, WOOD,
    blend, circle, darker, dots, ellipse, group, lighter, line, path, points, rect, stroke,
)


def room(width: float, height: float, horizon: float, *, wall: str = CREAM, floor: str = SAND) -> str:
    """A wall down to `horizon`, a skirting board, and the floor."""
    return (rect(0, 0, width, height, wall) + rect(0, horizon, width, height - horizon, floor)
            + rect(0, horizon - 7, width, 8, lighter(wall, 0.45)))


def rug(x: float, y: float, width: float, depth: float, colour: str = TERRACOTTA) -> str:
    """An oval rug on the floor, its middle at (x, y)."""
    return (ellipse(x, y, width / 2, depth / 2, colour, opacity=0.45)
            + ellipse(x, y, width * 0.41, depth * 0.38, lighter(colour), opacity=0.55))


def shadow(x: float, y: float, width: float) -> str:
    """The soft shadow under what stands at (x, y)."""
    return ellipse(x, y, width / 2, width * 0.07, INK, opacity=0.1)


def window(x: float, y: float, width: float, height: float, *, sky: str = MIST, view: bool = True, sill: bool = True) -> str:
    """A window with its upper left corner at (x, y); `view` puts hills behind it."""
    frame = width * 0.055
    inside = rect(x, y, width, height, sky)
    if view:
        low = y + height
        inside += path(points("M? ?V?Q? ? ? ?T? ?V?Z", x, low, low - height * 0.25, x + width * 0.25, low - height * 0.45, x + width * 0.55,
                              low - height * 0.2, x + width, low - height * 0.3, low), blend(SAGE, sky, 0.45))
    bars = (rect(x + width / 2 - frame / 2, y, frame, height, WHITE) + rect(x, y + height * 0.36, width, frame * 0.8, WHITE))
    edge = path(points("M? ?h?v?h?ZM? ?v?h?v?Z", x - frame, y - frame, width + 2 * frame, height + 2 * frame, -width - 2 * frame,
                       x, y, height, width, -height), WHITE)
    board = rect(x - frame * 2.2, y + height + frame, width + frame * 4.4, frame * 1.3, darker(WHITE, 0.08)) if sill else ""
    return inside + bars + edge + board


def curtains(x: float, y: float, width: float, height: float, colour: str = OCHRE) -> str:
    """Two curtains and their rail, for a window of that place and size."""
    rail = line(x - width * 0.2, y - 12, x + width * 1.2, y - 12, DARK_WOOD, 4)
    drops = "".join(
        path(points("M? ?L? ?Q? ? ? ?L? ?Q? ? ? ?Z", at, y - 12, at + side * width * 0.24, y - 12, at + side * width * 0.2, y + height * 0.5,
                    at + side * width * 0.26, y + height + 22, at - side * width * 0.05, y + height + 22, at + side * width * 0.04,
                    y + height * 0.5, at, y - 12), colour)
        + line(at + side * width * 0.11, y, at + side * width * 0.12, y + height + 12, darker(colour), 2)
        for at, side in ((x - width * 0.14, 1), (x + width * 1.14, -1)))
    return drops + rail


def door(x: float, y: float, width: float, height: float, *, opening: float = 0.0, colour: str = TEAL, beyond: str = BUTTER,
         pane: bool = False, content: str = "") -> str:
    """A door with the middle of its threshold at (x, y). `opening` 0 is shut, 1 wide open: the leaf, hinged at the right,
    narrows and shows `beyond`, with `content` (SVG in the scene's units) in the doorway behind the leaf."""
    left, top = x - width / 2, y - height
    frame = width * 0.08
    opening = max(0.0, min(1.0, opening))
    leaf = width * (1 - 0.84 * opening)
    start, skew = left + width - leaf, height * 0.04 * opening
    tone = darker(colour, 0.25 * opening)
    low = y + skew * 0.4
    panel = path(points("M? ?L? ?L? ?L? ?Z", start, top - skew * 0.5, left + width, top, left + width, y, start, low), tone)
    inner = "".join(
        path(points("M? ?H?V?H?Z", start + leaf * 0.16, top + height * a, start + leaf * 0.84, top + height * b, start + leaf * 0.16),
             BUTTER if pane and a < 0.2 else lighter(tone, 0.16))
        for a, b in ((0.09, 0.42), (0.54, 0.9)))
    knob = circle(start + leaf * 0.1, top + height * 0.5, max(2.5, width * 0.032), OCHRE)
    return (rect(left - frame, top - frame, width + 2 * frame, height + frame, WHITE) + rect(left, top, width, height, beyond)
            + content + panel + inner + knob)


def table(x: float, y: float, width: float, height: float, *, depth: float = 26, colour: str = WOOD, cloth: str = "") -> str:
    """A table seen a little from above: its legs stand at y, its top is `depth` deep. With `cloth` it is laid."""
    top, half = y - height, width / 2
    legs = "".join(path(points("M? ?h?L? ?h?Z", at - 6, top + 8, 13, at + 4, y, -8), darker(colour, 0.25)) for at in (x - half + 26, x + half - 26))
    board = path(points("M? ?L? ?L? ?L? ?Z", x - half, top, x - half + depth * 0.7, top - depth, x + half - depth * 0.7, top - depth,
                        x + half, top), lighter(colour, 0.16) if not cloth else cloth)
    edge = rect(x - half, top - 1, width, 11, darker(colour, 0.08), radius=3)
    if cloth:
        edge = path(points("M? ?H?V?Q? ? ? ?T? ?T? ?T? ?Z", x - half, top - 1, x + half, top + 26, x + half - width / 8, top + 34,
                           x + half - width / 4, top + 27, x, top + 27, x - half + width / 4, top + 27, x - half, top + 26), darker(cloth, 0.07))
    return legs + board + edge


def round_table(x: float, y: float, width: float, height: float, *, colour: str = WOOD) -> str:
    """A round table on one leg."""
    top = y - height
    return (ellipse(x, y - 3, width * 0.22, width * 0.045, darker(colour, 0.3)) + rect(x - 8, top, 16, height - 4, darker(colour, 0.25))
            + ellipse(x, top + 8, width / 2, width * 0.105, darker(colour, 0.2)) + ellipse(x, top, width / 2, width * 0.105, lighter(colour, 0.1)))


def chair(x: float, y: float, seat: float, *, facing: int = 0, colour: str = WOOD, part: str = "all") -> str:
    """A chair whose seat is `seat` high, facing the viewer (0), the left (-1) or the right (1), or seen from behind (2).

    Draw it before who sits on it; from behind, draw `part="back"` after them and the rest ("seat") before.
    """
    width, back = seat * 0.98, seat * 1.02
    dark = darker(colour, 0.2)
    if facing in (-1, 1):
        legs = line(x - facing * width * 0.42, y - seat, x - facing * width * 0.48, y - 3, dark, seat * 0.1) + line(
            x + facing * width * 0.4, y - seat, x + facing * width * 0.45, y - 3, dark, seat * 0.1)
        rest = line(x - facing * width * 0.44, y - seat, x - facing * width * 0.56, y - seat - back, colour, seat * 0.13)
        return rest + legs + rect(x - width * 0.5, y - seat - 2, width, seat * 0.12, colour, radius=4)
    legs = "".join(line(x + side * width * 0.42, y - seat, x + side * width * 0.44, y - 3, dark, seat * 0.11) for side in (-1, 1))
    posts = "".join(line(x + side * width * 0.43, y - seat, x + side * width * 0.41, y - seat - back, colour, seat * 0.11) for side in (-1, 1))
    bars = "".join(line(x - width * 0.41, y - seat - back * at, x + width * 0.41, y - seat - back * at, lighter(colour, 0.12), seat * 0.15)
                   for at in (0.92, 0.58))
    board = rect(x - width * 0.5, y - seat - 4, width, seat * 0.16, colour, radius=5)
    if part == "back":
        return posts + bars
    return legs + board if part == "seat" else posts + bars + legs + board


def armchair(x: float, y: float, width: float, *, colour: str = TERRACOTTA, cushion: str = BUTTER) -> str:
    """A soft chair facing the viewer."""
    u = width / 100
    parts = (rect(-44, -14, 9, 14, DARK_WOOD, radius=2) + rect(35, -14, 9, 14, DARK_WOOD, radius=2)
             + rect(-40, -112, 80, 90, colour, radius=20) + rect(-35, -58, 70, 30, lighter(colour, 0.2), radius=10)
             + rect(-50, -66, 22, 56, darker(colour, 0.1), radius=10) + rect(28, -66, 22, 56, darker(colour, 0.1), radius=10)
             + rect(-42, -36, 84, 26, darker(colour, 0.1), radius=6) + (rect(-22, -90, 44, 34, cushion, radius=9) if cushion else ""))
    return group(parts, x=x, y=y, scale=u)


def stool(x: float, y: float, height: float, *, colour: str = OCHRE) -> str:
    """A low stool with three legs, for a child."""
    return (line(x - height * 0.42, y - 2, x - height * 0.3, y - height, WOOD, height * 0.12)
            + line(x + height * 0.42, y - 2, x + height * 0.3, y - height, WOOD, height * 0.12)
            + rect(x - height * 0.55, y - height - 3, height * 1.1, height * 0.22, colour, radius=height * 0.1))


def hanging_lamp(x: float, y: float, width: float, *, colour: str = TERRACOTTA, lit: bool = True, drop: float = 0.0) -> str:
    """A lamp whose shade's lower edge is at y, hanging from the picture's upper edge; `drop` is the length of its light."""
    high = width * 0.5
    light = ellipse(x, y + 2, width * 0.2, width * 0.08, BUTTER) if lit else ""
    beam = path(points("M? ?L? ?L? ?L? ?Z", x - width * 0.4, y, x - width * 1.5, y + drop, x + width * 1.5, y + drop, x + width * 0.4, y),
                BUTTER, opacity=0.22) if drop else ""
    return beam + line(x, 0, x, y - high, INK, 3) + light + path(
        points("M? ?C? ? ? ? ? ?C? ? ? ? ? ?Z", x - width / 2, y, x - width * 0.46, y - high * 0.9, x - width * 0.16, y - high, x, y - high,
               x + width * 0.16, y - high, x + width * 0.46, y - high * 0.9, x + width / 2, y), colour)


def floor_lamp(x: float, y: float, height: float, *, colour: str = OCHRE) -> str:
    """A standing lamp."""
    top = y - height
    return (circle(x, top + height * 0.1, height * 0.3, BUTTER, opacity=0.3) + line(x, y - 3, x, top + 20, INK, 4) + ellipse(x, y - 2, 20, 5, INK)
            + path(points("M? ?h?L? ?h?Z", x - 18, top, 36, x + 32, top + height * 0.2, -64), colour))


def plant(x: float, y: float, height: float, *, pot: str = TERRACOTTA, colour: str = SAGE) -> str:
    """A plant in a pot."""
    leaves = "".join(
        group(path("M0 0C-11 -18 -9 -42 0 -60C9 -42 11 -18 0 0Z", tone), x=shift, y=-36, angle=angle, scale=size)
        for angle, size, shift, tone in ((-58, 0.75, -5, darker(colour, 0.12)), (56, 0.8, 5, darker(colour, 0.12)), (-28, 1, -3, colour),
                                         (30, 0.95, 3, colour), (2, 1.1, 0, lighter(colour, 0.15))))
    bowl = path("M-20 -38H20L15 0H-15Z", pot) + rect(-23, -42, 46, 9, darker(pot, 0.1), radius=3)
    return group(leaves + bowl, x=x, y=y, scale=height / 102)


def clock(x: float, y: float, radius: float, hour: float, minute: float) -> str:
    """A wall clock that shows the time."""
    def hand(angle: float, length: float, width: float) -> str:
        return line(x, y, x + sin(radians(angle)) * radius * length, y - cos(radians(angle)) * radius * length, INK, width)

    marks = dots([(x + sin(radians(a)) * radius * 0.78, y - cos(radians(a)) * radius * 0.78) for a in range(0, 360, 30)], radius * 0.045, STONE)
    return (circle(x, y, radius, DARK_WOOD) + circle(x, y, radius * 0.9, WHITE) + marks + hand(hour * 30 + minute / 2, 0.46, radius * 0.1)
            + hand(minute * 6, 0.68, radius * 0.07) + circle(x, y, radius * 0.08, TERRACOTTA))


def garland(x1: float, x2: float, y: float, sag: float, *, flags: int = 9, size: float = 26) -> str:
    """Bunting from (x1, y) to (x2, y)."""
    colours = (TERRACOTTA, TEAL, OCHRE, SAGE, PLUM)
    parts = [stroke(points("M? ?Q? ? ? ?", x1, y, (x1 + x2) / 2, y + 2 * sag, x2, y), PLUM, 2.4, opacity=0.6)]
    for index in range(flags):
        t = (index + 0.5) / flags
        at, low = x1 + (x2 - x1) * t, y + 4 * sag * t * (1 - t)
        slope = (0.5 - t) * 8 * sag / (x2 - x1) * 40
        parts.append(group(path(points("M? 0H?L0 ?Z", -size / 2, size / 2, size * 1.1), colours[index % 5]), x=at, y=low, angle=slope))
    return "".join(parts)


def frame(x: float, y: float, width: float, height: float, content: str = "", *, colour: str = WOOD, inside: str = MIST) -> str:
    """A picture on the wall, its upper left corner at (x, y); without content it is hills."""
    edge = max(4.0, width * 0.05)
    hills = path(points("M? ?V?Q? ? ? ?T? ?V?Z", x, y + height, y + height * 0.68, x + width * 0.25, y + height * 0.4, x + width * 0.5,
                        y + height * 0.68, x + width, y + height * 0.6, y + height), SAGE) + circle(x + width * 0.72, y + height * 0.3, height * 0.12, BUTTER)
    return (rect(x - edge, y - edge, width + 2 * edge, height + 2 * edge, colour, radius=2) + rect(x, y, width, height, inside) + (content or hills))


def board(x: float, y: float, width: float, height: float, *, content: str = "") -> str:
    """A school board, its upper left corner at (x, y), with a drawing of chalk."""
    chalk = stroke(points("M? ?q? ? ? ?t? ?", x + width * 0.1, y + height * 0.75, width * 0.15, -height * 0.5, width * 0.25, -height * 0.2, width * 0.2,
                          -height * 0.3), BUTTER, 3) + "".join(
        line(x + width * 0.66, y + height * at, x + width * (0.66 + long), y + height * at, MIST, 3) for at, long in ((0.3, 0.22), (0.45, 0.16), (0.6, 0.2)))
    return (rect(x - 7, y - 7, width + 14, height + 14, WOOD, radius=3) + rect(x, y, width, height, TEAL) + (content or chalk)
            + rect(x + width * 0.1, y + height + 5, width * 0.8, 6, DARK_WOOD, radius=2))


def shelf(x: float, y: float, width: float) -> str:
    """A wall shelf with books and a bowl, its board at y."""
    books = ((0.1, 34, TERRACOTTA), (0.17, 40, TEAL), (0.24, 30, OCHRE), (0.31, 37, PLUM), (0.38, 33, SAGE))
    parts = "".join(rect(x + width * at, y - high * width / 160, width * 0.062, high * width / 160, tone, radius=1) for at, high, tone in books)
    bowl = path(points("M? ?h?q0 ? ? ?h?q? 0 ? ?Z", x + width * 0.62, y - width * 0.12, width * 0.24, width * 0.12, -width * 0.09, width * 0.12,
                       -width * 0.06, -width * 0.09, -width * 0.09, -width * 0.12), SEA)
    return parts + bowl + rect(x, y, width, width * 0.04, WOOD, radius=2)


def kitchen(x: float, y: float, width: float, height: float) -> str:
    """A row of kitchen cupboards with a worktop, a tap and a kettle, standing on y from x on."""
    top, count = y - height, max(2, round(width / 90))
    each = width / count
    doors = "".join(
        rect(x + each * i + 4, top + 20, each - 8, height - 32, lighter(SAGE, 0.25), radius=3) + rect(x + each * i + each * 0.38, top + 28, each * 0.24, 4, MOSS, radius=2)
        for i in range(count))
    tap = stroke(points("M? ?v?q0 -14 14 -14q12 0 12 12", x + width * 0.3, top, -22), STONE, 5)
    kettle = group(path("M-17 0L-13 -26H13L17 0Z", TERRACOTTA) + stroke("M-11 -26Q0 -42 11 -26", INK, 4) + path("M15 -8L27 -20L24 -23L12 -16Z", TERRACOTTA),
                   x=x + width * 0.75, y=top)
    return rect(x, top, width, height, SAGE) + doors + rect(x - 4, top, width + 8, 12, WOOD, radius=2) + tap + kettle + rect(x, y - 8, width, 8, darker(SAGE, 0.4))


def coat_rack(x: float, y: float, width: float, *, hooks: int = 5) -> str:
    """A board of hooks on the wall, its upper left corner at (x, y)."""
    pegs = dots([(x + width * (i + 0.5) / hooks, y + 8) for i in range(hooks)], 4, OCHRE)
    return rect(x, y, width, 15, WOOD, radius=4) + pegs


def hanging_coat(x: float, y: float, height: float, *, colour: str = TERRACOTTA, hood: bool = True) -> str:
    """A coat on a hook at (x, y)."""
    fold = darker(colour, 0.16)
    body = (path("M-14 4C-28 8 -34 16 -38 34L-44 84L-32 88L-26 52L-30 100Q0 108 30 100L26 52L32 88L44 84L38 34C34 16 28 8 14 4Z", colour)
            + line(0, 12, 0, 102, fold, 2) + stroke("M-24 68L-10 72M24 68L10 72", fold, 2.4))
    top = ellipse(0, 9, 17, 14, fold) + ellipse(0, 6, 11, 7, darker(colour, 0.35)) if hood else path("M-14 3L0 20L14 3Z", fold)
    return group(stroke("M0 -4V4", INK, 2) + body + top, x=x, y=y, scale=height / 104)


def house(x: float, y: float, width: float, *, wall: str = WHITE, roof: str = TERRACOTTA, door_colour: str = TEAL, lit: bool = False) -> str:
    """A small house, standing on y."""
    glass = BUTTER if lit else MIST
    parts = (rect(-50, -62, 100, 62, wall) + path("M-60 -60L0 -106L60 -60Z", roof) + rect(22, -100, 12, 26, darker(roof, 0.2)) + path("M-60 -60L0 -106L60 -60Z", roof)
             + rect(10, -42, 25, 42, door_colour, radius=2) + circle(30, -20, 2, OCHRE) + rect(-36, -46, 32, 26, glass) + stroke("M-20 -46V-20M-36 -34H-4", wall, 2.4)
             + circle(0, -78, 8, glass))
    return group(parts, x=x, y=y, scale=width / 120)


def tree(x: float, y: float, height: float, *, colour: str = SAGE) -> str:
    """A round tree."""
    return group(path("M-5 0L-3 -60H3L5 0Z", DARK_WOOD) + circle(0, -74, 27, colour) + circle(-16, -60, 18, darker(colour, 0.1)) + circle(15, -58, 20, lighter(colour, 0.12)),
                 x=x, y=y, scale=height / 100)


def night_sky(x: float, y: float, width: float, height: float) -> str:
    """A dark sky with a moon and a few stars, its upper left corner at (x, y)."""
    stars = "".join(circle(x + width * a, y + height * b, r, BUTTER, opacity=0.8) for a, b, r in (
        (0.12, 0.2, 1.6), (0.3, 0.42, 1.2), (0.44, 0.16, 1.8), (0.58, 0.5, 1.3), (0.9, 0.62, 1.6), (0.2, 0.7, 1.3)))
    radius = min(width, height) * 0.11
    moon = circle(x + width * 0.74, y + height * 0.19, radius, BUTTER) + circle(x + width * 0.74 + radius * 0.42, y + height * 0.19 - radius * 0.2, radius * 0.86, NIGHT)
    return rect(x, y, width, height, NIGHT) + stars + moon


def rain(x: float, y: float, width: float, height: float, *, colour: str = WHITE, shift: float = 0.0, count: int = 40) -> str:
    """Slanting rain over a field; `shift` (0 to 1, going round) makes it fall."""
    drops = []
    for index in range(count):
        at, low = (index * 0.7549) % 1, (index * 0.5698 + shift) % 1
        drops.append(points("M? ?l-4 13", x + width * at, y + height * low))
    return stroke("".join(drops), colour, 1.8, opacity=0.55)


def bench(x: float, y: float, width: float, height: float, *, colour: str = WOOD) -> str:
    """A plain bench, its seat `height` above y."""
    return ("".join(rect(x + side * width * 0.4 - 5, y - height, 10, height, INK) for side in (-1, 1)) + rect(x - width / 2, y - height - 4, width, 12, colour, radius=3))


def bus_shelter(x: float, y: float, width: float, height: float) -> str:
    """The back of a bus shelter: glass, posts and a roof; its bench is `bench`."""
    left, top = x - width / 2, y - height
    return (rect(left, top + 16, width, height - 40, MIST, opacity=0.35) + "".join(rect(at - 4, top + 8, 8, height - 8, INK) for at in (left + 6, left + width - 6))
            + path(points("M? ?H?L? ?H?Z", left - 18, top + 12, left + width + 18, left + width + 8, top - 4, left - 8), TEAL))


def bus_stop(x: float, y: float, height: float) -> str:
    """A stop's pole with its sign and a timetable."""
    return (rect(x - 3, y - height, 6, height, STONE) + rect(x - 17, y - height, 34, 34, OCHRE, radius=6) + rect(x - 10, y - height + 8, 20, 13, INK, radius=3)
            + circle(x - 6, y - height + 23, 2.6, INK) + circle(x + 6, y - height + 23, 2.6, INK) + rect(x - 12, y - height * 0.66, 24, 34, WHITE, radius=2)
            + stroke(points("M? ?h14m-14 7h14m-14 7h9", x - 7, y - height * 0.66 + 9), STONE, 1.6))


def bed(x: float, y: float, width: float, *, blanket: str = SAGE, frame_colour: str = WOOD) -> str:
    """A single bed from its side, made, the pillow at the left; the middle of its foot at (x, y)."""
    parts = (rect(-100, -92, 10, 92, frame_colour, radius=4) + rect(92, -62, 9, 62, frame_colour, radius=4) + rect(-96, -34, 194, 16, darker(frame_colour, 0.12))
             + rect(-91, -52, 184, 22, WHITE, radius=6) + path("M-88 -50C-90 -70 -76 -72 -60 -71C-46 -72 -38 -66 -40 -50Z", WHITE)
             + path("M-52 -55C-30 -60 60 -60 90 -55C95 -52 95 -40 93 -22L-44 -22C-48 -34 -52 -44 -52 -55Z", blanket)
             + path("M-52 -56C-46 -58 -38 -59 -30 -59L-22 -22L-44 -22C-48 -34 -52 -44 -52 -56Z", lighter(blanket, 0.5)))
    return group(parts, x=x, y=y, scale=width / 200)


def meadow(width: float, height: float, horizon: float, *, sky: str = MIST, grass: str = LEAF) -> str:
    """Open air: sky, and grass with a soft edge."""
    return rect(0, 0, width, height, sky) + path(
        points("M0 ?Q? ? ? ?T? ?V?H0Z", horizon + 8, width * 0.25, horizon - 18, width * 0.5, horizon, width, horizon, height), grass)
