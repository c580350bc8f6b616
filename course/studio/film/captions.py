"""The captions of a film, as WebVTT: what is said, with the name of who says it, and what is heard.

The films are silent and faces may be small, so the name is written in the caption, where everyone sees it, besides the
voice span, which programs read. Source: W3C, *WebVTT*, 4.2.2 (caption text).
"""

from __future__ import annotations

import html

from course.studio.film.script import Beat, Script

_LINE = 42
"""Characters in a line of a caption, about; longer ones are parted in two of nearly the same length."""


def captions(script: Script) -> str:
    """The text of the `.vtt` file."""
    return "\n".join(["WEBVTT\n", *(_cue(script, beat) for beat in script.captioned())])


def _cue(script: Script, beat: Beat) -> str:
    times = f"{_time(beat.at)} --> {_time(beat.until or beat.at)}"
    if beat.says is None or beat.who is None:
        return f"{times}\n[{html.escape(beat.sound or '', quote=False)}]\n"
    name = script.people[beat.who].name
    said = html.escape(_in_lines(f"{name}: {beat.says}"), quote=False)
    return f"{times}\n<v {html.escape(name, quote=False)}>{said}</v>\n"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _in_lines(text: str) -> str:
    if len(text) <= _LINE:
        return text
    blanks = [index for index, character in enumerate(text) if character == " "]
    middle = min(blanks, key=lambda index: abs(index - len(text) / 2))
    return f"{text[:middle]}\n{text[middle + 1 :]}"
