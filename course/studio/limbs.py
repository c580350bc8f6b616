"""Arms and legs, as thick rounded lines along the bones."""

from __future__ import annotations

from math import atan2, degrees

from course.studio.cast import Person
from course.studio.look import darker, path, points, stroke
from course.studio.skeleton import BUILDS, Point, Skeleton, between, polar


def _limb(joints: tuple[Point, Point, Point], colour: str, width: float, *, end: float = 1.0) -> str:
    """Two bones as one rounded line; `end` is how much of the second is drawn."""
    start, middle, last = joints
    last = between(middle, last, end)
    bend = (middle[0] - start[0]) * (last[1] - middle[1]) - (middle[1] - start[1]) * (last[0] - middle[0])
    if abs(bend) < 300:  # as good as straight
        return stroke(points("M? ?L? ?", *start, *last), colour, width)
    before, after = between(middle, start, 0.16), between(middle, last, 0.16)
    return stroke(points("M? ?L? ?Q? ? ? ?L? ?", *start, *before, *middle, *after, *last), colour, width)


def arm(person: Person, joints: tuple[Point, Point, Point], *, far: bool) -> str:
    """Sleeve, forearm and hand."""
    build = BUILDS[person.age]
    cloth = darker(person.coat or person.top, 0.2 if far else 0.07)
    skin = darker(person.skin, 0.1) if far else person.skin
    width = build.arm * (0.7 + 0.3 * person.build)
    _, elbow, wrist = joints
    along = degrees(atan2(wrist[0] - elbow[0], wrist[1] - elbow[1]))
    hand = polar(wrist, build.hand * 0.55, along)
    thumb_side = -1 if wrist[0] > 0 else 1
    thumb = polar(hand, build.hand * 0.75, along + thumb_side * 62)
    bare = person.short_sleeves and not person.coat
    parts = [
        _limb(joints, skin, width * 0.72) if bare else "",
        stroke(
            points("M? ?L? ?", *between(elbow, wrist, 0.9), *polar(wrist, build.hand * 0.9, along)),
            skin,
            build.hand * 1.76,
        ),
        stroke(points("M? ?L? ?", *hand, *thumb), skin, build.hand * 0.84),
    ]
    if bare:
        shoulder = joints[0]
        cuff = between(shoulder, elbow, 0.68)
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
    shoe = path(
        points(
            "M? ?C? ? ? ? ? ?C? ? ? ? ? ?Z",
            toe - half,
            sole,
            toe - half,
            sole - 19,
            toe + half,
            sole - 19,
            toe + half,
            sole,
            toe + half,
            sole + 1,
            toe - half,
            sole + 1,
            toe - half,
            sole,
        ),
        person.shoes,
    )
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


def skirt(person: Person, bones: Skeleton) -> str:
    """Cloth from the hips to below the knees."""
    build = BUILDS[person.age]
    hip = build.hip * person.build
    x, y = bones.hip
    knees = sorted((bones.left_leg[1], bones.right_leg[1]))
    low = max(knees[0][1], knees[1][1]) + 14
    left, right = min(knees[0][0] - 20, x - hip * 0.8), max(knees[1][0] + 20, x + hip * 0.8)
    return path(
        points(
            "M? ?L? ?C? ? ? ? ? ?Q? ? ? ?C? ? ? ? ? ?Z",
            x - hip * 0.9,
            y - 12,
            x + hip * 0.9,
            y - 12,
            x + hip + 2,
            y + 10,
            right,
            low - 40,
            right,
            low,
            (left + right) / 2,
            low + 8,
            left,
            low,
            left,
            low - 40,
            x - hip - 2,
            y + 10,
            x - hip * 0.9,
            y - 12,
        ),
        person.bottom,
    )
