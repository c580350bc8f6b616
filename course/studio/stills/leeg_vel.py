"""Hands of five people round a large sheet with nothing on it yet, seen from above."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import circle, darker, group, line, path, points, rect, stroke
from course.studio.stills.scene import still


def _hand(
    skin: str, cloth: str, x: float, y: float, angle: float, *, pen: str = "", scale: float = 1.0, flip: bool = False
) -> str:
    """A hand from above, its fingers pointing up before it is turned; the arm goes far back. With a pen it writes."""
    fold = darker(skin, 0.16)
    sleeve = path("M-27 62L-40 420H40L27 62Z", cloth) + stroke("M-27 66H27", darker(cloth), 8)
    arm = path("M-19 20L-23 66H23L19 20Z", skin)
    if pen:
        fingers = (
            stroke("M-14 -8L-6 -36M0 -14L2 -40", skin, 15)
            + stroke("M16 6Q20 -20 8 -36", skin, 15)
            + line(-2, -58, 26, 30, pen, 6)
            + path("M-4.6 -57L-4 -66L1 -58Z", c.INK)
        )
        palm = (
            rect(-23, -22, 46, 52, skin, radius=20)
            + stroke("M-10 -10L-4 -33", fold, 2)
            + stroke("M20 -2Q20 -20 8 -36", skin, 14)
        )
    else:
        fingers = stroke("M-17 -14L-23 -50M-6 -18L-7 -60M6 -18L9 -58M17 -12L24 -44", skin, 12.4)
        palm = (
            rect(-24, -24, 48, 54, skin, radius=18)
            + stroke("M20 18Q38 4 40 -12", skin, 13)
            + stroke("M-11 -20L-12 -12M0 -21V-13M11 -20L12 -12", fold, 1.8)
        )
    return group(sleeve + arm + fingers + palm, x=x, y=y, angle=angle, scale=scale, flip=flip)


def draw() -> str:
    """The picture as SVG."""
    wood = rect(0, 0, 800, 450, c.WOOD) + stroke(
        "M0 74H800M0 160H800M0 252H800M0 340H800M0 420H800", darker(c.WOOD, 0.16), 3
    )
    sheet = group(
        rect(-186, -116, 372, 232, darker(c.WOOD, 0.35), radius=3, opacity=0.5), x=408, y=236, angle=-2
    ) + group(rect(-186, -116, 372, 232, c.WHITE, radius=3), x=402, y=228, angle=-2)
    mugs = "".join(
        circle(x, y, 29, colour)
        + circle(x, y, 23, inside)
        + stroke(points("M? ?q16 6 12 20", x + 25, y + 4), colour, 8)
        for x, y, colour, inside in (
            (92, 66, c.TERRACOTTA, darker(c.OCHRE, 0.45)),
            (706, 392, c.TEAL, darker(c.OCHRE, 0.45)),
        )
    )
    glass = circle(716, 70, 24, c.MIST) + circle(716, 70, 19, c.OCHRE)
    hands = (
        _hand(c.EBONY, c.OCHRE, 214, 180, 100)
        + _hand(c.PORCELAIN, c.PLUM, 628, 300, -78, flip=True, scale=1.02)
        + _hand(c.HONEY, c.SAGE, 492, 118, 186, scale=0.98)
        + _hand(c.PEACH, c.TEAL, 330, 352, 6, pen=c.TERRACOTTA)
        + _hand(c.CHESTNUT, c.PINK, 512, 372, -16, scale=0.66, pen=c.TEAL)
    )
    crayons = (
        line(250, 372, 206, 402, c.OCHRE, 9) + line(588, 122, 620, 150, c.PLUM, 9) + line(262, 398, 236, 424, c.SAGE, 9)
    )
    return still(wood, sheet, mugs, glass, crayons, hands)
