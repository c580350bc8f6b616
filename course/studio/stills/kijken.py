"""Four people in the dark, seen from behind, before one large picture that stands still."""

from __future__ import annotations

from course.studio import look as c
from course.studio.look import blend, circle, path, rect, stroke
from course.studio.people import Face, Person, Pose
from course.studio.places import frame, window
from course.studio.stills.people import FATHER, FOSTER_MOTHER, GIRL
from course.studio.stills.scene import clipped, put, still


def draw() -> str:
    """The picture as SVG."""
    dark = blend(c.NIGHT, "#1A1320", 0.4)
    inside = (
        rect(150, 36, 500, 282, c.CREAM)
        + rect(150, 254, 500, 64, c.SAND)
        + window(186, 64, 84, 74)
        + frame(560, 72, 54, 44)
        + put(
            FOSTER_MOTHER,
            Pose(turn=0.2, head=0.3, nod=0.5),
            Face(mouth=0.3, gaze_down=0.6),
            318,
            312,
            216,
            left=(300, 226),
            right=(368, 232),
        )
        + put(GIRL, Pose(head=0.3, nod=-0.3), Face(mouth=-0.1, brows=-0.3, gaze=0.3), 406, 314, 152)
        + put(
            FATHER,
            Pose(turn=-0.2, head=-0.35, nod=0.4),
            Face(mouth=0.1, brows=-0.5, gaze_down=0.4),
            496,
            312,
            226,
            left=(446, 240),
            right=(530, 222),
        )
    )
    screen = rect(138, 24, 524, 306, c.INK, radius=8) + clipped(inside, 150, 36, 500, 282)
    pause = circle(196, 274, 27, dark, opacity=0.85) + stroke("M188 262V286M204 262V286", c.CREAM, 7)
    glow = path("M150 318L-20 450H820L650 318Z", c.BUTTER, opacity=0.1)
    people = (
        (132, Person(skin=c.PORCELAIN, hair="ring", hair_colour=c.GREY_HAIR, top=c.SAGE, age="older", build=1.1), 0.0),
        (310, Person(skin=c.COCOA, hair="locs", hair_colour=c.DARK_HAIR, top=c.TERRACOTTA), 3.0),
        (490, Person(skin=c.HONEY, hair="headscarf", hair_colour=c.MIST, top=c.SEA), -3.0),
        (
            668,
            Person(skin=c.PEACH, hair="ponytail", hair_colour=c.RED_HAIR, top=c.OCHRE, cut="stripes", age="teen"),
            0.0,
        ),
    )
    rows = "".join(
        put(who, Pose(tilt=tilt), Face(), x, 752, 420 if who.age != "teen" else 392, away=True, legs=False)
        for x, who, tilt in people
    )
    seats = path(
        "".join(
            f"M{x - 66} 450V424Q{x - 66} 410 {x - 52} 410H{x + 52}Q{x + 66} 410 {x + 66} 424V450Z"
            for x in (132, 310, 490, 668)
        ),
        blend(c.PLUM, dark, 0.35),
    )
    return still(rect(0, 0, 800, 450, dark), glow, screen, pause, rows, seats)
