"""Slips in YAML, in words: what the parser stumbled over becomes where the author slipped, what is wrong, and a cure.

The parser names the place where it could not go on, which is often lines below the slip: a quote that is not closed
runs on to the next one, wherever that is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from scormkit.course.problems import YAML_SYNTAX, YAML_TAB
from scormkit.course.source import Mark
from scormkit.diagnostics import Definition

QUOTES = "put the text between quotes"

_GLUED = re.compile(r"\s*(?:- +)*[\w-]+:(?=\S)")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_NOTE = re.compile(r"\s#")
_CURLY = re.compile(r"(?:^|:|-)\s+[“”„‘’‚«»]")
_CLOSING = {"{": "}", "[": "]"}


class Slip(NamedTuple):
    """What is wrong in a file, where, and what to do."""

    definition: Definition
    mark: Mark
    message: str
    hint: str


def explain(text: str, error: yaml.YAMLError) -> Slip:
    """The slip in a text that the YAML parser could not read."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Slip(YAML_SYNTAX, Mark(1, 1), str(error), "write it anew in a plain text editor")
    lines = text.splitlines()
    mark = to_mark(error.problem_mark or error.context_mark)
    line = _line(lines, mark.line)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[mark.column - 1 : mark.column] == "\t":
        return Slip(
            YAML_TAB, Mark(mark.line, line.index("\t") + 1), "a tab stands where blanks belong", "use two blanks"
        )
    return Slip(YAML_SYNTAX, *_explain(lines, error, mark))


def to_mark(mark: yaml.Mark | None) -> Mark:
    """A place as the parser counts it, counted from 1."""
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)


def _explain(lines: list[str], error: yaml.MarkedYAMLError, mark: Mark) -> tuple[Mark, str, str]:
    problem, context = error.problem or "", error.context or ""
    begin = to_mark(error.context_mark)
    line = _line(lines, mark.line)
    if "quoted scalar" in context and "end of stream" in problem:
        return _open_quote(begin)
    if "flow" in context:
        return _bracket(lines, begin, mark)
    if "simple key" in context:
        return _no_key(lines, begin)
    if "mapping values" in problem:
        return _colon(lines, mark)
    if "cannot start any token" in problem:
        return mark, f"text without quotes cannot begin with `{line[mark.column - 1 :][:1]}`", QUOTES
    if "escape" in problem:
        hint = "write the backslash twice, or put the text between single quotes"
        return mark, "a backslash in double quotes begins a special sign, and there is none like this", hint
    if "block sequence entries" in problem:
        return mark, "a dash stands behind a colon", "begin the list in the next line"
    if "block scalar" in context:
        return mark, "text stands behind `|` or `>`", "begin it in the next line, indented by two blanks"
    if "did not find expected" in problem:
        return _structure(lines, mark)
    hint = "look here and in the lines above for a quote or a bracket that is not closed, or for a missing dash"
    return mark, " ".join(part for part in (problem, context) if part), hint


def _open_quote(mark: Mark) -> tuple[Mark, str, str]:
    hint = "close it with the same sign; where a text begins with an apostrophe, put all of it between double quotes"
    return mark, "the quote that begins here is not closed", hint


def _bracket(lines: list[str], begin: Mark, mark: Mark) -> tuple[Mark, str, str]:
    line = _line(lines, begin.line)
    opening = line[begin.column - 1 : begin.column]
    closing = _CLOSING.get(opening, "}")
    if begin.line == mark.line:
        return mark, f"a comma or a `{closing}` belongs here", "put a text that holds brackets or quotes between quotes"
    hint = f"close it with `{closing}`"
    if _NOTE.search(line, begin.column):
        hint = "what follows a `#` is a note: put a text with `#` between quotes"
    return begin, f"the bracket `{opening}` that begins here is not closed", hint


def _no_key(lines: list[str], begin: Mark) -> tuple[Mark, str, str]:
    line = _line(lines, begin.line)
    if glued := _GLUED.match(line):
        hint = f"write a blank after it, as in `{glued[0].strip(' -')} {line[glued.end() :][:20]}`"
        return Mark(begin.line, glued.end() + 1), "no blank follows the colon", hint
    return begin, "this line has no key", "write a key, a colon and a blank; indent lines that belong to a text above"


def _colon(lines: list[str], mark: Mark) -> tuple[Mark, str, str]:
    line = _line(lines, mark.line)
    before = line[: mark.column - 1]
    above = next((each for each in reversed(lines[: mark.line - 1]) if each.strip()), "")
    if _KEY.fullmatch(before) and above:
        start = Mark(mark.line, _start(before) + 1)
        if _start(before) > _start(above) or ":" in above:
            message = "this line stands further to the right than the lines that it belongs to"
            return start, message, "begin it in the column of the key above"
        return start, "the line above has no colon", "write a colon and a blank after its key"
    if re.search(r":\s+include$", before):
        return mark, "`include` stands behind another key", "put it in braces, as in `{include: texts/intro.md}`"
    hint = f"{QUOTES} of the plain kind, \" or '" if _CURLY.search(before) else QUOTES
    return mark, "a colon stands inside text that is not between quotes", hint


def _structure(lines: list[str], mark: Mark) -> tuple[Mark, str, str]:
    line = _line(lines, mark.line)
    before, sign = line[: mark.column - 1].rstrip(), line[mark.column - 1 : mark.column]
    if sign in ("]", "}"):
        return mark, f"a `{sign}` stands here and no bracket is open", "remove it, or put the text between quotes"
    if before.endswith(('"', "'")):
        quote = before[-1]
        if before.count(quote) % 2:
            opened = next((n for n in range(mark.line - 1, 0, -1) if lines[n - 1].count(quote) % 2), None)
            if opened:
                return _open_quote(Mark(opened, lines[opened - 1].rindex(quote) + 1))
        hint = "put the whole text between quotes of the other kind, or below a `|`, where anything may stand"
        return mark, "text goes on after the quote that closes it", hint
    message = "this line does not begin in the column of the lines that it belongs to"
    return (
        mark,
        message,
        "give what belongs together the same number of blanks in front, and each item of a list its dash",
    )


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""


def _start(line: str) -> int:
    """Where the key of a line begins, its dashes passed over."""
    match = re.match(r"\s*(?:- +)*", line)
    return match.end() if match else 0
