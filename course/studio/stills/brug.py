"""A boy crosses the bridge between two houses; on each bank somebody who waits for him."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, darker, group, lighter, path, rect, stroke
from course.studio.people import Face, Pose
from course.studio.places import house, meadow, shadow, tree
from course.studio.props import rucksack
from course.studio.stills.people import BOY, GRANDAD, MOTHER
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    sun = circle(560, 92, 40, c.BUTTER)
    hills = path("M0 250Q160 176 330 232T640 206T800 236V330H0Z", blend(c.SAGE, c.MIST, 0.55))
    banks = path("M0 262Q150 246 250 300Q282 330 288 450H0Z", c.SAGE) + path(
        "M800 262Q650 246 550 300Q518 330 512 450H800Z", c.SAGE
    )
    water = rect(240, 290, 320, 160, c.SEA) + stroke(
        "M300 372h62M420 398h80M330 424h54M450 352h40M312 336h22", lighter(c.SEA), 3
    )
    arch = path("M176 310Q400 196 624 310L606 330Q400 232 194 330Z", c.WOOD) + stroke(
        "M186 318Q400 212 614 318", darker(c.WOOD), 4
    )
    posts = stroke(
        "".join(
            f"M{x} {y}V{y - 52}" for x, y in ((196, 298), (264, 272), (332, 258), (468, 258), (536, 272), (604, 298))
        ),
        darker(c.WOOD),
        6,
    )
    rail = stroke("M196 246Q400 160 604 246", darker(c.WOOD), 6)
    ducks = "".join(
        group(
            path("M-15 0Q-14 -9 -4 -9L4 -9Q3 -17 10 -17Q16 -17 15 -10L20 -8L15 -6Q14 4 2 5Q-12 5 -15 0Z", tone)
            + circle(11, -12.5, 1.3, c.INK),
            x=x,
            y=y,
            scale=size,
        )
        for x, y, size, tone in ((356, 394, 1, c.WHITE), (326, 396, 0.6, c.BUTTER), (306, 398, 0.6, c.BUTTER))
    )
    boy = put(
        BOY,
        Pose(
            turn=0.6,
            head=0.75,
            left_thigh=-16,
            left_shin=-26,
            right_thigh=16,
            right_shin=4,
            right_upper=40,
            right_lower=78,
        ),
        Face(mouth=0.7),
        398,
        262,
        152,
    )
    boy_bag = rucksack(376, 206, 27, colour=c.PLUM)
    mother = put(
        MOTHER,
        Pose(turn=0.25, head=0.5),
        Face(mouth=0.6, mouth_open=0.25, brows=0.4),
        142,
        348,
        222,
        left=(110, 258),
        right=(196, 172),
    )
    grandad = put(
        GRANDAD,
        Pose(turn=-0.3, head=-0.55),
        Face(mouth=0.6, brows=0.4),
        664,
        350,
        226,
        left=(606, 240),
        right=(716, 246),
    )
    reeds = stroke(
        "M284 420q-4 -30 -10 -44M292 424q0 -30 4 -50M276 426q-10 -20 -20 -26"
        "M522 424q2 -30 10 -46M512 430q-2 -26 -6 -40M534 430q8 -18 20 -26",
        c.MOSS,
        4,
    )
    return still(
        meadow(800, 450, 250, grass=c.SAGE),
        sun,
        hills,
        house(64, 268, 122, roof=c.TERRACOTTA),
        tree(20, 290, 90),
        house(742, 268, 122, roof=c.PLUM, door_colour=c.OCHRE),
        water,
        banks,
        reeds,
        posts,
        arch,
        boy_bag,
        boy,
        rail,
        ducks,
        shadow(142, 350, 70),
        shadow(664, 352, 80),
        mother,
        grandad,
    )
