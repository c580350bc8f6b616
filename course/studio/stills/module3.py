"""The pictures of module 3: four people who look at one image, and a school photo with half an arm."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, ellipse, group, lighter, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import coat_rack, door, frame, hanging_coat, room, window
from course.studio.props import vase
from course.studio.stills.scene import clipped, put, still

FATHER = Person(skin=c.COCOA, hair="buzz", hair_colour=c.BLACK_HAIR, beard="full", top=c.TEAL, cut="shirt", bottom=c.WOOD)
GIRL = Person(skin=c.CHESTNUT, hair="afro", hair_colour=c.BLACK_HAIR, top=c.OCHRE, cut="dungarees", bottom=c.TERRACOTTA, age="child")
FOSTER_MOTHER = Person(skin=c.PORCELAIN, hair="long", hair_colour=c.BLOND_HAIR, top=c.PLUM, cut="v", bottom=c.NIGHT)


def kijken() -> str:
    """Four people in the dark, seen from behind, before one large picture that stands still."""
    dark = blend(c.NIGHT, "#1A1320", 0.4)
    inside = (rect(150, 36, 500, 282, c.CREAM) + rect(150, 254, 500, 64, c.SAND) + window(186, 64, 84, 74) + frame(560, 72, 54, 44)
              + put(FOSTER_MOTHER, Pose(turn=0.2, head=0.3, nod=0.5), Face(mouth=0.3, gaze_down=0.6), 318, 312, 216, left=(300, 226), right=(368, 232))
              + put(GIRL, Pose(head=0.3, nod=-0.3), Face(mouth=-0.1, brows=-0.3, gaze=0.3), 406, 314, 152)
              + put(FATHER, Pose(turn=-0.2, head=-0.35, nod=0.4), Face(mouth=0.1, brows=-0.5, gaze_down=0.4), 496, 312, 226, left=(446, 240), right=(530, 222)))
    screen = rect(138, 24, 524, 306, c.INK, radius=8) + clipped(inside, 150, 36, 500, 282)
    pause = circle(196, 274, 27, dark, opacity=0.85) + stroke("M188 262V286M204 262V286", c.CREAM, 7)
    glow = path("M150 318L-20 450H820L650 318Z", c.BUTTER, opacity=0.1)
    people = (
        (132, Person(skin=c.PORCELAIN, hair="ring", hair_colour=c.GREY_HAIR, top=c.SAGE, age="older", build=1.1), 0.0),
        (310, Person(skin=c.COCOA, hair="locs", hair_colour=c.DARK_HAIR, top=c.TERRACOTTA), 3.0),
        (490, Person(skin=c.HONEY, hair="headscarf", hair_colour=c.MIST, top=c.SEA), -3.0),
        (668, Person(skin=c.PEACH, hair="ponytail", hair_colour=c.RED_HAIR, top=c.OCHRE, cut="stripes", age="teen"), 0.0),
    )
    rows = "".join(put(who, Pose(tilt=tilt), Face(), x, 752, 420 if who.age != "teen" else 392, away=True, legs=False) for x, who, tilt in people)
    seats = path("".join(f"M{x - 66} 450V424Q{x - 66} 410 {x - 52} 410H{x + 52}Q{x + 66} 410 {x + 66} 424V450Z" for x in (132, 310, 490, 668)), blend(c.PLUM, dark, 0.35))
    return still(rect(0, 0, 800, 450, dark), glow, screen, pause, rows, seats)


def foto() -> str:
    """A school photo in a hall: a laughing girl, her foster mother, and at the right edge half an arm."""
    wall = rect(0, 0, 800, 450, lighter(c.SAGE, 0.5)) + rect(0, 0, 800, 450, c.BUTTER, opacity=0.12)
    beam = path("M0 60L300 0H520L0 330Z", c.WHITE, opacity=0.35)
    meadow = rect(256, 84, 288, 216, c.MIST) + path("M256 236Q330 210 400 226T544 222V300H256Z", c.SAGE) + stroke("M256 98Q326 134 400 106T544 100", c.WHITE, 3) + "".join(
        path(f"M{x} {y}h22l-11 22Z", tone) for x, y, tone in ((272, 108, c.TERRACOTTA), (310, 117, c.OCHRE), (352, 116, c.PLUM), (396, 107, c.TEAL), (440, 103, c.OCHRE), (486, 102, c.TERRACOTTA)))
    mother = put(FOSTER_MOTHER, Pose(turn=0.2, head=0.35, tilt=4), Face(mouth=0.8, mouth_open=0.25), 334, 442, 322, right=(404, 262), legs=False)
    arm = put(FATHER, Pose(), Face(), 590, 448, 330, left=(452, 258), legs=False)
    girl = put(GIRL, Pose(head=0.05, tilt=-3), Face(mouth=1, mouth_open=0.6, eyes=0.9, brows=0.4), 424, 402, 252, legs=False)
    photo = (rect(230, 58, 340, 268, darker(lighter(c.SAGE, 0.5), 0.2), opacity=0.5, radius=4) + rect(222, 50, 356, 284, c.WOOD, radius=4) + rect(234, 62, 332, 260, c.WHITE)
             + clipped(meadow + mother + girl + arm, 256, 84, 288, 216) + stroke("M256 84H544V300H256Z", darker(c.WHITE, 0.12), 2) + path("M508 62L566 62V120Z", c.WHITE, opacity=0.35))
    small = frame(92, 128, 74, 58, colour=c.TEAL) + frame(108, 226, 48, 60, circle(132, 250, 12, c.OCHRE) + stroke("M116 278q16 -20 32 0", c.TERRACOTTA, 7), colour=c.TERRACOTTA, inside=c.CREAM)
    rack = coat_rack(618, 118, 150, hooks=3) + hanging_coat(643, 134, 112, colour=c.OCHRE) + hanging_coat(722, 134, 160, colour=c.PLUM, hood=False)
    dado = rect(0, 372, 800, 78, blend(c.SAGE, c.CREAM, 0.2)) + rect(0, 366, 800, 8, c.WHITE)
    console = rect(270, 394, 262, 12, c.WOOD, radius=3) + rect(284, 404, 10, 46, darker(c.WOOD)) + rect(508, 404, 10, 46, darker(c.WOOD))
    keys = stroke("M442 391h20M456 391v-5M461 391v-5M428 391h1", c.OCHRE, 3) + circle(434, 389, 5, c.OCHRE)
    return still(wall, beam, dado, small, rack, photo, console, vase(318, 394, 56), keys)


STILLS = {"kijken": kijken, "foto": foto}
