"""A made child's bed that waits, with a telephone on the blanket."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, ellipse, group, lighter, path, rect, stroke
from course.studio.places import bed, curtains, night_sky, room, rug, window
from course.studio.props import teddy
from course.studio.stills.scene import still


def draw() -> str:
    """The picture as SVG."""
    dusk = blend(c.PLUM, c.NIGHT, 0.35)
    wall = room(800, 450, 340, wall=blend(c.LILAC, c.CREAM, 0.62), floor=blend(c.SAND, c.LILAC, 0.2))
    glass = night_sky(500, 56, 150, 134) + window(500, 56, 150, 134, sky="none", view=False)
    glow = ellipse(320, 284, 54, 14, c.MIST, opacity=0.5)
    art = group(
        rect(0, 0, 72, 56, c.WHITE)
        + circle(16, 15, 7, c.OCHRE)
        + path("M26 46V30L40 18L54 30V46Z", c.TERRACOTTA)
        + stroke("M12 46V36M12 36m-3 4h6M62 46V36M62 36m-3 4h6M4 47H68", c.TEAL, 2.4),
        x=188,
        y=96,
        angle=-3,
    )
    art2 = group(
        rect(0, 0, 52, 62, c.BUTTER)
        + circle(26, 24, 11, c.PINK)
        + stroke("M26 36V52M26 42L14 34M26 42L38 34", c.PLUM, 3),
        x=286,
        y=84,
        angle=2,
    )
    cot = bed(340, 402, 500, blanket=c.TEAL)
    stars = dots(
        ((290, 326), (346, 312), (396, 332), (450, 304), (512, 328), (352, 336), (452, 336), (404, 288), (520, 288)),
        4,
        c.BUTTER,
    )
    bear = group(teddy(0, 0, 74, colour=c.OCHRE), x=150, y=278, angle=-6)
    night = (
        rect(674, 300, 82, 96, c.WOOD, radius=4)
        + rect(682, 316, 66, 30, lighter(c.WOOD), radius=3)
        + circle(715, 331, 4, c.OCHRE)
        + circle(714, 244, 80, c.BUTTER, opacity=0.35)
        + (rect(710, 270, 8, 32, c.INK) + path("M692 226H736L754 272H674Z", c.BUTTER))
    )
    telephone = group(
        path("M-24 0L-15 -13H24L16 0Z", c.INK)
        + path("M-18 -2L-12 -11H19L13 -2Z", c.WHITE)
        + path("M-24 0H16V3.4H-24Z", darker(c.INK, 0.6)),
        x=316,
        y=286,
        scale=1.25,
    )
    slippers = (
        ellipse(520, 424, 26, 8, c.TERRACOTTA)
        + ellipse(532, 422, 9, 4.4, darker(c.TERRACOTTA, 0.3))
        + ellipse(578, 430, 26, 8, c.TERRACOTTA)
        + ellipse(590, 428, 9, 4.4, darker(c.TERRACOTTA, 0.3))
    )
    return still(
        wall,
        glass,
        curtains(500, 56, 150, 134, dusk),
        art,
        art2,
        rug(500, 424, 340, 54, c.PLUM),
        cot,
        stars,
        glow,
        bear,
        telephone,
        night,
        slippers,
    )
