"""What all three films share: a cast that sees each other, and a camera that cuts and pushes in slowly."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from course.studio.film.acting import Actor, Hands
from course.studio.film.timeline import Move, Track, blend
from course.studio.people import Face, Person, Pose, hands

WIDE_WIDTH, WIDE_HEIGHT = 800, 450
"""Units of a whole scene."""

CALM = Face(mouth=0.12)
FRIENDLY = Face(mouth=0.4, brows=0.05)
SMILE = Face(mouth=0.75, brows=0.15)
BEAMING = Face(mouth=1.0, mouth_open=0.12, brows=0.35)
FADING = Face(mouth=0.2, brows=-0.1)
STILL = Face(mouth=-0.08, brows=-0.2)
WORRIED = Face(mouth=-0.25, brows=-0.7)
SAD = Face(mouth=-0.45, brows=-0.6)
STARTLED = Face(mouth=-0.05, brows=0.8, eyes=1.15)
THINKING = Face(mouth=-0.02, brows=0.15, frown=0.25)


class Shot(NamedTuple):
    """What the camera shows: the upper left corner and the width, in units of the scene."""

    x: float
    y: float
    width: float


def mix_shots(first: Shot, second: Shot, share: float) -> Shot:
    """A shot between two."""
    return Shot(*(blend(one, other, share) for one, other in zip(first, second, strict=True)))


def camera_of(shots: list[tuple[float, Shot] | tuple[float, Shot, float, Shot]]) -> Track[Shot]:
    """A camera that cuts to each shot at its second; one with four values goes on to the last, over so many seconds."""
    moves = []
    for shot in shots:
        moves.append(Move(shot[0], shot[1], 0.0))
        if len(shot) == 4:
            moves.append(Move(shot[0] + 0.001, shot[3], shot[2]))
    return Track(shots[0][1], moves, mix_shots)


def hanging(person: Person, height: float) -> Hands:
    """The hands of somebody who stands at ease, from the ground below them."""
    return Hands(*hands(person, Pose(), x=0, y=0, height=height))


def lap(person: Person, height: float) -> Hands:
    """The hands of somebody who sits with them in the lap."""
    left, right = hands(person, replace(Pose(), sitting=1.0), x=0, y=0, height=height)
    return Hands((left[0] * 0.3, left[1] + 4), (right[0] * 0.3, right[1] + 4))


class Scene:
    """The people of a film and its camera; each film draws its place round them."""

    poster = 0.0

    def __init__(self, actors: list[Actor], camera: Track[Shot]) -> None:
        """Actors in any order: a film draws them in its own."""
        self._actors = {actor.who: actor for actor in actors}
        self._camera = camera

    def camera(self, time: float) -> tuple[float, float, float]:
        """What is in view."""
        return self._camera.at(time)

    def actor(self, who: str, time: float, held: str = "", *, arms: bool = True) -> str:
        """Somebody, drawn; see `Actor.draw`."""
        return self._actors[who].draw(time, self.head, held, arms=arms)

    def arms(self, who: str, time: float) -> str:
        """The arms of somebody who was drawn without."""
        return self._actors[who].draw_arms(time)

    def head(self, who: str, time: float) -> tuple[float, float]:
        """Where somebody's head is, for who looks at it."""
        return self._actors[who].head(time)

    def hands(self, who: str, time: float) -> Hands:
        """Where somebody's hands are in the scene."""
        return self._actors[who].hands(time)
