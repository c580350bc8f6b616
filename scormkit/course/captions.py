"""Captions of films: WebVTT, read strictly, with a cure for each mistake.

A browser leaves out whatever cue it does not understand, and says nothing. Source: W3C, *WebVTT: The Web Video Text
Tracks Format*, 4.1 (file structure), 4.2.2 (caption text) and 6.1 (parsing).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\n|\r")
_TIME = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TIMES = re.compile(r"(?P<start>\S*)(?P<before>[ \t]*)-->(?P<after>[ \t]*)(?P<end>\S*)(?P<settings>.*)")
_ROUGH_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?")
_SUBRIP_TIMES = re.compile(r"\d+:\d\d:\d\d,\d{1,3}\s*-->")
_TAG = re.compile(
    r"</?(?:c|i|b|u|v|lang|ruby|rt)(?:\.[^\s.<>&]+)*(?:[ \t\n][^<>]*)?>|<(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}>"
)
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_MAX_PROBLEMS = 20

_SEPARATE = "put an empty line, without blanks, above each time (or the number over it), and none inside a text"
_SUBRIP = "this looks like SRT: put WEBVTT and an empty line above it, and write each time with a point: 00:01:02.500"


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: from when to when it is shown, in seconds, and what it says, without markup; lines end in `\\n`."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class CaptionProblem:
    """What is wrong in a line, counted from 1, and what to do about it."""

    line: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Captions:
    """The cues of a file in order, and all that is wrong with it; where there are problems, cues may be missing."""

    cues: tuple[Cue, ...]
    problems: tuple[CaptionProblem, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without an empty one among them; `line` is the number of the first."""

    line: int
    lines: list[str]


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    cues: list[Cue] = field(default_factory=list)
    problems: list[CaptionProblem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    latest: float = 0.0

    def problem(self, line: int, message: str, hint: str) -> None:
        self.problems.append(CaptionProblem(line, message, hint))


def read_captions(text: str) -> Captions:
    """The captions in the text of a `.vtt` file.

    Cues may overlap, but have to begin in order. Notes, styles and regions are passed over, as are settings behind a
    time, which say where a cue stands. At most 20 problems are given.
    """
    blocks = list(_blocks(text.removeprefix("\ufeff")))
    reading = _Reading()
    rest = _behind_header(blocks, reading)
    if rest is not None:
        for block in rest:
            _read_block(block, reading)
        if not reading.cues and not reading.problems:
            reading.problem(1, "there are no captions in the file", "write a time and under it what is said")
    return Captions(tuple(reading.cues), tuple(reading.problems[:_MAX_PROBLEMS]))


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    for number, line in enumerate([*_LINE_END.split(text), ""], start=1):
        if line:
            lines.append(line)
        elif lines:
            yield _Block(number - len(lines), lines)
            lines = []


def _behind_header(blocks: list[_Block], reading: _Reading) -> list[_Block] | None:
    """The blocks behind the header; None where the file is no WebVTT at all."""
    if not blocks:
        reading.problem(1, "the file is empty", "write WEBVTT in the first line, an empty line, and then the cues")
        return None
    first, rest = blocks[0], blocks[1:]
    if first.line != 1 or _HEADER.fullmatch(first.lines[0]) is None:
        subrip = any(_SUBRIP_TIMES.match(line) for line in first.lines)
        hint = _SUBRIP if subrip else "write WEBVTT, in capitals, in the first line, and an empty line under it"
        reading.problem(1, "the file does not begin with `WEBVTT`", hint)
        return None
    # Other tools write lines such as `Kind: captions` under the first; browsers pass over them.
    if any("-->" in line for line in first.lines):
        reading.problem(2, "a cue follows `WEBVTT` at once", "put an empty line under WEBVTT")
    return rest


def _read_block(block: _Block, reading: _Reading) -> None:
    head = block.lines[0]
    if re.fullmatch(r"NOTE(?:[ \t].*)?|STYLE[ \t]*|REGION[ \t]*", head):
        for number, line in enumerate(block.lines):
            if "-->" in line:
                word = head.split()[0]
                reading.problem(block.line + number, f"`-->` stands inside a {word} block", _SEPARATE)
                return
        return
    at = 0 if "-->" in head else 1
    if at == len(block.lines) or "-->" not in block.lines[at]:
        reading.problem(block.line, f"there is no time above `{_short(head)}`", _SEPARATE)
        return
    if at == 1:
        if head in reading.names:
            reading.problem(
                block.line, f"two cues are called `{_short(head)}`", "number the cues, or leave the names out"
            )
        reading.names.add(head)
    times = _read_times(block.line + at, block.lines[at], reading)
    text = _read_text(block.line + at + 1, block.lines[at + 1 :], reading)
    if times is not None and text is not None:
        reading.cues.append(Cue(*times, text))


def _read_times(line: int, text: str, reading: _Reading) -> tuple[float, float] | None:
    match = _TIMES.fullmatch(text)
    if match is None:
        reading.problem(line, f"`{_short(text)}` is no time", "write it so: 00:01:02.500 --> 00:01:04.000")
        return None
    start, end = (_seconds(line, match[name], reading) for name in ("start", "end"))
    if start is None or end is None:
        return None
    if not match["before"] or not match["after"]:
        reading.problem(line, "there is no blank beside `-->`", "put a blank before and after `-->`")
        return None
    if end <= start:
        reading.problem(
            line, f"the cue ends at {match['end']}, not after it begins", "let the second time be the later"
        )
        return None
    if start < reading.latest:
        hint = "put the cues in the order in which they begin"
        reading.problem(line, f"the cue at {match['start']} begins before the one above it", hint)
        return None
    reading.latest = start
    return start, end


def _seconds(line: int, text: str, reading: _Reading) -> float | None:
    match = _TIME.fullmatch(text)
    if match is not None:
        whole = [int(part or 0) for part in match.groups()]
        return (whole[0] * 3_600_000 + whole[1] * 60_000 + whole[2] * 1000 + whole[3]) / 1000
    rough = _ROUGH_TIME.fullmatch(text)
    hint = "a time is 00:01:02.500 or 01:02.500: hours, minutes, seconds, a point and three digits"
    if rough is not None:
        hours, minutes, seconds, thousandths = rough.groups()
        right = f"{int(minutes):02}:{int(seconds):02}.{(thousandths or '').ljust(3, '0')}"
        if int(minutes) < 60 and int(seconds) < 60:
            hint = f"write {int(hours):02}:{right}" if hours else f"write {right}"
        else:
            hint = "minutes and seconds go up to 59: 75 minutes are 01:15:00.000"
    reading.problem(line, f"`{_short(text)}` is no time" if text else "a time is missing beside `-->`", hint)
    return None


def _read_text(line: int, lines: list[str], reading: _Reading) -> str | None:
    for number, each in enumerate(lines):
        if "-->" in each:
            reading.problem(line + number, "a cue begins inside the text of another", _SEPARATE)
            return None
    marked = "\n".join(lines)
    plain = _TAG.sub("", marked)
    if "<" in plain:
        number = next(n for n, each in enumerate(plain.split("\n")) if "<" in each)
        hint = "write &lt; for the character; a browser leaves out what stands behind a bare one"
        reading.problem(line + number, f"`<` begins no tag of WebVTT in `{_short(lines[number])}`", hint)
        return None
    said = html.unescape(plain).strip()
    if not said:
        reading.problem(line - 1, "the cue says nothing", "write what is said under the time, or remove the cue")
        return None
    return said


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
