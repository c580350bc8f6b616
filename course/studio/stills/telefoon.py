"""One call, two places: a father in a bus shelter in the rain, a foster father and a girl in a warm kitchen."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, ellipse, path, rect, stroke
from course.studio.people import Face, Pose
from course.studio.places import bench, bus_shelter, bus_stop, chair, clock, curtains, kitchen, rain, table, window
from course.studio.props import bag, cup, flat_paper, phone, plate, present
from course.studio.stills.people import ELIF, MEHMET, PETER
from course.studio.stills.scene import clipped, put, still


def draw() -> str:
    """The picture as SVG."""
    left = (
        rect(0, 0, 420, 450, blend(c.SEA, c.NIGHT, 0.45))
        + path("M0 250Q90 226 190 246T420 236V380H0Z", blend(c.TEAL, c.NIGHT, 0.55))
        + rect(0, 366, 420, 84, blend(c.NIGHT, c.SEA, 0.25))
        + rain(0, 0, 420, 366, colour=c.MIST, count=34)
        + bus_stop(48, 392, 250)
        + bus_shelter(212, 392, 244, 316)
        + bench(210, 396, 196, 76)
    )
    mehmet = put(
        MEHMET,
        Pose(sitting=1, turn=0.12, head=0.45, tilt=5, nod=0.3),
        Face(brows=-0.8, mouth=-0.35, gaze=0.2, mouth_open=0.15),
        214,
        408,
        312,
        left=(204, 206),
        right=(252, 296),
        held=present(220, 258, 38) + bag(216, 328, 72, colour=c.OCHRE) + phone(203, 198, 32, angle=-8, lit=False),
    )
    puddle = ellipse(96, 426, 70, 8, c.SEA, opacity=0.5) + ellipse(330, 436, 50, 6, c.SEA, opacity=0.4)
    right = (
        rect(380, 0, 420, 450, c.CREAM)
        + rect(380, 340, 420, 110, c.SAND)
        + kitchen(380, 350, 240, 100)
        + window(640, 66, 110, 96, sky=blend(c.SEA, c.NIGHT, 0.3), view=False)
        + curtains(640, 66, 110, 96, c.TERRACOTTA)
        + clock(578, 70, 27, 17, 10)
    )
    peter = put(
        PETER,
        Pose(head=0.25, nod=0.35, tilt=-4),
        Face(brows=-0.6, mouth=-0.05, gaze=0.5, gaze_down=0.6),
        508,
        446,
        366,
        left=(480, 124),
        right=(560, 262),
        held=phone(484, 114, 36, angle=-8, lit=False),
    )
    elif_ = put(
        ELIF,
        Pose(sitting=1, head=-0.55, nod=-0.3, bob=0.06),
        Face(brows=-0.5, mouth=-0.1, gaze=-0.6, gaze_down=-0.4),
        668,
        436,
        236,
        left=(634, 328),
        right=(694, 330),
    )
    drawn = (
        flat_paper(662, 342, 60, lines=0)
        + circle(656, 334, 4, c.OCHRE)
        + stroke("M664 338v-7m-4 3h8M674 338v-5m-3 2h6", c.TEAL, 2)
    )
    table_ = table(684, 462, 288, 126, depth=32)
    cups = (
        plate(762, 332, 46, content=path("M-9 -5L9 -5L12 -16L-4 -18Z", c.BUTTER) + circle(6, -18, 3, c.TERRACOTTA))
        + cup(734, 350, 24, colour=c.PLUM)
        + cup(592, 344, 24, colour=c.OCHRE)
    )
    empty = chair(762, 420, 80, colour=c.TEAL)
    split = path("M394 0H416L404 450H382Z", c.WHITE)
    return still(
        right,
        empty,
        chair(668, 420, 84),
        elif_,
        table_,
        drawn,
        cups,
        peter,
        clipped(left + mehmet + puddle, 0, 0, 399, 450),
        split,
    )
