"""De jas: a meeting room at a quarter past four, and a mother who has kept her coat on."""

from __future__ import annotations

from dataclasses import replace

from course.studio.film.acting import SPEAKER, Actor, Hands, Part, Spot
from course.studio.film.scene import CALM, FRIENDLY, SAD, SMILE, STARTLED, STILL, THINKING, WORRIED, Scene, Shot, camera_of
from course.studio.film.script import Script
from course.studio.film.things import glow, laptop, phone, phone_in_hand, polygon
from course.studio.film.timeline import Move, Track, ease
from course.studio.look import (
    ALMOND,
    BLACK_HAIR,
    CHESTNUT,
    CREAM,
    DARK_HAIR,
    DARK_WOOD,
    GREY_HAIR,
    LEAF,
    MIST,
    NIGHT,
    OCHRE,
    PEACH,
    PINK,
    PLUM,
    SAGE,
    SAND,
    SEA,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    darker,
    ellipse,
    group,
    lighter,
    line,
    path,
    rect,
    stroke,
)
from course.studio.people import Face, Person, Pose
from course.studio.places import chair, clock, frame, hanging_lamp, plant, window
from course.studio.props import cup

_ILSE = Person(skin=CHESTNUT, hair="bun", hair_colour=BLACK_HAIR, top=OCHRE, cut="cardigan", accent=CREAM, bottom=NIGHT)
_WIM = Person(skin=PEACH, hair="receding", hair_colour=GREY_HAIR, beard="full", glasses=True, top=SEA, cut="shirt", bottom=NIGHT, build=1.15)
_AMARA = Person(skin=ALMOND, hair="long", hair_colour=BLACK_HAIR, top=TERRACOTTA, cut="hood", bottom=NIGHT, age="teen")
_YVONNE = Person(skin=ALMOND, hair="bob", hair_colour=DARK_HAIR, top=PINK, cut="v", bottom=NIGHT, build=0.98)
_COAT = PLUM
_BUTTONED = replace(_YVONNE, coat=_COAT, buttoned=True)
_OPENED = replace(_YVONNE, coat=_COAT)

_GROUND = 492.0
_SCREEN = Spot(160, 300, 40)
_PHONE = (656.0, 339.0)
_CLOCK = Spot(66, 88, 60)
_MOTHERS_HANDS = Spot(632, 330, 60)
_TAKEN, _LAID = 34.5, 47.0  # Yvonne's phone is in her hand between these


def stage(script: Script) -> Jas:
    """The film of this script."""
    return Jas([_ilse(script), _wim(script), _amara(script), _yvonne(script)], _camera())


def _camera() -> Track[Shot]:
    return camera_of([
        (0, Shot(0, 4, 790), 3.2, Shot(10, 26, 750)),
        (3, Shot(0, 128, 400), 7, Shot(10, 134, 372)),
        (10.2, Shot(165, 134, 350)),
        (13.4, Shot(476, 140, 320), 6, Shot(490, 148, 290)),
        (19.4, Shot(380, 138, 370), 4, Shot(395, 144, 345)),
        (23.4, Shot(-10, 130, 350)),
        (28.4, Shot(330, 140, 320), 3.5, Shot(346, 150, 285)),
        (32, Shot(552, 256, 196)),
        (33.8, Shot(474, 142, 330), 4, Shot(484, 148, 310)),
        (38.2, Shot(380, 138, 370), 3.3, Shot(388, 142, 352)),
        (41.5, Shot(160, 142, 370)),
        (44, Shot(-10, 62, 450)),
        (47.6, Shot(0, 118, 430)),
        (52.4, Shot(20, 80, 730)),
        (57.8, Shot(466, 140, 330), 7, Shot(486, 152, 286)),
        (65, Shot(330, 144, 330)),
        (68.4, Shot(466, 142, 330)),
        (72.9, Shot(300, 138, 400), 4.5, Shot(330, 150, 330)),
    ])


def _ilse(script: Script) -> Actor:
    typing = Hands((-16, -163), (38, -163))
    busy = [Move(at / 5, Hands((-16 + 3 * (at % 3), -163 - 4 * (at % 2)), (38 - 3 * (at % 2), -163 - 4 * ((at + 1) % 2))), 0.16)
            for at in range(round(23.4 * 5), round(28 * 5))]
    part = Part(
        spot=Spot(150, _GROUND), pose=Pose(sitting=1, turn=0.1), hands=typing, face=CALM, look=_SCREEN,
        poses=(Move(23.3, Pose(sitting=1, turn=0.1, lean=2), 0.8), Move(44.2, Pose(sitting=1, lean=-2), 0.7), Move(45.8, Pose(sitting=1, turn=0.2), 0.8),
               Move(48.6, Pose(sitting=1, turn=0.2, shoulders=0.3), 0.7), Move(49.8, Pose(sitting=1, turn=0.25, lean=3, shoulders=-0.3), 1.0)),
        gestures=(*busy, Move(28, typing, 0.4), Move(45.9, Hands((-18, -188), (40, -190)), 0.8), Move(47.5, Hands((-18, -170), (36, -217)), 0.5),
                  Move(48.05, Hands((-14, -166), (36, -158)), 0.42), Move(49.0, Hands((-6, -160), (44, -161)), 0.8), Move(52.8, Hands((-4, -160), (74, -172)), 0.6), Move(55, Hands((-2, -160), (46, -161)), 0.9)),
        faces=(Move(25.3, FRIENDLY, 0.5), Move(28.5, CALM, 0.5), Move(44.2, THINKING, 0.6), Move(45.9, STARTLED, 0.5), Move(47.4, WORRIED, 0.7), Move(49.8, Face(mouth=-0.1, brows=-0.5), 0.6),
               Move(52.5, Face(mouth=0.15, brows=0.1), 0.6), Move(63, FRIENDLY, 1.0)),
        looks=(Move(44.1, _CLOCK, 0.5), Move(45.5, "amara", 0.4), Move(46.3, "yvonne", 0.6), Move(47.3, Spot(165, 290, 45), 0.5), Move(49.6, "yvonne", 0.7), Move(50.9, Spot(170, 330, 60), 0.6),
               Move(52.1, "yvonne", 0.6), Move(65.2, "amara", 0.7), Move(69, "yvonne", 0.7), Move(72.6, "amara", 0.6)),
    )
    return Actor(script, "ilse", _ILSE, 398.0, part)


def _wim(script: Script) -> Actor:
    rest = Hands((9, -163), (-5, -160))
    part = Part(
        spot=Spot(316, _GROUND), pose=Pose(sitting=1), hands=rest, face=FRIENDLY, look="ilse",
        poses=(Move(10.5, Pose(sitting=1, nod=0.4), 0.3), Move(10.85, Pose(sitting=1), 0.35), Move(11.2, Pose(sitting=1, nod=0.25), 0.25), Move(11.5, Pose(sitting=1), 0.4),
               Move(42.6, Pose(sitting=1, turn=0.1, lean=1), 0.9), Move(55.4, Pose(sitting=1, turn=0.15), 0.8), Move(66, Pose(sitting=1, shoulders=-0.3), 1.0)),
        gestures=(Move(42.4, Hands((-34, -172), (34, -172)), 0.6), Move(43.0, Hands((-38, -158), (38, -158)), 0.6), Move(66.5, rest, 1.0)),
        faces=(Move(11.2, SMILE, 0.5), Move(14, FRIENDLY, 0.8), Move(20, CALM, 1.0), Move(41.5, CALM, 0), Move(42.0, THINKING, 0.8), Move(43.2, WORRIED, 0.9), Move(50.6, STILL, 0.6),
               Move(63.2, CALM, 0.8), Move(66, FRIENDLY, 1.0)),
        looks=(Move(1.6, Spot(180, 320, 60), 0.6), Move(4.0, "ilse", 0.6), Move(10.3, "yvonne", 0.5), Move(11.3, "ilse", 0.5), Move(17.5, "yvonne", 0.6), Move(19.2, "ilse", 0.6), Move(29.2, Spot(316, 335, 60), 0.8), Move(32.3, Spot(*_PHONE, 60), 0.5),
               Move(34.8, Spot(316, 335, 60), 0.6), Move(38.4, "amara", 0.6), Move(41.9, "amara", 0.4), Move(42.5, "yvonne", 0.8), Move(44.1, "yvonne", 0.2), Move(48.4, "ilse", 0.5), Move(53.3, "yvonne", 0.6), Move(64.2, "amara", 0.7),
               Move(69.2, "yvonne", 0.7), Move(72.8, "amara", 0.6)),
    )
    return Actor(script, "wim", _WIM, 404.0, part)


def _amara(script: Script) -> Actor:
    under = Hands((-8, -140), (8, -140))
    typing = [Move(28.8 + at * 0.19, Hands((-8, -140 - 3 * (at % 2)), (8, -140 - 3 * ((at + 1) % 3))), 0.16) for at in range(15)]
    mother = Move(36.6, "yvonne", 0.6)
    part = Part(
        spot=Spot(474, _GROUND - 4), pose=Pose(sitting=1, shoulders=0.3), hands=under, face=STILL, look="ilse",
        poses=(Move(19.4, Pose(sitting=1, shoulders=0.3, lean=1), 0.8), Move(28.4, Pose(sitting=1, shoulders=0.4, nod=0.1), 0.8), Move(36.5, Pose(sitting=1, shoulders=0.4), 0.8),
               Move(62, Pose(sitting=1, shoulders=0.6), 0.6), Move(65.6, Pose(sitting=1, shoulders=-0.6), 1.6), Move(75.6, Pose(sitting=1, shoulders=0.7, lean=-0.5), 1.0), Move(77.0, Pose(sitting=1, shoulders=0.2), 0.5)),
        gestures=(*typing, Move(32, under, 0.4), Move(64.9, Hands((-4, -192), (14, -192)), 0.6), Move(65.65, Hands((-12, -158), (26, -160)), 0.7), Move(66.8, Hands((10, -160), (-2, -158)), 0.9)),
        faces=(Move(19.5, WORRIED, 0.8), Move(23.4, STILL, 0), Move(28.4, Face(mouth=-0.1, brows=-0.1, frown=0.25), 0.5), Move(31.8, WORRIED, 0.6), Move(37.8, Face(mouth=-0.1, brows=-0.55), 0.5), Move(50.4, STILL, 0.8),
               Move(62.4, STARTLED, 0.5), Move(64.3, Face(mouth=0.05, brows=-0.25), 1.0), Move(66.5, CALM, 1.0), Move(72.5, FRIENDLY, 0.8), Move(75.6, Face(mouth=0.05, brows=0.3, mouth_open=0.0), 0.6),
               Move(76.9, Face(mouth=0.08, brows=0.25, mouth_open=0.32), 0.45)),
        looks=(Move(7.8, Spot(474, 340, 60), 0.7), Move(11.9, "wim", 0.5), Move(13.6, "yvonne", 0.6), Move(16, Spot(474, 340, 60), 0.7), Move(19.6, "yvonne", 0.7), Move(22.9, Spot(474, 340, 60), 0.9), Move(25.8, "ilse", 0.5),
               Move(28.5, Spot(474, 345, 40), 0.7), Move(31.9, Spot(*_PHONE, 50), 0.5), Move(34.4, Spot(560, 330, 60), 0.5), mother, Move(48.2, "ilse", 0.4), Move(53.3, "yvonne", 0.6), Move(65.0, Spot(490, 320, 50), 0.5),
               Move(66.9, "yvonne", 0.7), Move(73.1, "yvonne", 0.3), Move(74.2, "wim", 0.6), Move(75.2, "ilse", 0.6), Move(76.4, "yvonne", 0.7)),
    )
    return Actor(script, "amara", _AMARA, 380.0, part)


def _yvonne(script: Script) -> Actor:
    rest = Hands((6, -175), (-9, -172))
    collar = Hands((-15, -232), (16, -232))
    reading = Hands((-8, -162), (10, -196))
    part = Part(
        spot=Spot(630, _GROUND), pose=Pose(sitting=1, shoulders=0.4), hands=rest, face=STILL, look="ilse",
        poses=(Move(13.5, Pose(sitting=1, shoulders=0.9, lean=0.5), 0.9), Move(16.4, Pose(sitting=1, shoulders=0.5), 1.2), Move(34.2, Pose(sitting=1, shoulders=0.4, nod=0.05), 0.7),
               Move(37, Pose(sitting=1, shoulders=0.2), 0.7), Move(55.2, Pose(sitting=1, shoulders=0.5, nod=0.05), 1.0), Move(61.2, Pose(sitting=1, shoulders=0.8), 0.6), Move(62, Pose(sitting=1, shoulders=0.1), 0.7),
               Move(70.2, Pose(sitting=1, lean=4, shoulders=0.9), 0.5), Move(70.8, Pose(sitting=1, lean=-4, shoulders=0.2), 0.5), Move(71.4, Pose(sitting=1, turn=0.2, lean=5), 0.6), Move(72.2, Pose(sitting=1), 0.7)),
        gestures=(Move(13.5, collar, 0.8), Move(14.3, Hands((-10, -236), (10, -236)), 0.5), Move(15.9, rest, 1.1), Move(34.0, Hands((2, -172), (26, -158)), 0.5), Move(34.55, reading, 0.8),
                  Move(38.2, Hands((-8, -162), (10, -176)), 1.0), Move(46.4, Hands((4, -170), (24, -158)), 0.6), Move(47.1, rest, 0.7), Move(56.2, Hands((11, -174), (-13, -170)), 1.2), Move(59, Hands((5, -175), (-8, -171)), 1.2),
                  Move(68.4, Hands((-10, -234), (10, -234)), 0.7), Move(69.1, Hands((-9, -178), (9, -178)), 1.0), Move(70.15, Hands((-46, -150), (46, -150)), 0.6), Move(71.0, Hands((-30, -150), (70, -176)), 0.6),
                  Move(71.55, Hands((-20, -158), (74, -222)), 0.7), Move(72.3, Hands((-4, -168), (60, -176)), 0.6), Move(72.8, rest, 0.8)),
        faces=(Move(7.8, WORRIED, 0.6), Move(17, Face(mouth=0.02, brows=-0.5), 0.5), Move(19, SAD, 0.7), Move(32.2, STARTLED, 0.4), Move(34, CALM, 0.6), Move(35.4, WORRIED, 0.9), Move(37, Face(mouth=-0.1, brows=-0.6), 0.8),
               Move(53, STARTLED, 0.5), Move(55.3, WORRIED, 1.0), Move(61.4, Face(mouth=0.0, brows=-0.2), 0.7), Move(65, Face(mouth=0.15, brows=-0.2), 0.6), Move(68.4, CALM, 0.8), Move(72.3, FRIENDLY, 0.8)),
        looks=(Move(7.9, Spot(640, 330, 70), 0.7), Move(10.6, "wim", 0.6), Move(13.3, Spot(640, 335, 60), 0.7), Move(32.15, Spot(*_PHONE, 60), 0.4), Move(34.9, Spot(640, 305, 42), 0.5), Move(37.0, "amara", 0.8), Move(48.3, "ilse", 0.4), Move(55.1, _MOTHERS_HANDS, 0.9),
               Move(61.6, "ilse", 0.6), Move(63.0, "amara", 0.6), Move(68.3, Spot(632, 320, 40), 0.6), Move(70.3, Spot(600, 300, 60), 0.5), Move(71.3, Spot(720, 290, 60), 0.4), Move(72.3, "amara", 0.6)),
        dress=(Move(69.15, _OPENED, 0), Move(71.5, _YVONNE, 0)),
    )
    return Actor(script, "yvonne", _BUTTONED, 396.0, part)


class Jas(Scene):
    """The room, the telephones and the coat."""

    poster = 39.6

    def draw(self, time: float) -> str:
        """The scene."""
        parts = [_room()]
        parts += [chair(x, _GROUND, 100, colour=SEA) for x in (150, 316, 474, 630)]
        parts.append(self._hung_coat(time))
        parts.append(self.actor("ilse", time, arms=False))
        parts.append(self.actor("wim", time, arms=False))
        open_hands = time >= 65.55  # above the table from now on
        parts.append(self.actor("amara", time, arms=not open_hands, held=self._amaras_phone(time)))
        parts.append(self._light(time))
        sleeves = 70.45 <= time < 71.6
        parts.append(self._yvonne(time, arms=sleeves))
        parts += [_table(), cup(392, 336, 26, colour=TERRACOTTA), cup(250, 338, 26, colour=TEAL), self._phones(time)]
        parts.append(self.arms("wim", time))
        parts.append(self.arms("amara", time) if open_hands else "")
        in_hand = ""
        if _TAKEN <= time < _LAID:
            _, right = self.hands("yvonne", time)
            lit = 1 - ease((time - 40) / 1.5)
            in_hand = glow(right[0] - 2, right[1] - 30, 58, 0.45 * lit, "reading") + phone_in_hand(right[0] - 2, right[1] + 2, angle=-8)
        parts.append(in_hand + ("" if sleeves else self.arms("yvonne", time)))
        parts.append(self.arms("ilse", time))
        parts.append(laptop(166, 343, angle=-4, open_by=1 - ease((time - 48.05) / 0.42)))
        return "".join(parts)

    def _yvonne(self, time: float, *, arms: bool) -> str:
        """Yvonne; her coat opens from the collar down, and then slips off her shoulders."""
        if 69.15 <= time < 70.2:
            low = self.hands("yvonne", time)[0][1] if time < 70.1 else 330.0
            return self._both(time, low, _BUTTONED, _OPENED, arms=arms)
        if 70.45 <= time < 71.5:
            return self._both(time, 226 + 104 * ease((time - 70.45) / 1.0), _OPENED, _YVONNE, arms=arms)
        return self.actor("yvonne", time, arms=arms)

    def _both(self, time: float, line_at: float, below: Person, above: Person, *, arms: bool) -> str:
        """Yvonne as she looks `above` a height, and below it."""
        actor = self._actors["yvonne"]
        return "".join(
            f'<clipPath id="{name}"><rect x="480" y="{top:.1f}" width="320" height="{height:.1f}"/></clipPath>'
            f'<g clip-path="url(#{name})">{actor.draw(time, self.head, arms=arms, person=person)}</g>'
            for name, top, height, person in (("on", line_at, 450 - line_at, below), ("off", 0, line_at, above))
        )

    def _hung_coat(self, time: float) -> str:
        """The coat over the back of her chair."""
        rise = ease((time - 71.2) / 0.9)
        if rise <= 0:
            return ""
        cloth = path("M578 262Q590 246 630 246T682 262L690 420H570Z", darker(_COAT, 0.12)) + stroke(
            "M596 262Q592 320 590 400M664 262Q668 320 672 400", darker(_COAT, 0.28), 2)
        return group(cloth, y=70 * (1 - rise))

    def _amaras_phone(self, time: float) -> str:
        if not 64.9 <= time < 66.2:
            return ""
        _, right = self.hands("amara", time)
        return phone_in_hand(right[0], right[1] + 6, angle=6) if time < 65.55 else ""

    def _light(self, time: float) -> str:
        """The cold light of the telephone that Amara holds under the table."""
        strength = ease((time - 28.6) / 0.5) * (1 - ease((time - 31.7) / 0.5))
        x, y = self.head("amara", time)
        return glow(x, y + 66, 92, 0.62 * strength, "light")

    def _phones(self, time: float) -> str:
        parts = []
        if not _TAKEN <= time < _LAID:
            buzzing = 32 <= time < 33.5 and time % 0.75 < 0.5
            shake = (1.6 if round(time * 25) % 2 else -1.6) if buzzing else 0.0
            lit = ease((time - 32) / 0.15) * (1 - ease((time - 60) / 0.5)) if time < _TAKEN else 0.0
            parts.append(phone(_PHONE[0] + shake, _PHONE[1], angle=shake, lit=lit))
        if time >= 65.55:
            down = ease((time - 65.65) / 0.7)
            _, right = self.hands("amara", min(time, 66.35))
            parts.append(phone(right[0] + 4, right[1] + 8 * down, angle=6))
        return "".join(parts)


def _room() -> str:
    return "".join([
        rect(-150, -60, 1100, 430, "#DFE4DA"), rect(-150, 364, 1100, 220, "#B9A58D"), rect(-150, 358, 1100, 8, WHITE),
        clock(_CLOCK.x, _CLOCK.y, 34, 4, 15),
        window(180, 40, 190, 118, sky="#EBD7B4"),
        frame(440, 60, 110, 76, path("M440 136V112Q470 86 498 108T550 98V136Z", SAGE), inside=lighter(MIST, 0.4)),
        # A flip-over with a circle of ellipses: somebody has drawn who is in it.
        line(706, 84, 690, 372, DARK_WOOD, 5), line(762, 84, 780, 372, DARK_WOOD, 5),
        rect(676, 56, 116, 150, WHITE, radius=2), rect(676, 52, 116, 12, darker(SAND, 0.3), radius=3),
        stroke("M704 128a30 22 0 1 0 60 0a30 22 0 1 0 -60 0M734 106v-14M764 132h14M704 132h-12M734 150v16", TEAL, 2.4),
        hanging_lamp(400, 22, 90, colour=OCHRE, lit=True),
        plant(30, 372, 120),
        ellipse(400, 474, 420, 22, darker("#B9A58D", 0.1)),
    ])


def _table() -> str:
    return "".join([
        rect(70, 350, 16, 160, darker(WOOD, 0.3)), rect(700, 350, 16, 160, darker(WOOD, 0.3)),
        polygon([(62, 310), (722, 310), (748, 350), (36, 350)], lighter(WOOD, 0.38)),
        polygon([(36, 350), (748, 350), (746, 362), (38, 362)], darker(WOOD, 0.05)),
    ])
