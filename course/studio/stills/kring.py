"""Six people in a circle: one tells, five listen, each in an own way."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import lighter, path
from course.studio.people import Face, Person, Pose
from course.studio.places import chair, frame, room, rug
from course.studio.props import paper
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    wall = room(800, 450, 276, wall=lighter(c.LEAF, 0.35)) + frame(
        332, 34, 136, 66, path("M332 100V84Q366 58 400 78T468 72V100Z", c.SEA)
    )
    floor = rug(400, 366, 640, 150, c.TEAL)
    teller = put(
        Person(
            skin=c.HONEY,
            hair="bun",
            hair_colour=c.DARK_HAIR,
            top=c.TERRACOTTA,
            cut="cardigan",
            accent=c.CREAM,
            bottom=c.NIGHT,
        ),
        Pose(sitting=1, head=-0.1, nod=0.2),
        Face(mouth_open=0.35, brows=-0.3, mouth=0.1),
        400,
        326,
        244,
        left=(330, 232),
        right=(464, 196),
    )
    chair_man = put(
        Person(
            skin=c.PORCELAIN,
            hair="receding",
            hair_colour=c.GREY_HAIR,
            beard="full",
            glasses=True,
            top=c.SAGE,
            cut="v",
            bottom=c.WOOD,
            age="older",
        ),
        Pose(sitting=1, turn=0.35, head=0.55),
        Face(mouth=0.15, gaze=0.3),
        248,
        350,
        248,
        left=(250, 256),
        right=(306, 262),
        held=paper(276, 250, 34, angle=-8, lines=2),
    )
    scarf = put(
        Person(skin=c.ALMOND, hair="headscarf", hair_colour=c.PLUM, top=c.OCHRE, bottom=c.TEAL, skirt=True),
        Pose(sitting=1, turn=-0.35, head=-0.55, tilt=-6),
        Face(mouth=0.1, brows=-0.3, gaze=-0.4),
        552,
        350,
        244,
        left=(528, 270),
        right=(545, 208),
    )
    young = put(
        Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.PINK, cut="hood", bottom=c.NIGHT),
        Pose(sitting=1, turn=0.8, head=0.8, lean=6),
        Face(mouth=0.05, brows=0.2),
        118,
        400,
        266,
        left=(176, 300),
        right=(190, 298),
    )
    red = put(
        Person(
            skin=c.PEACH,
            hair="tousled",
            hair_colour=c.RED_HAIR,
            beard="stubble",
            top=c.PLUM,
            cut="turtle",
            bottom=c.WOOD,
        ),
        Pose(sitting=1, turn=-0.8, head=-0.75, nod=0.6, lean=-4),
        Face(mouth=0.05, gaze_down=0.8),
        684,
        400,
        270,
        left=(610, 304),
        right=(626, 300),
        held=paper(606, 306, 34, angle=18, lines=0),
    )
    near = put(
        Person(skin=c.PEACH, hair="bob", hair_colour=c.BLOND_HAIR, top=c.SEA, bottom=c.TEAL),
        Pose(sitting=1, tilt=4),
        Face(),
        400,
        548,
        316,
        away=True,
        legs=False,
    )
    chairs = (
        chair(400, 322, 66, part="back") + chair(248, 346, 70, colour=c.WOOD),
        chair(552, 346, 70, colour=c.WOOD),
        chair(118, 396, 76, facing=1),
        chair(684, 396, 78, facing=-1),
    )
    return still(wall, floor, *chairs, teller, chair_man, scarf, young, red, near, chair(400, 546, 92, part="back"))
