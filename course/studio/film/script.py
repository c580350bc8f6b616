"""The script of a film: who is in it, and what is seen, said and heard at which second.

A script is a YAML file, `course/films/<film>.yaml`; course/studio/README.md tells how one is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

SHORTEST, LONGEST = 40.0, 90.0
"""Seconds that a film may last."""

FASTEST = 17.0
"""Characters a second that a caption may ask of a reader; 13 is what a script aims at."""

BRIEFEST = 1.2
"""Seconds that a caption stands at least."""

_FILM_KEYS = {"title", "length", "people", "beats"}
_PERSON_KEYS = {"name", "about", "subject"}
_BEAT_KEYS = {"at", "until", "who", "says", "does", "sound"}


class ScriptError(ValueError):
    """A script that cannot be filmed; the message names the file and has a line for each thing that is wrong."""


@dataclass(frozen=True, slots=True)
class Role:
    """Someone in the film: the id in the script, the name in captions, and in a few words who that is.

    `subject` begins a sentence about them in the transcript: the name, unless that is a word such as "Mentor".
    """

    id: str
    name: str
    about: str
    subject: str


@dataclass(frozen=True, slots=True)
class Beat:
    """Something that is seen (`does`), said (`says`, with `who`) or heard (`sound`), from `at`, in seconds.

    `until` is the end of what is said or heard, and None of what is seen.
    """

    at: float
    until: float | None = None
    who: str | None = None
    says: str | None = None
    does: str | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A film as it is written; `length` in seconds, `people` in the order of appearance, `beats` in that of time."""

    id: str
    title: str
    length: float
    people: dict[str, Role]
    beats: tuple[Beat, ...]

    def speech(self) -> tuple[Beat, ...]:
        """The beats in which someone says something, in order."""
        return tuple(beat for beat in self.beats if beat.says)

    def captioned(self) -> tuple[Beat, ...]:
        """The beats that have a caption, in order: all that is said or heard."""
        return tuple(beat for beat in self.beats if beat.says or beat.sound)

    def speaker(self, time: float) -> str | None:
        """The id of who speaks at a time, or None."""
        return next((b.who for b in self.speech() if b.until is not None and b.at <= time < b.until), None)


def read_script(file: Path) -> Script:
    """The script in a file.

    Raises ScriptError with all that is wrong: unknown keys, beats out of order or outside the film, people that
    nobody introduced, captions that overlap or are too fast to read, a film that is shorter or longer than it may be.
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ScriptError(f"{file.name}: cannot be read: {error}") from error
    problems: list[str] = []
    script = _script(file.stem, data, problems)
    if script is not None:
        problems += _judge(script)
    if script is None or problems:
        raise ScriptError("\n".join(f"{file.name}: {problem}" for problem in problems))
    return script


def _script(film: str, data: Any, problems: list[str]) -> Script | None:
    """The script as far as it has the right form; None where too little of it has."""
    if not isinstance(data, dict):
        problems.append("a script is a mapping with title, length, people and beats")
        return None
    problems += [f"`{key}` is no key of a script" for key in sorted(map(str, data.keys() - _FILM_KEYS))]
    title, length, people, beats = (data.get(key) for key in ("title", "length", "people", "beats"))
    if not isinstance(title, str) or not title.strip():
        problems.append("`title` is missing")
    if not _is_number(length):
        problems.append("`length` is missing: the seconds that the film lasts")
    roles = {}
    for name, about in people.items() if isinstance(people, dict) else ():
        if (
            isinstance(about, dict)
            and {"name", "about"} <= about.keys() <= _PERSON_KEYS
            and all(isinstance(value, str) for value in about.values())
        ):
            called: str = about["name"]
            roles[str(name)] = Role(str(name), called, about["about"], about.get("subject", called))
        else:
            problems.append(f"`{name}` in people needs `name` and `about`, and may have `subject`")
    if not roles:
        problems.append("`people` is missing: who is in the film")
    read = [_beat(number, each, problems) for number, each in enumerate(beats if isinstance(beats, list) else (), 1)]
    if not read:
        problems.append("`beats` is missing: what happens at which second")
    if problems:
        return None
    return Script(film, str(title), float(length or 0), roles, tuple(beat for beat in read if beat is not None))


def _beat(number: int, data: Any, problems: list[str]) -> Beat | None:
    if not isinstance(data, dict) or not _is_number(data.get("at")):
        problems.append(f"beat {number} has no time: `at`, in seconds from the start")
        return None
    where = f"the beat at {data['at']:g}"
    before = len(problems)
    problems += [f"{where}: `{key}` is no key of a beat" for key in sorted(map(str, data.keys() - _BEAT_KEYS))]
    kinds = [key for key in ("says", "does", "sound") if isinstance(data.get(key), str) and data[key].strip()]
    if len(kinds) != 1:
        problems.append(f"{where} needs one of `says`, `does` and `sound`, in words")
    elif kinds[0] == "does":
        if data.get("until") is not None:
            problems.append(f"{where}: `until` goes with `says` and `sound` only")
    elif not _is_number(data.get("until")):
        problems.append(f"{where}: `{kinds[0]}` needs `until`, the second at which its caption goes away")
    if kinds == ["says"] and data.get("who") is None:
        problems.append(f"{where}: `says` needs `who`")
    if len(problems) > before:
        return None
    until = data.get("until")
    return Beat(
        float(data["at"]),
        None if until is None else float(until),
        data.get("who"),
        *(" ".join(data[key].split()) if key in kinds else None for key in ("says", "does", "sound")),
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _judge(script: Script) -> list[str]:
    problems = []
    if not SHORTEST <= script.length <= LONGEST:
        problems.append(f"a film lasts {SHORTEST:g} to {LONGEST:g} seconds, not {script.length:g}")
    for first, second in pairwise(script.beats):
        if second.at < first.at:
            problems.append(f"the beat at {second.at:g} stands behind the one at {first.at:g}")
    for beat in script.beats:
        if beat.who is not None and beat.who not in script.people:
            problems.append(f"the beat at {beat.at:g}: `{beat.who}` is not in people")
        if max(beat.at, beat.until or 0) > script.length:
            problems.append(f"the beat at {beat.at:g} goes on after the film has ended")
    for beat in script.captioned():
        problems += _too_fast(beat)
    for first, second in pairwise(script.captioned()):
        if first.until is not None and second.at < first.until:
            problems.append(f"the captions at {first.at:g} and {second.at:g} overlap")
    return problems


def _too_fast(beat: Beat) -> list[str]:
    seconds = (beat.until or 0) - beat.at
    words = beat.says or beat.sound or ""
    if seconds < BRIEFEST - 1e-6:
        return [f"the caption at {beat.at:g} stands for {seconds:.1f} s; give it at least {BRIEFEST:g}"]
    if len(words) / seconds > FASTEST:
        wanted = len(words) / 13
        return [f"the caption at {beat.at:g} is too fast to read: {len(words)} characters want {wanted:.1f} s"]
    return []
