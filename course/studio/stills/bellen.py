"""Two homes and a worker between them: three people in one conversation by telephone."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, dots, group, lighter, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import armchair, floor_lamp, frame, plant, shadow, window
from course.studio.props import cup, phone
from course.studio.stills.people import GRANDAD, MOTHER
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    sky = (
        rect(0, 0, 800, 450, blend(c.SEA, c.NIGHT, 0.42))
        + rect(0, 392, 800, 58, blend(c.MOSS, c.NIGHT, 0.4))
        + dots(((318, 60), (372, 110), (470, 52), (430, 150), (524, 96), (348, 190)), 1.8, c.BUTTER)
    )
    homes = "".join(
        path(f"M{x} 128L{x + 132} 34L{x + 264} 128Z", roof)
        + rect(x + 10, 126, 244, 272, wall)
        + rect(x + 10, 370, 244, 28, c.SAND)
        for x, roof, wall in ((8, c.TERRACOTTA, c.CREAM), (528, c.PLUM, lighter(c.BUTTER, 0.55)))
    )
    left = (
        frame(44, 160, 46, 36)
        + floor_lamp(203, 392, 178)
        + armchair(132, 396, 150, colour=c.SAGE, cushion="")
        + put(
            MOTHER,
            Pose(sitting=1, turn=0.1, head=0.5, tilt=5),
            Face(mouth=0.2, brows=0.35, gaze=0.3),
            132,
            396,
            254,
            left=(118, 226),
            right=(160, 322),
            held=phone(112, 224, 30, angle=-8, lit=False),
        )
    )
    right = (
        window(690, 158, 64, 62, sky=blend(c.SEA, c.NIGHT, 0.42), view=False)
        + plant(732, 394, 84, pot=c.TEAL)
        + put(
            GRANDAD,
            Pose(turn=-0.2, head=-0.5, tilt=-4),
            Face(mouth=0.3, gaze=-0.3, brows=0.2),
            634,
            394,
            238,
            left=(598, 282),
            right=(652, 180),
            held=phone(657, 178, 28, angle=8, lit=False),
        )
        + cup(594, 284, 24, colour=c.TERRACOTTA, steam=True)
    )
    worker = put(
        Person(
            skin=c.HONEY,
            hair="bun",
            hair_colour=c.BLACK_HAIR,
            glasses=True,
            top=c.OCHRE,
            cut="turtle",
            coat=c.TERRACOTTA,
            bottom=c.NIGHT,
        ),
        Pose(head=-0.1, nod=0.15, left_lower=20),
        Face(mouth=0.35, brows=0.2, mouth_open=0.2),
        400,
        430,
        296,
        left=(372, 300),
        right=(424, 178),
        held=phone(427, 172, 30, angle=8, lit=False),
    )
    notes = group(
        rect(-17, -22, 34, 44, c.WHITE, radius=2) + stroke("M-10 -12h20M-10 -4h14M-10 4h18", c.STONE, 2),
        x=370,
        y=286,
        angle=-8,
    )
    arcs = stroke("M130 176Q250 60 386 132", c.BUTTER, 3.6, dashes="1 11") + stroke(
        "M654 152Q540 56 432 138", c.BUTTER, 3.6, dashes="1 11"
    )
    return still(sky, homes, left, right, arcs, shadow(400, 432, 100), worker, notes)
