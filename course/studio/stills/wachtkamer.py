"""Two women in a dentist's waiting room, laughing so much that the boy at the fish looks round."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import circle, darker, dots, group, lighter, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import chair, door, frame, room, shadow
from course.studio.props import rucksack
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    tooth = path(
        "M-22 -24C-10 -34 -6 -26 0 -26S10 -34 22 -24C34 -8 20 6 17 26"
        "C15 38 7 38 5 24C4 14 -4 14 -5 24C-7 38 -15 38 -17 26C-20 6 -34 -8 -22 -24Z",
        c.WHITE,
    )
    poster = frame(
        286,
        60,
        108,
        122,
        group(tooth, x=340, y=118, scale=1.15) + stroke("M318 164q22 14 44 0", c.TERRACOTTA, 4),
        colour=c.TEAL,
        inside=c.MIST,
    )
    tank = (
        rect(62, 176, 132, 92, c.SEA, radius=4)
        + rect(62, 176, 132, 14, c.MIST)
        + rect(58, 268, 140, 9, c.WOOD)
        + rect(76, 277, 104, 90, darker(c.WOOD))
        + stroke("M84 266q-8 -24 2 -42M96 266q8 -20 -1 -34M172 266q7 -28 -2 -50", c.SAGE, 5)
        + "".join(
            group(
                path("M-12 0Q0 -10 10 0Q0 10 -12 0ZM8 0L18 -7V7Z", tone) + circle(-6, -1.5, 1.4, c.INK),
                x=x,
                y=y,
                flip=mirrored,
            )
            for x, y, tone, mirrored in (
                (118, 214, c.OCHRE, False),
                (150, 240, c.TERRACOTTA, True),
                (140, 204, c.BUTTER, True),
            )
        )
        + dots(((106, 206), (108, 198), (162, 226)), 2, c.WHITE)
    )
    boy = put(
        Person(
            skin=c.PEACH,
            hair="parted",
            hair_colour=c.BLOND_HAIR,
            top=c.TERRACOTTA,
            cut="stripes",
            bottom=c.NIGHT,
            age="child",
        ),
        Pose(turn=-0.2, head=0.75, left_upper=-20, left_lower=-60),
        Face(brows=0.7, mouth=0.3, gaze=0.4),
        226,
        420,
        190,
    )
    seats = chair(444, 418, 86, colour=c.TEAL) + chair(586, 418, 86, colour=c.TEAL)
    left = put(
        Person(skin=c.PEACH, hair="bob", hair_colour=c.BLOND_HAIR, top=c.PLUM, cut="v", bottom=c.NIGHT, build=1.06),
        Pose(sitting=1, turn=0.22, head=0.55, tilt=-9, nod=-0.5, lean=-4),
        Face(eyes=0.1, brows=0.6, mouth=0.9, mouth_open=0.75),
        444,
        424,
        330,
        left=(430, 300),
        right=(540, 292),
    )
    right = put(
        Person(skin=c.COCOA, hair="headscarf", hair_colour=c.OCHRE, top=c.SAGE, bottom=c.TEAL, skirt=True, age="older"),
        Pose(sitting=1, turn=-0.22, head=-0.55, nod=0.5, lean=-7, shoulders=0.5),
        Face(eyes=0.1, brows=0.5, mouth=1, mouth_open=0.6),
        588,
        424,
        318,
        left=(552, 322),
        right=(566, 236),
    )
    exit_ = door(724, 366, 96, 262, opening=0.22, colour=c.MOSS, pane=False, beyond=c.WHITE)
    magazines = path("M-26 0L-18 -7H30L24 0Z", c.TERRACOTTA) + path("M-22 -6L-14 -13H32L26 -6Z", c.OCHRE)
    return still(
        room(800, 450, 366, wall=lighter(c.MIST, 0.45)),
        poster,
        tank,
        exit_,
        seats,
        shadow(226, 422, 70),
        boy,
        left,
        right,
        rect(320, 372, 62, 8, c.WOOD, radius=3),
        stroke("M330 380L326 428M372 380L376 428", darker(c.WOOD), 6),
        group(magazines, x=350, y=372),
        rucksack(668, 436, 54, colour=c.TERRACOTTA),
    )
