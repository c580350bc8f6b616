"""Filling a template in: values in, a statement out, or all that is wrong with the values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scormkit.hints import did_you_mean
from scormkit.identifiers import is_iri
from scormkit.xapi.formats import is_duration, is_timestamp, is_uuid
from scormkit.xapi.json_text import has_half_a_character
from scormkit.xapi.templates.answers import BETWEEN
from scormkit.xapi.templates.places import copied, drop, is_place, put
from scormkit.xapi.validation import statement_problems
from scormkit.xapi.validation.actors import actor

# Of so many digits that Python reads all of them, and far more than a number from 0 to 1 needs.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{1,50})?(?:[eE][-+]?[0-9]{1,2})?")
_TRUTHS = {"true": True, "false": False}


class NoTemplateError(ValueError):
    """Raised for a JSON value that is no template of scormkit's; says why."""


@dataclass(frozen=True, slots=True)
class FillProblem:
    """What is wrong with a value: its name, what is wrong, and what to do."""

    name: str
    message: str
    hint: str


class FillError(ValueError):
    """Raised for values that a template cannot be filled with: all that is wrong with them."""

    def __init__(self, problems: tuple[FillProblem, ...]) -> None:
        """Say what is wrong."""
        super().__init__("; ".join(f"{each.name}: {each.message} ({each.hint})" for each in problems))
        self.problems = problems


def fill(template: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The statement that comes of a template with these values, by the names of its placeholders.

    Truths and numbers may be given as texts. Where no value is given, a default stands in its place, or, unless it is
    required, nothing. The template stays as it is. Raises NoTemplateError for what is none, and FillError for values
    that are missing, not asked for, or not of their type: with all of them at once.
    """
    places = _places(template)
    statement: dict[str, Any] = copied(template["statement"])
    problems = list(_unknown(values, places))
    try:
        # From the end, so that what is dropped moves nothing that is still to come.
        for name, place in reversed(places.items()):
            value = values.get(name, place.get("default"))
            if value is None:
                if place["required"]:
                    problems.append(FillProblem(name, "is missing", f"give {_what(place)}"))
                drop(statement, place["at"])
                continue
            value = _read(value, place["type"])
            problems += (FillProblem(name, message, hint) for message, hint in _wrong(value, place))
            put(statement, place["at"], value)
    except (LookupError, TypeError) as error:
        raise NoTemplateError("a placeholder stands where the statement has no place for it") from error
    if not problems:
        found = statement_problems(statement)
        problems += (FillProblem(each.path, each.text, f"see xAPI 1.0.3, {each.clause}") for each in found)
    if problems:
        order = [*places]
        problems.sort(key=lambda each: order.index(each.name) if each.name in order else len(order))
        raise FillError(tuple(problems))
    return statement


def _places(template: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The placeholders by their names."""
    try:
        rows, statement = template["placeholders"], template["statement"]
        sound = isinstance(statement, dict) and all(_is_place(row) for row in rows)
        places = {row["name"]: row for row in rows}
    except (LookupError, TypeError) as error:
        raise NoTemplateError("it has no `statement` with `placeholders`") from error
    if not sound or len(places) != len(rows):
        raise NoTemplateError("its table of `placeholders` is not as scormkit writes it")
    return places


def _is_place(row: Mapping[str, Any]) -> bool:
    return (
        isinstance(row["name"], str)
        and isinstance(row["required"], bool)
        and row["type"] in _JUDGES
        and is_place(row["at"])
        and isinstance(row.get("allowed", []), list)
        and ("parts" not in row or (row["type"] == "text" and _are_texts(row["parts"])))
    )


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _unknown(values: Mapping[str, Any], places: Mapping[str, Any]) -> Iterator[FillProblem]:
    for name in values:
        if name not in places:
            hint = did_you_mean(name, [*places], f"there are: {', '.join(places)}")
            yield FillProblem(name, "is not a placeholder of this template", hint)


def _read(value: Any, kind: str) -> Any:
    """A text as the value that it stands for."""
    if isinstance(value, str) and kind == "truth":
        return _TRUTHS.get(value, value)
    if isinstance(value, str) and kind == "number" and _NUMBER.fullmatch(value):
        return json.loads(value)
    return value


def _wrong(value: Any, place: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a value, each with what to do."""
    if not _JUDGES[place["type"]](value):
        yield f"is {_show(value)}", f"give {_what(place)}"
        return
    if has_half_a_character(value):
        # What a terminal hands over that was not UTF-8 comes in such halves.
        yield "has half a character in it", "give a text in UTF-8"
        return
    if place["type"] == "agent":
        yield from ((f"{each.text} ({each.path})", f"see xAPI 1.0.3, {each.clause}") for each in actor(value, "$"))
    allowed, parts = place.get("allowed"), place.get("parts")
    if allowed and value not in allowed:
        yield f"is {_show(value)}", f"give one of: {', '.join(map(_show, allowed))}"
    if parts:
        strange = [each for each in value.split(BETWEEN) if each not in parts]
        if strange:
            known = ", ".join(map(_show, parts))
            yield f"has {_show(strange[0])} in it", f"join some of these with {BETWEEN}: {known}"


def _is_part(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _text(judge: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and judge(value)


_JUDGES: Mapping[str, Callable[[Any], bool]] = {
    "uuid": _text(is_uuid),
    "agent": lambda value: isinstance(value, dict),
    "iri": _text(is_iri),
    "text": _text(lambda _: True),
    "truth": lambda value: isinstance(value, bool),
    "number": _is_part,
    "duration": _text(is_duration),
    "timestamp": _text(is_timestamp),
}
_NAMES = {
    "uuid": "a UUID",
    "agent": "an agent",
    "iri": "an absolute IRI",
    "text": "a text",
    "truth": "true or false",
    "number": "a number from 0 to 1",
    "duration": "an ISO 8601 duration",
    "timestamp": "a timestamp with its zone",
}


def _what(place: Mapping[str, Any]) -> str:
    kind = place["type"]
    example = f", such as {_show(place['example'])}" if kind != "truth" and "example" in place else ""
    return f"{_NAMES[kind]}{example}"


def _show(value: Any) -> str:
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)
