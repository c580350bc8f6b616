"""The pictures of module 4: a circle, somebody who writes at night, ten stones across water."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, ellipse, group, lighter, line, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import chair, curtains, hanging_lamp, night_sky, plant, rain, room, rug, table, window
from course.studio.props import cup, flat_paper, laptop, paper, pen, teapot
from course.studio.stills.scene import put, still


def kring() -> str:
    """Six people in a circle: one tells, five listen, each in an own way."""
    wall = room(800, 450, 276, wall=lighter(c.LEAF, 0.35)) + window(318, 40, 164, 74, view=False)
    floor = rug(400, 366, 640, 150, c.TEAL)
    teller = put(Person(skin=c.HONEY, hair="bun", hair_colour=c.DARK_HAIR, top=c.TERRACOTTA, cut="cardigan", accent=c.CREAM, bottom=c.NIGHT), Pose(sitting=1, head=-0.1, nod=0.2),
                 Face(mouth_open=0.35, brows=-0.3, mouth=0.1), 400, 326, 244, left=(330, 232), right=(464, 196))
    chair_man = put(Person(skin=c.PORCELAIN, hair="receding", hair_colour=c.GREY_HAIR, beard="full", glasses=True, top=c.SAGE, cut="shirt", bottom=c.WOOD, age="older"),
                    Pose(sitting=1, turn=0.35, head=0.55), Face(mouth=0.15, gaze=0.3), 248, 350, 248, left=(250, 256), right=(306, 262), held=paper(276, 250, 34, angle=-8, lines=2))
    scarf = put(Person(skin=c.ALMOND, hair="headscarf", hair_colour=c.PLUM, top=c.OCHRE, bottom=c.TEAL, skirt=True), Pose(sitting=1, turn=-0.35, head=-0.55, tilt=-6),
                Face(mouth=0.1, brows=-0.3, gaze=-0.4), 552, 350, 244, left=(528, 270), right=(545, 208))
    young = put(Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.PINK, cut="hood", bottom=c.NIGHT), Pose(sitting=1, turn=0.8, head=0.8, lean=6), Face(mouth=0.05, brows=0.2),
                118, 400, 266, left=(176, 300), right=(190, 298))
    red = put(Person(skin=c.PEACH, hair="tousled", hair_colour=c.RED_HAIR, beard="stubble", top=c.PLUM, cut="turtle", bottom=c.WOOD), Pose(sitting=1, turn=-0.8, head=-0.75, nod=0.6, lean=-4),
              Face(mouth=0.05, gaze_down=0.8), 684, 400, 270, left=(610, 304), right=(626, 300), held=paper(606, 306, 34, angle=18, lines=0))
    near = put(Person(skin=c.PEACH, hair="long", hair_colour=c.BLOND_HAIR, top=c.SEA, cut="stripes", accent=c.WHITE, bottom=c.TEAL), Pose(sitting=1, tilt=4), Face(), 400, 548, 316, away=True, legs=False)
    chairs = (chair(400, 322, 66, colour=c.WOOD) + chair(248, 346, 70, colour=c.WOOD), chair(552, 346, 70, colour=c.WOOD), chair(118, 396, 76, facing=1), chair(684, 396, 78, facing=-1))
    return still(wall, plant(690, 284, 96, pot=c.TERRACOTTA), floor, *chairs, teller, chair_man, scarf, young, red, near, chair(400, 546, 92, part="back"))


def schrijven() -> str:
    """Late in the evening somebody writes at the kitchen table, in the light of one lamp."""
    dusk = blend(c.NIGHT, c.TEAL, 0.22)
    wall = rect(0, 0, 800, 450, dusk) + rect(0, 352, 800, 98, blend(c.NIGHT, "#1A1320", 0.3))
    sky = night_sky(78, 66, 176, 156) + window(78, 66, 176, 156, sky="none", view=False)
    halo = ellipse(456, 236, 300, 116, c.BUTTER, opacity=0.1) + ellipse(460, 236, 200, 84, c.BUTTER, opacity=0.12)
    lamp = hanging_lamp(470, 112, 116, colour=c.TERRACOTTA, drop=214)
    who = Person(skin=c.ALMOND, hair="curls", hair_colour=c.DARK_HAIR, glasses=True, top=c.OCHRE, cut="turtle", bottom=c.SEA)
    writer = put(who, Pose(sitting=1, turn=0.1, head=0.3, nod=0.95, tilt=6, lean=4), Face(eyes=0.75, gaze_down=1, mouth=0.1, brows=0.1), 458, 446, 372, left=(408, 322), right=(510, 322))
    board = table(452, 470, 580, 142, depth=40, colour=c.WOOD)
    sheets = group(path("M-60 0L-36 -32H44L66 0Z", c.WHITE) + stroke("M-32 -24h58M-38 -16h64M-44 -8h40", c.STONE, 2.4), x=486, y=330) + group(path("M-40 0L-24 -20H34L44 0Z", darker(c.WHITE, 0.08)), x=596, y=330)
    stylus = pen(503, 324, 44, angle=24, colour=c.TEAL)
    fingers = ellipse(512, 316, 10, 8, c.ALMOND)
    ball = circle(642, 322, 10, c.WHITE) + stroke("M636 318l6 4l6 -5M640 328l4 -5", c.STONE, 1.6)
    cat = (path("M-44 0C-50 -26 -24 -36 8 -34C36 -32 46 -16 42 0Z", c.STONE) + circle(-32, -22, 15, c.STONE) + path("M-45 -28L-47 -44L-35 -35ZM-30 -36L-19 -46L-18 -28Z", c.STONE)
           + stroke("M38 -4Q20 6 -18 2", darker(c.STONE), 8) + stroke("M-41 -22q3 3 6 0M-31 -22q3 3 6 0", c.INK, 1.6) + stroke("M2 -32v10M14 -32v9M25 -28v8", darker(c.STONE), 4))
    return still(wall, sky, curtains(78, 66, 176, 156, c.PLUM), halo, lamp, chair(458, 446, 118, part="back", colour=c.DARK_WOOD), writer, board, sheets, fingers, stylus, ball,
                 cup(360, 330, 34, colour=c.TERRACOTTA, steam=True), group(cat, x=250, y=322, scale=0.9), plant(716, 360, 128, pot=c.SEA, colour=blend(c.SAGE, c.NIGHT, 0.25)))


def weg() -> str:
    """Ten stepping stones lead across the water; some have crossed, one is on the way, one holds out a hand."""
    sky = rect(0, 0, 800, 450, lighter(c.BLUSH, 0.3)) + circle(610, 98, 46, c.OCHRE, opacity=0.85) + path("M0 150Q120 96 260 132T520 118T800 138V210H0Z", blend(c.SAGE, c.BLUSH, 0.45))
    far = path("M0 178Q200 150 400 166T800 160V206H0Z", c.SAGE)
    water = path("M0 200Q200 190 400 196T800 190V450H0Z", c.SEA) + stroke("M60 250h70M640 236h90M96 334h110M600 318h130M690 392h80M250 226h46M30 402h70", lighter(c.SEA), 3)
    shine = stroke("M586 206h52M574 222h70M590 238h40M580 256h60", c.BUTTER, 4, opacity=0.7)
    near = path("M0 450V428Q110 396 220 428Q244 438 252 450Z", c.MOSS)
    stones = ((318, 418, 58), (418, 394, 52), (512, 370, 46), (560, 342, 41), (532, 316, 36), (464, 294, 32), (394, 275, 28), (348, 256, 24), (338, 238, 21), (362, 222, 18))
    path_ = "".join(ellipse(x, y + r * 0.2, r * 1.12, r * 0.34, darker(c.SEA, 0.28), opacity=0.6) + ellipse(x, y + r * 0.1, r, r * 0.31, darker(c.STONE, 0.2)) + ellipse(x, y, r, r * 0.29, lighter(c.STONE, 0.25))
                    for x, y, r in reversed(stones))
    beyond = "".join(put(who, pose, Face(mouth=0.5), x, y, high, left=left) for who, pose, x, y, high, left in (
        (Person(skin=c.ALMOND, hair="bob", hair_colour=c.GREY_HAIR, top=c.PLUM, bottom=c.NIGHT, age="older"), Pose(turn=0.1, head=0.2), 318, 196, 74, None),
        (Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.OCHRE, bottom=c.TEAL), Pose(turn=-0.1, head=-0.1), 414, 198, 74, (396, 120)),
    ))
    walking = put(Person(skin=c.HONEY, hair="headscarf", hair_colour=c.TERRACOTTA, top=c.CREAM, bottom=c.TEAL), Pose(turn=-0.35, head=-0.4, left_thigh=-12, left_shin=-4, right_thigh=12, right_shin=18), Face(mouth=0.3), 466, 294, 116, left=(430, 236), right=(500, 232))
    hand_out = put(Person(skin=c.CHESTNUT, hair="buzz", hair_colour=c.BLACK_HAIR, beard="stubble", top=c.TERRACOTTA, cut="hood", bottom=c.NIGHT), Pose(turn=-0.5, head=-0.6, nod=0.3), Face(mouth=0.5), 526, 372, 186, left=(470, 284), right=(550, 292))
    stepping = put(Person(skin=c.PEACH, hair="ponytail", hair_colour=c.BLOND_HAIR, top=c.SAGE, cut="stripes", bottom=c.PLUM), Pose(turn=0.5, head=0.6, nod=0.2, lean=5, left_thigh=-10, left_shin=-16, right_thigh=22, right_shin=2), Face(mouth=0.4, brows=0.3), 414, 399, 212,
                   left=(364, 300), right=(470, 282))
    reeds = stroke("M40 430q-4 -40 -12 -60M52 426q0 -40 6 -70M66 424q6 -30 18 -44M716 450q-2 -40 -10 -60M730 450q2 -40 8 -64M744 450q8 -30 18 -42", c.MOSS, 5) + stroke("M58 356v-20M738 386v-20", c.WOOD, 8)
    return still(sky, far, water, shine, beyond, path_, near, walking, hand_out, stepping, reeds)


STILLS = {"kring": kring, "schrijven": schrijven, "weg": weg}
