"""A rehearsed scene has come to a halt: light falls on an empty place, and somebody in the audience calls stop."""

from __future__ import annotations

from dataclasses import replace

from course.studio import look as c
from course.studio.look import blend, ellipse, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import shadow
from course.studio.stills.people import DAAN, FATIMA, RUUD
from course.studio.stills.scene import put, still


def draw() -> str:
    """The picture as SVG."""
    dark = blend(c.NIGHT, "#1C1522", 0.35)
    folds = path("".join(f"M{at} 0h26v262h-26Z" for at in range(-10, 780, 62)), blend(c.PLUM, dark, 0.55))
    cone = path("M352 0H448L522 316H278Z", c.BUTTER, opacity=0.24)
    spot = ellipse(400, 316, 124, 31, c.BUTTER, opacity=0.9) + stroke(
        "M322 316a78 19 0 1 0 156 0a78 19 0 1 0 -156 0", c.TERRACOTTA, 3.4, dashes="11 10"
    )
    lamp = path("M376 0H424L434 22H366Z", c.INK) + ellipse(400, 22, 34, 6, c.BUTTER)
    mother = put(
        FATIMA,
        Pose(turn=0.45, head=0.7),
        Face(brows=-0.5, mouth=-0.3),
        214,
        330,
        226,
        left=(196, 236),
        right=(262, 214),
    )
    child = put(DAAN, Pose(turn=-0.3, head=-0.5, nod=0.3), Face(mouth=-0.25, brows=-0.5), 592, 334, 152)
    father = put(
        replace(RUUD, bottom=c.STONE),
        Pose(turn=-0.4, head=-0.7),
        Face(brows=-0.4, mouth=-0.2),
        660,
        330,
        240,
        left=(608, 246),
        right=(704, 232),
    )
    people = (
        (66, Person(skin=c.PEACH, hair="bun", hair_colour=c.BLOND_HAIR, top=c.SEA), None),
        (186, Person(skin=c.CHESTNUT, hair="buzz", hair_colour=c.BLACK_HAIR, top=c.OCHRE, cut="hood"), None),
        (312, Person(skin=c.COCOA, hair="afro", hair_colour=c.BLACK_HAIR, top=c.PINK), (366, 268)),
        (560, Person(skin=c.PORCELAIN, hair="bob", hair_colour=c.GREY_HAIR, top=c.SAGE, age="older"), None),
        (712, Person(skin=c.HONEY, hair="headscarf", hair_colour=c.TERRACOTTA, top=c.MIST), None),
    )
    audience = "".join(
        put(who, Pose(), Face(), x, 690 + (x % 3) * 6, 350, right=hand, away=True, legs=False)
        for x, who, hand in people
    )
    seats = path(
        "".join(
            f"M{x - 50} 450V432Q{x - 50} 420 {x - 38} 420H{x + 38}Q{x + 50} 420 {x + 50} 432V450Z"
            for x in (66, 186, 312, 560, 712)
        ),
        blend(c.PLUM, dark, 0.25),
    )
    empty = path("M386 450V432Q386 420 398 420H474Q486 420 486 432V450Z", c.TERRACOTTA)
    return still(
        rect(0, 0, 800, 450, dark),
        folds,
        rect(0, 258, 800, 192, blend(c.WOOD, dark, 0.45)),
        path("M0 258H800V270H0Z", blend(c.WOOD, dark, 0.62)),
        cone,
        lamp,
        spot,
        shadow(214, 330, 90),
        shadow(630, 332, 150),
        mother,
        father,
        child,
        rect(0, 372, 800, 78, blend(dark, c.INK, 0.3)),
        empty,
        audience,
        seats,
    )
