"""Twee taarten: a living room with bunting, a table, and a door through which a second cake comes in."""

from __future__ import annotations

from pathlib import Path

from course.studio.film.lettering import icing
from course.studio.film.scene import Scene
from course.studio.film.score import Score
from course.studio.film.script import Script
from course.studio.film.things import berry_cake, box, bunting, candle, plates, polygon, rose, rose_cake, strawberry
from course.studio.film.timeline import blend, drift, ease
from course.studio.look import (
    ALMOND,
    BLACK_HAIR,
    BLOND_HAIR,
    BLUSH,
    BROWN_HAIR,
    BUTTER,
    CREAM,
    DARK_WOOD,
    GREY_HAIR,
    LEAF,
    LILAC,
    MIST,
    MOSS,
    NIGHT,
    OCHRE,
    PEACH,
    PLUM,
    PORCELAIN,
    SAGE,
    SAND,
    SEA,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    circle,
    ellipse,
    lighter,
    line,
    path,
    points,
    rect,
)
from course.studio.people import Person

_MILA = Person(
    skin=PORCELAIN,
    hair="ponytail",
    hair_colour=BLOND_HAIR,
    top=OCHRE,
    cut="dungarees",
    bottom=TEAL,
    age="child",
    build=0.95,
)
_ANNEKE = Person(
    skin=PEACH,
    hair="bob",
    hair_colour=GREY_HAIR,
    glasses=True,
    top=SAGE,
    cut="cardigan",
    accent=CREAM,
    bottom=NIGHT,
    age="older",
    build=1.1,
)
_KIM = Person(skin=PORCELAIN, hair="long", hair_colour=BROWN_HAIR, top=PLUM, cut="v", bottom=NIGHT, build=0.92)
_TARIK = Person(skin=ALMOND, hair="short", hair_colour=BLACK_HAIR, beard="full", top=MIST, coat=MOSS, bottom=NIGHT)

_CHAIR = (66.0, 288.0)
_BERRIES, _BESIDE = 250.0, 200.0  # where the cake with strawberries stands, and where it goes
_PLATES, _TAKEN, _LIFTED = 323.0, 38.9, 39.4  # the stack, and when Anneke has it in her hands, and above the table
_ROSES = 345.0  # where the other one is put

_FOUR, _THREE = (65.9, 66.6, 67.2, 67.8), (69.9, 70.5, 71.1)
"""The seconds at which candles are put on the two cakes."""


def stage(script: Script) -> Taarten:
    """The film of this script."""
    score = Score(Path(__file__).with_suffix(".yaml"), script)
    people = {"mila": _MILA, "anneke": _ANNEKE, "kim": _KIM, "tarik": _TARIK}
    return Taarten([score.actor(who, person) for who, person in people.items()], score.camera())


class Taarten(Scene):
    """The room, and the cakes on their ways."""

    poster = 41.9

    def draw(self, time: float) -> str:
        """The scene, or the view into the box."""
        if 22 <= time < 25.5:
            return _in_the_box()
        cake = blend(_BERRIES, _BESIDE, ease((time - 54.0) / 1.1))
        parts = [_room(time)]
        parts.append(self.actor("tarik", time))
        parts.append(self._anneke(time))
        parts.append(self._kim(time) if time >= 59.4 else "")
        parts.append(self.actor("mila", time))
        parts.append(_table())
        parts.append(berry_cake(cake, 291, candles=sum(at <= time for at in _FOUR), berries=5 if time >= 2.4 else 4))
        parts.append(self._plates(time) if time < _LIFTED else "")
        if time >= 60.9:
            parts.append(rose_cake(_ROSES, 291, candles=sum(at <= time for at in _THREE)))
        parts.append(self._carried(time))
        parts.append("" if time < 59.4 else box(602, 428))
        parts.append(self._kim(time) if time < 59.4 else "")
        return "".join(parts)

    def _anneke(self, time: float) -> str:
        held = self._plates(time) if _LIFTED <= time < 52.72 else ""
        return (plates(*_CHAIR) if time >= 52.72 else "") + self.actor("anneke", time, held)

    def _plates(self, time: float) -> str:
        """The stack of plates, on the table and then in Anneke's hands."""
        if time < _TAKEN:
            return plates(_PLATES, 291)
        left, right = self.hands("anneke", time)
        return plates((left[0] + right[0]) / 2, right[1] + 26 - 14 * ease((time - _TAKEN) / 0.5))

    def _kim(self, time: float) -> str:
        left, right = self.hands("kim", time)
        middle = left[0] + 45
        if time < 59.4:
            lid = ease((time - 20.7) / 1.0)
            inside = rose_cake(middle, left[1] - 3) if lid > 0.02 else ""
            held = box(middle, left[1] + 6, lid=lid, inside=inside)
        else:
            held = rose_cake((left[0] + right[0]) / 2, left[1] + 16) if time < 60.9 else ""
            if 64.4 <= time < _THREE[0] - 0.5:
                return self.actor("kim", time) + _bundle(left, 7 if time < _FOUR[0] - 0.5 else 3)
        return self.actor("kim", time, held)

    def _carried(self, time: float) -> str:
        """What Mila's hands carry: the last strawberry, and candles."""
        left, right = self.hands("mila", time)
        if time < 2.4:
            return strawberry(left[0], left[1] + 6)
        parts = []
        for hand, puts in ((left, _FOUR), (right, _THREE)):
            if time >= puts[0] - 0.5:
                parts.append(_bundle(hand, sum(at > time for at in puts)))
        return "".join(parts)


def _bundle(hand: tuple[float, float], count: int) -> str:
    """Candles in somebody's hand."""
    return "".join(candle(hand[0] - 1.5 * (count - 1) + 3 * index, hand[1] + 12) for index in range(count))


def _room(time: float) -> str:
    wall = "#EBD9C4"
    return "".join(
        [
            rect(-100, -50, 1000, 450, wall),
            rect(-100, 392, 1000, 160, "#C9A27C"),
            rect(-100, 386, 1000, 8, WHITE),
            # A window with a garden, a picture, a low cupboard with a plant.
            rect(52, 92, 150, 150, WHITE, radius=3),
            rect(60, 100, 134, 134, "#D5E6E4"),
            path("M60 190Q95 160 127 186T194 176V234H60Z", LEAF),
            circle(165, 128, 11, BUTTER),
            rect(124, 100, 5, 134, WHITE),
            rect(400, 130, 74, 56, WOOD, radius=2),
            rect(406, 136, 62, 44, CREAM),
            path("M406 180V166Q424 148 440 164T468 158V180Z", SAGE),
            rect(330, 268, 190, 122, WOOD, radius=3),
            line(425, 276, 425, 384, DARK_WOOD, 2),
            circle(416, 328, 3, BUTTER),
            circle(434, 328, 3, BUTTER),
            rect(486, 246, 22, 22, TERRACOTTA, radius=3),
            *(
                path(
                    points(
                        "M497 248Q? ? ? ?Q? ? 497 248Z",
                        497 + dx,
                        226,
                        497 + dx * 2.2,
                        206 + abs(dx),
                        497 + dx * 0.3,
                        222,
                    ),
                    MOSS,
                )
                for dx in (-9, -4, 3, 8)
            ),
            # The door to the hall, open.
            rect(652, 96, 132, 296, WHITE),
            rect(662, 106, 112, 286, "#D9BFA6"),
            rect(662, 372, 112, 20, "#B98F6C"),
            path("M774 106L812 92V412L774 392Z", lighter(TEAL, 0.12)),
            circle(806, 262, 3.4, BUTTER),
            rect(700, 150, 44, 6, WOOD, radius=2),
            path("M708 156Q704 200 712 226H734Q742 198 736 156Z", LILAC),
            bunting(44, 3.2 * drift("bunting", time)),
            _chair(),
        ]
    )


def _chair() -> str:
    x, seat = _CHAIR
    legs = line(x - 26, seat, x - 30, 420, DARK_WOOD, 7) + line(x + 24, seat, x + 28, 416, DARK_WOOD, 7)
    back = rect(x - 34, seat - 92, 8, 96, DARK_WOOD, radius=3)
    return (
        back
        + legs
        + path(
            points("M? ?L? ?L? ?L? ?Z", x - 32, seat - 6, x + 30, seat - 6, x + 36, seat + 5, x - 34, seat + 5), WOOD
        )
    )


def _table() -> str:
    return "".join(
        [
            rect(112, 300, 14, 170, DARK_WOOD),
            rect(414, 300, 14, 170, DARK_WOOD),
            polygon([(112, 272), (430, 272), (452, 304), (90, 304)], lighter(MIST, 0.35)),
            polygon([(90, 304), (452, 304), (449, 338), (94, 338)], MIST),
            *(
                polygon([(x, 304), (x + 12, 304), (x + 12, 338), (x, 338)], SEA, opacity=0.35)
                for x in range(104, 450, 36)
            ),
        ]
    )


def _in_the_box() -> str:
    """The cake from above, in its box, as Kim and Mila look down on it."""
    roses = [(262, 118), (342, 96), (430, 94), (518, 112), (290, 318), (400, 338), (508, 316)]
    return "".join(
        [
            rect(-50, -50, 900, 550, "#C9A27C"),
            polygon([(120, -20), (680, -20), (708, 470), (92, 470)], "#E6D8CE"),
            polygon([(152, 6), (648, 6), (668, 444), (132, 444)], "#F7F0EA"),
            ellipse(400, 224, 226, 196, SAND),
            ellipse(400, 216, 208, 180, BLUSH),
            ellipse(400, 210, 200, 170, lighter(BLUSH, 0.55)),
            *(rose(x, y, 24) for x, y in roses),
            icing("Voor mijn", 396, 208, 2.6, PLUM),
            icing("meisje", 402, 262, 2.6, PLUM),
            ellipse(72, 300, 34, 50, PORCELAIN, angle=24),
            ellipse(98, 282, 13, 26, PORCELAIN, angle=52),
            ellipse(728, 300, 34, 50, PORCELAIN, angle=-24),
            ellipse(702, 282, 13, 26, PORCELAIN, angle=-52),
            path("M-60 330Q20 300 66 340L40 480H-60Z", PLUM),
            path("M860 330Q780 300 734 340L760 480H860Z", PLUM),
        ]
    )
