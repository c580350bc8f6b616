"""Files of statements: one statement, an array, what an LRS answered, or one statement a line."""

from __future__ import annotations

from typing import Any, NamedTuple

from scormkit.xapi.json_text import JsonError, read_json, without_mark


class Placed(NamedTuple):
    """One statement of a file, and where it stands there: `$`, `$[3]`, `$.statements[3]` or `line 4`."""

    place: str
    statement: Any
    """As it was read: whether it is a statement at all is for `validation` to say."""


class Spoilt(NamedTuple):
    """A line among statements that nothing can be read from: its number, and why."""

    line: int
    reason: str


def read_statements(data: bytes) -> list[Placed]:
    """The statements of a file, in their order.

    The file is one statement, an array of them, a StatementResult (`{"statements": […]}`; xAPI 1.0.3, Data 2.5), or has
    one statement on each line, blank lines aside. A byte order mark, as some editors set it, is passed over. Raises
    `JsonError` for what is none of these, as `read_json` does; where there is one statement a line, it names the line.
    """
    placed, spoilt = read_readable(data)
    for each in spoilt:
        raise JsonError(f"line {each.line}: {each.reason}")
    return placed


def read_readable(data: bytes) -> tuple[list[Placed], list[Spoilt]]:
    """As `read_statements`, but a line that cannot be read keeps nobody from the others."""
    text = without_mark(data)
    lines = [(number, line) for number, line in enumerate(text.split(b"\n"), 1) if line.strip()]
    if _is_one_a_line([line for _, line in lines[:2]]):
        return _of_lines(lines)
    value = read_json(text)
    if isinstance(value, list):
        return [Placed(f"$[{index}]", each) for index, each in enumerate(value)], []
    if isinstance(value, dict) and isinstance(value.get("statements"), list):
        return [Placed(f"$.statements[{index}]", each) for index, each in enumerate(value["statements"])], []
    return [Placed("$", value)], []


def is_template(value: Any) -> bool:
    """Whether a value of a file is one of our statement templates, which has to be filled before it says anything."""
    return isinstance(value, dict) and {"template", "statement", "placeholders"} <= value.keys()


def _is_one_a_line(first: list[bytes]) -> bool:
    """Whether the first two lines are of a file that has a statement on each, one of them spoilt at most.

    No document that goes over several lines has, behind a line that begins an object, one that is an object by itself.
    """
    return len(first) == 2 and first[0].lstrip().startswith(b"{") and any(map(_is_whole, first))


def _is_whole(line: bytes) -> bool:
    """Whether a line is an object of its own."""
    try:
        return isinstance(read_json(line), dict)
    except JsonError:
        return False


def _of_lines(lines: list[tuple[int, bytes]]) -> tuple[list[Placed], list[Spoilt]]:
    placed: list[Placed] = []
    spoilt: list[Spoilt] = []
    for number, line in lines:
        try:
            placed.append(Placed(f"line {number}", read_json(line)))
        except JsonError as error:
            # To the reader of a line, it is the first.
            spoilt.append(Spoilt(number, str(error).replace("(line 1, column ", "(column ")))
    return placed, spoilt
