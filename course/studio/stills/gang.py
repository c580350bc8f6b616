"""A quiet hall after the door has shut: sandy shoes, a child's coat between the big ones, nobody there."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import circle, darker, dots, lighter, line, path, stroke
from course.studio.places import bench, coat_rack, door, frame, hanging_coat, plant, room
from course.studio.props import child_shoes, rucksack
from course.studio.stills.scene import still


def draw() -> str:
    """The picture as SVG."""
    wall = room(800, 450, 352, wall=lighter(c.SAGE, 0.55), floor=c.SAND)
    light = path("M560 362L640 362L520 450H300Z", c.BUTTER, opacity=0.5)
    entrance = door(610, 352, 132, 276, opening=0, pane=True, colour=c.TEAL)
    rack = coat_rack(84, 96, 340, hooks=5)
    coats = (
        hanging_coat(118, 112, 172, colour=c.PLUM, hood=False)
        + hanging_coat(390, 112, 164, colour=c.MOSS, hood=False)
        + hanging_coat(254, 112, 112, colour=c.OCHRE)
    )
    scarf = stroke("M322 106Q330 150 322 214M322 106Q316 150 334 196", c.TERRACOTTA, 9)
    picture = frame(476, 118, 56, 46) + frame(
        476,
        188,
        38,
        46,
        inside=c.BLUSH,
        content=circle(495, 204, 9, c.OCHRE) + stroke("M484 226q11 -16 22 0", c.TEAL, 5),
    )
    mat = path("M508 384L540 356H682L714 384Z", c.WOOD) + line(534, 371, 690, 371, lighter(c.WOOD), 2)
    sand = dots(
        (
            (560, 376),
            (520, 392),
            (488, 398),
            (462, 390),
            (430, 404),
            (408, 396),
            (380, 408),
            (350, 400),
            (586, 368),
            (602, 380),
            (446, 412),
            (330, 416),
        ),
        2,
        darker(c.OCHRE, 0.1),
    )
    bench_ = bench(150, 372, 170, 62) + rucksack(186, 308, 52, colour=c.TEAL)
    return still(
        wall,
        light,
        entrance,
        rack,
        coats,
        scarf,
        picture,
        mat,
        bench_,
        sand,
        child_shoes(318, 412, 104, colour=c.TERRACOTTA, sand=True),
        plant(738, 366, 104, pot=c.TERRACOTTA),
    )
