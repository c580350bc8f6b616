"""What changes with time: keyframes with easing, and the small life in people that goes on by itself.

All of it is a function of the second alone, so that a film is the same however its frames are parted over processes.
"""

from __future__ import annotations

import math
import zlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from course.studio.film.script import Script

T = TypeVar("T")

_BLINK = 0.22
"""Seconds from open over shut to open."""


def ease(share: float) -> float:
    """A way from 0 to 1 that begins and ends at rest (smootherstep); beyond them it stays."""
    share = min(max(share, 0.0), 1.0)
    return share * share * share * (share * (share * 6 - 15) + 10)


def blend(start: float, end: float, share: float) -> float:
    """The number at a share of the way."""
    return start + (end - start) * share


@dataclass(frozen=True, slots=True)
class Move(Generic[T]):
    """From second `at` on, go to `to`, and take `over` seconds for it; 0 is a cut."""

    at: float
    to: T
    over: float = 0.6


class Track(Generic[T]):
    """A value over time: where it begins, and the moves that follow.

    A move that begins before the last one has ended goes on from where that had come.
    """

    def __init__(self, first: T, moves: list[Move[T]], mix: Callable[[T, T, float], T]) -> None:
        """`mix` gives the value at a share, 0 to 1, of the way between two."""
        self._moves = sorted(moves, key=lambda move: move.at)
        self._times = [move.at for move in self._moves]
        self._mix = mix
        self._starts = [first]
        for index, move in enumerate(self._moves):
            self._starts.append(self._value(move.at, index))

    def at(self, time: float) -> T:
        """The value at a second."""
        return self._value(time, bisect_right(self._times, time))

    def _value(self, time: float, begun: int) -> T:
        """The value when `begun` moves have begun."""
        if begun == 0:
            return self._starts[0]
        move, start = self._moves[begun - 1], self._starts[begun]
        share = 1.0 if move.over <= 0 else ease((time - move.at) / move.over)
        if share >= 1:
            return move.to
        return start if share <= 0 else self._mix(start, move.to, share)


def chance(*of: object) -> float:
    """A number from 0 to 1 that is always the same for the same things, and looks like none."""
    return zlib.crc32(repr(of).encode()) / 0xFFFFFFFF


def shut(who: str, time: float) -> float:
    """How far somebody's eyes are shut by blinking: 0 open, 1 shut; every three to six seconds, each out of step."""
    start, count = -6.0 * chance(who), 0
    while True:
        interval = 3.0 + 3.0 * chance(who, count)
        if time < start + interval:
            break
        start, count = start + interval, count + 1
    share = (time - start) / _BLINK
    return math.sin(math.pi * share) if 0 <= share <= 1 and count else 0.0


def breath(who: str, time: float) -> float:
    """Where somebody is in a breath: -1 out, 1 in; about fourteen a minute."""
    pace = 4.0 + 0.7 * chance(who, "pace")
    return math.sin(2 * math.pi * (time / pace + chance(who, "breath")))


def drift(who: str, time: float) -> float:
    """A slow swaying, -1 to 1, that never quite comes again: nobody stands like a post."""
    begin = 2 * math.pi * chance(who, "drift")
    return 0.6 * math.sin(time * 0.53 + begin) + 0.4 * math.sin(time * 0.29 + 2.1 * begin)


def voice(script: Script, who: str, time: float) -> float:
    """How far somebody's mouth is open in speaking, 0 to 1.

    Moves while a caption of theirs is up, for as long as its words take to say, so that a caption that stands longer
    is not chewed on; about four syllables a second, no two of them the same.
    """
    for beat in script.speech():
        if beat.who != who or beat.until is None or beat.says is None or not beat.at <= time < beat.until:
            continue
        said = min(beat.until - beat.at, 0.4 + len(beat.says) / 14)
        since = time - beat.at - 0.1
        if not 0 <= since < said:
            return 0.0
        syllable, within = divmod(since * 4.2, 1.0)
        height = 0.35 + 0.65 * chance(who, beat.at, syllable)
        if chance(beat.at, syllable, "rest") < 0.12:
            height = 0.1
        fade = min(1.0, since / 0.1, (said - since) / 0.15)
        return height * math.pow(math.sin(math.pi * within), 0.8) * fade
    return 0.0
