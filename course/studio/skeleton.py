"""Skeletons: where the joints of a body are in a pose, and how an arm reaches something.

A body is 400 units high, stands on y = 0 about x = 0, and is moved and scaled as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

from course.studio.cast import Age, Person, Pose

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


def polar(start: Point, length: float, angle: float) -> Point:
    """The point at this distance and angle: 0 is straight down, 90 to the right."""
    return start[0] + length * sin(radians(angle)), start[1] + length * cos(radians(angle))


def between(first: Point, second: Point, share: float) -> Point:
    """The point that lies `share` of the way from the first to the second."""
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
        knee = polar(start, build.thigh, thigh)
        ankle = polar(knee, build.shin, shin)
        forward = (
            start[0] + build.thigh * 0.94 * yaw + side * 9 * (1 - abs(yaw)),
            build.thigh * (0.1 + 0.24 * (1 - abs(yaw))),
        )
        seated = (forward[0] - yaw * 4 + side * 2 * (1 - abs(yaw)), build.shin + 6)
        legs.append((start, between(knee, forward, pose.sitting), between(ankle, seated, pose.sitting)))
    lift = -max(leg[2][1] for leg in legs) - sole - pose.bob * HEIGHT
    hip = (0.0, lift)
    left_leg, right_leg = ((leg[0], leg[1], leg[2]) for leg in [tuple((x, y + lift) for x, y in leg) for leg in legs])
    lean = pose.lean
    along = radians(lean)
    reach = build.shoulder * person.build * narrow - build.arm * 0.32
    raised = build.torso - 13 + pose.shoulders * 6

    def turned(x: float, y: float) -> Point:
        return hip[0] + x * cos(along) + y * sin(along), hip[1] + x * sin(along) - y * cos(along)

    arms = []
    for side, upper, lower, length in (
        (-1, pose.left_upper, pose.left_lower, pose.left_length),
        (1, pose.right_upper, pose.right_lower, pose.right_length),
    ):
        shoulder = turned(side * reach + yaw * 2, raised)
        elbow = polar(shoulder, build.upper * length, upper)
        arms.append((shoulder, elbow, polar(elbow, build.lower * length, lower)))
    neck = turned(yaw * 3, build.torso)
    tilted = radians(lean * 0.7 + pose.tilt)
    far = build.neck + build.head * 0.47
    head = (neck[0] + far * sin(tilted) + yaw * 5 + pose.head * 2, neck[1] - far * cos(tilted) + max(pose.nod, 0) * 4)
    return Skeleton(hip, arms[0], arms[1], left_leg, right_leg, neck, head, yaw)


def arm_angles(person: Person, shoulder: Point, hand: Point, *, outward: float) -> tuple[float, float, float]:
    """Angles of upper and lower arm, and the arm's seen length, that bring the hand to a point.

    The elbow goes to the side of `outward` and down. An arm whose hand is near points at the viewer, and is seen
    shorter; so is one on whose way the elbow changes sides, which it does through the straight line, without a jump.
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
    elbow = polar((0, 0), upper, best)
    end = polar((0, 0), far, straight)
    turn = degrees(atan2(end[0] - elbow[0], end[1] - elbow[1]))
    return best * outward, (best + (turn - best + 180) % 360 - 180) * outward, length
