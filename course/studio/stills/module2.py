"""The pictures of module 2: a bridge, a waiting room, a made bed, a call for three, chairs, an empty sheet."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, dots, ellipse, group, lighter, line, path, points, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import (
    armchair, bed as bed_, chair, curtains, door, floor_lamp, frame, hanging_coat, hanging_lamp, house, meadow, night_sky, plant, room, round_table, rug,
    shadow, stool, table, tree, window,
)
from course.studio.props import ball, child_shoes, cup, flat_paper, phone, rucksack, teapot, teddy, vase
from course.studio.stills.scene import put, still

MOTHER = Person(skin=c.CHESTNUT, hair="locs", hair_colour=c.DARK_HAIR, top=c.OCHRE, cut="v", bottom=c.PLUM)
BOY = Person(skin=c.CHESTNUT, hair="curls", hair_colour=c.BLACK_HAIR, top=c.TERRACOTTA, cut="hood", bottom=c.TEAL, age="child")
GRANDAD = Person(skin=c.PORCELAIN, hair="ring", hair_colour=c.GREY_HAIR, beard="full", glasses=True, top=c.TEAL, cut="cardigan", accent=c.WHITE, bottom=c.WOOD, age="older", build=1.1)


def brug() -> str:
    """A boy crosses the bridge between two houses; on each bank somebody who waits for him."""
    sun = circle(560, 92, 40, c.BUTTER)
    hills = path("M0 250Q160 176 330 232T640 206T800 236V330H0Z", blend(c.SAGE, c.MIST, 0.55))
    banks = path("M0 262Q150 246 250 300Q282 330 288 450H0Z", c.SAGE) + path("M800 262Q650 246 550 300Q518 330 512 450H800Z", c.SAGE)
    water = rect(240, 290, 320, 160, c.SEA) + stroke("M300 372h62M420 398h80M330 424h54M450 352h40M312 336h22", lighter(c.SEA), 3)
    arch = path("M176 310Q400 196 624 310L606 330Q400 232 194 330Z", c.WOOD) + stroke("M186 318Q400 212 614 318", darker(c.WOOD), 4)
    posts = stroke("".join(f"M{x} {y}V{y - 52}" for x, y in ((196, 298), (264, 272), (332, 258), (468, 258), (536, 272), (604, 298))), darker(c.WOOD), 6)
    rail = stroke("M196 246Q400 160 604 246", darker(c.WOOD), 6)
    ducks = "".join(group(path("M-15 0Q-14 -9 -4 -9L4 -9Q3 -17 10 -17Q16 -17 15 -10L20 -8L15 -6Q14 4 2 5Q-12 5 -15 0Z", tone) + circle(11, -12.5, 1.3, c.INK), x=x, y=y, scale=size)
                    for x, y, size, tone in ((356, 394, 1, c.WHITE), (326, 396, 0.6, c.BUTTER), (306, 398, 0.6, c.BUTTER)))
    boy = put(BOY, Pose(turn=0.6, head=0.75, left_thigh=-16, left_shin=-26, right_thigh=16, right_shin=4, right_upper=40, right_lower=78), Face(mouth=0.7), 398, 262, 152)
    boy_bag = rucksack(376, 206, 27, colour=c.PLUM)
    mother = put(MOTHER, Pose(turn=0.25, head=0.5), Face(mouth=0.6, mouth_open=0.25, brows=0.4), 142, 348, 222, left=(110, 258), right=(196, 172))
    grandad = put(GRANDAD, Pose(turn=-0.3, head=-0.55), Face(mouth=0.6, brows=0.4), 664, 350, 226, left=(606, 240), right=(716, 246))
    reeds = stroke("M284 420q-4 -30 -10 -44M292 424q0 -30 4 -50M276 426q-10 -20 -20 -26M522 424q2 -30 10 -46M512 430q-2 -26 -6 -40M534 430q8 -18 20 -26", c.MOSS, 4)
    return still(meadow(800, 450, 250, grass=c.SAGE), sun, hills, house(64, 268, 122, roof=c.TERRACOTTA), tree(20, 290, 90), house(742, 268, 122, roof=c.PLUM, door_colour=c.OCHRE),
                 water, banks, reeds, posts, arch, boy_bag, boy, rail, ducks, shadow(142, 350, 70), shadow(664, 352, 80), mother, grandad)


def wachtkamer() -> str:
    """Two women in a dentist's waiting room, laughing so much that the boy at the fish looks round."""
    tooth = path("M-22 -24C-10 -34 -6 -26 0 -26S10 -34 22 -24C34 -8 20 6 17 26C15 38 7 38 5 24C4 14 -4 14 -5 24C-7 38 -15 38 -17 26C-20 6 -34 -8 -22 -24Z", c.WHITE)
    poster = frame(286, 60, 108, 122, group(tooth, x=340, y=118, scale=1.15) + stroke("M318 164q22 14 44 0", c.TERRACOTTA, 4), colour=c.TEAL, inside=c.MIST)
    tank = (rect(62, 176, 132, 92, c.SEA, radius=4) + rect(62, 176, 132, 14, c.MIST) + rect(58, 268, 140, 9, c.WOOD) + rect(76, 277, 104, 90, darker(c.WOOD))
            + stroke("M84 266q-8 -24 2 -42M96 266q8 -20 -1 -34M172 266q7 -28 -2 -50", c.SAGE, 5)
            + "".join(group(path("M-12 0Q0 -10 10 0Q0 10 -12 0ZM8 0L18 -7V7Z", tone) + circle(-6, -1.5, 1.4, c.INK), x=x, y=y, flip=mirrored) for x, y, tone, mirrored in (
                (118, 214, c.OCHRE, False), (150, 240, c.TERRACOTTA, True), (140, 204, c.BUTTER, True)))
            + dots(((106, 206), (108, 198), (162, 226)), 2, c.WHITE))
    boy = put(Person(skin=c.PEACH, hair="parted", hair_colour=c.BLOND_HAIR, top=c.TERRACOTTA, cut="stripes", bottom=c.NIGHT, age="child"),
              Pose(turn=-0.2, head=0.75, left_upper=-20, left_lower=-60), Face(brows=0.7, mouth=0.3, gaze=0.4), 226, 420, 190)
    seats = chair(444, 418, 86, colour=c.TEAL) + chair(586, 418, 86, colour=c.TEAL)
    left = put(Person(skin=c.PEACH, hair="bob", hair_colour=c.BLOND_HAIR, top=c.PLUM, cut="v", bottom=c.NIGHT, build=1.06),
               Pose(sitting=1, turn=0.22, head=0.55, tilt=-9, nod=-0.5, lean=-4), Face(eyes=0.1, brows=0.6, mouth=0.9, mouth_open=0.75), 444, 424, 330, left=(430, 300), right=(540, 292))
    right = put(Person(skin=c.COCOA, hair="headscarf", hair_colour=c.OCHRE, top=c.SAGE, bottom=c.TEAL, skirt=True, age="older"),
                Pose(sitting=1, turn=-0.22, head=-0.55, nod=0.5, lean=-7, shoulders=0.5), Face(eyes=0.1, brows=0.5, mouth=1, mouth_open=0.6), 588, 424, 318, left=(552, 322), right=(566, 236))
    exit_ = door(724, 366, 96, 262, opening=0.22, colour=c.MOSS, pane=False, beyond=c.WHITE)
    magazines = path("M-26 0L-18 -7H30L24 0Z", c.TERRACOTTA) + path("M-22 -6L-14 -13H32L26 -6Z", c.OCHRE)
    return still(room(800, 450, 366, wall=lighter(c.MIST, 0.45)), poster, tank, exit_, seats, shadow(226, 422, 70), boy, left, right,
                 rect(320, 372, 62, 8, c.WOOD, radius=3), stroke("M330 380L326 428M372 380L376 428", darker(c.WOOD), 6), group(magazines, x=350, y=372), rucksack(668, 436, 54, colour=c.TERRACOTTA))


def bed() -> str:
    """A made child's bed that waits, with a telephone on the blanket."""
    dusk = blend(c.PLUM, c.NIGHT, 0.35)
    wall = room(800, 450, 340, wall=blend(c.LILAC, c.CREAM, 0.62), floor=blend(c.SAND, c.LILAC, 0.2))
    glass = night_sky(500, 56, 150, 134) + window(500, 56, 150, 134, sky="none", view=False)
    glow = ellipse(320, 284, 54, 14, c.MIST, opacity=0.5)
    art = group(rect(0, 0, 72, 56, c.WHITE) + circle(16, 15, 7, c.OCHRE) + path("M26 46V30L40 18L54 30V46Z", c.TERRACOTTA) + stroke("M12 46V36M12 36m-3 4h6M62 46V36M62 36m-3 4h6M4 47H68", c.TEAL, 2.4), x=188, y=96, angle=-3)
    art2 = group(rect(0, 0, 52, 62, c.BUTTER) + circle(26, 24, 11, c.PINK) + stroke("M26 36V52M26 42L14 34M26 42L38 34", c.PLUM, 3), x=286, y=84, angle=2)
    cot = bed_(340, 402, 500, blanket=c.TEAL)
    stars = dots(((290, 326), (346, 312), (396, 332), (450, 304), (512, 328), (352, 336), (452, 336), (404, 288), (520, 288)), 4, c.BUTTER)
    bear = group(teddy(0, 0, 74, colour=c.OCHRE), x=150, y=278, angle=-6)
    night = rect(674, 300, 82, 96, c.WOOD, radius=4) + rect(682, 316, 66, 30, lighter(c.WOOD), radius=3) + circle(715, 331, 4, c.OCHRE) + circle(714, 244, 80, c.BUTTER, opacity=0.35) + (
        rect(710, 270, 8, 32, c.INK) + path("M692 226H736L754 272H674Z", c.BUTTER))
    telephone = group(path("M-24 0L-15 -13H24L16 0Z", c.INK) + path("M-18 -2L-12 -11H19L13 -2Z", c.WHITE) + path("M-24 0H16V3.4H-24Z", darker(c.INK, 0.6)), x=316, y=286, scale=1.25)
    slippers = ellipse(520, 424, 26, 8, c.TERRACOTTA) + ellipse(532, 422, 9, 4.4, darker(c.TERRACOTTA, 0.3)) + ellipse(578, 430, 26, 8, c.TERRACOTTA) + ellipse(590, 428, 9, 4.4, darker(c.TERRACOTTA, 0.3))
    return still(wall, glass, curtains(500, 56, 150, 134, dusk), art, art2, rug(500, 424, 340, 54, c.PLUM), cot, stars, glow, bear, telephone, night, slippers)


def bellen() -> str:
    """Two homes and a worker between them: three people in one conversation by telephone."""
    sky = rect(0, 0, 800, 450, blend(c.SEA, c.NIGHT, 0.42)) + rect(0, 392, 800, 58, blend(c.MOSS, c.NIGHT, 0.4)) + dots(((318, 60), (372, 110), (470, 52), (430, 150), (524, 96), (348, 190)), 1.8, c.BUTTER)
    homes = "".join(path(f"M{x} 128L{x + 132} 34L{x + 264} 128Z", roof) + rect(x + 10, 126, 244, 272, wall) + rect(x + 10, 370, 244, 28, c.SAND)
                    for x, roof, wall in ((8, c.TERRACOTTA, c.CREAM), (528, c.PLUM, lighter(c.BUTTER, 0.55))))
    left = frame(44, 160, 46, 36) + floor_lamp(236, 392, 190) + armchair(132, 396, 150, colour=c.SAGE, cushion="") + put(
        MOTHER, Pose(sitting=1, turn=0.1, head=0.5, tilt=5), Face(mouth=0.2, brows=0.35, gaze=0.3), 132, 404, 254, left=(118, 226), right=(160, 322), held=phone(112, 224, 30, angle=-8, lit=False))
    right = window(690, 158, 64, 62, sky=blend(c.SEA, c.NIGHT, 0.42), view=False) + plant(758, 394, 92, pot=c.TEAL) + put(
        GRANDAD, Pose(turn=-0.2, head=-0.5, tilt=-4), Face(mouth=0.3, gaze=-0.3, brows=0.2), 634, 394, 238, left=(598, 282), right=(652, 180), held=phone(657, 178, 28, angle=8, lit=False)) + cup(594, 284, 24, colour=c.TERRACOTTA, steam=True)
    worker = put(Person(skin=c.HONEY, hair="bun", hair_colour=c.BLACK_HAIR, glasses=True, top=c.OCHRE, cut="turtle", coat=c.TERRACOTTA, bottom=c.NIGHT), Pose(head=-0.1, nod=0.15, left_lower=20), Face(mouth=0.35, brows=0.2, mouth_open=0.2),
                 400, 430, 296, left=(372, 300), right=(424, 178), held=phone(427, 172, 30, angle=8, lit=False))
    notes = group(rect(-17, -22, 34, 44, c.WHITE, radius=2) + stroke("M-10 -12h20M-10 -4h14M-10 4h18", c.STONE, 2), x=370, y=286, angle=-8)
    arcs = stroke("M130 176Q250 60 386 132", c.BUTTER, 3.6, dashes="1 11") + stroke("M654 152Q540 56 432 138", c.BUTTER, 3.6, dashes="1 11")
    return still(sky, homes, left, right, arcs, shadow(400, 432, 100), worker, notes)


def stoelen() -> str:
    """Three seats round one table, none like the other, and a cat that has chosen one already."""
    wall = room(800, 450, 336, wall=lighter(c.SAND, 0.5)) + ellipse(404, 252, 300, 180, c.WHITE, opacity=0.5)
    cat = (path("M-34 0C-40 -26 -20 -38 4 -36C26 -35 38 -20 34 0Z", c.INK) + circle(-26, -28, 14, c.INK) + path("M-38 -34L-39 -50L-28 -40ZM-24 -40L-14 -50L-13 -34Z", c.INK)
           + stroke("M30 -4Q48 -2 42 -22", c.INK, 7) + stroke("M-33 -28q3 2 5 0M-24 -28q3 2 5 0", c.BUTTER, 1.6))
    laid = round_table(410, 404, 214, 118, colour=c.WOOD)
    sheet = group(path("M-40 0L-26 -24H34L44 0Z", c.WHITE) + dots(((-10, -15),), 4, c.OCHRE) + stroke("M4 -8q4 -9 8 0M20 -8q4 -9 8 0M-20 -6h52", c.TEAL, 2.4), x=408, y=290)
    cups = cup(342, 286, 28, colour=c.TERRACOTTA, steam=True) + cup(478, 286, 28, colour=c.TEAL, steam=True) + cup(446, 304, 20, colour=c.OCHRE)
    return still(wall, window(330, 64, 150, 118), frame(566, 86, 74, 56), rug(410, 402, 640, 84, c.SAGE), plant(742, 344, 130, pot=c.PLUM), floor_lamp(72, 344, 236, colour=c.PLUM),
                 armchair(196, 408, 194, colour=c.TERRACOTTA, cushion=c.BUTTER), group(cat, x=196, y=342, scale=0.92), chair(612, 404, 112, colour=c.TEAL), laid, sheet, cups, stool(514, 428, 66, colour=c.OCHRE))


def _hand(skin: str, cloth: str, x: float, y: float, angle: float, *, pen: str = "", scale: float = 1.0, flip: bool = False) -> str:
    """A hand from above, its fingers pointing up before it is turned; the arm goes far back. With a pen it writes."""
    fold = darker(skin, 0.16)
    sleeve = path("M-27 62L-40 420H40L27 62Z", cloth) + stroke("M-27 66H27", darker(cloth), 8)
    arm = path("M-19 20L-23 66H23L19 20Z", skin)
    if pen:
        fingers = stroke("M-14 -8L-6 -36M0 -14L2 -40", skin, 15) + stroke("M16 6Q20 -20 8 -36", skin, 15) + line(-2, -58, 26, 30, pen, 6) + path("M-4.6 -57L-4 -66L1 -58Z", c.INK)
        palm = rect(-23, -22, 46, 52, skin, radius=20) + stroke("M-10 -10L-4 -33", fold, 2) + stroke("M20 -2Q20 -20 8 -36", skin, 14)
    else:
        fingers = stroke("M-17 -14L-23 -50M-6 -18L-7 -60M6 -18L9 -58M17 -12L24 -44", skin, 12.4)
        palm = rect(-24, -24, 48, 54, skin, radius=18) + stroke("M20 18Q38 4 40 -12", skin, 13) + stroke("M-11 -20L-12 -12M0 -21V-13M11 -20L12 -12", fold, 1.8)
    return group(sleeve + arm + fingers + palm, x=x, y=y, angle=angle, scale=scale, flip=flip)


def leeg_vel() -> str:
    """Hands of five people round a large sheet with nothing on it yet, seen from above."""
    wood = rect(0, 0, 800, 450, c.WOOD) + stroke("M0 74H800M0 160H800M0 252H800M0 340H800M0 420H800", darker(c.WOOD, 0.16), 3)
    sheet = group(rect(-186, -116, 372, 232, darker(c.WOOD, 0.35), radius=3, opacity=0.5), x=408, y=236, angle=-2) + group(rect(-186, -116, 372, 232, c.WHITE, radius=3), x=402, y=228, angle=-2)
    mugs = "".join(circle(x, y, 29, colour) + circle(x, y, 23, inside) + stroke(points("M? ?q16 6 12 20", x + 25, y + 4), colour, 8) for x, y, colour, inside in (
        (92, 66, c.TERRACOTTA, darker(c.OCHRE, 0.45)), (706, 392, c.TEAL, darker(c.OCHRE, 0.45))))
    glass = circle(716, 70, 24, c.MIST) + circle(716, 70, 19, c.OCHRE)
    hands = (_hand(c.EBONY, c.OCHRE, 214, 180, 100) + _hand(c.PORCELAIN, c.PLUM, 628, 300, -78, flip=True, scale=1.02) + _hand(c.HONEY, c.SAGE, 492, 118, 186, scale=0.98)
             + _hand(c.PEACH, c.TEAL, 330, 352, 6, pen=c.TERRACOTTA) + _hand(c.CHESTNUT, c.PINK, 512, 372, -16, scale=0.66, pen=c.TEAL))
    crayons = line(250, 372, 206, 402, c.OCHRE, 9) + line(588, 122, 620, 150, c.PLUM, 9) + line(262, 398, 236, 424, c.SAGE, 9)
    return still(wood, sheet, mugs, glass, crayons, hands)


STILLS = {"brug": brug, "wachtkamer": wachtkamer, "bed": bed, "bellen": bellen, "stoelen": stoelen, "leeg-vel": leeg_vel}
