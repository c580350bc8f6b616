"""Heads: a quiet face of a few marks, and the hair behind and before it.

A head is drawn about its own middle, 54 units wide and 66 high. What lies on it is placed by its angle round the head
(0 is the nose, -90 and 90 the ears), so that a turn of the head moves everything as it would move.
"""

from __future__ import annotations

from math import radians, sin

from course.studio.cast import Face, Person
from course.studio.hair import HAIR, RX, across
from course.studio.hair_behind import SKULL, ears, from_behind
from course.studio.look import INK, TERRACOTTA, blend, darker, ellipse, outlined, path, points, stroke

_COVERED = ("long", "bob", "headscarf", "locs", "afro", "fringe", "braids")  # hair that hides the ears


_FULL_TURN = 56.0  # degrees: at a turn of 1 the far eye is still seen


def head(person: Person, face: Face, *, turn: float, nod: float, away: bool = False) -> tuple[str, str]:
    """What lies behind the body (long hair) and the head before it; `away` shows the back of the head."""
    yaw = turn * _FULL_TURN
    behind, before = HAIR[person.hair](person.hair_colour, yaw, nod * 3)
    if away:
        return "", from_behind(person)
    skin = person.skin
    ear = darker(skin, 0.07)
    sides = [(RX * sin(radians(side * 88 + yaw)), side * yaw < -2) for side in (-1, 1)]
    shown = person.hair not in _COVERED
    parts = [ears([x for x, near in sides if shown and not near], ear)]
    parts += [path(SKULL, skin), _beard(person, yaw, nod), _features(person, face, yaw, nod), before]
    parts.append(ears([x for x, near in sides if shown and near], ear))
    return behind, "".join(parts)


def _features(person: Person, face: Face, yaw: float, nod: float) -> str:
    skin, drop = person.skin, nod * 5
    cheeks, eyes, brows, lines = [], [], [], []
    mark = darker(skin, 0.3)
    brow_colour = darker(person.hair_colour, 0.25) if person.hair != "headscarf" else INK
    for side in (-1, 1):
        x = across(side * 23, yaw, 25)
        near = 0.72 + 0.28 * (1 - abs(x) / 25)
        if person.beard != "full":
            cheeks.append(
                stroke(points("M? ?h1", across(side * 35, yaw, 23) - 0.5, 11 + drop), blend(skin, TERRACOTTA, 0.2), 7.4)
            )
        eyes.append(_eye(x, 1 + drop, near, face))
        inner, outer = x - side * 4.4 * near, x + side * 4.8 * near
        lift = -8.8 + drop - max(face.brows, 0) * 3.6
        worry = min(face.brows, 0) * 3.4 + face.frown * 3
        brows.append(
            stroke(
                points("M? ?Q? ? ? ?", inner, lift + worry, x, lift - 1.6 + worry * 0.1, outer, lift + 1 - worry * 0.5),
                brow_colour,
                1.9,
            )
        )
        if person.age == "older":
            edge = across(side * 44, yaw, 25)
            lines.append(stroke(points("M? ?q? ? ? ?", edge, 2 + drop, side * 1.5, 1, side * 2.2, 2.6), mark, 1))
    nose = across(0, yaw, 28)
    bend = 2.6 if yaw >= 0 else -2.6
    parts = [*cheeks, *eyes, *brows, *lines]
    parts.append(
        stroke(points("M? ?q? ? ? ?", nose - bend * 0.4, 4 + drop, bend * 1.3, 5.4, -bend * 0.5, 6), mark, 1.6)
    )
    parts.append(_mouth(across(0, yaw, 21), 18 + drop, 0.72 + 0.28 * (1 - abs(yaw) / 60), face, _lips(skin)))
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
    data = points(
        "M? ?q? ? ? 0q? ? ? 0Z", x - half, start, half, curve - face.mouth_open * 3, half * 2, -half, low, -half * 2
    )
    return outlined(data, "#74332F", lip, 1.4)


def _glasses(skin: str, yaw: float, drop: float) -> str:
    colour = INK if int(skin[1:3], 16) > 0xB0 else "#D9B36A"
    left, right = across(-23, yaw, 26), across(23, yaw, 26)
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
    left, right, middle = across(-72, yaw), across(72, yaw), across(0, yaw, 24)
    tone = blend(person.skin, person.hair_colour, 0.32 if person.beard == "stubble" else 1)
    if person.beard == "moustache":
        y = 14.5 + drop
        return path(
            points(
                "M? ?Q? ? ? ?Q? ? ? ?Q? ? ? ?Q? ? ? ?Z",
                middle,
                y - 2,
                middle + 6,
                y - 4,
                middle + 10,
                y + 3,
                middle + 4,
                y + 2,
                middle,
                y + 1,
                middle - 4,
                y + 2,
                middle - 10,
                y + 3,
                middle - 6,
                y - 4,
                middle,
                y - 2,
            ),
            tone,
        )
    chin = 34 if person.beard == "stubble" else 38
    return path(
        points(
            "M-27.2 -2C-28 18 -14 ? 0 ?C14 ? 28 18 27.2 -2L? 0C? 12 ? ? ? ?C? ? ? 12 ? 0Z",
            chin,
            chin,
            chin,
            right,
            right,
            middle + 9,
            11.5 + drop,
            middle,
            13 + drop,
            middle - 9,
            11.5 + drop,
            left,
            left,
        ),
        tone,
    )
