"""Three seats round one table, none like the other, and a cat that has chosen one already."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import circle, dots, ellipse, group, lighter, path, stroke
from course.studio.places import armchair, chair, floor_lamp, frame, plant, room, round_table, rug, stool, window
from course.studio.props import cup
from course.studio.stills.scene import still


def draw() -> str:
    """The picture as SVG."""
    wall = room(800, 450, 336, wall=lighter(c.SAND, 0.5)) + ellipse(404, 196, 310, 134, c.WHITE, opacity=0.5)
    cat = (
        path("M-34 0C-40 -26 -20 -38 4 -36C26 -35 38 -20 34 0Z", c.INK)
        + circle(-26, -28, 14, c.INK)
        + path("M-38 -34L-39 -50L-28 -40ZM-24 -40L-14 -50L-13 -34Z", c.INK)
        + stroke("M30 -4Q48 -2 42 -22", c.INK, 7)
        + stroke("M-33 -28q3 2 5 0M-24 -28q3 2 5 0", c.BUTTER, 1.6)
    )
    laid = round_table(410, 404, 214, 118, colour=c.WOOD)
    sheet = group(
        path("M-40 0L-26 -24H34L44 0Z", c.WHITE)
        + dots(((-10, -15),), 4, c.OCHRE)
        + stroke("M4 -8q4 -9 8 0M20 -8q4 -9 8 0M-20 -6h52", c.TEAL, 2.4),
        x=408,
        y=290,
    )
    cups = (
        cup(342, 286, 28, colour=c.TERRACOTTA, steam=True)
        + cup(478, 286, 28, colour=c.TEAL, steam=True)
        + cup(446, 304, 20, colour=c.OCHRE)
    )
    return still(
        wall,
        window(330, 64, 150, 118),
        frame(566, 86, 74, 56),
        rug(410, 402, 640, 84, c.SAGE),
        plant(742, 344, 130, pot=c.PLUM),
        floor_lamp(72, 344, 236, colour=c.PLUM),
        armchair(196, 408, 194, colour=c.TERRACOTTA, cushion=c.BUTTER),
        group(cat, x=196, y=342, scale=0.92),
        chair(612, 404, 82, colour=c.TEAL),
        laid,
        sheet,
        cups,
        stool(514, 428, 66, colour=c.OCHRE),
    )
