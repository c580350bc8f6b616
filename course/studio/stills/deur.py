"""Sunday, five o'clock: a boy between his mother on the pavement and his foster mother in the door."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, group, lighter, line, path, rect, stroke
from course.studio.people import Face, Pose
from course.studio.places import coat_rack, door, frame, hanging_coat, plant, shadow
from course.studio.props import phone, rucksack
from course.studio.stills.people import DAAN, FATIMA, LINDA
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    sky = (
        rect(0, 0, 800, 450, c.BLUSH)
        + circle(96, 118, 44, c.BUTTER)
        + path("M0 300Q110 246 236 282T470 270V360H0Z", blend(c.SAGE, c.BLUSH, 0.3))
    )
    hedge = path("M0 344V286Q14 270 34 280Q52 262 76 278Q98 264 120 280Q140 268 156 284Q172 284 172 344Z", c.MOSS)
    wall = rect(430, 0, 370, 396, lighter(c.SAND, 0.35)) + "".join(
        stroke(f"M{x} {y}h26", c.SAND, 3)
        for x, y in (
            (452, 60),
            (470, 74),
            (716, 330),
            (738, 344),
            (452, 300),
            (466, 314),
            (744, 92),
            (450, 180),
            (754, 210),
        )
    )
    roof = rect(412, 0, 388, 22, c.TERRACOTTA) + rect(412, 22, 388, 7, darker(c.TERRACOTTA))
    inside = (
        rect(500, 96, 170, 300, c.BUTTER)
        + coat_rack(512, 132, 70, hooks=3)
        + hanging_coat(548, 146, 70, colour=c.TEAL)
        + frame(614, 136, 34, 30)
        + put(
            FATIMA,
            Pose(turn=-0.25, head=-0.55, nod=0.55, lean=-2),
            Face(brows=-0.45, mouth=-0.1, gaze=-0.4, gaze_down=0.7),
            588,
            397,
            284,
            left=(560, 292),
            right=(614, 300),
        )
    )
    entrance = door(590, 396, 150, 292, opening=1, content=inside)
    step = rect(488, 394, 222, 14, c.STONE, radius=3) + rect(470, 406, 258, 14, darker(c.STONE, 0.12), radius=3)
    ground = rect(0, 340, 800, 110, c.SAND) + path("M0 340H800V352H0Z", lighter(c.SAND))
    lantern = rect(700, 142, 18, 28, c.BUTTER, radius=3) + stroke("M709 132V142M698 142H720M700 170H718", c.INK, 3)
    pot = plant(758, 412, 96, pot=c.PLUM)
    mat = path("M494 428L520 408H676L702 428Z", darker(c.WOOD, 0.05)) + dots(
        (
            (420, 428),
            (434, 434),
            (448, 425),
            (456, 436),
            (530, 420),
            (410, 437),
            (470, 430),
            (552, 424),
            (398, 424),
            (512, 423),
        ),
        1.9,
        c.BUTTER,
    )
    pail = (
        path("M134 322H178L171 362H141Z", c.TERRACOTTA)
        + rect(131, 318, 50, 8, darker(c.TERRACOTTA), radius=3)
        + line(168, 318, 182, 286, c.OCHRE, 6)
        + path("M172 288L180 264L194 272L190 294Z", c.OCHRE)
    )
    linda = put(
        LINDA,
        Pose(turn=0.3, head=0.65),
        Face(brows=-0.55, mouth=0.1, gaze=0.4),
        236,
        426,
        322,
        left=(158, 306),
        right=(330, 274),
    )
    handle = stroke("M136 320Q156 286 178 320", c.INK, 2.6)
    daan = put(
        DAAN,
        Pose(turn=0.15, head=0.25, nod=0.9, shoulders=0.5),
        Face(brows=-0.7, mouth=-0.3, eyes=0.8, gaze_down=1),
        354,
        432,
        214,
        left=(342, 318),
        right=(368, 318),
        held=phone(355, 308, 33),
    )
    return still(
        sky,
        hedge,
        ground,
        wall,
        roof,
        entrance,
        lantern,
        step,
        mat,
        pot,
        shadow(236, 430, 110),
        shadow(354, 436, 90),
        group(handle + pail, x=10, y=-22),
        rucksack(294, 436, 40, colour=c.PLUM),
        daan,
        linda,
    )
