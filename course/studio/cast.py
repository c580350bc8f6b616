"""Who is drawn, in which pose, and with which face. Poses and faces hold only numbers, so that any two can be mixed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, TypeVar

from course.studio.look import BROWN_HAIR, INK, NIGHT, PEACH, TEAL

Age = Literal["child", "teen", "adult", "older"]
Hair = Literal[
    "short",
    "parted",
    "buzz",
    "receding",
    "tousled",
    "long",
    "bob",
    "fringe",
    "bun",
    "ponytail",
    "braids",
    "curls",
    "afro",
    "locs",
    "headscarf",
    "ring",
    "bald",
]
Beard = Literal["", "full", "stubble", "moustache"]
Cut = Literal["round", "v", "shirt", "hood", "turtle", "stripes", "cardigan", "dungarees"]


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody looks, whatever they do."""

    skin: str = PEACH
    hair: Hair = "short"
    hair_colour: str = BROWN_HAIR  # of a headscarf: the colour of the cloth
    beard: Beard = ""
    glasses: bool = False
    top: str = TEAL
    cut: Cut = "round"  # of the top
    accent: str = ""  # stripes, the shirt under a cardigan, the straps of dungarees; "" is a tint of the top
    bottom: str = NIGHT
    skirt: bool = False
    short_sleeves: bool = False
    coat: str = ""  # worn over the top; "" is none
    buttoned: bool = False  # the coat, up to the collar
    shoes: str = INK
    build: float = 1.0  # width of the body: 0.9 is slight, 1.2 is broad
    age: Age = "adult"


@dataclass(frozen=True, slots=True)
class Pose:
    """How a body stands or sits. Sides are the viewer's: `left` is the arm or leg at the left of the picture.

    Angles of arms and legs are in degrees as the picture shows them: 0 hangs down, 90 points to the right of the
    picture, -90 to the left, 180 up.
    """

    lean: float = 0.0  # degrees of the upper body, to the right
    turn: float = 0.0  # of the body, -1 (to the left) .. 1 (to the right)
    head: float = 0.0  # turn of the head, -1 .. 1, as the viewer sees it (not on top of `turn`)
    tilt: float = 0.0  # degrees of the head, to the right
    nod: float = 0.0  # -1 looks up .. 1 looks down
    shoulders: float = 0.0  # -1 hanging .. 1 drawn up
    left_upper: float = -9.0
    left_lower: float = -2.0
    right_upper: float = 9.0
    right_lower: float = 2.0
    left_length: float = 1.0  # of the arm as it is seen: less when it points at the viewer
    right_length: float = 1.0
    left_thigh: float = -1.0
    left_shin: float = 0.0
    right_thigh: float = 1.0
    right_shin: float = 0.0
    sitting: float = 0.0  # 0 stands .. 1 sits; turned to a side, the thighs go to that side
    bob: float = 0.0  # lifts everything by this share of the height; for feet that dangle, a jump, a step


@dataclass(frozen=True, slots=True)
class Face:
    """What a face shows."""

    eyes: float = 1.0  # 0 closed .. 1 open, a little more when startled
    gaze: float = 0.0  # -1 left .. 1 right, as the viewer sees it
    gaze_down: float = 0.0  # -1 up .. 1 down
    brows: float = 0.0  # -1 worried .. 1 raised
    frown: float = 0.0  # 0 .. 1, the inner ends drawn down
    mouth: float = 0.15  # -1 corners down .. 1 smile
    mouth_open: float = 0.0  # 0 .. 1


Numbers = TypeVar("Numbers", Pose, Face)


def mix(first: Numbers, second: Numbers, share: float) -> Numbers:
    """The pose or face that lies `share` (0 to 1) of the way from the first to the second, number by number."""
    if share == 0:
        return first
    if share == 1:
        return second
    values = {
        field.name: getattr(first, field.name) + (getattr(second, field.name) - getattr(first, field.name)) * share
        for field in fields(first)
    }
    return type(first)(**values)
