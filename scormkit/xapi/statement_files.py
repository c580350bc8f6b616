"""Files of statements: one statement, an array, what an LRS answered, or one statement a line."""

from __future__ import annotations

from typing import Any, NamedTuple

from scormkit.xapi.json_text import JsonError, read_json, without_mark


class Placed(NamedTuple):
    """One statement of a file, and where it stands there: `$`, `$[3]`, `$.statements[3]` or `line 4`."""

    place: str
    statement: Any
    """As it was read: whether it is a statement at all is for `validation` to say."""


def read_statements(data: bytes) -> list[Placed]:
    """The statements of a file, in their order.

    The file is one statement, an array of them, a StatementResult (`{"statements": […]}`; xAPI 1.0.3, Data 2.5), or has
    one statement on each line, blank lines aside. A byte order mark, as some editors set it, is passed over. Raises
    `JsonError` for what is none of these, as `read_json` does; where there is one statement a line, it names the line.
    """
    text = without_mark(data)
    lines = [(number, line) for number, line in enumerate(text.split(b"\n"), 1) if line.strip()]
    if len(lines) > 1 and _is_whole(lines[0][1]):
        return [Placed(f"line {number}", _line(number, line)) for number, line in lines]
    value = read_json(text)
    if isinstance(value, list):
        return [Placed(f"$[{index}]", each) for index, each in enumerate(value)]
    if isinstance(value, dict) and isinstance(value.get("statements"), list):
        return [Placed(f"$.statements[{index}]", each) for index, each in enumerate(value["statements"])]
    return [Placed("$", value)]


def is_template(value: Any) -> bool:
    """Whether a value of a file is one of our statement templates, which has to be filled before it says anything."""
    return isinstance(value, dict) and {"template", "statement", "placeholders"} <= value.keys()


def _is_whole(line: bytes) -> bool:
    """Whether a line is an object of its own: no line of a document that goes over several lines is its first."""
    try:
        return isinstance(read_json(line), dict)
    except JsonError:
        return False


def _line(number: int, line: bytes) -> Any:
    try:
        return read_json(line)
    except JsonError as error:
        raise JsonError(f"line {number}: {error}") from error
