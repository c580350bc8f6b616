"""People: `figure` draws a `Person` in a `Pose` with a `Face`; `reach` brings a hand somewhere."""

from __future__ import annotations

from dataclasses import replace

from course.studio.cast import Face, Person, Pose, mix
from course.studio.clothes import torso
from course.studio.heads import head
from course.studio.limbs import arm, lap, leg, skirt
from course.studio.look import group
from course.studio.skeleton import BUILDS, HEIGHT, Point, Skeleton, arm_angles, skeleton

__all__ = ["Face", "Person", "Point", "Pose", "figure", "head_at", "mix", "near_arms", "reach"]

_HEAD_HEIGHT = 66.0  # of the drawn head, see heads.py


def figure(
    person: Person,
    pose: Pose,
    face: Face,
    *,
    x: float,
    y: float,
    height: float,
    held: str = "",
    away: bool = False,
    legs: bool = True,
    arms: bool = True,
) -> str:
    """An SVG group of the whole person.

    `(x, y)` is the ground below the middle of the hips, standing or sitting, in the scene's units; `height` is the
    height of this person standing up. `held` is SVG in the scene's units that lies before the body and behind the
    arms (a box carried, a paper read). `away` shows the person from behind; without `legs`
    nothing below the hips is drawn (what a table or the picture's edge hides need not be written).
    Without `arms` those on the viewer's side are left out, to be drawn by `near_arms` over a table in between.
    """
    bones = skeleton(person, pose)
    build = BUILDS[person.age]
    scale = height / HEIGHT
    hair, before = head(person, face, turn=pose.head, nod=pose.nod, away=away)

    def at_head(content: str) -> str:
        angle = pose.lean * 0.7 + pose.tilt
        return group(content, x=bones.head[0], y=bones.head[1], scale=build.head / _HEAD_HEIGHT, angle=angle)

    far_arms, near = _arms(person, bones, away=away)
    nearer = near if arms else []
    limbs = [
        leg(person, bones.right_leg, bones.yaw, far=bones.yaw > 0.3),
        leg(person, bones.left_leg, bones.yaw, far=bones.yaw < -0.3),
    ]
    if bones.yaw < 0:
        limbs.reverse()
    seat = lap(person, bones)
    trunk = group(torso(person, pose, bones, away=away), x=bones.hip[0], y=bones.hip[1], angle=pose.lean)
    below = (
        [*(shoe for shoe, _ in limbs), *(limb for _, limb in limbs), seat, skirt(person, bones) if person.skirt else ""]
        if legs
        else []
    )
    back = [at_head(hair) if hair else "", *far_arms, *below, trunk, at_head(before)]
    if held:
        return group("".join(back), x=x, y=y, scale=scale) + held + group("".join(nearer), x=x, y=y, scale=scale)
    return group("".join([*back, *nearer]), x=x, y=y, scale=scale)


def near_arms(person: Person, pose: Pose, *, x: float, y: float, height: float) -> str:
    """The arms that `figure` leaves out without `arms`, at the same place."""
    _, nearer = _arms(person, skeleton(person, pose))
    return group("".join(nearer), x=x, y=y, scale=height / HEIGHT)


def _arms(person: Person, bones: Skeleton, *, away: bool = False) -> tuple[list[str], list[str]]:
    """The arms behind the body and those on the viewer's side, in the body's own units."""
    parted: tuple[list[str], list[str]] = ([], [])
    for joints, far in ((bones.left, bones.yaw < -0.3), (bones.right, bones.yaw > 0.3)):
        parted[0 if far or away else 1].append(arm(person, joints, far=far))
    return parted


def head_at(person: Person, pose: Pose, *, x: float, y: float, height: float) -> Point:
    """The middle of the head, in the scene's units."""
    bones, scale = skeleton(person, pose), height / HEIGHT
    return x + bones.head[0] * scale, y + bones.head[1] * scale


def reach(
    person: Person,
    pose: Pose,
    *,
    x: float,
    y: float,
    height: float,
    left: Point | None = None,
    right: Point | None = None,
    elbows: tuple[float, float] = (-1, 1),
) -> Pose:
    """The same pose with one or both hands at (or as near as the arms allow to) a point of the scene.

    `elbows` are the sides, -1 or 1, to which the left and the right one go: outward, or for who is turned, backward.
    """
    bones, scale = skeleton(person, pose), height / HEIGHT
    if left:
        upper, lower, length = arm_angles(
            person, bones.left[0], ((left[0] - x) / scale, (left[1] - y) / scale), outward=elbows[0]
        )
        pose = replace(pose, left_upper=upper, left_lower=lower, left_length=length)
    if right:
        upper, lower, length = arm_angles(
            person, bones.right[0], ((right[0] - x) / scale, (right[1] - y) / scale), outward=elbows[1]
        )
        pose = replace(pose, right_upper=upper, right_lower=lower, right_length=length)
    return pose
