"""Hair: each style gives what lies behind the body and what lies over the head, for a head that is turned.

Places on a head are angles round it: 0 is the nose, -90 and 90 are the ears, so that a turn moves all of it alike.
"""

from __future__ import annotations

from collections.abc import Callable
from math import radians, sin

from course.studio.look import circle, darker, dots, ellipse, path, points, stroke

RX = 27.0  # half the width of a head


def across(angle: float, yaw: float, radius: float = RX) -> float:
    """Where a place on the head is seen, from left to right; what is round the corner stays on the edge."""
    return radius * sin(radians(max(-90.0, min(90.0, angle + yaw))))


def _cap(
    colour: str, yaw: float, drop: float, *, line: float = -19, temple: float = 66, side: float = 3, lift: float = 4.5
) -> str:
    """The hair over the skull: `line` is the hairline's height above the nose, `side` how low it comes at the ears."""
    left, right, middle = across(-temple, yaw), across(temple, yaw), across(0, yaw, 22)
    top, wide = -33 - lift, 27 + lift * 0.45
    return path(
        points(
            "M? ?L? 0C? -24 -17 ? 0 ?C17 ? ? -24 ? 0L? ?L? ?C? ? ? ? ? ?C? ? ? ? ? ?Z",
            -wide,
            side,
            -wide,
            -wide - 1,
            top,
            top,
            top,
            wide + 1,
            wide,
            wide,
            side,
            right,
            side,
            right,
            line + 9 + drop,
            middle + (right - middle) * 0.62,
            line + drop,
            middle,
            line + drop,
            middle + (left - middle) * 0.62,
            line + drop,
            left,
            line + 9 + drop,
            left,
            side,
        ),
        colour,
    )


def _swept(colour: str, yaw: float, drop: float, *, side: float = 4) -> str:
    """Hair over the skull with a parting to one side."""
    left, right = across(-66, yaw), across(66, yaw)
    part = across(-24, yaw, 24)
    return path(
        points(
            "M-29 ?L-29.5 0C-31 -25 -17 -38 0 -38C17 -38 31 -25 29.5 0L29 ?"
            "Q? ? ? ?C? -10 ? -16 ? ?C? -14 ? -10 ? ?Q? ? -29 ?Z",
            side,
            side,
            right,
            side * 0.85,
            right,
            side * 0.45,
            right,
            part + (right - part) * 0.55,
            part,
            -25 + drop,
            left + (part - left) * 0.4,
            left,
            left,
            side * 0.45,
            left,
            side * 0.85,
            side,
        ),
        colour,
    )


def _short(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop)


def _parted(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _swept(colour, yaw, drop)


def _buzz(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop, line=-20, lift=1.6, temple=70, side=0)


def _receding(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    return "", _cap(colour, yaw, drop, line=-29, lift=2.5, temple=76, side=5)


def _tousled(colour: str, yaw: float, _drop: float) -> tuple[str, str]:
    left, right, middle = across(-66, yaw), across(66, yaw), across(0, yaw, 22)
    crown = "M-29 4C-34 -14 -30 -30 -20 -33Q-18 -42 -8 -39Q0 -45 8 -40Q20 -43 22 -33C31 -28 33 -12 29 4L"
    return "", path(
        crown
        + points(
            "? 2Q? -8 ? -12Q? -8 ? -15Q? -9 ? -14Q? -10 ? -10Q? -6 ? 2Z",
            right,
            right,
            right - 4,
            middle + 10,
            middle + 6,
            middle + 4,
            middle - 2,
            middle - 8,
            middle - 11,
            left + 1,
            left,
        ),
        colour,
    )


def _long(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    away = -sin(radians(yaw)) * 7
    back = points(
        "M-31 -12C-31 -32 -16 -38 0 -38C16 -38 31 -32 31 -12C33 14 ? 36 ? 62"
        "Q? 68 ? 64L? 64Q? 68 ? 62C? 36 -33 14 -31 -12Z",
        33 + away,
        34 + away,
        24 + away,
        14 + away,
        -14 + away,
        -24 + away,
        -34 + away,
        -33 + away,
    )
    return path(back, darker(colour, 0.1)), _swept(colour, yaw, drop, side=40)


def _bob(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    back = (
        "M-31 -10C-31 -31 -16 -38 0 -38C16 -38 31 -31 31 -10"
        "C33 6 34 18 32 30Q24 38 14 34L-14 34Q-24 38 -32 30C-34 18 -33 6 -31 -10Z"
    )
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
    tail = points(
        "M? -38C? -42 ? -30 ? 4Q? 26 ? 44Q? 40 ? 20C? 0 ? -18 ? -24Z",
        root - 8,
        root + 22 * away + 10,
        end + 12,
        end + 12,
        end + 12,
        end + 4,
        end - 8,
        end - 11,
        end - 10,
        root - 10,
        root - 10,
    )
    return path(tail, darker(colour, 0.12)), circle(root, -37 + abs(root) * 0.3, 6, darker(colour, 0.12)) + _cap(
        colour, yaw, drop, line=-20
    )


def braids(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    """Two braids before the shoulders."""
    strands = "".join(
        ellipse(across(side * 84, yaw, 29) + side * step * 0.8, 16 + step * 10, 6.6 - step * 0.4, 6.6, tone)
        for side in (-1, 1)
        for step, tone in enumerate((colour, darker(colour, 0.1), colour, darker(colour, 0.1), colour))
    )
    return "", strands + _cap(colour, yaw, drop, line=-22, side=14)


def _curls(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    edge = [(-30, 0), (-32, -14), (-25, -27), (-12, -35), (3, -38), (17, -34), (28, -24), (33, -10), (30, 2)]
    line = [(-56, -12), (-34, -20), (-10, -24), (14, -23), (38, -19), (58, -11)]
    curls = dots(edge, 9, colour) + dots([(across(angle, yaw, 25), y + drop) for angle, y in line], 7.2, colour)
    return "", _cap(colour, yaw, drop, line=-22, temple=74, side=2) + curls


def afro(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    """A round head of fine curls."""
    x = -sin(radians(yaw)) * 6
    crown = circle(x, -17, 36, colour) + circle(x - 24, 0, 19, colour) + circle(x + 24, 0, 19, colour)
    return crown, _cap(colour, yaw, drop, line=-19, temple=62, side=12, lift=6)


def _locs(colour: str, yaw: float, drop: float) -> tuple[str, str]:
    away = -sin(radians(yaw)) * 6
    strands = "".join(
        stroke(points("M? -20Q? 10 ? ?", x * 0.8, x * 1.15, x + away, 48 + (index % 2) * 7), tone, 8.4)
        for index, (x, tone) in enumerate(
            (x, (colour, darker(colour, 0.2))[number % 2]) for number, x in enumerate((-31, -22, -12, 12, 22, 31))
        )
    )
    return strands, _swept(colour, yaw, drop, side=30)


def _headscarf(colour: str, yaw: float, _drop: float) -> tuple[str, str]:
    middle = across(0, yaw, 11)
    fold = darker(colour, 0.12)
    drape = path(
        "M-31 14C-33 34 -44 46 -47 58Q-24 71 0 71Q24 71 47 58C44 46 33 34 31 14Q16 30 0 30Q-16 30 -31 14Z", fold
    )
    hood = path(
        points(
            "M-33 6C-36 -26 -19 -40 0 -40C19 -40 36 -26 33 6C33 26 18 42 0 44C-18 42 -33 26 -33 6Z"
            "M? 4C? 20 ? 31 ? 31C? 31 ? 20 ? 4C? -13 ? -23 ? -23C? -23 ? -13 ? 4Z",
            middle - 21.5,
            middle - 21.5,
            middle - 11,
            middle,
            middle + 11,
            middle + 21.5,
            middle + 21.5,
            middle + 21.5,
            middle + 13,
            middle,
            middle - 13,
            middle - 21.5,
            middle - 21.5,
        ),
        colour,
        even_odd=True,
    )
    crease = stroke(points("M? 36Q? 46 ? 60", middle - 10, middle + 4, 22), darker(colour, 0.22), 1.6)
    return "", drape + hood + crease


def _ring(colour: str, yaw: float, _drop: float) -> tuple[str, str]:
    left, right = across(-74, yaw), across(74, yaw)
    parts = [
        path(
            points(
                "M? -12C? -10 ? 6 ? 12L? 10Q? -2 ? -12Z",
                outer,
                outer + side * 3,
                outer + side * 3,
                outer,
                inner,
                inner,
                inner - side * 1,
            ),
            colour,
        )
        for side, outer, inner in ((-1, -27.5, left), (1, 27.5, right))
    ]
    return "", "".join(parts)


def _bald(_colour: str, _yaw: float, _drop: float) -> tuple[str, str]:
    return "", ""


HAIR: dict[str, Callable[[str, float, float], tuple[str, str]]] = {
    "short": _short,
    "parted": _parted,
    "buzz": _buzz,
    "receding": _receding,
    "tousled": _tousled,
    "long": _long,
    "bob": _bob,
    "fringe": _fringe,
    "bun": _bun,
    "ponytail": _ponytail,
    "braids": braids,
    "curls": _curls,
    "afro": afro,
    "locs": _locs,
    "headscarf": _headscarf,
    "ring": _ring,
    "bald": _bald,
}
