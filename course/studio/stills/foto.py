"""A school photo in a hall: a laughing girl, her foster mother, and at the right edge half an arm."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, lighter, path, rect, stroke
from course.studio.people import Face, Pose
from course.studio.places import coat_rack, frame, hanging_coat
from course.studio.props import vase
from course.studio.stills.people import FATHER, FOSTER_MOTHER, GIRL
from course.studio.stills.scene import clipped, put, still


def draw() -> str:
    """The picture as SVG."""
    wall = rect(0, 0, 800, 450, lighter(c.SAGE, 0.5)) + rect(0, 0, 800, 450, c.BUTTER, opacity=0.12)
    beam = path("M0 60L300 0H520L0 330Z", c.WHITE, opacity=0.35)
    meadow = (
        rect(256, 84, 288, 216, c.MIST)
        + path("M256 236Q330 210 400 226T544 222V300H256Z", c.SAGE)
        + stroke("M256 98Q326 134 400 106T544 100", c.WHITE, 3)
        + "".join(
            path(f"M{x} {y}h22l-11 22Z", tone)
            for x, y, tone in (
                (272, 108, c.TERRACOTTA),
                (310, 117, c.OCHRE),
                (352, 116, c.PLUM),
                (396, 107, c.TEAL),
                (440, 103, c.OCHRE),
                (486, 102, c.TERRACOTTA),
            )
        )
    )
    mother = put(
        FOSTER_MOTHER,
        Pose(turn=0.2, head=0.35, tilt=4),
        Face(mouth=0.8, mouth_open=0.25),
        334,
        442,
        322,
        right=(404, 262),
        legs=False,
    )
    arm = put(FATHER, Pose(), Face(), 590, 448, 330, left=(452, 258), legs=False)
    girl = put(
        GIRL, Pose(head=0.05, tilt=-3), Face(mouth=1, mouth_open=0.6, eyes=0.9, brows=0.4), 424, 402, 252, legs=False
    )
    photo = (
        rect(230, 58, 340, 268, darker(lighter(c.SAGE, 0.5), 0.2), opacity=0.5, radius=4)
        + rect(222, 50, 356, 284, c.WOOD, radius=4)
        + rect(234, 62, 332, 260, c.WHITE)
        + clipped(meadow + mother + girl + arm, 256, 84, 288, 216)
        + stroke("M256 84H544V300H256Z", darker(c.WHITE, 0.12), 2)
        + path("M508 62L566 62V120Z", c.WHITE, opacity=0.35)
    )
    small = frame(92, 128, 74, 58, colour=c.TEAL) + frame(
        108,
        226,
        48,
        60,
        circle(132, 250, 12, c.OCHRE) + stroke("M116 278q16 -20 32 0", c.TERRACOTTA, 7),
        colour=c.TERRACOTTA,
        inside=c.CREAM,
    )
    rack = (
        coat_rack(618, 118, 150, hooks=3)
        + hanging_coat(643, 134, 112, colour=c.OCHRE)
        + hanging_coat(722, 134, 160, colour=c.PLUM, hood=False)
    )
    dado = rect(0, 372, 800, 78, blend(c.SAGE, c.CREAM, 0.2)) + rect(0, 366, 800, 8, c.WHITE)
    console = (
        rect(270, 394, 262, 12, c.WOOD, radius=3)
        + rect(284, 404, 10, 46, darker(c.WOOD))
        + rect(508, 404, 10, 46, darker(c.WOOD))
    )
    keys = stroke("M442 391h20M456 391v-5M461 391v-5M428 391h1", c.OCHRE, 3) + circle(434, 389, 5, c.OCHRE)
    return still(wall, beam, dado, small, rack, photo, console, vase(318, 394, 56), keys)
