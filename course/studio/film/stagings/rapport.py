"""Het rapport: a classroom, a table with a laptop on it, and a father whom the talk passes by."""

from __future__ import annotations

from dataclasses import replace

from course.studio.film.acting import SPEAKER, Actor, Hands, Part, Spot
from course.studio.film.scene import (
    CALM,
    FADING,
    FRIENDLY,
    SAD,
    SMILE,
    STARTLED,
    STILL,
    THINKING,
    WORRIED,
    Scene,
    Shot,
    camera_of,
)
from course.studio.film.script import Script
from course.studio.film.things import laptop, note, polygon, report, sheet_flat
from course.studio.film.timeline import Move, Track, blend, ease
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
    SAGE,
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
from course.studio.people import Face, Person, Pose
from course.studio.places import board, chair, plant, shelf, window
from course.studio.props import spectacles

_BERT = Person(skin=PORCELAIN, hair="ring", hair_colour=GREY_HAIR, beard="moustache", top=TERRACOTTA, cut="v", bottom=NIGHT, age="older",
               build=1.18)
_JAYDEN = Person(skin=CHESTNUT, hair="curls", hair_colour=BLACK_HAIR, top=OCHRE, cut="hood", bottom=NIGHT, age="teen", build=0.95)
_MARVIN = Person(skin=COCOA, hair="buzz", hair_colour=BLACK_HAIR, beard="stubble", top=MIST, cut="shirt", accent=WHITE, bottom=NIGHT)
_READING = replace(_MARVIN, glasses=True)
_MENTOR = Person(skin=ALMOND, hair="ponytail", hair_colour=DARK_HAIR, top=LILAC, cut="cardigan", accent=CREAM, bottom=TEAL)
_SANNE = Person(skin=PORCELAIN, hair="bob", hair_colour=RED_HAIR, top=TEAL, cut="round", bottom=NIGHT)

_GROUND = 492.0
_TOP = 332.0  # where things lie on the table
_REPORT, _MIDDLE = Spot(272, 339, 75), Spot(400, 339, 75)
_FATHERS_HANDS = Spot(538, 304, 40)
_GLASSES_ON, _GLASSES_OFF, _ON_AGAIN = 8.7, 24.35, 60.75
_SEEN_BY_SANNE = ((38.5, 41.5), (66.0, 68.5))


def stage(script: Script) -> Rapport:
    """The film of this script."""
    return Rapport([_bert(script), _jayden(script), _marvin(script), _mentor(script), _sanne(script)], _camera())


def _camera() -> Track[Shot]:
    return camera_of([
        (0, Shot(10, 18, 770), 4.4, Shot(20, 50, 720)),
        (4.4, Shot(20, 108, 430)),
        (7, Shot(372, 146, 330)),
        (10, Shot(20, 60, 700)),
        (12, Shot(0, 112, 400), 4, Shot(8, 116, 380)),
        (16.8, Shot(110, 142, 360)),
        (20, Shot(235, 112, 430), 6, Shot(255, 120, 400)),
        (26.5, Shot(318, 150, 344), 4.5, Shot(334, 160, 312)),
        (31, Shot(0, 108, 420)),
        (34, Shot(150, 110, 450), 4.4, Shot(160, 116, 430)),
        (38.5, Shot(0, 0, 800)),
        (41.5, Shot(400, 152, 310), 3.5, Shot(412, 160, 286)),
        (45, Shot(256, 136, 340), 6.5, Shot(280, 148, 290)),
        (51.5, Shot(20, 56, 710)),
        (54.5, Shot(-10, 110, 330)),
        (59, Shot(380, 142, 330)),
        (62, Shot(110, 92, 560)),
        (66, Shot(0, 0, 800)),
        (68.5, Shot(376, 138, 330)),
        (72, Shot(0, 106, 420)),
        (73.4, Shot(296, 138, 360), 3.6, Shot(312, 146, 330)),
    ])


def _bert(script: Script) -> Actor:
    rest = Hands((10, -173), (-4, -170))
    part = Part(
        spot=Spot(262, _GROUND), pose=Pose(sitting=1, turn=-0.1), hands=rest, face=FRIENDLY, look="jayden",
        poses=(Move(17.1, Pose(sitting=1, lean=2, turn=0.05), 0.8), Move(19.8, Pose(sitting=1, lean=-1), 0.8), Move(34.2, Pose(sitting=1, turn=0.15), 0.8),
               Move(36.3, Pose(sitting=1, turn=0.1, shoulders=0.5), 0.5), Move(37.6, Pose(sitting=1, shoulders=-0.3), 0.8),
               Move(62, Pose(sitting=1, lean=8, turn=0.1), 0.9), Move(63.6, Pose(sitting=1, lean=-6), 0.7), Move(65.6, Pose(sitting=1, turn=0.1), 0.6)),
        gestures=(Move(17.2, Hands((-18, -170), (36, -170)), 0.7), Move(20, rest, 0.8), Move(36.2, Hands((10, -173), (34, -186)), 0.5), Move(37.6, rest, 0.7),
                  Move(61.9, Hands((10, -173), (-16, -155)), 0.5), Move(62.45, Hands((10, -173), (112, -155)), 1.0), Move(63.5, Hands((-96, -178), (30, -170)), 0.8),
                  Move(64.35, Hands((-66, -184), (26, -170)), 1.15), Move(65.6, rest, 0.6)),
        faces=(Move(4.6, SMILE, 0.5), Move(8, FRIENDLY, 0.8), Move(17.2, Face(mouth=0.9, brows=0.25), 0.6), Move(20.5, FRIENDLY, 0.8), Move(33.2, FRIENDLY, 0.3),
               Move(34.5, STILL, 1.0), Move(36.2, WORRIED, 0.6), Move(45, STILL, 0.6), Move(51.6, STARTLED, 0.4), Move(53.5, CALM, 1.0), Move(61.6, FRIENDLY, 0.8),
               Move(66, SMILE, 0.8), Move(72, FRIENDLY, 0.6)),
        looks=(Move(1.4, "mentor", 0.6), Move(10.3, _REPORT, 0.6), Move(12.2, "mentor", 0.5), Move(16.9, _REPORT, 0.6), Move(18.0, "mentor", 0.5),
               Move(20.4, _REPORT, 0.6), Move(30.9, "mentor", 0.5), Move(34.2, "marvin", 0.8), Move(36.7, "mentor", 0.6), Move(38.0, _REPORT, 0.6), Move(41.5, "marvin", 0.2),
               Move(49.2, "jayden", 0.5), Move(55.8, "mentor", 0.6), Move(58.9, "marvin", 0.6), Move(61.8, _REPORT, 0.4), Move(62.4, _MIDDLE, 0.9), Move(63.5, Spot(200, 320, 60), 0.5),
               Move(65.6, "marvin", 0.5), Move(72.4, "jayden", 0.6)),
    )
    return Actor(script, "bert", _BERT, 400.0, part)


def _jayden(script: Script) -> Actor:
    rest = Hands((5, -165), (-6, -162))
    part = Part(
        spot=Spot(400, _GROUND - 10), pose=Pose(sitting=1), hands=rest, face=CALM, look="mentor",
        poses=(Move(26, Pose(sitting=1, lean=2, shoulders=-0.3), 1.2), Move(41.5, Pose(sitting=1, shoulders=-0.2), 0), Move(48.3, Pose(sitting=1, lean=-1, shoulders=0.5), 0.7),
               Move(49, Pose(sitting=1, shoulders=0.2), 0.5), Move(53.5, Pose(sitting=1, shoulders=-0.2), 1.2), Move(73.4, Pose(sitting=1, lean=2), 1.0)),
        gestures=(Move(47.8, Hands((-14, -164), (14, -164)), 0.8), Move(52.8, rest, 0.9)),
        faces=(Move(4.8, FRIENDLY, 0.5), Move(12.5, FRIENDLY, 0.5), Move(19.5, CALM, 1.0), Move(25, STILL, 1.0), Move(34, WORRIED, 1.5), Move(47, THINKING, 0.8),
               Move(48.9, Face(mouth=0.0, brows=0.3), 0.4), Move(51.6, WORRIED, 0.6), Move(59.2, CALM, 1.0), Move(73.8, Face(mouth=0.55, brows=0.15), 1.2)),
        looks=(Move(7.2, "marvin", 0.6), Move(9.4, "mentor", 0.5), Move(10.6, _REPORT, 0.6), Move(12.4, "mentor", 0.5), Move(15.4, "bert", 0.5), Move(17.3, _REPORT, 0.6),
               Move(20.4, "marvin", 0.7), Move(22.2, _REPORT, 0.6), Move(24.3, "marvin", 0.5), Move(26.6, _FATHERS_HANDS, 0.8), Move(31.3, "mentor", 0.6), Move(34.4, "bert", 0.5), Move(37.9, _FATHERS_HANDS, 0.5),
               Move(46.4, "bert", 0.7), Move(47.7, "mentor", 0.6), Move(49.9, "bert", 0.5), Move(51.0, "mentor", 0.4), Move(58.2, "marvin", 0.6), Move(62.3, _MIDDLE, 0.6),
               Move(64.4, "bert", 0.5), Move(65.8, "marvin", 0.5), Move(71.8, "mentor", 0.4), Move(73.5, "marvin", 0.7)),
    )
    return Actor(script, "jayden", _JAYDEN, 348.0, part)


def _marvin(script: Script) -> Actor:
    rest = Hands((2, -158), (0, -160))
    both = Hands((-15, -190), (13, -190))
    eyes = Hands((-10, -160), (13, -281))
    rising = Hands((-10, -160), (-4, -244))
    part = Part(
        spot=Spot(538, _GROUND), pose=Pose(sitting=1), hands=rest, face=CALM, look="jayden",
        spots=(Move(20.1, Spot(524, _GROUND), 1.4), Move(23.5, Spot(540, _GROUND), 1.0)),
        poses=(Move(7.1, Pose(sitting=1, nod=0.15), 0.6), Move(9.2, Pose(sitting=1), 0.6), Move(20.1, Pose(sitting=1, lean=-12, turn=-0.15), 1.4), Move(23.5, Pose(sitting=1, lean=3), 1.0),
               Move(28, Pose(sitting=1, lean=1, shoulders=-0.4), 1.5), Move(51.6, Pose(sitting=1, shoulders=0.1), 0.6), Move(59.05, Pose(sitting=1, nod=0.45), 0.3), Move(59.4, Pose(sitting=1), 0.35), Move(59.85, Pose(sitting=1, nod=0.3), 0.25),
               Move(60.15, Pose(sitting=1), 0.3), Move(68.4, Pose(sitting=1, lean=-2, turn=-0.1), 0.8)),
        gestures=(Move(6.6, Hands((-8, -160), (20, -204)), 0.9), Move(7.6, rising, 0.55), Move(8.0, eyes, 0.7), Move(8.9, rising, 0.6), Move(9.3, Hands((-12, -160), (18, -160)), 0.8),
                  Move(20.1, Hands((-46, -158), (-10, -160)), 1.3), Move(23.4, rising, 0.6), Move(23.75, eyes, 0.6), Move(24.5, rising, 0.5), Move(24.85, both, 0.9),
                  Move(28.5, Hands((-14, -186), (12, -186)), 1.5), Move(38.6, Hands((-14, -194), (14, -194)), 0.5), Move(42.8, Hands((-17, -200), (9, -188)), 0.45), Move(43.3, Hands((-9, -192), (9, -192)), 0.4),
                  Move(43.9, Hands((-11, -198), (7, -188)), 0.4), Move(44.4, Hands((-7, -188), (7, -188)), 0.4), Move(51.6, Hands((-9, -168), (9, -168)), 0.8),
                  Move(59.7, rising, 0.6), Move(60.1, eyes, 0.65), Move(60.85, rising, 0.5), Move(61.15, Hands((-10, -186), (12, -186)), 0.6), Move(61.6, Hands((-20, -186), (22, -186)), 0.5)),
        faces=(Move(4.9, FRIENDLY, 0.6), Move(9.5, FRIENDLY, 0.5), Move(12.8, SMILE, 0.6), Move(15.8, FADING, 0.7), Move(20.3, THINKING, 0.8), Move(23.6, STILL, 0.8),
               Move(31.5, WORRIED, 1.0), Move(41.5, SAD, 0.8), Move(51.7, STARTLED, 0.5), Move(53.5, CALM, 1.0), Move(56.3, Face(mouth=0.1, brows=0.2), 0.6),
               Move(59.6, FRIENDLY, 0.8), Move(73.8, Face(mouth=0.6, brows=0.1), 0.8)),
        looks=(Move(1.5, "mentor", 0.6), Move(7.0, Spot(560, 300, 45), 0.5), Move(9.2, "mentor", 0.5), Move(10.8, _REPORT, 0.6), Move(12.6, "mentor", 0.5), Move(15.5, "bert", 0.5), Move(17.4, _REPORT, 0.5),
               Move(23.9, _FATHERS_HANDS, 0.7), Move(31.2, "mentor", 0.6), Move(33.4, _FATHERS_HANDS, 0.8), Move(49.6, "jayden", 0.5), Move(55.4, "mentor", 0.6),
               Move(60.9, Spot(540, 325, 45), 0.5), Move(62.3, _MIDDLE, 0.6), Move(64.2, "bert", 0.5), Move(65.5, Spot(240, 300, 40), 0.5), Move(67.8, Spot(540, 318, 45), 0.5), Move(69.3, "mentor", 0.5), Move(72.2, "jayden", 0.6)),
        dress=(Move(_GLASSES_ON, _READING, 0), Move(_GLASSES_OFF, _MARVIN, 0), Move(_ON_AGAIN, _READING, 0)),
    )
    return Actor(script, "marvin", _MARVIN, 405.0, part)


def _mentor(script: Script) -> Actor:
    rest = Hands((40, -160), (64, -158))
    carrying = Hands((10, -210), (46, -214))
    seated = Pose(sitting=1, turn=0.45)
    part = Part(
        spot=Spot(-90, _GROUND), pose=Pose(turn=0.8), hands=carrying, face=FRIENDLY, look="bert", elbows=(-1, -1),
        spots=(Move(0.4, Spot(98, _GROUND), 2.2),),
        poses=(Move(2.4, seated, 1.2), Move(10, Pose(sitting=1, turn=0.45, lean=19), 1.0), Move(11.5, seated, 0.8),
               Move(15, Pose(sitting=1, turn=0.4, lean=4), 0.8), Move(31, Pose(sitting=1, turn=0.42, lean=3), 0.8), Move(38, seated, 1), Move(51.8, Pose(sitting=1, turn=0.42, shoulders=0.4), 0.5),
               Move(54.6, Pose(sitting=1, turn=0.38, shoulders=0.6), 0.8), Move(58.4, Pose(sitting=1, turn=0.42, shoulders=0), 1.0), Move(72, Pose(sitting=1, turn=0.35, lean=-2), 0.8)),
        gestures=(Move(2.6, Hands((36, -196), (62, -200)), 1.0), Move(10, Hands((60, -170), (170, -156)), 1.1), Move(11.4, rest, 0.9), Move(12.2, Hands((40, -160), (80, -196)), 0.5), Move(13.4, rest, 0.8),
                  Move(31.2, Hands((40, -160), (78, -186)), 0.5), Move(32.8, rest, 0.8), Move(55.8, Hands((40, -160), (34, -222)), 0.7), Move(58.6, rest, 0.9), Move(72, Hands((40, -160), (50, -236)), 0.8)),
        faces=(Move(3.8, SMILE, 0.5), Move(12, Face(mouth=0.95, brows=0.4), 0.4), Move(18, SMILE, 0.6), Move(31, FRIENDLY, 0.5), Move(36.6, Face(mouth=0.2, brows=0.25), 0.6),
               Move(49.6, CALM, 0.4), Move(51.7, Face(mouth=0.0, brows=0.3), 0.5), Move(54.7, STARTLED, 0.6), Move(57.4, WORRIED, 0.6), Move(59.6, FRIENDLY, 0.8), Move(72.1, THINKING, 0.5)),
        looks=(Move(10, _REPORT, 0.5), Move(11.8, "bert", 0.5), Move(49.3, "jayden", 0.5), Move(54.6, "marvin", 0.8), Move(62.2, _MIDDLE, 0.6), Move(64.4, Spot(220, 320, 60), 0.6),
               Move(66, "marvin", 0.5), Move(72.0, Spot(190, 120, 60), 0.5), Move(72.9, "jayden", 0.5)),
    )
    return Actor(script, "mentor", _MENTOR, 402.0, part)


def _sanne(script: Script) -> Actor:
    part = Part(
        spot=Spot(400, 1108), pose=Pose(), hands=Hands((-60, -480), (60, -480)), face=CALM, look=Spot(380, 220, 400),
        poses=(Move(38.8, Pose(lean=-2, nod=0.1), 0.8), Move(66, Pose(), 0)),
        gestures=(Move(66.35, Hands((-60, -480), (230, -560)), 0.45), Move(66.7, Hands((-60, -480), (232, -790)), 0.6), Move(67.1, Hands((-60, -480), (246, -800)), 0.35), Move(67.45, Hands((-60, -480), (216, -800)), 0.35), Move(67.8, Hands((-60, -480), (240, -800)), 0.35)),
        faces=(Move(39, THINKING, 0.5), Move(40.6, WORRIED, 0.6), Move(66, CALM, 0), Move(66.3, SMILE, 0.5)),
        looks=(Move(39.2, Spot(-40, 240, 330), 0.5), Move(40.3, Spot(860, 240, 330), 0.7), Move(66, Spot(380, 220, 400), 0), Move(66.2, Spot(560, 250, 420), 0.5)),
    )
    return Actor(script, "sanne", _SANNE, 960.0, part)


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
        seated = time >= 3.2
        parts.append(_table())
        slide = ease((time - 62.45) / 1.0)
        parts += [self.arms(who, time) for who in ("marvin", "jayden", "bert")]
        parts.append(sheet_flat(blend(_REPORT.x, _MIDDLE.x, slide), 339, angle=-4 + 6 * slide) if time >= 11.1 else "")
        parts.append(laptop(blend(176, 200, turned), 342, angle=blend(-14, -56, turned)))
        parts.append(self._in_marvins_hands(time))
        parts.append(self._mentor(time, seated=seated))
        return "".join(parts)

    def _mentor(self, time: float, *, seated: bool) -> str:
        left, right = self.hands("mentor", time)
        held = report(right[0] - 4, right[1] + 12, tilt=8) if time < 11.1 else ""
        if 10 <= time < 11.1:
            held = report(right[0] + 2, right[1] + 8, tilt=8 + 60 * ease((time - 10) / 1.1))
        return self.actor("mentor", time, held)

    def _in_marvins_hands(self, time: float) -> str:
        """His glasses on their way, and the slip of paper with his questions."""
        left, right = self.hands("marvin", time)
        parts = []
        for start, end in ((7.5, _GLASSES_ON), (59.9, _ON_AGAIN)):
            if start <= time < end:
                parts.append(spectacles(right[0] - 14, right[1] + 3, 36))
        if _GLASSES_OFF <= time < 59.9:
            held = 1 - ease((time - _GLASSES_OFF) / 0.5)
            x, y = blend((left[0] + right[0]) / 2, right[0] - 14, held), right[1] - 3 + 6 * held
            parts.append(spectacles(*((x, y) if time < 38.6 else (592, _TOP + 4)), 36))
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
        inside = "".join([
            rect(0, 0, 800, 450, "#DCE5DA"), rect(520, 60, 190, 250, WHITE), rect(530, 70, 170, 230, MIST), rect(611, 70, 6, 230, WHITE),
            shelf(90, 190, 230), plant(120, 440, 170),
            group(self.actor("sanne", time), x=400 - 400 * closer, y=240 - 240 * closer, scale=closer),
        ])
        return "".join([
            rect(-50, -50, 900, 600, "#E7D6BF"), rect(-50, 380, 900, 170, lighter(WOOD, 0.3)),
            rect(92, 14, 616, 364, INK, radius=12),
            f'<clipPath id="screen"><rect x="106" y="28" width="588" height="331"/></clipPath>',
            f'<g clip-path="url(#screen)">{group(inside, x=106, y=28, scale=0.735)}</g>',
            circle(400, 21, 2.4, STONE),
            polygon([(92, 378), (708, 378), (770, 450), (30, 450)], STONE), polygon([(130, 388), (670, 388), (700, 424), (100, 424)], darker(STONE, 0.3)),
        ])


def _room() -> str:
    drawings = ((478, 60, BUTTER, TERRACOTTA), (540, 66, MIST, TEAL), (602, 58, PINK, PLUM))
    return "".join([
        rect(-150, -60, 1100, 430, "#E9E2CF"), rect(-150, 362, 1100, 200, "#C8AE8C"), rect(-150, 356, 1100, 8, WHITE),
        board(150, 40, 262, 118),
        *(rect(x, y, 50, 62, paper) + path(f"M{x + 10} {y + 48}Q{x + 24} {y + 8} {x + 40} {y + 46}Z", paint) + circle(x + 36, y + 16, 6, OCHRE)
          for x, y, paper, paint in drawings),
        line(468, 54, 662, 54, SAND, 2),
        window(690, 50, 120, 150), window(-70, 50, 150, 150),
        shelf(500, 190, 150),
        ellipse(400, 470, 420, 26, darker("#C8AE8C", 0.1)),
        rect(676, 262, 110, 100, lighter(SEA, 0.2), radius=3), rect(684, 270, 94, 26, LEAF, radius=2), rect(684, 302, 94, 26, BUTTER, radius=2),
        plant(730, 262, 70),
    ])


def _table() -> str:
    return "".join([
        rect(176, 350, 14, 160, darker(STONE, 0.3)), rect(640, 350, 14, 160, darker(STONE, 0.3)),
        polygon([(166, 310), (664, 310), (690, 350), (140, 350)], lighter(OCHRE, 0.62)),
        polygon([(140, 350), (690, 350), (688, 362), (142, 362)], darker(OCHRE, 0.12)),
    ])
