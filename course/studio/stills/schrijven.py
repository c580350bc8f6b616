"""Late in the evening somebody writes at the kitchen table, in the light of one lamp."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, ellipse, group, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import chair, curtains, hanging_lamp, night_sky, plant, table, window
from course.studio.props import cup, pen
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    dusk = blend(c.NIGHT, c.TEAL, 0.22)
    wall = rect(0, 0, 800, 450, dusk) + rect(0, 352, 800, 98, blend(c.NIGHT, "#1A1320", 0.3))
    sky = night_sky(78, 66, 176, 156) + window(78, 66, 176, 156, sky="none", view=False)
    halo = ellipse(456, 236, 300, 116, c.BUTTER, opacity=0.1) + ellipse(460, 236, 200, 84, c.BUTTER, opacity=0.12)
    lamp = hanging_lamp(470, 112, 116, colour=c.TERRACOTTA, drop=214)
    who = Person(
        skin=c.ALMOND, hair="curls", hair_colour=c.DARK_HAIR, glasses=True, top=c.OCHRE, cut="turtle", bottom=c.SEA
    )
    writer = put(
        who,
        Pose(sitting=1, turn=0.1, head=0.3, nod=0.95, tilt=6, lean=4),
        Face(eyes=0.75, gaze_down=1, mouth=0.1, brows=0.1),
        458,
        446,
        372,
        left=(408, 322),
        right=(510, 322),
    )
    board = table(452, 470, 580, 142, depth=40, colour=c.WOOD)
    sheets = group(
        path("M-60 0L-36 -32H44L66 0Z", c.WHITE) + stroke("M-32 -24h58M-38 -16h64M-44 -8h40", c.STONE, 2.4),
        x=486,
        y=330,
    ) + group(path("M-40 0L-24 -20H34L44 0Z", darker(c.WHITE, 0.08)), x=596, y=330)
    stylus = pen(503, 324, 44, angle=24, colour=c.TEAL)
    fingers = ellipse(512, 316, 10, 8, c.ALMOND)
    ball = circle(642, 322, 10, c.WHITE) + stroke("M636 318l6 4l6 -5M640 328l4 -5", c.STONE, 1.6)
    cat = (
        path("M-44 0C-50 -26 -24 -36 8 -34C36 -32 46 -16 42 0Z", c.STONE)
        + circle(-32, -22, 15, c.STONE)
        + path("M-45 -28L-47 -44L-35 -35ZM-30 -36L-19 -46L-18 -28Z", c.STONE)
        + stroke("M38 -4Q20 6 -18 2", darker(c.STONE), 8)
        + stroke("M-41 -22q3 3 6 0M-31 -22q3 3 6 0", c.INK, 1.6)
        + stroke("M2 -32v10M14 -32v9M25 -28v8", darker(c.STONE), 4)
    )
    return still(
        wall,
        sky,
        curtains(78, 66, 176, 156, c.PLUM),
        halo,
        lamp,
        chair(458, 446, 118, part="back", colour=c.DARK_WOOD),
        writer,
        board,
        sheets,
        fingers,
        stylus,
        ball,
        cup(360, 330, 34, colour=c.TERRACOTTA, steam=True),
        group(cat, x=250, y=322, scale=0.9),
        plant(672, 322, 112, pot=c.SEA, colour=blend(c.SAGE, c.NIGHT, 0.25)),
    )
