"""Actors: people who move from pose to pose, look at things and at each other, speak, blink and breathe.

Gestures are told by where hands go, so that a hand on a table stays there while its owner leans. Looks are told by what
somebody looks at; eyes go first and the head follows. Who is told nothing looks at who speaks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, pi, sin
from typing import NamedTuple

from course.studio.film.script import Script
from course.studio.film.timeline import Move, Track, blend, breath, chance, drift, shut, voice
from course.studio.people import Face, Person, Pose, figure, head_at, mix, near_arms, reach


class Spot(NamedTuple):
    """A place in the scene: to the right, down, and towards the viewer (`near`), in units of the scene."""

    x: float
    y: float
    near: float = 0.0


class Hands(NamedTuple):
    """Where the two hands are, from the ground below their owner; `left` is at the left of the picture."""

    left: tuple[float, float]
    right: tuple[float, float]


Target = str | Spot
"""What is looked at: somebody, by id, or a place."""

Weights = dict[Target, float]
"""A look on its way from one thing to another: how much of it goes to each."""

Where = Callable[[str, float], tuple[float, float]]
"""Where somebody's head is at a second."""

SPEAKER = "speaker"
"""From then on looks at who speaks, until told otherwise; a part begins with something else to look at."""


def mix_spots(first: Spot, second: Spot, share: float) -> Spot:
    """The place at a share of the way."""
    return Spot(*(blend(one, other, share) for one, other in zip(first, second, strict=True)))


def mix_hands(first: Hands, second: Hands, share: float) -> Hands:
    """Hands at a share of the way, in a slight arc, as arms move."""
    lift = 6 * sin(pi * share)

    def between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
        far = min(1.0, hypot(other[0] - one[0], other[1] - one[1]) / 60)
        return blend(one[0], other[0], share), blend(one[1], other[1], share) - lift * far

    return Hands(between(first.left, second.left), between(first.right, second.right))


def mix_weights(first: Weights, second: Weights, share: float) -> Weights:
    """A look on its way."""
    mixed = {target: weight * (1 - share) for target, weight in first.items()}
    for target, weight in second.items():
        mixed[target] = mixed.get(target, 0.0) + weight * share
    return mixed


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor does in a film: how each thing begins, and its moves."""

    spot: Spot
    pose: Pose
    hands: Hands
    face: Face
    look: Target
    spots: tuple[Move[Spot], ...] = ()
    poses: tuple[Move[Pose], ...] = ()
    gestures: tuple[Move[Hands], ...] = ()
    faces: tuple[Move[Face], ...] = ()
    looks: tuple[Move[Target], ...] = ()
    dress: tuple[Move[Person], ...] = ()
    """Changes of how somebody looks: glasses on, a coat off. They are cuts."""
    elbows: tuple[float, float] = (-1, 1)
    """To which side the elbows go, see `reach`."""
    typing: tuple[tuple[float, float], ...] = ()
    """From when to when the fingers are busy."""


class Actor:
    """Somebody in a scene, drawn at any second."""

    def __init__(self, script: Script, who: str, person: Person, height: float, part: Part) -> None:
        """`height` in units of the scene, standing up."""
        self._script, self.who, self._height, self._elbows = script, who, height, part.elbows
        self._typing = part.typing
        self._spot = Track(part.spot, list(part.spots), mix_spots)
        self._pose = Track(part.pose, list(part.poses), mix)
        self._hands = Track(part.hands, list(part.gestures), mix_hands)
        self._face = Track(part.face, list(part.faces), mix)
        self._person = Track(person, list(part.dress), lambda one, other, share: other if share > 0.5 else one)
        looks = _with_speakers(script, who, part.look, list(part.looks))
        self._eyes = Track({part.look: 1.0}, [Move(m.at, {m.to: 1.0}, 0.16) for m in looks], mix_weights)
        self._head = Track({part.look: 1.0}, [Move(m.at + 0.06, {m.to: 1.0}, m.over) for m in looks], mix_weights)

    def spot(self, time: float) -> Spot:
        """Where the actor stands or sits: the ground below the hips."""
        return self._spot.at(time)

    def person(self, time: float) -> Person:
        """How the actor looks."""
        return self._person.at(time)

    def head(self, time: float) -> tuple[float, float]:
        """The middle of the head."""
        spot = self.spot(time)
        return head_at(self.person(time), self._pose.at(time), x=spot.x, y=spot.y, height=self._height)

    def hands(self, time: float) -> Hands:
        """Where the hands are, in the scene."""
        spot, hands = self.spot(time), self._hands.at(time)
        tap = (0.0, 0.0)
        if any(start <= time < end for start, end in self._typing):
            tap = (3.5 * max(0.0, sin(time * 17)), 3.5 * max(0.0, sin(time * 21 + 2)))
        (left, left_y), (right, right_y) = hands
        return Hands((spot.x + left, spot.y + left_y - tap[0]), (spot.x + right, spot.y + right_y - tap[1]))

    def draw(
        self, time: float, where: Where, held: str = "", *, arms: bool = True, person: Person | None = None
    ) -> str:
        """The actor; `where` tells where the head of each one is, `held` is drawn behind the arms.

        With `person` the actor looks otherwise than at that time in the film.
        Without `arms` those on this side of the body are left out, to be drawn over a table by `draw_arms`.
        """
        spot, person = self.spot(time), person or self.person(time)
        eyes = self._direction(self._eyes.at(time), time, where)
        head = self._direction(self._head.at(time), time, where)
        face = self._face.at(time)
        aside, down = eyes[0] - head[0] * 0.72, eyes[1] - head[1] * 0.55
        face = replace(
            face,
            eyes=min(face.eyes * (1 - 0.45 * max(0.0, min(1.0, eyes[1] / 50))), 1.2) * (1 - shut(self.who, time)),
            gaze=max(-1.0, min(1.0, face.gaze + aside / 40)),
            gaze_down=max(-1.0, min(1.0, face.gaze_down + down / 30)),
            mouth_open=max(face.mouth_open, 0.55 * voice(self._script, self.who, time)),
        )
        pose = self._posed(time)
        pose = replace(pose, head=max(-1.0, min(1.0, head[0] / 72)), nod=max(-1.0, min(1.0, pose.nod + head[1] / 45)))
        return figure(person, pose, face, x=spot.x, y=spot.y, height=self._height, held=held, arms=arms)

    def draw_arms(self, time: float) -> str:
        """The arms that `draw` has left out."""
        spot = self.spot(time)
        return near_arms(self.person(time), self._posed(time), x=spot.x, y=spot.y, height=self._height)

    def _posed(self, time: float) -> Pose:
        """The pose with life in it, and with the hands where they belong."""
        spot, hands = self.spot(time), self.hands(time)
        return reach(
            self.person(time),
            self._living(self._pose.at(time), time),
            x=spot.x,
            y=spot.y,
            height=self._height,
            left=hands.left,
            right=hands.right,
            elbows=self._elbows,
        )

    def _living(self, pose: Pose, time: float) -> Pose:
        """The pose with breath, a slight swaying, and, for who walks, steps."""
        lean = pose.lean + 0.35 * drift(self.who, time)
        pose = replace(
            pose,
            lean=lean,
            tilt=pose.tilt + 0.8 * drift(self.who + "'s head", time),
            shoulders=pose.shoulders + 0.14 * breath(self.who, time),
        )
        speed = (self.spot(time + 0.04).x - self.spot(time - 0.04).x) / 0.08
        stride = min(1.0, abs(speed) / 70)
        if stride < 0.02:
            return pose
        # A step for each third of the height: what feet cover while they swing 18 degrees to either side.
        phase = 2 * pi * self.spot(time).x / (self._height * 0.56)
        swing, ahead = 19 * stride * sin(phase), 1 if speed > 0 else -1
        lag = 14 * stride
        return replace(
            pose,
            left_thigh=pose.left_thigh + swing,
            left_shin=pose.left_shin + swing - ahead * lag * (1 + cos(phase)) / 2,
            right_thigh=pose.right_thigh - swing,
            right_shin=pose.right_shin - swing - ahead * lag * (1 - cos(phase)) / 2,
        )

    def _direction(self, weights: Weights, time: float, where: Where) -> tuple[float, float]:
        """Degrees to the right and down, from straight at the viewer."""
        x, y = self.head(time)
        right = down = 0.0
        for target, weight in weights.items():
            if isinstance(target, str):
                there = where(target, time)
                across, below, near = there[0] - x, there[1] - y, 45.0
            else:
                across, below, near = target.x - x, target.y - y, target.near
            right += weight * degrees(atan2(across, max(near, 20.0)))
            down += weight * degrees(atan2(below, hypot(across, max(near, 20.0))))
        return right, down


def _with_speakers(script: Script, who: str, first: Target, looks: list[Move[Target]]) -> list[Move[Target]]:
    """The looks of the staging, with those to who speaks wherever the staging says SPEAKER."""
    found = []
    staged = [Move(0.0, first, 0.0), *sorted(looks, key=lambda look: look.at)]
    for index, look in enumerate(staged):
        until = staged[index + 1].at if index + 1 < len(staged) else script.length
        if look.to != SPEAKER:
            found.append(look)
            continue
        for beat in script.speech():
            if beat.until is not None and beat.until > look.at and beat.at < until and beat.who not in (who, None):
                react = 0.15 + 0.4 * chance(who, beat.at)
                found.append(Move(max(look.at, beat.at + react), str(beat.who), 0.6))
    return found[1:]
