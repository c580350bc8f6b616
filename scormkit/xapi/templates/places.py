"""Places in a JSON value, named by JSONPaths of the simplest kind: `$.context.contextActivities.parent[0].id`."""

from __future__ import annotations

import re
from typing import Any

_STEP = re.compile(r"\.([A-Za-z]+)|\[([0-9]{1,4})\]")
_PATH = re.compile(rf"\$(?:{_STEP.pattern})+")


def is_place(path: str) -> bool:
    """Whether the text names one place."""
    return _PATH.fullmatch(path) is not None


def put(value: Any, path: str, content: Any) -> None:
    """Put something at a place. Raises LookupError or TypeError where the place is not there."""
    owner, last = _owner(value, path)
    if isinstance(owner, dict) and last not in owner:
        raise KeyError(last)
    owner[last] = content


def drop(value: Any, path: str) -> None:
    """Take away what stands at a place, and the objects that held nothing else. Raises as `put` does."""
    owner, last = _owner(value, path)
    del owner[last]
    above = path.rpartition(".")[0]
    if not owner and above != "$":
        drop(value, above)


def copied(value: Any) -> Any:
    """A JSON value of its own, whose places can be filled while the first stays as it is."""
    if isinstance(value, dict):
        return {name: copied(each) for name, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def _owner(value: Any, path: str) -> tuple[Any, str | int]:
    """What holds the place, and the key or the index in it."""
    steps = [name or int(index) for name, index in _STEP.findall(path)]
    for step in steps[:-1]:
        value = value[step]
    return value, steps[-1]
