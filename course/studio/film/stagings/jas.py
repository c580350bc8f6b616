"""De jas: a meeting room at a quarter past four, and a mother who has kept her coat on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from course.studio.film.scene import Scene
from course.studio.film.score import Score
from course.studio.film.script import Script
from course.studio.film.things import glow, laptop, phone, phone_in_hand, polygon
from course.studio.film.timeline import Move, ease
from course.studio.look import (
    ALMOND,
    BLACK_HAIR,
    CHESTNUT,
    CREAM,
    DARK_HAIR,
    DARK_WOOD,
    GREY_HAIR,
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
from course.studio.people import Person
from course.studio.places import chair, clock, frame, hanging_lamp, plant, window
from course.studio.props import cup

_ILSE = Person(skin=CHESTNUT, hair="bun", hair_colour=BLACK_HAIR, top=OCHRE, cut="cardigan", accent=CREAM, bottom=NIGHT)
_WIM = Person(
    skin=PEACH,
    hair="receding",
    hair_colour=GREY_HAIR,
    beard="full",
    glasses=True,
    top=SEA,
    cut="shirt",
    bottom=NIGHT,
    build=1.15,
)
_AMARA = Person(skin=ALMOND, hair="long", hair_colour=BLACK_HAIR, top=TERRACOTTA, cut="hood", bottom=NIGHT, age="teen")
_YVONNE = Person(skin=ALMOND, hair="bob", hair_colour=DARK_HAIR, top=PINK, cut="v", bottom=NIGHT, build=0.98)
_COAT = PLUM
_BUTTONED = replace(_YVONNE, coat=_COAT, buttoned=True)
_OPENED = replace(_YVONNE, coat=_COAT)

_GROUND = 492.0
_PHONE = (656.0, 339.0)
_TAKEN, _LAID = 34.5, 47.0  # Yvonne's phone is in her hand between these
_UNBUTTONED, _SLIPS, _OFF = 69.15, 70.45, 71.5  # her coat
_HANDS_UP = 65.55  # Amara's, from under the table


def stage(script: Script) -> Jas:
    """The film of this script."""
    score = Score(Path(__file__).with_suffix(".yaml"), script)
    actors = [score.actor(who, person) for who, person in {"ilse": _ILSE, "wim": _WIM, "amara": _AMARA}.items()]
    coat = (Move(_UNBUTTONED, _OPENED, 0.0), Move(_OFF, _YVONNE, 0.0))
    return Jas([*actors, score.actor("yvonne", _BUTTONED, coat)], score.camera())


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
        open_hands = time >= _HANDS_UP
        parts.append(self.actor("amara", time, arms=not open_hands, held=self._amaras_phone(time)))
        parts.append(self._light(time))
        sleeves = _SLIPS <= time < _OFF + 0.1  # her arms are behind the table
        parts.append(self._yvonne(time, arms=sleeves))
        parts += [_table(), cup(392, 336, 26, colour=TERRACOTTA), cup(250, 338, 26, colour=TEAL), self._phones(time)]
        parts.append(self.arms("wim", time))
        parts.append(self.arms("amara", time) if open_hands else "")
        in_hand = ""
        if _TAKEN <= time < _LAID:
            _, right = self.hands("yvonne", time)
            lit = 1 - ease((time - 40) / 1.5)
            in_hand = glow(right[0] - 2, right[1] - 30, 58, 0.45 * lit, "reading") + phone_in_hand(
                right[0] - 2, right[1] + 2, angle=-8
            )
        parts.append(in_hand + ("" if sleeves else self.arms("yvonne", time)))
        parts.append(self.arms("ilse", time))
        parts.append(laptop(166, 343, angle=-4, open_by=1 - ease((time - 48.05) / 0.42)))
        return "".join(parts)

    def _yvonne(self, time: float, *, arms: bool) -> str:
        """Yvonne; her coat opens from the collar down, and then slips off her shoulders."""
        if _UNBUTTONED <= time < 70.2:
            low = self.hands("yvonne", time)[0][1] if time < 70.1 else 330.0
            return self._both(time, low, _BUTTONED, _OPENED, arms=arms)
        if _SLIPS <= time < _OFF:
            return self._both(time, 236 + 120 * ease((time - _SLIPS) / 0.95), _OPENED, _YVONNE, arms=arms)
        return self.actor("yvonne", time, arms=arms)

    def _both(self, time: float, line_at: float, below: Person, above: Person, *, arms: bool) -> str:
        """Yvonne as she looks `above` a height, and below it."""
        # Cloth hangs in a bow; the two overlap a little, or the wall would shine through between them.
        bow = "M460 {0:.1f}Q630 {1:.1f} 800 {0:.1f}V{2}H460Z"
        on, off = bow.format(line_at - 16.6, line_at + 29.4, 600), bow.format(line_at - 16, line_at + 30, 0)
        return "".join(
            f'<clipPath id="{name}"><path d="{edge}"/></clipPath>'
            f'<g clip-path="url(#{name})">{self.actor("yvonne", time, arms=arms, person=person)}</g>'
            for name, edge, person in (("on", on, below), ("off", off, above))
        )

    def _hung_coat(self, time: float) -> str:
        """The coat over the back of her chair."""
        rise = ease((time - 71.2) / 0.9)
        if rise <= 0:
            return ""
        cloth = path("M578 262Q590 246 630 246T682 262L690 420H570Z", darker(_COAT, 0.12)) + stroke(
            "M596 262Q592 320 590 400M664 262Q668 320 672 400", darker(_COAT, 0.28), 2
        )
        return group(cloth, y=70 * (1 - rise))

    def _amaras_phone(self, time: float) -> str:
        if not 64.9 <= time < _HANDS_UP:
            return ""
        _, right = self.hands("amara", time)
        return phone_in_hand(right[0], right[1] + 6, angle=6)

    def _light(self, time: float) -> str:
        """The cold light of the telephone that Amara holds under the table."""
        strength = ease((time - 28.6) / 0.5) * (1 - ease((time - 31.7) / 0.5))
        x, y = self.head("amara", time)
        return glow(x, y + 66, 92, 0.5 * strength, "light")

    def _phones(self, time: float) -> str:
        parts = []
        if not _TAKEN <= time < _LAID:
            buzzing = 32 <= time < 33.5 and time % 0.75 < 0.5
            shake = (1.6 if round(time * 25) % 2 else -1.6) if buzzing else 0.0
            lit = ease((time - 32) / 0.15) * (1 - ease((time - 60) / 0.5)) if time < _TAKEN else 0.0
            parts.append(phone(_PHONE[0] + shake, _PHONE[1], angle=shake, lit=lit))
        if time >= _HANDS_UP:
            down = ease((time - 65.65) / 0.7)
            _, right = self.hands("amara", min(time, 66.35))
            parts.append(phone(right[0] + 4, right[1] + 8 * down, angle=6))
        return "".join(parts)


def _room() -> str:
    return "".join(
        [
            rect(-150, -60, 1100, 430, "#DFE4DA"),
            rect(-150, 364, 1100, 220, "#B9A58D"),
            rect(-150, 358, 1100, 8, WHITE),
            clock(66, 88, 34, 4, 15),
            window(180, 40, 190, 118, sky="#EBD7B4"),
            frame(440, 60, 110, 76, path("M440 136V112Q470 86 498 108T550 98V136Z", SAGE), inside=lighter(MIST, 0.4)),
            # A flip-over with a circle of ellipses: somebody has drawn who is in it.
            line(706, 84, 690, 372, DARK_WOOD, 5),
            line(762, 84, 780, 372, DARK_WOOD, 5),
            rect(676, 56, 116, 150, WHITE, radius=2),
            rect(676, 52, 116, 12, darker(SAND, 0.3), radius=3),
            stroke(
                "M704 128a30 22 0 1 0 60 0a30 22 0 1 0 -60 0M734 106v-14M764 132h14M704 132h-12M734 150v16", TEAL, 2.4
            ),
            hanging_lamp(400, 22, 90, colour=OCHRE, lit=True),
            plant(30, 372, 120),
            ellipse(400, 474, 420, 22, darker("#B9A58D", 0.1)),
        ]
    )


def _table() -> str:
    return "".join(
        [
            rect(70, 350, 16, 160, darker(WOOD, 0.3)),
            rect(700, 350, 16, 160, darker(WOOD, 0.3)),
            polygon([(62, 310), (722, 310), (748, 350), (36, 350)], lighter(WOOD, 0.38)),
            polygon([(36, 350), (748, 350), (746, 362), (38, 362)], darker(WOOD, 0.05)),
        ]
    )
