"""Het rapport: a classroom, a table with a laptop on it, and a father whom the talk passes by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from course.studio.film.scene import Scene
from course.studio.film.score import Score
from course.studio.film.script import Script
from course.studio.film.things import glasses, laptop, note, polygon, report, sheet_flat
from course.studio.film.timeline import Move, blend, ease
from course.studio.look import (
    ALMOND,
    BLACK_HAIR,
    BUTTER,
    CHESTNUT,
    COCOA,
    CREAM,
    DARK_HAIR,
    GREY_HAIR,
    INK,
    LEAF,
    LILAC,
    MIST,
    NIGHT,
    OCHRE,
    PINK,
    PLUM,
    PORCELAIN,
    RED_HAIR,
    SAND,
    SEA,
    STONE,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    circle,
    darker,
    ellipse,
    group,
    lighter,
    line,
    path,
    rect,
)
from course.studio.people import Person
from course.studio.places import board, chair, plant, shelf, window

_BERT = Person(
    skin=PORCELAIN,
    hair="ring",
    hair_colour=GREY_HAIR,
    beard="moustache",
    top=TERRACOTTA,
    cut="v",
    bottom=NIGHT,
    age="older",
    build=1.18,
)
_JAYDEN = Person(
    skin=CHESTNUT, hair="curls", hair_colour=BLACK_HAIR, top=OCHRE, cut="hood", bottom=NIGHT, age="teen", build=0.95
)
_MARVIN = Person(
    skin=COCOA, hair="buzz", hair_colour=BLACK_HAIR, beard="stubble", top=MIST, cut="shirt", accent=WHITE, bottom=NIGHT
)
_READING = replace(_MARVIN, glasses=True)
_MENTOR = Person(
    skin=ALMOND, hair="ponytail", hair_colour=DARK_HAIR, top=LILAC, cut="cardigan", accent=CREAM, bottom=TEAL
)
_SANNE = Person(skin=PORCELAIN, hair="bob", hair_colour=RED_HAIR, top=TEAL, cut="round", bottom=NIGHT)

_RIMS = "#D9B36A"  # of his glasses, as they are when he has them on
_GROUND = 492.0
_TOP = 332.0  # where things lie on the table
_BEFORE_BERT, _IN_THE_MIDDLE = 272.0, 400.0  # where the report lies
_GLASSES_ON, _GLASSES_OFF, _ON_AGAIN = 8.7, 24.35, 60.75
_SEEN_BY_SANNE = ((38.5, 41.5), (66.0, 68.5))


def stage(script: Script) -> Rapport:
    """The film of this script."""
    score = Score(Path(__file__).with_suffix(".yaml"), script)
    people = {"bert": _BERT, "jayden": _JAYDEN, "mentor": _MENTOR, "sanne": _SANNE}
    actors = [score.actor(who, person) for who, person in people.items()]
    glasses = (Move(_GLASSES_ON, _READING, 0.0), Move(_GLASSES_OFF, _MARVIN, 0.0), Move(_ON_AGAIN, _READING, 0.0))
    return Rapport([*actors, score.actor("marvin", _MARVIN, glasses)], score.camera())


class Rapport(Scene):
    """The room, and what goes over the table."""

    poster = 29.0

    def draw(self, time: float) -> str:
        """The scene, or the screen that it has in it."""
        if any(start <= time < end for start, end in _SEEN_BY_SANNE):
            return self._screen(time)
        turned = ease((time - 64.35) / 1.15)
        parts = [_room(), chair(98, _GROUND, 94, facing=1)]
        parts += [chair(x, _GROUND, 98, colour=TERRACOTTA if x == 400 else WOOD, part="all") for x in (262, 400, 538)]
        parts += [self.actor(who, time, arms=False) for who in ("marvin", "jayden", "bert")]
        parts.append(_table())
        slide = ease((time - 62.45) / 1.0)
        parts += [self.arms(who, time) for who in ("marvin", "jayden", "bert")]
        parts.append(
            sheet_flat(blend(_BEFORE_BERT, _IN_THE_MIDDLE, slide), 339, angle=-4 + 6 * slide) if time >= 11.1 else ""
        )
        parts.append(laptop(blend(176, 200, turned), 342, angle=blend(-14, -56, turned)))
        parts.append(self._in_marvins_hands(time))
        parts.append(self._mentor(time))
        return "".join(parts)

    def _mentor(self, time: float) -> str:
        _, right = self.hands("mentor", time)
        down = ease((time - 10) / 1.1)
        held = report(right[0] - 4 + 6 * down, right[1] + 12 - 4 * down, tilt=8 + 60 * down) if time < 11.1 else ""
        return self.actor("mentor", time, held)

    def _in_marvins_hands(self, time: float) -> str:
        """His glasses on their way, and the slip of paper with his questions."""
        left, right = self.hands("marvin", time)
        parts = []
        for start, end in ((7.5, _GLASSES_ON), (59.9, _ON_AGAIN)):
            if start <= time < end:
                parts.append(glasses(right[0] - 14, right[1] + 3, _RIMS))
        if _GLASSES_OFF <= time < 59.9:
            held = 1 - ease((time - _GLASSES_OFF) / 0.5)
            x, y = blend((left[0] + right[0]) / 2, right[0] - 14, held), right[1] - 3 + 6 * held
            if time >= 38.6:
                x, y = 592, _TOP + 4
            parts.append(glasses(x, y, _RIMS))
        if time >= 38.6 or time < 20:
            opened = 0.5 - 0.25 * ease((time - 42.8) / 0.5) - 0.25 * ease((time - 43.9) / 0.5)
            if time >= 61:
                opened = 0.05 + 0.95 * ease((time - 61.4) / 0.7)
            # In both hands while they are together, and in the left one while the other is off with the glasses.
            both = 0.0 if time < 20 else max(0.0, min(1.0, 2 - abs(right[1] - left[1]) / 25))
            parts.append(note(left[0] + (right[0] - left[0]) / 2 * both, left[1] - 4, opened))
        return "".join(parts)

    def _screen(self, time: float) -> str:
        """Sanne on the laptop, as those at the table see her."""
        closer = 1 + 0.13 * ease((time - 38.8) / 0.9) if time < 60 else 1.0
        inside = "".join(
            [
                rect(0, 0, 800, 450, "#DCE5DA"),
                rect(520, 60, 190, 250, WHITE),
                rect(530, 70, 170, 230, MIST),
                rect(611, 70, 6, 230, WHITE),
                shelf(90, 190, 230),
                plant(120, 440, 170),
                group(self.actor("sanne", time), x=400 - 400 * closer, y=240 - 240 * closer, scale=closer),
            ]
        )
        return "".join(
            [
                rect(-50, -50, 900, 600, "#E7D6BF"),
                rect(-50, 380, 900, 170, lighter(WOOD, 0.3)),
                rect(92, 14, 616, 364, INK, radius=12),
                '<clipPath id="screen"><rect x="106" y="28" width="588" height="331"/></clipPath>',
                f'<g clip-path="url(#screen)">{group(inside, x=106, y=28, scale=0.735)}</g>',
                circle(400, 21, 2.4, STONE),
                polygon([(92, 378), (708, 378), (770, 450), (30, 450)], STONE),
                polygon([(130, 388), (670, 388), (700, 424), (100, 424)], darker(STONE, 0.3)),
            ]
        )


def _room() -> str:
    drawings = ((478, 60, BUTTER, TERRACOTTA), (540, 66, MIST, TEAL), (602, 58, PINK, PLUM))
    return "".join(
        [
            rect(-150, -60, 1100, 430, "#E9E2CF"),
            rect(-150, 362, 1100, 200, "#C8AE8C"),
            rect(-150, 356, 1100, 8, WHITE),
            board(150, 40, 262, 118),
            *(
                rect(x, y, 50, 62, paper)
                + path(f"M{x + 10} {y + 48}Q{x + 24} {y + 8} {x + 40} {y + 46}Z", paint)
                + circle(x + 36, y + 16, 6, OCHRE)
                for x, y, paper, paint in drawings
            ),
            line(468, 54, 662, 54, SAND, 2),
            window(690, 50, 120, 150),
            window(-70, 50, 150, 150),
            shelf(500, 190, 150),
            ellipse(400, 470, 420, 26, darker("#C8AE8C", 0.1)),
            rect(676, 262, 110, 100, lighter(SEA, 0.2), radius=3),
            rect(684, 270, 94, 26, LEAF, radius=2),
            rect(684, 302, 94, 26, BUTTER, radius=2),
            plant(730, 262, 70),
        ]
    )


def _table() -> str:
    return "".join(
        [
            rect(176, 350, 14, 160, darker(STONE, 0.3)),
            rect(640, 350, 14, 160, darker(STONE, 0.3)),
            polygon([(166, 310), (664, 310), (690, 350), (140, 350)], lighter(OCHRE, 0.62)),
            polygon([(140, 350), (690, 350), (688, 362), (142, 362)], darker(OCHRE, 0.12)),
        ]
    )
