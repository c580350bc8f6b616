"""What a JSON value must look like, told by small checks that are put together.

A check takes a value and its JSONPath, and gives the problems that it finds. It says nothing where it finds none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scormkit.identifiers import is_iri, is_language_tag

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a statement: where (JSONPath), what, and the clause of the specification."""

    path: str
    text: str
    clause: str

    def __str__(self) -> str:
        """Everything in one line."""
        return f"{self.path}: {self.text} (xAPI {self.clause})"


Check = Callable[[Any, str], Iterator[Problem]]


def at(path: str, key: str) -> str:
    """The JSONPath of a member of an object."""
    return f"{path}.{key}" if _PLAIN_KEY.fullmatch(key) else f"{path}[{json.dumps(key, ensure_ascii=False)}]"


def record(
    name: str, clause: str, properties: Mapping[str, Check], required: Collection[str] = (), *rules: Check
) -> Check:
    """An object with these properties and no others, of which some are required; `rules` judge it as a whole.

    The rules run only where the value is an object.
    """
    by_lower = {key.lower(): key for key in properties}

    def check(value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(path, f"{name} is an object, not {kind_of(value)}", clause)
            return
        for key in required:
            if key not in value:
                yield Problem(path, f"{name} has no {key}", clause)
        for key, member in value.items():
            where = at(path, key)
            if key not in properties:
                meant = by_lower.get(key.lower())
                hint = f"; keys are case sensitive, and this one is {meant}" if meant else ""
                yield Problem(where, f"{name} has no property {key!r}{hint}", "Data 2.2")
            elif member is None:
                yield Problem(where, "null is no value outside extensions", "Data 2.2")
            else:
                yield from properties[key](member, where)
        for rule in rules:
            yield from rule(value, path)

    return check


def text(form: Callable[[str], bool] | None = None, what: str = "", clause: str = "Data 2.2") -> Check:
    """A string, of a form where one is given; `what` completes "… is not"."""

    def check(value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(path, f"a string is expected, not {kind_of(value)}", clause)
        elif form is not None and not form(value):
            yield Problem(path, f"{shown(value)} is not {what}", clause)

    return check


def one_of(values: Collection[str], clause: str) -> Check:
    """One of these strings."""

    def check(value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or value not in values:
            yield Problem(path, f"{shown(value)} is not one of {', '.join(values)}", clause)

    return check


def array(each: Check, clause: str) -> Check:
    """An array, every member of which passes the check."""

    def check(value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(path, f"an array is expected, not {kind_of(value)}", clause)
            return
        for index, member in enumerate(value):
            if member is None:
                yield Problem(f"{path}[{index}]", "null is no value outside extensions", "Data 2.2")
            else:
                yield from each(member, f"{path}[{index}]")

    return check


def boolean(value: Any, path: str) -> Iterator[Problem]:
    """True or false, and no word for it."""
    if not isinstance(value, bool):
        yield Problem(path, f"true or false is expected, not {kind_of(value)}", "Data 2.2")


def number(value: Any, path: str) -> Iterator[Problem]:
    """A number, and no text for it."""
    if not is_number(value):
        yield Problem(path, f"a number is expected, not {kind_of(value)}", "Data 2.2")


def count(value: Any, path: str) -> Iterator[Problem]:
    """A whole number that is not negative."""
    if not is_number(value) or value < 0 or value != int(value):
        yield Problem(path, f"a whole number from 0 is expected, not {shown(value)}", "Data 2.2")


def is_number(value: Any) -> bool:
    """Whether JSON would call the value a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def language_map(value: Any, path: str) -> Iterator[Problem]:
    """Texts by language tag (xAPI 1.0.3, Data 4.2)."""
    clause = "Data 4.2"
    if not isinstance(value, dict):
        yield Problem(path, f"a language map is an object, not {kind_of(value)}", clause)
        return
    for tag, words in value.items():
        if not is_language_tag(tag):
            yield Problem(at(path, tag), f"{tag!r} is not a language tag", clause)
        if not isinstance(words, str):
            yield Problem(at(path, tag), f"a string is expected, not {kind_of(words)}", clause)


def extensions(value: Any, path: str) -> Iterator[Problem]:
    """Any values, null among them, by IRI (xAPI 1.0.3, Data 4.1)."""
    clause = "Data 4.1"
    if not isinstance(value, dict):
        yield Problem(path, f"extensions are an object, not {kind_of(value)}", clause)
        return
    for key in value:
        if not is_iri(key):
            yield Problem(at(path, key), f"{key!r} is not an absolute IRI", clause)


def iri(clause: str) -> Check:
    """An absolute IRI."""
    return text(is_iri, "an absolute IRI", clause)


def kind_of(value: Any) -> str:
    """What kind of JSON value this is, with the value itself where it is short."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    return f"the string {shown(value)}" if isinstance(value, str) else f"the number {shown(value)}"


def shown(value: Any) -> str:
    """The value as JSON, cut where it grows long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"
