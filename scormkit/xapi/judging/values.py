"""Reaching into JSON values that may be anything, and comparing them as JSON does."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from scormkit.xapi.comparing import as_list


def member(value: Any, *way: str) -> Any:
    """What stands in nested objects under these keys; None where the way ends before."""
    for key in way:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *way: str) -> str | None:
    """The string that stands there; None where nothing stands there, or something else."""
    found = member(value, *way)
    return found if isinstance(found, str) else None


def texts(value: Any) -> Iterator[str]:
    """The strings of an array; none where the value is no array."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, str))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of an array; none where the value is no array."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def comparable(value: Any) -> Hashable:
    """A value that is equal to that of another JSON value just when JSON calls the two equal.

    Python itself holds 1 and true for equal, and cannot put objects into sets. The number 1 is 1.0, as in JSON.
    """
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, list):
        return ("array", *map(comparable, value))
    if isinstance(value, dict):
        return frozenset((key, comparable(each)) for key, each in value.items())
    return value  # type: ignore[no-any-return]


def with_arrays(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement with each single context activity as an array of one, which rules rely on (Prof 8.1; Data 2.4.6.2).

    The given statement is left as it is; those of a sub-statement are treated likewise.
    """
    found = statement
    activities = member(statement, "context", "contextActivities")
    if isinstance(activities, dict) and any(not isinstance(each, list) for each in activities.values()):
        arrays = {key: as_list(each) for key, each in activities.items()}
        found = {**found, "context": {**found["context"], "contextActivities": arrays}}
    about = member(statement, "object")
    if isinstance(about, dict) and about.get("objectType") == "SubStatement":
        found = {**found, "object": with_arrays(about)}
    return found
