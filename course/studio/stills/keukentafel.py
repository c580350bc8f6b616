"""A father has jumped up and his chair lies behind him; three others sit, each startled in another way."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import circle, darker, ellipse, group, lighter, line, rect, stroke
from course.studio.people import Face, Pose
from course.studio.places import chair, curtains, hanging_lamp, room, shadow, table, window
from course.studio.props import cup, paper, teapot
from course.studio.stills.people import JOYCE, KARIM, RUUD, ZOE
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    lamp = hanging_lamp(330, 86, 96, drop=0)
    wall = (
        room(800, 450, 330, wall=lighter(c.LEAF, 0.4)) + window(52, 58, 118, 106) + curtains(52, 58, 118, 106, c.PINK)
    )
    fridge = (
        rect(676, 84, 104, 258, c.WHITE, radius=10)
        + line(678, 176, 778, 176, c.STONE, 2)
        + line(692, 118, 692, 150, c.STONE, 5)
        + line(692, 196, 692, 240, c.STONE, 5)
        + group(
            rect(0, 0, 34, 28, c.BUTTER) + circle(10, 12, 5, c.TERRACOTTA) + stroke("M18 22l6 -12l6 12", c.TEAL, 2.4),
            x=716,
            y=104,
            angle=4,
        )
    )
    seats = "".join(chair(x, 420, 92, colour=c.WOOD) for x in (126, 262, 400))
    zoe = put(
        ZOE,
        Pose(sitting=1, head=-0.3, nod=0.8, shoulders=1, tilt=-5),
        Face(brows=-0.9, mouth=-0.4, gaze_down=0.8),
        126,
        428,
        300,
        left=(114, 312),
        right=(140, 312),
    )
    joyce = put(
        JOYCE,
        Pose(sitting=1, head=0.65, nod=-0.3, lean=-2),
        Face(eyes=1.2, brows=0.1, mouth=-0.15, gaze=0.5),
        262,
        428,
        322,
        left=(226, 306),
        right=(274, 250),
    )
    karim = put(
        KARIM,
        Pose(sitting=1, head=-0.35, nod=0.85),
        Face(brows=-0.6, mouth=-0.1, gaze_down=1),
        400,
        428,
        328,
        left=(372, 296),
        right=(432, 296),
        held=paper(402, 288, 56, lines=5),
    )
    ruud = put(
        RUUD,
        Pose(turn=-0.3, head=-0.6, lean=-9, shoulders=0.4),
        Face(brows=-0.4, frown=0.9, mouth=-0.6, mouth_open=0.55, gaze=-0.4),
        584,
        440,
        368,
        left=(520, 300),
        right=(660, 246),
    )
    fallen = group(chair(0, 0, 84, facing=-1, colour=c.WOOD), x=606, y=400, angle=82)
    laid = table(296, 448, 560, 132, depth=34, cloth=c.MIST)
    spill = ellipse(468, 300, 25, 5, darker(c.OCHRE, 0.25), opacity=0.6) + group(
        cup(0, 0, 28, colour=c.OCHRE), x=452, y=300, angle=78
    )
    things = (
        cup(80, 304, 28, colour=c.TERRACOTTA, steam=True)
        + cup(196, 304, 28, colour=c.PLUM, steam=True)
        + teapot(322, 304, 60)
    )
    bang = stroke("M506 284l-10 -12M522 280v-15M540 284l9 -12", c.TERRACOTTA, 3)
    return still(
        wall,
        fridge,
        lamp,
        shadow(720, 440, 120),
        fallen,
        shadow(590, 442, 120),
        seats,
        zoe,
        joyce,
        karim,
        laid,
        spill,
        things,
        ruud,
        bang,
    )
