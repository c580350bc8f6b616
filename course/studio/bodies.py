"""Skeletons and clothes. A body is 400 units high, stands on y = 0 about x = 0, and is moved and scaled as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

from course.studio.cast import Age, Person, Pose
from course.studio.look import circle, darker, ellipse, lighter, line, path, points, stroke

Point = tuple[float, float]
HEIGHT = 400.0

_CHANGE = 38.7  # degrees: an arm stretched out farther than this has its elbow below, not outside


@dataclass(frozen=True, slots=True)
class Build:
    """Measures of an age, in units of a body 400 high."""

    head: float  # height of the head
    neck: float
    torso: float  # from hip to shoulder
    shoulder: float  # half the width
    hip: float  # half the width
    upper: float  # of the arm
    lower: float
    thigh: float
    shin: float
    arm: float  # thickness
    leg: float
    hand: float  # radius


BUILDS: dict[Age, Build] = {
    "child": Build(96, 7, 116, 41, 33, 57, 52, 92, 80, 21, 28, 11),
    "teen": Build(72, 10, 124, 40, 31, 66, 62, 100, 90, 19, 26, 10.5),
    "adult": Build(68, 10, 132, 45, 34, 70, 64, 98, 88, 21.5, 29, 11),
    "older": Build(69, 9, 133, 44, 36, 69, 64, 96, 87, 22, 29, 11),
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where the joints of a body are; x to the right, y down, the ground at 0."""

    hip: Point
    left: tuple[Point, Point, Point]  # shoulder, elbow, wrist
    right: tuple[Point, Point, Point]
    left_leg: tuple[Point, Point, Point]  # hip, knee, ankle
    right_leg: tuple[Point, Point, Point]
    neck: Point
    head: Point
    yaw: float  # sine of the body's turn


def _polar(start: Point, length: float, angle: float) -> Point:
    return start[0] + length * sin(radians(angle)), start[1] + length * cos(radians(angle))


def _between(first: Point, second: Point, share: float) -> Point:
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def skeleton(person: Person, pose: Pose) -> Skeleton:
    """The joints of this person in this pose."""
    build = BUILDS[person.age]
    yaw = sin(radians(pose.turn * 75))
    narrow = 1 - 0.3 * yaw * yaw
    sole = build.leg * 0.42
    legs: list[tuple[Point, Point, Point]] = []
    for side, thigh, shin in ((-1, pose.left_thigh, pose.left_shin), (1, pose.right_thigh, pose.right_shin)):
        start = (side * build.hip * 0.5 * (1 - 0.75 * yaw * yaw), 0.0)
        knee = _polar(start, build.thigh, thigh)
        ankle = _polar(knee, build.shin, shin)
        forward = (start[0] + build.thigh * 0.94 * yaw + side * 9 * (1 - abs(yaw)),
                   build.thigh * (0.1 + 0.24 * (1 - abs(yaw))))
        seated = (forward[0] - yaw * 4 + side * 2 * (1 - abs(yaw)), build.shin + 6)
        legs.append((start, _between(knee, forward, pose.sitting), _between(ankle, seated, pose.sitting)))
    lift = -max(leg[2][1] for leg in legs) - sole - pose.bob * HEIGHT
    hip = (0.0, lift)
    left_leg, right_leg = ((leg[0], leg[1], leg[2]) for leg in
                           [tuple((x, y + lift) for x, y in leg) for leg in legs])
    lean = pose.lean
    along = radians(lean)
    reach = build.shoulder * person.build * narrow - build.arm * 0.32
    raised = build.torso - 13 + pose.shoulders * 6

    def turned(x: float, y: float) -> Point:
        return hip[0] + x * cos(along) + y * sin(along), hip[1] + x * sin(along) - y * cos(along)

    arms = []
    for side, upper, lower, length in ((-1, pose.left_upper, pose.left_lower, pose.left_length),
                                       (1, pose.right_upper, pose.right_lower, pose.right_length)):
        shoulder = turned(side * reach + yaw * 2, raised)
        elbow = _polar(shoulder, build.upper * length, upper)
        arms.append((shoulder, elbow, _polar(elbow, build.lower * length, lower)))
    neck = turned(yaw * 3, build.torso)
    tilted = radians(lean * 0.7 + pose.tilt)
    far = build.neck + build.head * 0.47
    head = (neck[0] + far * sin(tilted) + yaw * 5 + pose.head * 2, neck[1] - far * cos(tilted) + max(pose.nod, 0) * 4)
    return Skeleton(hip, arms[0], arms[1], left_leg, right_leg, neck, head, yaw)


def arm_angles(person: Person, shoulder: Point, hand: Point, *, outward: float) -> tuple[float, float, float]:
    """Angles of upper and lower arm, and the arm's seen length, that bring the hand to a point.

    The elbow goes to the side of `outward` and down. An arm whose hand is near points at the viewer, and is seen shorter;
    so is one on whose way the elbow changes sides, which it does through the straight line, and not with a jump.
    """
    build = BUILDS[person.age]
    across, down = (hand[0] - shoulder[0]) * outward, hand[1] - shoulder[1]
    whole, distance = build.upper + build.lower + build.hand * 0.7, max(hypot(across, down), 1.0)
    straight = degrees(atan2(across, down))
    side = sin(radians(_CHANGE - straight))
    bent = max(0.66, min(1.0, distance / whole / 0.8))
    flat = max(0.05, (distance - build.hand * 0.7) / (build.upper + build.lower))
    length = bent if flat >= bent else flat + (bent - flat) * min(1.0, abs(side) / 0.3)
    upper = build.upper * length
    lower = build.lower * length + build.hand * 0.7
    far = max(abs(upper - lower) + 0.1, min(distance, upper + lower - 0.1))
    bend = degrees(acos(max(-1.0, min(1.0, (upper**2 + far**2 - lower**2) / (2 * upper * far)))))
    best = straight + (bend if side > 0 else -bend)
    elbow = _polar((0, 0), upper, best)
    end = _polar((0, 0), far, straight)
    turn = degrees(atan2(end[0] - elbow[0], end[1] - elbow[1]))
    return best * outward, (best + (turn - best + 180) % 360 - 180) * outward, length


def _limb(joints: tuple[Point, Point, Point], colour: str, width: float, *, end: float = 1.0) -> str:
    """Two bones as one rounded line; `end` is how much of the second is drawn."""
    start, middle, last = joints
    last = _between(middle, last, end)
    bend = (middle[0] - start[0]) * (last[1] - middle[1]) - (middle[1] - start[1]) * (last[0] - middle[0])
    if abs(bend) < 300:  # as good as straight
        return stroke(points("M? ?L? ?", *start, *last), colour, width)
    before, after = _between(middle, start, 0.16), _between(middle, last, 0.16)
    return stroke(points("M? ?L? ?Q? ? ? ?L? ?", *start, *before, *middle, *after, *last), colour, width)


def arm(person: Person, joints: tuple[Point, Point, Point], *, far: bool) -> str:
    """Sleeve, forearm and hand."""
    build = BUILDS[person.age]
    cloth = darker(person.coat or person.top, 0.2 if far else 0.07)
    skin = darker(person.skin, 0.1) if far else person.skin
    width = build.arm * (0.7 + 0.3 * person.build)
    _, elbow, wrist = joints
    along = degrees(atan2(wrist[0] - elbow[0], wrist[1] - elbow[1]))
    hand = _polar(wrist, build.hand * 0.55, along)
    thumb_side = -1 if wrist[0] > 0 else 1
    thumb = _polar(hand, build.hand * 0.75, along + thumb_side * 62)
    bare = person.short_sleeves and not person.coat
    parts = [
        _limb(joints, skin, width * 0.72) if bare else "",
        stroke(points("M? ?L? ?", *_between(elbow, wrist, 0.9), *_polar(wrist, build.hand * 0.9, along)), skin, build.hand * 1.76),
        stroke(points("M? ?L? ?", *hand, *thumb), skin, build.hand * 0.84),
    ]
    if bare:
        shoulder = joints[0]
        cuff = _between(shoulder, elbow, 0.68)
        parts.append(stroke(points("M? ?L? ?", *shoulder, *cuff), cloth, width + 3))
    else:
        parts.append(_limb(joints, cloth, width + (3 if person.coat else 0), end=0.84))
    return "".join(parts)


def leg(person: Person, joints: tuple[Point, Point, Point], yaw: float, *, far: bool) -> tuple[str, str]:
    """A shoe and a trouser leg (a bare one under a skirt)."""
    build = BUILDS[person.age]
    width = build.leg * (0.75 + 0.25 * person.build)
    cloth = darker(person.bottom, 0.16) if far else person.bottom
    _, knee, ankle = joints
    toe = ankle[0] + yaw * 11
    tilt = degrees(atan2(ankle[0] - knee[0], max(ankle[1] - knee[1], 1))) * -0.6
    half = build.leg * (0.52 + 0.2 * abs(yaw))
    sole = ankle[1] + build.leg * 0.42
    shoe = path(points("M? ?C? ? ? ? ? ?C? ? ? ? ? ?Z", toe - half, sole, toe - half, sole - 19, toe + half, sole - 19,
                       toe + half, sole, toe + half, sole + 1, toe - half, sole + 1, toe - half, sole), person.shoes)
    if abs(tilt) > 12:
        shoe = f'<g transform="rotate({tilt:.1f} {ankle[0]:.1f} {ankle[1]:.1f})">{shoe}</g>'
    bare = person.skirt
    skin = darker(person.skin, 0.08 if far else 0)
    return shoe, _limb(joints, skin if bare else cloth, width * (0.62 if bare else 1))


def lap(person: Person, bones: Skeleton) -> str:
    """The trousers between the legs' upper ends."""
    build = BUILDS[person.age]
    width = build.leg * (0.75 + 0.25 * person.build)
    half = max(1.0, build.hip * person.build * (1 - 0.3 * bones.yaw**2) - width / 2)
    return stroke(points("M? ?H?", bones.hip[0] - half, bones.hip[1] + 2, bones.hip[0] + half), person.bottom, width)


def torso(person: Person, pose: Pose, bones: Skeleton, *, away: bool) -> str:
    """The upper body about the hip, upright: the caller turns it by `lean`. Neck included."""
    build = BUILDS[person.age]
    yaw = bones.yaw
    narrow = 1 - 0.3 * yaw * yaw
    wide, hip = build.shoulder * person.build * narrow, build.hip * person.build * narrow
    waist = (build.shoulder * 0.3 + build.hip * 0.66) * person.build * narrow * (1.03 if person.age == "older" else 0.95)
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
        -top - 3, -wide * 0.6, -top - 1 - up * 0.5, -wide - 3, -top - up * 0.8, -wide - 3, -top + 24 - up,
        -wide + 1, -top * 0.62, -waist, -top * 0.42, -waist, -top * 0.3, -hip, hem - 3, hem + 4, hip, hem - 3,
        waist, -top * 0.3, waist, -top * 0.42, wide - 1, -top * 0.62, wide + 3, -top + 24 - up,
        wide + 3, -top - up * 0.8, wide * 0.6, -top - 1 - up * 0.5, -top - 3, -top - 3)


def _front(person: Person, wide: float, hip: float, top: float, up: float, neck: float, yaw: float) -> str:
    accent = person.accent or lighter(person.top, 0.45)
    skin = darker(person.skin, 0.04)
    middle = neck + yaw * 8
    round_neck = path(points("M? ?Q? ? ? ?Z", neck - 11.5, -top - 3.5, neck + yaw * 3, -top + 13, neck + 11.5, -top - 3.5), skin)
    deep_neck = path(points("M? ?L? ?L? ?Z", neck - 11.5, -top - 3.5, middle, -top + 27, neck + 11.5, -top - 3.5), skin)
    match person.cut:
        case "v":
            return deep_neck
        case "shirt":
            seam = stroke(points("M? ?Q? ? ? 0", middle, -top + 18, middle + yaw * 6, -top * 0.4, middle), darker(person.top, 0.2), 1.6)
            return deep_neck + "".join(
                path(points("M? ?L? ?L? ?L? ?Z", neck + side * 12, -top - 6, neck + side * 17, -top + 9, middle + side * 4.5, -top + 22,
                            neck + side * 7, -top + 2), accent) for side in (-1, 1)) + seam
        case "hood":
            cords = "".join(stroke(points("M? ?l? 22", middle + side * 8, -top + 10, side * 1), accent, 2) for side in (-1, 1))
            collar = stroke(points("M? ?Q? ? ? ?", neck - 15, -top - 3, neck + yaw * 3, -top + 20, neck + 15, -top - 3),
                            darker(person.top, 0.2), 6)
            return round_neck + collar + cords
        case "turtle":
            return stroke(points("M? ?L? ?", neck - 4, -top - 7, neck + 4, -top - 7), darker(person.top, 0.1), 15)
        case "stripes":
            bands = "".join(
                stroke(points("M? ?Q0 ? ? ?", -half, y, y + 3, half, y), accent, 6)
                for y, half in ((-top + 27, wide - 1), (-top + 46, wide - 3), (-top * 0.5, hip - 1), (-top * 0.34, hip - 2)))
            return bands + round_neck
        case "cardigan":
            inner = path(points("M? ?L? ?L? 6L? 6L? ?Z", neck - 12, -top - 1, middle - 9, -top * 0.55, middle - 10,
                                middle + 8, neck + 12, -top - 1), accent)
            return inner + round_neck
        case "dungarees":
            bib = path(points("M? 8L? ?Q0 ? ? ?L? 8Z", -hip, -hip * 0.72, -top * 0.62, -top * 0.6, hip * 0.72, -top * 0.62, hip), person.bottom)
            straps = "".join(stroke(points("M? ?L? ?", side * hip * 0.6, -top * 0.6, side * wide * 0.55, -top + 2 - up), person.bottom, 8)
                             for side in (-1, 1))
            return round_neck + straps + bib + stroke(points("M? ?L? ?", -hip * 0.3, -top * 0.4, hip * 0.3, -top * 0.4),
                                                      darker(person.bottom, 0.2), 1.8)
        case _:
            return round_neck


def _back(person: Person, wide: float, top: float) -> str:
    if person.cut == "stripes":
        accent = person.accent or lighter(person.top, 0.45)
        return "".join(stroke(points("M? ?L? ?", -wide + 4, y, wide - 4, y), accent, 6) for y in (-top + 27, -top + 46))
    return stroke(points("M-13 ?Q0 ? 13 ?", -top, -top + 7, -top), darker(person.top, 0.15), 3)


def _coat(person: Person, pose: Pose, wide: float, waist: float, hip: float, top: float, up: float, yaw: float, *,
          away: bool) -> str:
    cloth, fold = person.coat, darker(person.coat, 0.18)
    hem = 52 - 44 * pose.sitting
    if away:
        return path(_trunk(wide, waist, hip, top, up, hem), cloth) + stroke(points("M0 ?L0 ?", -10, hem), fold, 2)
    parts = []
    open_at = yaw * 8
    for side in (-1, 1):
        edge = open_at + side * (0.5 if person.buttoned else 11)
        parts.append(path(points(
            "M? ?C? ? ? ? ? ?C? ? ? ? ? ?L? ?Q? ? ? ?L? ?Q? ? ? ?Z",
            side * 10, -top - 5, side * wide * 0.6, -top - 2 - up * 0.5, side * (wide + 3), -top - 1 - up * 0.8,
            side * (wide + 3), -top + 24 - up, side * wide, -top * 0.6, side * waist, -top * 0.45, side * (waist + 1), -top * 0.3,
            side * (hip + 5), hem, edge + side * 12, hem + 4, edge + side * 3, hem, edge, -top * 0.4,
            edge, -top + 22, side * 10, -top - 5), cloth))
        if person.buttoned:
            parts.append(path(points("M? ?L? ?L? ?L? ?L? ?Z", open_at, -top + 23, open_at, -top - 3, side * 13 + yaw * 3, -top - 13,
                                     side * 21 + yaw * 3, -top + 3, open_at + side * 11, -top + 21), fold))
            continue
        parts.append(path(points("M? ?L? ?L? ?L? ?Z", side * 9 + yaw * 3, -top - 9, side * 19 + yaw * 3, -top + 2, edge + side * 8, -top + 36,
                                 edge, -top + 22), fold))
        parts.append(circle(edge + side * 6, -top * 0.42, 2.2, lighter(cloth, 0.4)) if side > 0 else "")
    if person.buttoned:
        parts.append(line(open_at, -top + 22, 0, hem, fold, 1.6))
        parts += [circle(open_at * at + 5, -top * at, 2.6, lighter(cloth, 0.45)) for at in (0.72, 0.5, 0.28, 0.06)]
    return "".join(parts)


def skirt(person: Person, bones: Skeleton) -> str:
    """Cloth from the hips to below the knees."""
    build = BUILDS[person.age]
    hip = build.hip * person.build
    x, y = bones.hip
    knees = sorted((bones.left_leg[1], bones.right_leg[1]))
    low = max(knees[0][1], knees[1][1]) + 14
    left, right = min(knees[0][0] - 20, x - hip * 0.8), max(knees[1][0] + 20, x + hip * 0.8)
    return path(points("M? ?L? ?C? ? ? ? ? ?Q? ? ? ?C? ? ? ? ? ?Z", x - hip * 0.9, y - 12, x + hip * 0.9, y - 12,
                       x + hip + 2, y + 10, right, low - 40, right, low, (left + right) / 2, low + 8, left, low,
                       left, low - 40, x - hip - 2, y + 10, x - hip * 0.9, y - 12), person.bottom)


