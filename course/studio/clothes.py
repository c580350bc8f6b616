"""The upper body, and what is worn on it."""

from __future__ import annotations

from course.studio.cast import Person, Pose
from course.studio.look import circle, darker, ellipse, lighter, line, path, points, stroke
from course.studio.skeleton import BUILDS, Skeleton


def torso(person: Person, pose: Pose, bones: Skeleton, *, away: bool) -> str:
    """The upper body about the hip, upright: the caller turns it by `lean`. Neck included."""
    build = BUILDS[person.age]
    yaw = bones.yaw
    narrow = 1 - 0.3 * yaw * yaw
    wide, hip = build.shoulder * person.build * narrow, build.hip * person.build * narrow
    waist = (
        (build.shoulder * 0.3 + build.hip * 0.66) * person.build * narrow * (1.03 if person.age == "older" else 0.95)
    )
    top, up = build.torso, pose.shoulders * 6
    shape = _trunk(wide, waist, hip, top, up, 7)
    neck_x = yaw * 3
    skin = darker(person.skin, 0.1)
    neck = stroke(points("M? ?L? ?", neck_x, -top - build.neck - 8, neck_x, -top + 6), skin, build.head * 0.27)
    parts = []
    if person.cut == "hood" and not away:
        parts.append(ellipse(neck_x, -top - 2, 25, 13, darker(person.top, 0.2)))
    parts += [neck, path(shape, person.top)]
    parts.append(_front(person, wide, hip, top, up, neck_x, yaw) if not away else _back(person, wide, top))
    if person.coat:
        parts.append(_coat(person, pose, wide + 4, waist + 5, hip + 5, top, up, yaw, away=away))
    return "".join(parts)


def _trunk(wide: float, waist: float, hip: float, top: float, up: float, hem: float) -> str:
    return points(
        "M-11 ?C? ? ? ? ? ?C? ? ? ? ? ?L? ?Q0 ? ? ?L? ?C? ? ? ? ? ?C? ? ? ? 11 ? 11 ?Z",
        -top - 3,
        -wide * 0.6,
        -top - 1 - up * 0.5,
        -wide - 3,
        -top - up * 0.8,
        -wide - 3,
        -top + 24 - up,
        -wide + 1,
        -top * 0.62,
        -waist,
        -top * 0.42,
        -waist,
        -top * 0.3,
        -hip,
        hem - 3,
        hem + 4,
        hip,
        hem - 3,
        waist,
        -top * 0.3,
        waist,
        -top * 0.42,
        wide - 1,
        -top * 0.62,
        wide + 3,
        -top + 24 - up,
        wide + 3,
        -top - up * 0.8,
        wide * 0.6,
        -top - 1 - up * 0.5,
        -top - 3,
        -top - 3,
    )


def _front(person: Person, wide: float, hip: float, top: float, up: float, neck: float, yaw: float) -> str:
    accent = person.accent or lighter(person.top, 0.45)
    skin = darker(person.skin, 0.04)
    middle = neck + yaw * 8
    round_neck = path(
        points("M? ?Q? ? ? ?Z", neck - 11.5, -top - 3.5, neck + yaw * 3, -top + 13, neck + 11.5, -top - 3.5), skin
    )
    deep_neck = path(points("M? ?L? ?L? ?Z", neck - 11.5, -top - 3.5, middle, -top + 27, neck + 11.5, -top - 3.5), skin)
    match person.cut:
        case "v":
            return deep_neck
        case "shirt":
            seam = stroke(
                points("M? ?Q? ? ? 0", middle, -top + 18, middle + yaw * 6, -top * 0.4, middle),
                darker(person.top, 0.2),
                1.6,
            )
            return (
                deep_neck
                + "".join(
                    path(
                        points(
                            "M? ?L? ?L? ?L? ?Z",
                            neck + side * 12,
                            -top - 6,
                            neck + side * 17,
                            -top + 9,
                            middle + side * 4.5,
                            -top + 22,
                            neck + side * 7,
                            -top + 2,
                        ),
                        accent,
                    )
                    for side in (-1, 1)
                )
                + seam
            )
        case "hood":
            cords = "".join(
                stroke(points("M? ?l? 22", middle + side * 8, -top + 10, side * 1), accent, 2) for side in (-1, 1)
            )
            collar = stroke(
                points("M? ?Q? ? ? ?", neck - 15, -top - 3, neck + yaw * 3, -top + 20, neck + 15, -top - 3),
                darker(person.top, 0.2),
                6,
            )
            return round_neck + collar + cords
        case "turtle":
            return stroke(points("M? ?L? ?", neck - 4, -top - 7, neck + 4, -top - 7), darker(person.top, 0.1), 15)
        case "stripes":
            bands = "".join(
                stroke(points("M? ?Q0 ? ? ?", -half, y, y + 3, half, y), accent, 6)
                for y, half in (
                    (-top + 27, wide - 1),
                    (-top + 46, wide - 3),
                    (-top * 0.5, hip - 1),
                    (-top * 0.34, hip - 2),
                )
            )
            return bands + round_neck
        case "cardigan":
            inner = path(
                points(
                    "M? ?L? ?L? 6L? 6L? ?Z",
                    neck - 12,
                    -top - 1,
                    middle - 9,
                    -top * 0.55,
                    middle - 10,
                    middle + 8,
                    neck + 12,
                    -top - 1,
                ),
                accent,
            )
            return inner + round_neck
        case "dungarees":
            bib = path(
                points(
                    "M? 8L? ?Q0 ? ? ?L? 8Z", -hip, -hip * 0.72, -top * 0.62, -top * 0.6, hip * 0.72, -top * 0.62, hip
                ),
                person.bottom,
            )
            straps = "".join(
                stroke(
                    points("M? ?L? ?", side * hip * 0.6, -top * 0.6, side * wide * 0.55, -top + 2 - up),
                    person.bottom,
                    8,
                )
                for side in (-1, 1)
            )
            return (
                round_neck
                + straps
                + bib
                + stroke(
                    points("M? ?L? ?", -hip * 0.3, -top * 0.4, hip * 0.3, -top * 0.4), darker(person.bottom, 0.2), 1.8
                )
            )
        case _:
            return round_neck


def _back(person: Person, wide: float, top: float) -> str:
    if person.cut == "stripes":
        accent = person.accent or lighter(person.top, 0.45)
        return "".join(stroke(points("M? ?L? ?", -wide + 4, y, wide - 4, y), accent, 6) for y in (-top + 27, -top + 46))
    return stroke(points("M-13 ?Q0 ? 13 ?", -top, -top + 7, -top), darker(person.top, 0.15), 3)


def _coat(
    person: Person, pose: Pose, wide: float, waist: float, hip: float, top: float, up: float, yaw: float, *, away: bool
) -> str:
    cloth, fold = person.coat, darker(person.coat, 0.18)
    hem = 52 - 44 * pose.sitting
    if away:
        return path(_trunk(wide, waist, hip, top, up, hem), cloth) + stroke(points("M0 ?L0 ?", -10, hem), fold, 2)
    open_at = yaw * 8
    closed = path(points("M-14 ?L14 ?L26 ?L-26 ?Z", -top - 3, -top - 3, hem, hem), cloth)
    parts = [closed] if person.buttoned else []
    for side in (-1, 1):
        edge = open_at + side * (0.5 if person.buttoned else 11)
        parts.append(
            path(
                points(
                    "M? ?C? ? ? ? ? ?C? ? ? ? ? ?L? ?Q? ? ? ?L? ?Q? ? ? ?Z",
                    side * 10,
                    -top - 5,
                    side * wide * 0.6,
                    -top - 2 - up * 0.5,
                    side * (wide + 3),
                    -top - 1 - up * 0.8,
                    side * (wide + 3),
                    -top + 24 - up,
                    side * wide,
                    -top * 0.6,
                    side * waist,
                    -top * 0.45,
                    side * (waist + 1),
                    -top * 0.3,
                    side * (hip + 5),
                    hem,
                    edge + side * 12,
                    hem + 4,
                    edge + side * 3,
                    hem,
                    edge,
                    -top * 0.4,
                    edge,
                    -top + 22,
                    side * 10,
                    -top - 5,
                ),
                cloth,
            )
        )
        if person.buttoned:
            parts.append(
                path(
                    points(
                        "M? ?L? ?L? ?L? ?L? ?Z",
                        open_at,
                        -top + 23,
                        open_at,
                        -top - 3,
                        side * 13 + yaw * 3,
                        -top - 13,
                        side * 21 + yaw * 3,
                        -top + 3,
                        open_at + side * 11,
                        -top + 21,
                    ),
                    fold,
                )
            )
            continue
        parts.append(
            path(
                points(
                    "M? ?L? ?L? ?L? ?Z",
                    side * 9 + yaw * 3,
                    -top - 9,
                    side * 19 + yaw * 3,
                    -top + 2,
                    edge + side * 8,
                    -top + 36,
                    edge,
                    -top + 22,
                ),
                fold,
            )
        )
        parts.append(circle(edge + side * 6, -top * 0.42, 2.2, lighter(cloth, 0.4)) if side > 0 else "")
    if person.buttoned:
        parts.append(line(open_at, -top + 22, 0, hem, fold, 1.6))
        parts += [circle(open_at * at + 5, -top * at, 2.6, lighter(cloth, 0.45)) for at in (0.72, 0.5, 0.28, 0.06)]
    return "".join(parts)
