"""Whether two statements with one id say the same (xAPI 1.0.3, Data 2.3.1, 2.3.3)."""

from __future__ import annotations

import json
from typing import Any

from scormkit.xapi.formats import moment

_SET_BY_THE_STORE = ("authority", "stored", "version", "timestamp", "id")


def same_statement(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two valid statements differ only in what a store may change or fill in.

    That is: who vouches for it, when it was stored, its version, a timestamp that one of them lacks or writes in
    another zone, definitions of activities and displays of verbs (which may grow), and the order of members of groups
    and of context activities.
    """
    given = [moment(each["timestamp"]) for each in (one, other) if "timestamp" in each]
    if len(given) == 2 and given[0] != given[1]:
        return False
    return _plain(_without(one, _SET_BY_THE_STORE)) == _plain(_without(other, _SET_BY_THE_STORE))


def _without(value: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {key: each for key, each in value.items() if key not in names}


def _plain(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement or sub-statement with one way to write each thing."""
    found = dict(statement)
    found["actor"] = _actor(found["actor"])
    found["verb"] = {"id": found["verb"]["id"]}
    found["object"] = _object(found["object"])
    if "context" in found:
        found["context"] = _context(found["context"])
    if "timestamp" in found:  # of a sub-statement: the statement's own was compared before
        found["timestamp"] = moment(found["timestamp"])
    return found


def _object(value: dict[str, Any]) -> dict[str, Any]:
    kind = value.get("objectType", "Activity")
    if kind == "Activity":
        return {"objectType": "Activity", "id": value["id"]}
    if kind == "SubStatement":
        return _plain(value)
    return _actor(value) if kind in ("Agent", "Group") else value


def _actor(value: dict[str, Any]) -> dict[str, Any]:
    found = {"objectType": "Agent", **value}
    if "member" in found:
        found["member"] = _unordered([_actor(each) for each in found["member"]])
    return found


def _context(value: dict[str, Any]) -> dict[str, Any]:
    found = dict(value)
    for name in ("instructor", "team"):
        if name in found:
            found[name] = _actor(found[name])
    if "contextActivities" in found:
        found["contextActivities"] = {
            key: _unordered([_object(each) for each in as_list(given)])
            for key, given in found["contextActivities"].items()
        }
    return found


def as_list(value: Any) -> list[Any]:
    """The activities that a member of `contextActivities` names, be it one or an array (Data 2.4.6.2)."""
    return value if isinstance(value, list) else [value]


def _unordered(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(values, key=lambda value: json.dumps(value, sort_keys=True))
