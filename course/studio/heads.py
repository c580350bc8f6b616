"""Heads: a quiet face of a few marks, and the hair behind and before it.

A head is drawn about its own middle, 54 units wide and 66 high. What lies on it is placed by its angle round the head
(0 is the nose, -90 and 90 the ears), so that a turn of the head moves everything as it would move.
"""

from __future__ import annotations

from collections.abc import Callable
from math import radians, sin

from course.studio.cast import Face, Person
from course.studio.look import INK, TERRACOTTA, blend, circle, darker, dots, ellipse, lighter, path, points, stroke

RX, RY = 27.0, 33.0
_SKULL = "M-27 -4C-27 -23 -16 -33 0 -33C16 -33 27 -23 27 -4C27 17 14 33 0 33C-14 33 -27 17 -27 -4Z"
_COVERED = ("long", "bob", "headscarf", "locs", "afro", "fringe", "braids")  # hair that hides the ears
_FULL_TURN = 56.0  # degrees: at a turn of 1 the far eye is still seen


def head(person: Person, face: Face, *, turn: float, nod: float, away: bool = False) -> tuple[str, str]:
    """What lies behind the body (long hair) and the head before it; `away` shows the back of the head."""
    yaw = turn * _FULL_TURN
    behind, before = _HAIR[person.hair](person.hair_colour, yaw, nod * 3)
    if away:
        return "", _from_behind(person)
    skin = person.skin
    ear = darker(skin, 0.07)
    ears = [(RX * sin(radians(side * 88 + yaw)), side * yaw < -2) for side in (-1, 1)]
    shown = person.hair not in _COVERED
    parts = [_ears([x for x, near in ears if shown and not near], ear)]
    parts += [path(_SKULL, skin), _beard(person, yaw, nod), _features(person, face, yaw, nod), before]
    parts.append(_ears([x for x, near in ears if shown and near], ear))
    return behind, "".join(parts)


def _ears(places: list[float], colour: str) -> str:
    return stroke("".join(points("M? 1.5v5", x) for x in places), colour, 10) if places else ""


def _across(angle: float, yaw: float, radius: float = RX) -> float:
    """Where a place on the head is seen, from left to right; what is round the corner stays on the edge."""
    return radius * sin(radians(max(-90.0, min(90.0, angle + yaw))))


def _features(person: Person, face: Face, yaw: float, nod: float) -> str:
    skin, drop = person.skin, nod * 5
    cheeks, eyes, brows, lines = [], [], [], []
    mark = darker(skin, 0.3)
    brow_colour = darker(person.hair_colour, 0.25) if person.hair != "headscarf" else INK
    for side in (-1, 1):
        x = _across(side * 23, yaw, 25)
        near = 0.72 + 0.28 * (1 - abs(x) / 25)
        if person.beard != "full":
            cheeks.append(stroke(points("M? ?h1", _across(side * 35, yaw, 23) - 0.5, 11 + drop), blend(skin, TERRACOTTA, 0.2), 7.4))
        eyes.append(_eye(x, 1 + drop, near, face))
        inner, outer = x - side * 4.4 * near, x + side * 4.8 * near
        lift = -8.8 + drop - max(face.brows, 0) * 3.6
        worry = min(face.brows, 0) * 3.4 + face.frown * 3
        brows.append(stroke(
            points("M? ?Q? ? ? ?", inner, lift + worry, x, lift - 1.6 + worry * 0.1, outer, lift + 1 - worry * 0.5),
            brow_colour, 1.9))
        if person.age == "older":
            edge = _across(side * 44, yaw, 25)
            lines.append(stroke(points("M? ?q? ? ? ?", edge, 2 + drop, side * 1.5, 1, side * 2.2, 2.6), mark, 1))
    nose = _across(0, yaw, 28)
    bend = 2.6 if yaw >= 0 else -2.6
    parts = [*cheeks, *eyes, *brows, *lines]
    parts.append(stroke(points("M? ?q? ? ? ?", nose - bend * 0.4, 4 + drop, bend * 1.3, 5.4, -bend * 0.5, 6), mark, 1.6))
    parts.append(_mouth(_across(0, yaw, 21), 18 + drop, 0.72 + 0.28 * (1 - abs(yaw) / 60), face, _lips(skin)))
    if person.glasses:
        parts.append(_glasses(skin, yaw, drop))
    return "".join(parts)


def _eye(x: float, y: float, near: float, face: Face) -> str:
    x, y = x + face.gaze * 2.4, y + face.gaze_down * 1.8
    if face.eyes < 0.3:
        return stroke(points("M? ?q? ? ? 0", x - 3.4 * near, y, 3.4 * near, 2.4, 6.8 * near), INK, 1.8)
    return ellipse(x, y, 2.5 * (0.5 + 0.5 * near), 3.1 * min(face.eyes, 1.25), INK)


def _lips(skin: str) -> str:
    return "#8A4038" if int(skin[1:3], 16) > 0x90 else "#B9655C"


def _mouth(x: float, y: float, near: float, face: Face, lip: str) -> str:
    half, curve = (6.6 - face.mouth_open * 1.2) * near, face.mouth * 4.2
    if face.mouth_open < 0.06:
        return stroke(points("M? ?q? ? ? 0", x - half, y - curve * 0.4, half, curve, half * 2), lip, 2)
    low = curve + face.mouth_open * 15
    start = y - curve * 0.4 - face.mouth_open * 1.6
    data = points("M? ?q? ? ? 0q? ? ? 0Z", x - half, start, half, curve - face.mouth_open * 3, half * 2,
                  -half, low, -half * 2)
    return path(data, "#74332F") + stroke(data, lip, 1.4)


def _glasses(skin: str, yaw: float, drop: float) -> str:
    colour = INK if int(skin[1:3], 16) > 0xB0 else "#D9B36A"
    left, right = _across(-23, yaw, 26), _across(23, yaw, 26)
    y = 1.5 + drop
    rims = "".join(
        points("M? ?a? 7.4 0 1 0 ? 0a? 7.4 0 1 0 ? 0", x - wide, y, wide, 2 * wide, wide, -2 * wide)
        for x, wide in ((left, 8 - max(-yaw, 0) * 0.05), (right, 8 - max(yaw, 0) * 0.05))
    )
    bridge = points("M? ?Q? ? ? ?", left + 7, y - 2, (left + right) / 2, y - 5, right - 7, y - 2)
    return stroke(rims + bridge, colour, 1.5)


def _beard(person: Person, yaw: float, nod: float) -> str:
    if not person.beard:
        return ""
    drop = nod * 5
    left, right, middle = _across(-72, yaw), _across(72, yaw), _across(0, yaw, 24)
    tone = blend(person.skin, person.hair_colour, 0.32 if person.beard == "stubble" else 1)
    if person.beard == "moustache":
        y = 14.5 + drop
        return path(points("M? ?Q? ? ? ?Q? ? ? ?Q? ? ? ?Q? ? ? ?Z", middle, y - 2, middle + 6, y - 4, middle + 10, y + 3,
                           middle + 4, y + 2, middle, y + 1, middle - 4, y + 2, middle - 10, y + 3,
                           middle - 6, y - 4, middle, y - 2), tone)
    chin = 34 if person.beard == "stubble" else 38
    return path(points(
        "M-27.2 -2C-28 18 -14 ? 0 ?C14 ? 28 18 27.2 -2L? 0C? 12 ? ? ? ?C? ? ? 12 ? 0Z",
        chin, chin, chin, right, right, middle + 9, 11.5 + drop, middle, 13 + drop,
        middle - 9, 11.5 + drop, left, left), tone)


# Hair. Each style gives what lies behind the body and what lies over the head.


def _cap(colour: str, yaw: float, drop: float, *, line: float = -19, temple: float = 66, side: float = 3,
         lift: float = 4.5) -> str:
    """The hair over the skull: `line` is the hairline's height above the nose, `side` how low it comes at the ears."""
    left, right, middle = _across(-temple, yaw), _across(temple, yaw), _across(0, yaw, 22)
    top, wide = -33 - lift, 27 + lift * 0.45
    return path(points(
        "M? ?L? 0C? -24 -17 ? 0 ?C17 ? ? -24 ? 0L? ?L? ?C? ? ? ? ? ?C? ? ? ? ? ?Z",
        -wide, side, -wide, -wide - 1, top, top, top, wide + 1, wide, wide, side,
        right, side, right, line + 9 + drop, middle + (right - middle) * 0.62, line + drop, middle, line + drop,
        middle + (left - middle) * 0.62, line + drop, left, line + 9 + drop, left, side), colour)


def _swept(colour: str, yaw: float, drop: float, *, side: float = 4) -> str:
    """Hair over the skull with a parting to one side."""
    left, right = _across(-66, yaw), _across(66, yaw)
    part = _across(-24, yaw, 24)
    return path(points(
        "M-29 ?L-29.5 0C-31 -25 -17 -38 0 -38C17 -38 31 -25 29.5 0L29 ?Q? ? ? ?C? -10 ? -16 ? ?C? -14 ? -10 ? ?Q? ? -29 ?Z",
        side, side, right, side * 0.85, right, side * 0.45, right, part + (right - part) * 0.55, part, -25 + drop,
        left + (part - left) * 0.4, left, left, side * 0.45, left, side * 0.85, side), colour)


def _short(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop)


def _parted(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _swept(colour, yaw, drop)


def _buzz(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop, line=-20, lift=1.6, temple=70, side=0)


def _receding(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop, line=-29, lift=2.5, temple=76, side=5)


def _tousled(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    left, right, middle = _across(-66, yaw), _across(66, yaw), _across(0, yaw, 22)
    crown = "M-29 4C-34 -14 -30 -30 -20 -33Q-18 -42 -8 -39Q0 -45 8 -40Q20 -43 22 -33C31 -28 33 -12 29 4L"
    return "", path(crown + points(
        "? 2Q? -8 ? -12Q? -8 ? -15Q? -9 ? -14Q? -10 ? -10Q? -6 ? 2Z",
        right, right, right - 4, middle + 10, middle + 6, middle + 4, middle - 2,
        middle - 8, middle - 11, left + 1, left), colour)


def _long(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    away = -sin(radians(yaw)) * 7
    back = points("M-31 -12C-31 -32 -16 -38 0 -38C16 -38 31 -32 31 -12C33 14 ? 36 ? 62Q? 68 ? 64L? 64Q? 68 ? 62C? 36 -33 14 -31 -12Z",
                  33 + away, 34 + away, 24 + away, 14 + away, -14 + away, -24 + away, -34 + away, -33 + away)
    return path(back, darker(colour, 0.1)), _swept(colour, yaw, drop, side=40)


def _bob(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    back = "M-31 -10C-31 -31 -16 -38 0 -38C16 -38 31 -31 31 -10C33 6 34 18 32 30Q24 38 14 34L-14 34Q-24 38 -32 30C-34 18 -33 6 -31 -10Z"
    return path(back, darker(colour, 0.1)), _swept(colour, yaw, drop, side=32)


def _fringe(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    back, _ = _bob(colour, yaw, drop)
    return back, _cap(colour, yaw, drop, line=-10, temple=68, side=18)


def _bun(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    x = -sin(radians(yaw)) * 17
    return "", circle(x, -40 + abs(x) * 0.35, 12.5, darker(colour, 0.1)) + _swept(colour, yaw, drop)


def _ponytail(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    away = -sin(radians(yaw))
    root, end = 20 * away, 44 * away
    tail = points("M? -38C? -42 ? -30 ? 4Q? 26 ? 44Q? 40 ? 20C? 0 ? -18 ? -24Z", root - 8, root + 22 * away + 10,
                  end + 12, end + 12, end + 12, end + 4, end - 8, end - 11, end - 10, root - 10, root - 10)
    return path(tail, darker(colour, 0.12)), circle(root, -37 + abs(root) * 0.3, 6, darker(colour, 0.12)) + _cap(
        colour, yaw, drop, line=-20)


def _braids(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    strands = "".join(
        ellipse(_across(side * 84, yaw, 29) + side * step * 0.8, 16 + step * 10, 6.6 - step * 0.4, 6.6, tone)
        for side in (-1, 1)
        for step, tone in enumerate((colour, darker(colour, 0.1), colour, darker(colour, 0.1), colour))
    )
    return "", strands + _cap(colour, yaw, drop, line=-22, side=14)


def _curls(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    edge = [(-30, 0), (-32, -14), (-25, -27), (-12, -35), (3, -38), (17, -34), (28, -24), (33, -10), (30, 2)]
    line = [(-56, -12), (-34, -20), (-10, -24), (14, -23), (38, -19), (58, -11)]
    curls = dots(edge, 9, colour) + dots([(_across(angle, yaw, 25), y + drop) for angle, y in line], 7.2, colour)
    return "", _cap(colour, yaw, drop, line=-22, temple=74, side=2) + curls


def _afro(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    x = -sin(radians(yaw)) * 6
    crown = circle(x, -17, 36, colour) + circle(x - 24, 0, 19, colour) + circle(x + 24, 0, 19, colour)
    return crown, _cap(colour, yaw, drop, line=-19, temple=62, side=12, lift=6)


def _locs(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    away = -sin(radians(yaw)) * 6
    strands = "".join(
        stroke(points("M? -20Q? 10 ? ?", x * 0.8, x * 1.15, x + away, 48 + (index % 2) * 7), tone, 8.4)
        for index, (x, tone) in enumerate(
            (x, (colour, darker(colour, 0.2))[number % 2]) for number, x in enumerate((-31, -22, -12, 12, 22, 31)))
    )
    return strands, _swept(colour, yaw, drop, side=30)


def _headscarf(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    middle = _across(0, yaw, 11)
    fold = darker(colour, 0.12)
    drape = path("M-31 14C-33 34 -44 46 -47 58Q-24 71 0 71Q24 71 47 58C44 46 33 34 31 14Q16 30 0 30Q-16 30 -31 14Z", fold)
    hood = path(points(
        "M-33 6C-36 -26 -19 -40 0 -40C19 -40 36 -26 33 6C33 26 18 42 0 44C-18 42 -33 26 -33 6Z"
        "M? 4C? 20 ? 31 ? 31C? 31 ? 20 ? 4C? -13 ? -23 ? -23C? -23 ? -13 ? 4Z",
        middle - 21.5, middle - 21.5, middle - 11, middle, middle + 11, middle + 21.5, middle + 21.5,
        middle + 21.5, middle + 13, middle, middle - 13, middle - 21.5, middle - 21.5), colour, even_odd=True)
    crease = stroke(points("M? 36Q? 46 ? 60", middle - 10, middle + 4, 22), darker(colour, 0.22), 1.6)
    return "", drape + hood + crease


def _ring(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    left, right = _across(-74, yaw), _across(74, yaw)
    parts = [
        path(points("M? -12C? -10 ? 6 ? 12L? 10Q? -2 ? -12Z", outer, outer + side * 3, outer + side * 3, outer, inner,
                    inner, inner - side * 1), colour)
        for side, outer, inner in ((-1, -27.5, left), (1, 27.5, right))
    ]
    return "", "".join(parts)


def _bald(colour: str, yaw: float, drop: float) -> tuple[str, str]:  # noqa: ARG001
    return "", ""


_HAIR: dict[str, Callable[[str, float, float], tuple[str, str]]] = {
    "short": _short, "parted": _parted, "buzz": _buzz, "receding": _receding, "tousled": _tousled, "long": _long,
    "bob": _bob, "fringe": _fringe, "bun": _bun, "ponytail": _ponytail, "braids": _braids, "curls": _curls,
    "afro": _afro, "locs": _locs, "headscarf": _headscarf, "ring": _ring, "bald": _bald,
}


def _from_behind(person: Person) -> str:
    colour, skin = person.hair_colour, person.skin
    fold = darker(colour, 0.12)
    ears = _ears([-27, 27], darker(skin, 0.07))
    whole = path("M-29 0C-31 -25 -17 -38 0 -38C17 -38 31 -25 29 0C29 14 20 26 0 27C-20 26 -29 14 -29 0Z", colour)
    match person.hair:
        case "bald":
            return ears + path(_SKULL, skin)
        case "ring":
            return ears + path(_SKULL, skin) + path("M-29 -8Q0 6 29 -8C30 14 20 25 0 26C-20 25 -30 14 -29 -8Z", colour)
        case "long" | "locs":
            flow = path("M-31 -8C-31 -30 -16 -38 0 -38C16 -38 31 -30 31 -8C33 16 36 40 33 64Q0 76 -33 64C-36 40 -33 16 -31 -8Z", colour)
            return flow + stroke("M-12 8Q-14 36 -13 62M4 0Q6 34 4 66M17 10Q19 38 19 60", fold, 2)
        case "bob" | "fringe":
            return path("M-31 -8C-31 -30 -16 -38 0 -38C16 -38 31 -30 31 -8C33 8 35 20 32 34Q0 42 -32 34C-35 20 -33 8 -31 -8Z", colour)
        case "headscarf":
            return path("M-33 4C-36 -26 -19 -40 0 -40C19 -40 36 -26 33 4C35 28 48 44 50 60Q0 84 -50 60C-48 44 -35 28 -33 4Z", colour) + stroke(
                "M-20 30Q0 44 22 30M-28 48Q0 62 30 46", fold, 2)
        case "afro":
            return _afro(colour, 0, 0)[0] + ellipse(0, -4, 38, 34, colour)
        case "bun":
            return ears + whole + circle(0, -30, 14, fold)
        case "ponytail":
            return ears + whole + path("M-8 -20Q-16 20 -7 54Q4 58 9 50Q14 18 8 -20Z", fold) + circle(0, -20, 8, lighter(fold, 0.15))
        case "braids":
            return ears + whole + _braids(colour, 0, 0)[1]
        case "curls":
            return ears + whole + dots((
                (-29, 2), (-32, -13), (-25, -27), (-11, -36), (4, -38), (18, -33), (29, -22), (33, -8), (29, 6), (-19, 20), (0, 23), (19, 20)), 9, colour)
        case "buzz":
            return ears + path(_SKULL, skin) + path("M-28 0C-29 -24 -16 -35 0 -35C16 -35 29 -24 28 0C26 12 18 18 0 18C-18 18 -26 12 -28 0Z", colour)
        case _:
            return ears + whole
