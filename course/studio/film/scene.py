"""What all three films share: a cast that sees each other, and a camera that cuts and pushes in slowly."""

from __future__ import annotations

from typing import NamedTuple

from course.studio.film.acting import Actor, Hands
from course.studio.film.timeline import Track, blend
from course.studio.people import Face, Person

FACES = {
    "calm": Face(mouth=0.12),
    "friendly": Face(mouth=0.4, brows=0.05),
    "smile": Face(mouth=0.75, brows=0.15),
    "beaming": Face(mouth=1.0, mouth_open=0.12, brows=0.35),
    "fading": Face(mouth=0.2, brows=-0.1),
    "still": Face(mouth=-0.08, brows=-0.2),
    "worried": Face(mouth=-0.25, brows=-0.7),
    "sad": Face(mouth=-0.45, brows=-0.6),
    "startled": Face(mouth=-0.05, brows=0.8, eyes=1.15),
    "thinking": Face(mouth=-0.02, brows=0.15, frown=0.25),
}
"""Faces that a score may call by name."""


class Shot(NamedTuple):
    """What the camera shows: the upper left corner and the width, in units of the scene."""

    x: float
    y: float
    width: float


def mix_shots(first: Shot, second: Shot, share: float) -> Shot:
    """A shot between two."""
    return Shot(*(blend(one, other, share) for one, other in zip(first, second, strict=True)))


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

    def actor(self, who: str, time: float, held: str = "", *, arms: bool = True, person: Person | None = None) -> str:
        """Somebody, drawn; see `Actor.draw`."""
        return self._actors[who].draw(time, self.head, held, arms=arms, person=person)

    def arms(self, who: str, time: float) -> str:
        """The arms of somebody who was drawn without."""
        return self._actors[who].draw_arms(time)

    def head(self, who: str, time: float) -> tuple[float, float]:
        """Where somebody's head is, for who looks at it."""
        return self._actors[who].head(time)

    def hands(self, who: str, time: float) -> Hands:
        """Where somebody's hands are in the scene."""
        return self._actors[who].hands(time)
