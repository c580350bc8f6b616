"""Activities and their definitions, interactions among them (xAPI 1.0.3, Data 2.4.4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.xapi.validation.shapes import (
    Check,
    Problem,
    array,
    at,
    extensions,
    iri,
    language_map,
    one_of,
    record,
    text,
)

_CLAUSE = "Data 2.4.4.1"

COMPONENT_LISTS = {
    "true-false": (),
    "choice": ("choices",),
    "fill-in": (),
    "long-fill-in": (),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "numeric": (),
    "other": (),
}
"""The ten interaction types, and the lists of components that each of them takes."""

_LISTS = ("choices", "scale", "source", "target", "steps")
_component = record(
    "an interaction component", _CLAUSE, {"id": text(bool, "an id", _CLAUSE), "description": language_map}, ("id",)
)


def _components(value: Any, path: str) -> Iterator[Problem]:
    found = list(array(_component, _CLAUSE)(value, path))
    yield from found
    if found:
        return
    seen: set[str] = set()
    for index, each in enumerate(value):
        if each["id"] in seen:
            yield Problem(f"{path}[{index}].id", f"{each['id']!r} stands in the list twice", _CLAUSE)
        seen.add(each["id"])


def _lists_of_the_type(value: dict[str, Any], path: str) -> Iterator[Problem]:
    kind = value.get("interactionType")
    if kind is None:
        for name in ("correctResponsesPattern", *_LISTS):
            if name in value:
                yield Problem(at(path, name), f"{name} needs an interactionType", _CLAUSE)
        return
    allowed = COMPONENT_LISTS.get(kind) if isinstance(kind, str) else None
    if allowed is None:
        return
    for name in _LISTS:
        if name in value and name not in allowed:
            yield Problem(at(path, name), f"an interaction of type {kind} takes no {name}", _CLAUSE)


definition: Check = record(
    "a definition",
    _CLAUSE,
    {
        "name": language_map,
        "description": language_map,
        "type": iri(_CLAUSE),
        "moreInfo": iri(_CLAUSE),
        "extensions": extensions,
        "interactionType": one_of(tuple(COMPONENT_LISTS), _CLAUSE),
        "correctResponsesPattern": array(text(), _CLAUSE),
        **dict.fromkeys(_LISTS, _components),
    },
    (),
    _lists_of_the_type,
)
"""What an activity is."""

activity: Check = record(
    "an activity",
    _CLAUSE,
    {"objectType": one_of(("Activity",), _CLAUSE), "id": iri(_CLAUSE), "definition": definition},
    ("id",),
)
"""An activity with its id."""


def activities(value: Any, path: str) -> Iterator[Problem]:
    """One activity or an array of them, as context activities may be given (Data 2.4.6.2)."""
    if isinstance(value, list):
        yield from array(activity, "Data 2.4.6.2")(value, path)
    else:
        yield from activity(value, path)
