"""The pictures of module 1: a stage, a front door, a kitchen table, a telephone call, a hall."""

from __future__ import annotations

from dataclasses import replace

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, ellipse, group, lighter, line, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import (
    bench, bus_shelter, bus_stop, chair, clock, coat_rack, curtains, door, frame, hanging_coat, hanging_lamp, kitchen, plant, rain, room, rug,
    shadow, table, tree, window,
)
from course.studio.props import bag, child_shoes, cup, flat_paper, paper, phone, plate, present, rucksack, teapot
from course.studio.stills.scene import clipped, put, still

LINDA = Person(skin=c.PEACH, hair="long", hair_colour=c.RED_HAIR, top=c.WHITE, coat=c.SEA, bottom=c.NIGHT)
DAAN = Person(skin=c.PEACH, hair="tousled", hair_colour=c.RED_HAIR, top=c.OCHRE, cut="stripes", accent=c.WHITE, bottom=c.TEAL, shoes=c.TERRACOTTA, age="child")
FATIMA = Person(skin=c.ALMOND, hair="headscarf", hair_colour=c.PLUM, top=c.SAGE, cut="cardigan", accent=c.CREAM, bottom=c.NIGHT, skirt=True, build=1.05)
RUUD = Person(skin=c.PORCELAIN, hair="receding", hair_colour=c.BROWN_HAIR, beard="stubble", top=c.TEAL, cut="shirt", bottom=c.NIGHT, build=1.12)
ZOE = Person(skin=c.PEACH, hair="ponytail", hair_colour=c.BROWN_HAIR, top=c.OCHRE, cut="hood", bottom=c.TEAL, age="teen")
JOYCE = Person(skin=c.COCOA, hair="curls", hair_colour=c.BLACK_HAIR, top=c.PINK, cut="round", bottom=c.NIGHT, build=1.08)
KARIM = Person(skin=c.HONEY, hair="short", hair_colour=c.BLACK_HAIR, beard="full", glasses=True, top=c.PLUM, cut="shirt", bottom=c.NIGHT)
MEHMET = Person(skin=c.HONEY, hair="short", hair_colour=c.BLACK_HAIR, beard="moustache", top=c.WHITE, cut="shirt", coat=c.MOSS, bottom=c.NIGHT)
ELIF = Person(skin=c.HONEY, hair="braids", hair_colour=c.BLACK_HAIR, top=c.TERRACOTTA, cut="dungarees", bottom=c.TEAL, age="child")
PETER = Person(skin=c.PORCELAIN, hair="ring", hair_colour=c.GREY_HAIR, glasses=True, top=c.SEA, cut="cardigan", accent=c.WHITE, bottom=c.WOOD, age="older", build=1.1)


def podium() -> str:
    """A rehearsed scene has come to a halt: light falls on an empty place, and somebody in the audience calls stop."""
    dark = blend(c.NIGHT, "#1C1522", 0.35)
    folds = path("".join(f"M{at} 0h26v262h-26Z" for at in range(-10, 780, 62)), blend(c.PLUM, dark, 0.55))
    cone = path("M352 0H448L522 316H278Z", c.BUTTER, opacity=0.24)
    spot = ellipse(400, 316, 124, 31, c.BUTTER, opacity=0.9) + stroke(
        "M322 316a78 19 0 1 0 156 0a78 19 0 1 0 -156 0", c.TERRACOTTA, 3.4, dashes="11 10")
    lamp = path("M376 0H424L434 22H366Z", c.INK) + ellipse(400, 22, 34, 6, c.BUTTER)
    mother = put(FATIMA, Pose(turn=0.45, head=0.7), Face(brows=-0.5, mouth=-0.3), 214, 330, 226, left=(196, 236), right=(262, 214))
    child = put(DAAN, Pose(turn=-0.3, head=-0.5, nod=0.3), Face(mouth=-0.25, brows=-0.5), 592, 334, 152)
    father = put(replace(RUUD, bottom=c.STONE), Pose(turn=-0.4, head=-0.7), Face(brows=-0.4, mouth=-0.2), 660, 330, 240, left=(608, 246), right=(704, 232))
    people = (
        (66, Person(skin=c.PEACH, hair="bun", hair_colour=c.BLOND_HAIR, top=c.SEA), None),
        (186, Person(skin=c.CHESTNUT, hair="buzz", hair_colour=c.BLACK_HAIR, top=c.OCHRE, cut="hood"), None),
        (312, Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.PINK), (366, 268)),
        (560, Person(skin=c.PORCELAIN, hair="bob", hair_colour=c.GREY_HAIR, top=c.SAGE, age="older"), None),
        (712, Person(skin=c.HONEY, hair="headscarf", hair_colour=c.TERRACOTTA, top=c.MIST), None),
    )
    audience = "".join(put(who, Pose(), Face(), x, 690 + (x % 3) * 6, 350, right=hand, away=True, legs=False) for x, who, hand in people)
    return still(rect(0, 0, 800, 450, dark), folds, rect(0, 258, 800, 192, blend(c.WOOD, dark, 0.45)),
                 path("M0 258H800V270H0Z", blend(c.WOOD, dark, 0.62)), cone, lamp, spot, shadow(214, 330, 90), shadow(630, 332, 150), mother, father, child,
                 rect(0, 372, 800, 78, blend(dark, c.INK, 0.3)), audience)


def deur() -> str:
    """Sunday, five o'clock: a boy between his mother on the pavement and his foster mother in the door."""
    sky = rect(0, 0, 800, 450, c.BLUSH) + circle(96, 118, 44, c.BUTTER) + path("M0 300Q110 246 236 282T470 270V360H0Z", blend(c.SAGE, c.BLUSH, 0.3))
    hedge = path("M0 344V286Q14 270 34 280Q52 262 76 278Q98 264 120 280Q140 268 156 284Q172 284 172 344Z", c.MOSS)
    wall = rect(430, 0, 370, 396, lighter(c.SAND, 0.35)) + "".join(
        stroke(f"M{x} {y}h26", c.SAND, 3) for x, y in ((452, 60), (470, 74), (716, 330), (738, 344), (452, 300), (466, 314), (744, 92), (450, 180), (754, 210)))
    roof = rect(412, 0, 388, 22, c.TERRACOTTA) + rect(412, 22, 388, 7, darker(c.TERRACOTTA))
    inside = (rect(500, 96, 170, 300, c.BUTTER) + coat_rack(512, 132, 70, hooks=3) + hanging_coat(524, 146, 78, colour=c.TEAL) + frame(614, 136, 34, 30)
              + put(FATIMA, Pose(turn=-0.25, head=-0.55, nod=0.55, lean=-2), Face(brows=-0.45, mouth=-0.1, gaze=-0.4, gaze_down=0.7), 588, 397, 284,
                    left=(560, 292), right=(614, 300)))
    entrance = door(590, 396, 150, 292, opening=1, content=inside)
    step = rect(488, 394, 222, 14, c.STONE, radius=3) + rect(470, 406, 258, 14, darker(c.STONE, 0.12), radius=3)
    ground = rect(0, 340, 800, 110, c.SAND) + path("M0 340H800V352H0Z", lighter(c.SAND))
    lantern = rect(700, 142, 18, 28, c.BUTTER, radius=3) + stroke("M709 132V142M698 142H720M700 170H718", c.INK, 3)
    pot = plant(758, 412, 96, pot=c.PLUM)
    mat = path("M494 428L520 408H676L702 428Z", darker(c.WOOD, 0.05)) + dots((
        (420, 428), (434, 434), (448, 425), (456, 436), (530, 420), (410, 437), (470, 430), (552, 424), (398, 424), (512, 423)), 1.9, c.BUTTER)
    pail = path("M134 322H178L171 362H141Z", c.TERRACOTTA) + rect(131, 318, 50, 8, darker(c.TERRACOTTA), radius=3) + line(168, 318, 182, 286, c.OCHRE, 6) + path(
        "M172 288L180 264L194 272L190 294Z", c.OCHRE)
    linda = put(LINDA, Pose(turn=0.3, head=0.65), Face(brows=-0.55, mouth=0.1, gaze=0.4), 236, 426, 322, left=(158, 306), right=(344, 276))
    handle = stroke("M136 320Q156 286 178 320", c.INK, 2.6)
    daan = put(DAAN, Pose(turn=0.15, head=0.25, nod=0.9, shoulders=0.5), Face(brows=-0.7, mouth=-0.3, eyes=0.8, gaze_down=1), 372, 432, 214, left=(360, 318), right=(386, 318),
               held=phone(373, 308, 33))
    return still(sky, hedge, ground, wall, roof, entrance, lantern, step, mat, pot, shadow(236, 430, 110), shadow(372, 436, 90), handle, pail,
                 rucksack(300, 440, 46, colour=c.PLUM), daan, linda)


def keukentafel() -> str:
    """A father has jumped up and his chair lies behind him; three others sit, each startled in another way."""
    lamp = hanging_lamp(330, 86, 96, drop=0)
    wall = room(800, 450, 330, wall=lighter(c.LEAF, 0.4)) + window(52, 58, 118, 106) + curtains(52, 58, 118, 106, c.PINK)
    fridge = rect(676, 84, 104, 258, c.WHITE, radius=10) + line(678, 176, 778, 176, c.STONE, 2) + line(692, 118, 692, 150, c.STONE, 5) + line(692, 196, 692, 240, c.STONE, 5) + group(
        rect(0, 0, 34, 28, c.BUTTER) + circle(10, 12, 5, c.TERRACOTTA) + stroke("M18 22l6 -12l6 12", c.TEAL, 2.4), x=716, y=104, angle=4)
    seats = "".join(chair(x, 420, 92, colour=c.WOOD) for x in (126, 262, 400))
    zoe = put(ZOE, Pose(sitting=1, head=-0.3, nod=0.8, shoulders=1, tilt=-5), Face(brows=-0.9, mouth=-0.4, gaze_down=0.8), 126, 428, 300, left=(114, 312), right=(140, 312))
    joyce = put(JOYCE, Pose(sitting=1, head=0.65, nod=-0.3, lean=-2), Face(eyes=1.2, brows=0.1, mouth=-0.15, gaze=0.5), 262, 428, 322, left=(226, 306), right=(274, 250))
    karim = put(KARIM, Pose(sitting=1, head=-0.35, nod=0.85), Face(brows=-0.6, mouth=-0.1, gaze_down=1), 400, 428, 328, left=(372, 296), right=(432, 296),
                held=paper(402, 288, 56, lines=5))
    ruud = put(RUUD, Pose(turn=-0.3, head=-0.6, lean=-9, shoulders=0.4), Face(brows=-0.4, frown=0.9, mouth=-0.6, mouth_open=0.55, gaze=-0.4), 584, 440, 368, left=(520, 300), right=(660, 246))
    fallen = group(chair(0, 0, 84, facing=-1, colour=c.WOOD), x=606, y=400, angle=82)
    laid = table(296, 448, 560, 132, depth=34, cloth=c.MIST)
    spill = ellipse(468, 300, 25, 5, darker(c.OCHRE, 0.25), opacity=0.6) + group(cup(0, 0, 28, colour=c.OCHRE), x=452, y=300, angle=78)
    things = cup(80, 304, 28, colour=c.TERRACOTTA, steam=True) + cup(196, 304, 28, colour=c.PLUM, steam=True) + teapot(322, 304, 60)
    bang = stroke("M506 284l-10 -12M522 280v-15M540 284l9 -12", c.TERRACOTTA, 3)
    return still(wall, fridge, lamp, shadow(720, 440, 120), fallen, shadow(590, 442, 120), seats, zoe, joyce, karim, laid, spill, things, ruud, bang)


def telefoon() -> str:
    """One call, two places: a father in a bus shelter in the rain, a foster father and a girl in a warm kitchen."""
    left = (rect(0, 0, 420, 450, blend(c.SEA, c.NIGHT, 0.45)) + path("M0 250Q90 226 190 246T420 236V380H0Z", blend(c.TEAL, c.NIGHT, 0.55)) + rect(0, 366, 420, 84, blend(c.NIGHT, c.SEA, 0.25))
            + rain(0, 0, 420, 366, colour=c.MIST, count=34) + bus_stop(48, 392, 250) + bus_shelter(212, 392, 244, 316) + bench(210, 396, 196, 76))
    mehmet = put(MEHMET, Pose(sitting=1, turn=0.12, head=0.45, tilt=5, nod=0.3), Face(brows=-0.8, mouth=-0.35, gaze=0.2, mouth_open=0.15), 214, 408, 312, left=(204, 206), right=(252, 296),
                 held=present(220, 258, 38) + bag(216, 328, 72, colour=c.OCHRE) + phone(203, 198, 32, angle=-8, lit=False))
    puddle = ellipse(96, 426, 70, 8, c.SEA, opacity=0.5) + ellipse(330, 436, 50, 6, c.SEA, opacity=0.4)
    right = (rect(380, 0, 420, 450, c.CREAM) + rect(380, 340, 420, 110, c.SAND) + window(640, 66, 110, 96, sky=blend(c.SEA, c.NIGHT, 0.3), view=False) + curtains(640, 66, 110, 96, c.TERRACOTTA)
             + clock(578, 70, 27, 15, 40))
    peter = put(PETER, Pose(head=0.25, nod=0.35, tilt=-4), Face(brows=-0.6, mouth=-0.05, gaze=0.5, gaze_down=0.6), 508, 446, 366, left=(480, 124), right=(560, 262),
                held=phone(484, 114, 36, angle=-8, lit=False))
    elif_ = put(ELIF, Pose(sitting=1, head=-0.55, nod=-0.3, bob=0.06), Face(brows=-0.5, mouth=-0.1, gaze=-0.6, gaze_down=-0.4), 668, 436, 236, left=(634, 328), right=(694, 330))
    drawn = flat_paper(662, 342, 60, lines=0) + circle(656, 334, 4, c.OCHRE) + stroke("M664 338v-7m-4 3h8M674 338v-5m-3 2h6", c.TEAL, 2)
    table_ = table(684, 462, 288, 126, depth=32)
    cups = plate(762, 332, 46, content=path("M-9 -5L9 -5L12 -16L-4 -18Z", c.BUTTER) + circle(6, -18, 3, c.TERRACOTTA)) + cup(734, 350, 24, colour=c.PLUM) + cup(592, 344, 24, colour=c.OCHRE)
    empty = chair(762, 420, 80, colour=c.TEAL)
    split = path("M394 0H416L404 450H382Z", c.WHITE)
    return still(right, empty, chair(668, 420, 84), elif_, table_, drawn, cups, peter, clipped(left + mehmet + puddle, 0, 0, 399, 450), split)


def gang() -> str:
    """A quiet hall after the door has shut: sandy shoes, a child's coat between the big ones, nobody there."""
    wall = room(800, 450, 352, wall=lighter(c.SAGE, 0.55), floor=c.SAND)
    light = path("M560 362L640 362L520 450H300Z", c.BUTTER, opacity=0.5)
    entrance = door(610, 352, 132, 276, opening=0, pane=True, colour=c.TEAL)
    rack = coat_rack(84, 96, 340, hooks=5)
    coats = hanging_coat(118, 112, 172, colour=c.PLUM, hood=False) + hanging_coat(390, 112, 164, colour=c.MOSS, hood=False) + hanging_coat(254, 112, 112, colour=c.OCHRE)
    scarf = stroke("M322 106Q330 150 322 214M322 106Q316 150 334 196", c.TERRACOTTA, 9)
    picture = frame(476, 118, 56, 46) + frame(476, 188, 38, 46, inside=c.BLUSH, content=circle(495, 204, 9, c.OCHRE) + stroke("M484 226q11 -16 22 0", c.TEAL, 5))
    mat = path("M508 384L540 356H682L714 384Z", c.WOOD) + line(534, 371, 690, 371, lighter(c.WOOD), 2)
    sand = dots((
        (560, 376), (520, 392), (488, 398), (462, 390), (430, 404), (408, 396), (380, 408), (350, 400), (586, 368), (602, 380), (446, 412), (330, 416)), 2, darker(c.OCHRE, 0.1))
    bench_ = bench(150, 372, 170, 62) + rucksack(186, 308, 52, colour=c.TEAL)
    return still(wall, light, entrance, rack, coats, scarf, picture, mat, bench_, sand, child_shoes(318, 412, 104, colour=c.TERRACOTTA, sand=True), plant(738, 366, 104, pot=c.TERRACOTTA))


STILLS = {"podium": podium, "deur": deur, "keukentafel": keukentafel, "telefoon": telefoon, "gang": gang}
