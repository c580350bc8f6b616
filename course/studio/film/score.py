"""The score of a film: where its people stand, what they do with their bodies, hands, faces and eyes, and the camera.

A score is a YAML file beside the staging of its film, `stagings/<film>.yaml`. Every track is a list of
`[second, value, seconds that it takes]`; the first one is how it begins. course/studio/README.md tells the values.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from course.studio.film.acting import SPEAKER, Actor, Hands, Part, Spot, Target
from course.studio.film.scene import FACES, Shot, mix_shots
from course.studio.film.script import Script, ScriptError
from course.studio.film.timeline import Move, Track
from course.studio.people import Face, Person, Pose

T = TypeVar("T")

_OVER = 0.6
"""Seconds that a move takes if the score does not say."""


class Score:
    """A score that has been read; it says what is wrong with it in terms of the track and the second."""

    def __init__(self, file: Path, script: Script) -> None:
        """Raises ScriptError if the file is no score, or is one of other people than the script's."""
        self._name, self._script = file.name, script
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or not {"camera", "people"} <= data.keys() <= {"camera", "people", "places"}:
            raise ScriptError(f"{file.name}: a score has camera and people, and may have places")
        if data["people"].keys() != script.people.keys():
            raise ScriptError(f"{file.name}: the people of the score are not those of the script")
        self._data = data
        self._places = {name: Spot(*value) for name, value in data.get("places", {}).items()}

    def actor(self, who: str, person: Person, dress: tuple[Move[Person], ...] = ()) -> Actor:
        """Somebody as the score has them act; `dress` are changes of how they look, which are cuts."""
        data = self._data["people"][who]
        sitting = 1.0 if data.get("seated") else 0.0

        def pose(value: dict[str, float]) -> Pose:
            return Pose(**{"sitting": sitting, **value})

        spot, spots = self._track(who, "spots", lambda value: Spot(*value))
        first, poses = self._track(who, "poses", pose)
        hands, gestures = self._track(who, "hands", lambda value: Hands((value[0][0], value[0][1]), tuple(value[1])))
        face, faces = self._track(who, "faces", _face)
        look, looks = self._track(who, "looks", self._target)
        left, right = data.get("elbows", (-1, 1))
        typing = tuple((start, end) for start, end in data.get("typing", ()))
        part = Part(spot, first, hands, face, look, spots, poses, gestures, faces, looks, dress, (left, right), typing)
        return Actor(self._script, who, person, float(data["height"]), part)

    def place(self, name: str) -> Spot:
        """A place that the score names."""
        return self._places[name]

    def camera(self) -> Track[Shot]:
        """A camera that cuts to a shot at its second; with two more values it goes on, over so many seconds."""
        moves = []
        for at, shot, *on in self._data["camera"]:
            moves.append(Move(float(at), Shot(*shot), 0.0))
            if on:
                moves.append(Move(at + 0.001, Shot(*on[1]), float(on[0])))
        return Track(moves[0].to, moves, mix_shots)

    def _track(self, who: str, name: str, read: Callable[[Any], T]) -> tuple[T, tuple[Move[T], ...]]:
        moves: list[Move[T]] = []
        for at, value, *over in self._data["people"][who][name]:
            try:
                moves.append(Move(float(at), read(value), float(over[0]) if over else _OVER))
            except (TypeError, KeyError, IndexError, ValueError) as error:
                raise ScriptError(
                    f"{self._name}: {who}, {name}, at {at}: `{value}` is no such thing: {error}"
                ) from error
            if len(moves) > 1 and moves[-1].at < moves[-2].at:
                raise ScriptError(f"{self._name}: {who}, {name}: {at} stands behind {moves[-2].at:g}")
        return moves[0].to, tuple(moves[1:])

    def _target(self, value: Any) -> Target:
        if isinstance(value, list):
            return Spot(*value)
        if value in self._places:
            return self._places[value]
        if value != SPEAKER and value not in self._script.people:
            raise KeyError("nobody and no place has that name")
        return str(value)


def _face(value: Any) -> Face:
    return FACES[value] if isinstance(value, str) else Face(**value)
