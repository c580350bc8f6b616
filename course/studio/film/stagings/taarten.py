"""Twee taarten: a living room with bunting, a table, and a door through which a second cake comes in."""

from __future__ import annotations

from course.studio.film.acting import SPEAKER, Actor, Hands, Part, Spot
from course.studio.film.lettering import icing
from course.studio.film.things import berry_cake, box, bunting, candle, plates, polygon, rose, rose_cake, strawberry
from course.studio.film.scene import (
    BEAMING,
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
    hanging,
)
from course.studio.film.script import Script
from course.studio.film.timeline import Move, Track, blend, drift, ease
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
    PINK,
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
    darker,
    ellipse,
    lighter,
    line,
    path,
    points,
    rect,
)
from course.studio.people import Face, Person, Pose

_MILA = Person(skin=PORCELAIN, hair="ponytail", hair_colour=BLOND_HAIR, top=OCHRE, cut="dungarees", bottom=TEAL, age="child",
               build=0.95)
_ANNEKE = Person(skin=PEACH, hair="bob", hair_colour=GREY_HAIR, glasses=True, top=SAGE, cut="cardigan", accent=CREAM, bottom=NIGHT,
                 age="older", build=1.1)
_KIM = Person(skin=PORCELAIN, hair="long", hair_colour=BROWN_HAIR, top=PLUM, cut="v", bottom=NIGHT, build=0.92)
_TARIK = Person(skin=ALMOND, hair="short", hair_colour=BLACK_HAIR, beard="full", top=MIST, coat=MOSS, bottom=NIGHT)

_BACK, _CORNER, _DOOR, _PLACE = 405.0, Spot(478, 409), Spot(738, 410), Spot(594, 416)
_CHAIR = (66.0, 288.0)
_BERRIES, _ROSES = Spot(250, 262, 60), Spot(548, 235, 30)
_BESIDE = Spot(200, 262, 60)  # the cake with strawberries, moved aside
_ON_TABLE = Spot(345, 262, 60)  # the cake with roses, on the table

_FOUR, _THREE = (65.9, 66.6, 67.2, 67.8), (69.9, 70.5, 71.1)
"""The seconds at which candles are put on the two cakes."""


def stage(script: Script) -> Taarten:
    """The film of this script."""
    return Taarten([_anneke(script), _mila(script), _kim(script), _tarik(script)], _camera())


def _camera() -> Track[Shot]:
    return camera_of([
        (0, Shot(30, 8, 740), 8, Shot(80, 52, 500)),
        (9.6, Shot(50, 22, 750)),
        (18, Shot(415, 78, 320), 4, Shot(428, 84, 292)),
        (22, Shot(0, 0, 800), 3.5, Shot(60, 34, 680)),
        (25.5, Shot(95, 72, 370)),
        (29.5, Shot(432, 70, 290), 6, Shot(446, 78, 264)),
        (35.5, Shot(560, 62, 290)),
        (37.5, Shot(70, 50, 510)),
        (41, Shot(200, 165, 420), 5.5, Shot(340, 172, 270)),
        (48, Shot(30, 16, 770)),
        (55, Shot(70, 66, 360)),
        (58, Shot(436, 76, 280)),
        (59.4, Shot(60, 30, 640)),
        (61.5, Shot(330, 76, 320)),
        (63, Shot(392, 160, 210)),
        (64.4, Shot(60, 62, 470)),
        (65.6, Shot(84, 78, 400), 3.6, Shot(100, 84, 380)),
        (69.2, Shot(150, 80, 390)),
        (72, Shot(40, 22, 740), 4, Shot(60, 30, 715)),
    ])


def _mila(script: Script) -> Actor:
    height = 218.0
    rest = hanging(_MILA, height)
    at_cake = Hands((-40, -158), (30, -128))
    moves: list[Move[Hands]] = [
        Move(1.0, at_cake, 0.9), Move(2.5, Hands((-16, -132), (20, -132)), 0.7), Move(16, rest, 0.7),
        Move(46.6, Hands((-8, -96), (8, -94)), 1.2), Move(62, rest, 0.5), Move(64.4, Hands((-14, -132), (16, -132)), 0.0),
    ]
    for index, at in enumerate(_FOUR):
        moves.append(Move(at - 0.5, Hands((-92 + 19 * index, -176), (16, -132)), 0.5))
    moves.append(Move(68.1, Hands((-14, -134), (16, -132)), 0.7))
    for index, at in enumerate(_THREE):
        moves.append(Move(at - 0.5, Hands((-14, -134), (44 + 27 * index, -176)), 0.5))
    moves.append(Move(71.4, Hands((-14, -134), (18, -132)), 0.8))
    part = Part(
        spot=Spot(292, _BACK), pose=Pose(), hands=Hands((-20, -134), (22, -134)), face=SMILE, look=Spot(252, 250, 50),
        spots=(Move(16.1, _CORNER, 2.0), Move(64.4, Spot(300, _BACK), 0), Move(64.41, Spot(274, _BACK), 0.8)),
        poses=(Move(8.6, Pose(turn=0.25), 0.6), Move(16, Pose(turn=0.8), 0.5), Move(17.8, Pose(turn=0.4), 0.7),
               Move(41, Pose(), 0.8), Move(46.6, Pose(nod=0.25, lean=1, shoulders=-0.4), 1.2), Move(63.2, Pose(), 0.9), Move(63.2, Pose(), 0.5),
               Move(63.95, Pose(nod=0.55), 0.25), Move(64.2, Pose(), 0.25)),
        gestures=tuple(moves),
        faces=(Move(8.8, BEAMING, 0.4), Move(22, SMILE, 0.3), Move(26, FRIENDLY, 0.8), Move(34, STILL, 1.2), Move(41.5, WORRIED, 1.2),
               Move(46.5, SAD, 1.2), Move(63.2, CALM, 0.9), Move(65, FRIENDLY, 0.6), Move(71.5, SMILE, 0.6)),
        looks=(Move(2.7, "anneke", 0.6), Move(4.6, Spot(252, 250, 50), 0.6), Move(6.6, "anneke", 0.5), Move(8.5, Spot(760, 150, 60), 0.5),
               Move(10.6, "kim", 0.5), Move(20.6, _ROSES, 0.6), Move(27.7, "anneke", 0.5), Move(29.4, _ROSES, 0.7),
               Move(33.3, "kim", 0.5), Move(35.6, "anneke", 0.6), Move(38.2, Spot(470, 400, 60), 0.6), Move(41.2, _BERRIES, 0.7), Move(43.0, _ROSES, 0.8), Move(44.3, Spot(480, 300, 90), 0.5),
               Move(46.6, Spot(476, 420, 60), 0.9), Move(61.9, Spot(470, 400, 60), 0.1), Move(63.1, "kim", 0.7), Move(64.41, Spot(220, 262, 70), 0.1), Move(68.4, "kim", 0.5), Move(69.4, _ON_TABLE, 0.5),
               Move(71.9, _BESIDE, 0.5), Move(73.4, _ON_TABLE, 0.8)),
    )
    return Actor(script, "mila", _MILA, height, part)


def _anneke(script: Script) -> Actor:
    height = 310.0
    table = Hands((-34, -138), (36, -138))
    hugging = Hands((-26, -178), (22, -178))
    part = Part(
        spot=Spot(200, _BACK), pose=Pose(turn=0.1), hands=table, face=FRIENDLY, look="mila",
        spots=(Move(51.5, Spot(154, _BACK), 1.1), Move(52.9, Spot(186, _BACK), 1.0), Move(64.4, Spot(166, _BACK), 0)),
        poses=(Move(6.4, Pose(turn=0.2, lean=3), 0.7), Move(8.8, Pose(turn=0.2), 0.8), Move(37.6, Pose(turn=0.35, lean=7), 0.7), Move(38.9, Pose(lean=-1, shoulders=0.35), 0.9),
               Move(51.5, Pose(turn=-0.35, lean=-19), 1.3), Move(52.8, Pose(turn=0.1), 1.2), Move(54.0, Pose(lean=3), 0.7),
               Move(54.9, Pose(turn=0.25), 0.8)),
        gestures=(Move(6.5, Hands((-34, -138), (75, -160)), 0.9), Move(15.9, Hands((-34, -138), (60, -140)), 0.6), Move(16.6, table, 0.8),
                  Move(25.8, Hands((-20, -138), (30, -138)), 0.8), Move(37.5, Hands((124, -122), (172, -122)), 0.8), Move(38.7, hugging, 1.3),
                  Move(51.6, Hands((-112, -126), (-66, -126)), 1.1), Move(52.8, Hands((-60, -150), (10, -150)), 0.6), Move(53.2, Hands((-30, -138), (112, -146)), 0.8),
                  Move(54.0, Hands((-30, -138), (57, -146)), 1.1), Move(55.1, table, 0.8)),
        faces=(Move(3.6, SMILE, 0.5), Move(12, FRIENDLY, 1.0), Move(20, SMILE, 0.8), Move(24, FRIENDLY, 0.2), Move(26.3, FADING, 1.2), Move(29.3, Face(mouth=0.1, brows=-0.35), 0.8),
               Move(36, STILL, 0.8), Move(46, WORRIED, 0.8), Move(51.3, CALM, 0.6), Move(54.6, FRIENDLY, 0.6), Move(66, SMILE, 1.0), Move(73, FRIENDLY, 0.8)),
        looks=(Move(1.3, Spot(252, 250, 60), 0.6), Move(3.4, "mila", 0.5), Move(8.9, Spot(760, 150, 60), 0.6), Move(10.9, "kim", 0.5), Move(16.4, "mila", 0.6), Move(18.5, "kim", 0.5),
               Move(20.8, _ROSES, 0.5), Move(25.95, _BERRIES, 0.7), Move(27.35, "kim", 0.6), Move(29.6, SPEAKER, 0.4), Move(36.2, "tarik", 0.6), Move(37.4, Spot(350, 278, 60), 0.5),
               Move(39.4, _BERRIES, 0.7), Move(41.8, "mila", 0.6), Move(51.4, Spot(70, 290, 70), 0.5), Move(53.0, _BERRIES, 0.5), Move(54.7, "kim", 0.5),
               Move(60.4, _ON_TABLE, 0.5), Move(62.6, "mila", 0.5), Move(64.4, "mila", 0.0), Move(65.7, _BESIDE, 0.5), Move(68.3, "mila", 0.5), Move(69.8, _ON_TABLE, 0.6), Move(72.9, "kim", 0.6)),
    )
    return Actor(script, "anneke", _ANNEKE, height, part)


def _kim(script: Script) -> Actor:
    height = 305.0
    carry = Hands((-80, -156), (10, -156))
    part = Part(
        spot=Spot(880, _PLACE.y), pose=Pose(turn=-0.75), hands=carry, face=BEAMING, look="mila", elbows=(1, 1),
        spots=(Move(10.3, _PLACE, 3.0), Move(59.4, Spot(540, 412), 0), Move(59.41, Spot(436, 404), 1.1), Move(64.4, Spot(400, _BACK), 0)),
        poses=(Move(13, Pose(turn=-0.5), 0.8), Move(29.6, Pose(turn=-0.5, lean=1.5, shoulders=-0.2), 0.9), Move(58.2, Pose(turn=-0.55, shoulders=0), 0.6),
               Move(60.2, Pose(turn=-0.5, lean=-11), 0.8), Move(61.2, Pose(turn=0.1, lean=4), 0.8), Move(64.4, Pose(turn=-0.25), 0), Move(72.4, Pose(turn=-0.15), 0.8)),
        gestures=(Move(20.4, Hands((-80, -156), (-4, -212)), 0.5), Move(20.8, Hands((-80, -156), (-12, -266)), 0.9), Move(25.5, carry, 0),
                  Move(59.4, Hands((-76, -158), (6, -158)), 0), Move(60.1, Hands((-128, -132), (-48, -132)), 0.9), Move(61.2, Hands((-70, -138), (34, -128)), 0.7),
                  Move(64.4, Hands((-66, -164), (34, -136)), 0), Move(71.2, Hands((-40, -138), (34, -134)), 0.8)),
        faces=(Move(13, SMILE, 0.7), Move(17.8, BEAMING, 0.5), Move(24, SMILE, 0), Move(30.4, FADING, 0.7), Move(31.4, STILL, 1.0), Move(45, WORRIED, 0.8),
               Move(58.4, Face(mouth=0.05, brows=0.1), 0.8), Move(61.3, FRIENDLY, 0.6), Move(69, SMILE, 0.8), Move(72.5, Face(mouth=0.35, brows=0.1), 0.8)),
        looks=(Move(20.4, _ROSES, 0.4), Move(21.6, "mila", 0.5), Move(27.8, "anneke", 0.5), Move(29.9, Spot(250, 262, 30), 0.7), Move(32.7, "anneke", 0.5),
               Move(35.8, Spot(548, 240, 40), 0.8), Move(38, "anneke", 0.6), Move(41.5, "mila", 0.6), Move(55.3, "anneke", 0.6), Move(59.4, _ON_TABLE, 0),
               Move(61.1, "mila", 0.5), Move(65.9, _BESIDE, 0.6), Move(68.3, "mila", 0.5), Move(69.7, _ON_TABLE, 0.5), Move(72.1, "anneke", 0.7)),
    )
    return Actor(script, "kim", _KIM, height, part)


def _tarik(script: Script) -> Actor:
    height = 328.0
    rest = hanging(_TARIK, height)
    part = Part(
        spot=Spot(900, _DOOR.y), pose=Pose(turn=-0.6), hands=rest, face=FRIENDLY, look="kim",
        spots=(Move(11.6, _DOOR, 2.6),),
        poses=(Move(14, Pose(turn=-0.35), 0.8), Move(36.0, Pose(turn=-0.35, lean=-2.5), 0.8), Move(37.0, Pose(turn=-0.3, lean=1), 0.8)),
        gestures=(Move(14.2, Hands((-16, -142), (18, -140)), 0.8), Move(36.0, Hands((-30, -186), (18, -142)), 0.6), Move(37.0, Hands((-16, -142), (18, -140)), 0.8)),
        faces=(Move(14, SMILE, 0.6), Move(25, FRIENDLY, 0.2), Move(33, CALM, 0.6), Move(36.1, Face(mouth=0.0, brows=-0.3, mouth_open=0.32), 0.4), Move(36.75, Face(mouth=-0.12, brows=-0.4), 0.4),
               Move(46, WORRIED, 0.8), Move(56, CALM, 0.8), Move(64.4, FRIENDLY, 0.5)),
        looks=(Move(13.5, "mila", 0.6), Move(18.2, "kim", 0.6), Move(26, "anneke", 0.6), Move(33.2, "kim", 0.5), Move(36.0, "anneke", 0.5), Move(38.4, "anneke", 0.6), Move(41.6, "mila", 0.6),
               Move(55.3, "anneke", 0.6), Move(58.3, "kim", 0.6), Move(64.4, "mila", 0), Move(72.6, "anneke", 0.7), Move(74, "mila", 0.8)),
    )
    return Actor(script, "tarik", _TARIK, height, part)


class Taarten(Scene):
    """The room, and the cakes on their ways."""

    poster = 45.9

    def draw(self, time: float) -> str:
        """The scene, or the view into the box."""
        if 22 <= time < 25.5:
            return _in_the_box()
        cake = blend(_BERRIES.x, _BESIDE.x, ease((time - 54.0) / 1.1))
        parts = [_room(time)]
        parts.append(self.actor("tarik", time))
        parts.append(self._anneke(time))
        parts.append(self._kim(time) if time >= 59.4 else "")
        parts.append(self.actor("mila", time))
        parts.append(_table())
        parts.append(berry_cake(cake, 291, candles=sum(at <= time for at in _FOUR), berries=5 if time >= 2.4 else 4))
        parts.append(plates(372, 291) if time < 38.3 else "")
        if time >= 60.9:
            parts.append(rose_cake(_ON_TABLE.x, 291, candles=sum(at <= time for at in _THREE)))
        parts.append(self._carried(time))
        parts.append("" if time < 59.4 else box(602, 428))
        parts.append(self._kim(time) if time < 59.4 else "")
        return "".join(parts)

    def _anneke(self, time: float) -> str:
        left, right = self.hands("anneke", time)
        held = plates((left[0] + right[0]) / 2, right[1] + 12) if 38.3 <= time < 52.72 else ""
        return (plates(*_CHAIR) if time >= 52.72 else "") + self.actor("anneke", time, held)

    def _kim(self, time: float) -> str:
        left, right = self.hands("kim", time)
        middle = left[0] + 45
        if time < 59.4:
            lid = ease((time - 20.7) / 1.0)
            inside = rose_cake(middle, left[1] + 1) if lid > 0.02 else ""
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
    return "".join([
        rect(-100, -50, 1000, 450, wall),
        rect(-100, 392, 1000, 160, "#C9A27C"),
        rect(-100, 386, 1000, 8, WHITE),
        # A window with a garden, a picture, a low cupboard with a plant.
        rect(52, 92, 150, 150, WHITE, radius=3), rect(60, 100, 134, 134, "#D5E6E4"),
        path("M60 190Q95 160 127 186T194 176V234H60Z", LEAF), circle(165, 128, 11, BUTTER),
        rect(124, 100, 5, 134, WHITE),
        rect(400, 130, 74, 56, WOOD, radius=2), rect(406, 136, 62, 44, CREAM), path("M406 180V166Q424 148 440 164T468 158V180Z", SAGE),
        rect(330, 268, 190, 122, WOOD, radius=3), line(425, 276, 425, 384, DARK_WOOD, 2),
        circle(416, 328, 3, BUTTER), circle(434, 328, 3, BUTTER),
        rect(486, 246, 22, 22, TERRACOTTA, radius=3),
        *(path(points("M497 248Q? ? ? ?Q? ? 497 248Z", 497 + dx, 226, 497 + dx * 2.2, 206 + abs(dx), 497 + dx * 0.3, 222), MOSS)
          for dx in (-9, -4, 3, 8)),
        # The door to the hall, open.
        rect(652, 96, 132, 296, WHITE), rect(662, 106, 112, 286, "#D9BFA6"), rect(662, 372, 112, 20, "#B98F6C"),
        path("M774 106L812 92V412L774 392Z", lighter(TEAL, 0.12)), circle(806, 262, 3.4, BUTTER),
        rect(700, 150, 44, 6, WOOD, radius=2), path("M708 156Q704 200 712 226H734Q742 198 736 156Z", LILAC),
        bunting(44, 3.2 * drift("bunting", time)),
        _chair(),
    ])


def _chair() -> str:
    x, seat = _CHAIR
    legs = line(x - 26, seat, x - 30, 420, DARK_WOOD, 7) + line(x + 24, seat, x + 28, 416, DARK_WOOD, 7)
    back = rect(x - 34, seat - 92, 8, 96, DARK_WOOD, radius=3)
    return back + legs + path(points("M? ?L? ?L? ?L? ?Z", x - 32, seat - 6, x + 30, seat - 6, x + 36, seat + 5, x - 34, seat + 5), WOOD)


def _table() -> str:
    return "".join([
        rect(112, 300, 14, 170, DARK_WOOD), rect(414, 300, 14, 170, DARK_WOOD),
        polygon([(112, 272), (430, 272), (452, 304), (90, 304)], lighter(MIST, 0.35)),
        polygon([(90, 304), (452, 304), (449, 338), (94, 338)], MIST),
        *(polygon([(x, 304), (x + 12, 304), (x + 12, 338), (x, 338)], SEA, opacity=0.35) for x in range(104, 450, 36)),
    ])


def _in_the_box() -> str:
    """The cake from above, in its box, as Kim and Mila look down on it."""
    roses = [(262, 118), (342, 96), (430, 94), (518, 112), (290, 318), (400, 338), (508, 316)]
    return "".join([
        rect(-50, -50, 900, 550, "#C9A27C"),
        polygon([(120, -20), (680, -20), (708, 470), (92, 470)], "#E6D8CE"),
        polygon([(152, 6), (648, 6), (668, 444), (132, 444)], "#F7F0EA"),
        ellipse(400, 224, 226, 196, SAND), ellipse(400, 216, 208, 180, BLUSH), ellipse(400, 210, 200, 170, lighter(BLUSH, 0.55)),
        *(rose(x, y, 24) for x, y in roses),
        icing("Voor mijn", 396, 208, 2.6, PLUM), icing("meisje", 402, 262, 2.6, PLUM),
        ellipse(72, 300, 34, 50, PORCELAIN, angle=24), ellipse(98, 282, 13, 26, PORCELAIN, angle=52),
        ellipse(728, 300, 34, 50, PORCELAIN, angle=-24), ellipse(702, 282, 13, 26, PORCELAIN, angle=-52),
        path("M-60 330Q20 300 66 340L40 480H-60Z", PLUM), path("M860 330Q780 300 734 340L760 480H860Z", PLUM),
    ])
