"""Ten stepping stones lead across the water; some have crossed, one is on the way, one holds out a hand."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, ellipse, lighter, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    sky = (
        rect(0, 0, 800, 450, lighter(c.BLUSH, 0.3))
        + circle(610, 98, 46, c.OCHRE, opacity=0.85)
        + path("M0 150Q120 96 260 132T520 118T800 138V210H0Z", blend(c.SAGE, c.BLUSH, 0.45))
    )
    far = path("M0 178Q200 150 400 166T800 160V206H0Z", c.SAGE)
    water = path("M0 200Q200 190 400 196T800 190V450H0Z", c.SEA) + stroke(
        "M60 250h70M640 236h90M96 334h110M600 318h130M690 392h80M250 226h46M30 402h70", lighter(c.SEA), 3
    )
    shine = stroke("M586 206h52M574 222h70M590 238h40M580 256h60", c.BUTTER, 4, opacity=0.7)
    near = path("M0 450V428Q110 396 220 428Q244 438 252 450Z", c.MOSS)
    stones = (
        (318, 418, 58),
        (418, 394, 52),
        (512, 370, 46),
        (560, 342, 41),
        (532, 316, 36),
        (464, 294, 32),
        (394, 275, 28),
        (348, 256, 24),
        (338, 238, 21),
        (362, 222, 18),
    )
    path_ = "".join(
        ellipse(x, y + r * 0.2, r * 1.12, r * 0.34, darker(c.SEA, 0.28), opacity=0.6)
        + ellipse(x, y + r * 0.1, r, r * 0.31, darker(c.STONE, 0.2))
        + ellipse(x, y, r, r * 0.29, lighter(c.STONE, 0.25))
        for x, y, r in reversed(stones)
    )
    beyond = "".join(
        put(who, pose, Face(mouth=0.5), x, y, high, left=left)
        for who, pose, x, y, high, left in (
            (
                Person(skin=c.ALMOND, hair="bob", hair_colour=c.GREY_HAIR, top=c.PLUM, bottom=c.NIGHT, age="older"),
                Pose(turn=0.1, head=0.2),
                318,
                196,
                74,
                None,
            ),
            (
                Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.OCHRE, bottom=c.TEAL),
                Pose(turn=-0.1, head=-0.1),
                414,
                198,
                74,
                (396, 120),
            ),
        )
    )
    walking = put(
        Person(skin=c.HONEY, hair="headscarf", hair_colour=c.TERRACOTTA, top=c.CREAM, bottom=c.TEAL),
        Pose(turn=-0.35, head=-0.4, left_thigh=-12, left_shin=-4, right_thigh=12, right_shin=18),
        Face(mouth=0.3),
        466,
        294,
        116,
        left=(430, 236),
        right=(500, 232),
    )
    hand_out = put(
        Person(
            skin=c.CHESTNUT,
            hair="buzz",
            hair_colour=c.BLACK_HAIR,
            beard="stubble",
            top=c.TERRACOTTA,
            cut="hood",
            bottom=c.NIGHT,
        ),
        Pose(turn=-0.5, head=-0.6, nod=0.3),
        Face(mouth=0.5),
        526,
        372,
        186,
        left=(470, 284),
        right=(550, 292),
    )
    stepping = put(
        Person(skin=c.PEACH, hair="ponytail", hair_colour=c.BLOND_HAIR, top=c.SAGE, cut="stripes", bottom=c.PLUM),
        Pose(turn=0.5, head=0.6, nod=0.2, lean=5, left_thigh=-10, left_shin=-16, right_thigh=22, right_shin=2),
        Face(mouth=0.4, brows=0.3),
        414,
        399,
        212,
        left=(364, 300),
        right=(470, 282),
    )
    reeds = stroke(
        "M40 430q-4 -40 -12 -60M52 426q0 -40 6 -70M66 424q6 -30 18 -44"
        "M716 450q-2 -40 -10 -60M730 450q2 -40 8 -64M744 450q8 -30 18 -42",
        c.MOSS,
        5,
    ) + stroke("M58 356v-20M738 386v-20", c.WOOD, 8)
    return still(sky, far, water, shine, beyond, path_, near, walking, hand_out, stepping, reeds)
