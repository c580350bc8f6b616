"""JSONPath as the rules of statement templates take it (xAPI Profiles 1.0, part two, 8.1).

python-jsonpath reads the text; what it read is held against the limits of 8.1 and turned into steps, so that a path
that a stranger wrote costs no more than the size of the statement for each step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jsonpath import CompoundJSONPath, JSONPath, JSONPathEnvironment, JSONPathError
from jsonpath.segments import JSONPathRecursiveDescentSegment, JSONPathSegment
from jsonpath.selectors import (
    Filter,
    IndexSelector,
    JSONPathSelector,
    NameSelector,
    SliceSelector,
    WildcardSelector,
)

LONGEST = 2_000
"""How many characters of a path are read; real ones stay under two hundred."""

_ENVIRONMENT = JSONPathEnvironment()


class PathError(ValueError):
    """Raised for a text that is no JSONPath within the limits of 8.1; the message says why, in plain English."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From values to some of their children; with `deep`, also to those of all that they hold."""

    keys: tuple[str, ...]
    indexes: tuple[int, ...]
    every: bool
    deep: bool

    def __call__(self, values: Iterable[Any]) -> list[Any]:
        found: dict[int, Any] = {}
        for value in _with_descendants(values) if self.deep else values:
            for child in self._children(value):
                found[id(child)] = child
        return list(found.values())

    def _children(self, value: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            yield from value.values() if self.every else (value[key] for key in self.keys if key in value)
        elif isinstance(value, list):
            yield from value if self.every else (value[index] for index in self.indexes if index < len(value))


@dataclass(frozen=True, slots=True)
class Path:
    """A JSONPath, ready for use: branches that a `|` parts, each of them steps."""

    text: str
    branches: tuple[tuple[_Step, ...], ...]

    def find(self, value: Any) -> list[Any]:
        """The values at the path; each place is given once, however often the path leads to it."""
        if len(self.branches) == 1:
            return _walk(self.branches[0], value)
        return list({id(each): each for branch in self.branches for each in _walk(branch, value)}.values())


def _walk(steps: tuple[_Step, ...], value: Any) -> list[Any]:
    values = [value]
    for step in steps:
        values = step(values)
    return values


def _with_descendants(values: Iterable[Any]) -> list[Any]:
    """The values and all arrays and objects in them, each once."""
    found: dict[int, Any] = {}
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if id(value) not in found:
            found[id(value)] = value
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            waiting.extend(each for each in inner if isinstance(each, dict | list))
    return list(found.values())


def compile_path(text: str) -> Path:
    """The path of a `location` or `selector`; it may lack the leading `$.`.

    Names, whole numbers from 0, `*`, unions of them, `..` and `|` are taken (8.1). Raises `PathError` for the rest.
    """
    if not text.strip():
        raise PathError("it is empty")
    if len(text) > LONGEST:
        raise PathError(f"it has more than {LONGEST} characters")
    if text.lstrip().startswith(_ENVIRONMENT.union_token):
        raise PathError(f"it begins with {_ENVIRONMENT.union_token}")
    try:
        compiled = _ENVIRONMENT.compile(text)
    except RecursionError as error:
        raise PathError("it nests too deep") from error
    except JSONPathError as error:
        raise PathError(str(error).partition("\n")[0]) from error
    except ValueError as error:  # a number such as 1e9, which the library takes for a whole one
        raise PathError("a number in it cannot be read") from error
    return Path(text, tuple(tuple(map(_step, branch.segments)) for branch in _branches(compiled)))


def _branches(compiled: JSONPath | CompoundJSONPath) -> Iterator[JSONPath]:
    if isinstance(compiled, CompoundJSONPath):
        yield from _branches(compiled.path)
        for sign, branch in compiled.paths:
            if sign != _ENVIRONMENT.union_token:
                raise PathError(f"paths are joined by | and not by {sign}")
            yield from _branches(branch)
    elif compiled.pseudo_root:
        raise PathError("it begins with ^, which is no JSONPath")
    else:
        yield compiled


def _step(segment: JSONPathSegment) -> _Step:
    keys, indexes, every = [], [], False
    for selector in segment.selectors:
        if isinstance(selector, NameSelector):
            keys.append(selector.name)
        elif isinstance(selector, WildcardSelector):
            every = True
        elif isinstance(selector, IndexSelector) and selector.index >= 0:
            indexes.append(selector.index)
        else:
            raise PathError(_refused(selector))
    deep = isinstance(segment, JSONPathRecursiveDescentSegment)
    return _Step(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(indexes)), every, deep)


def _refused(selector: JSONPathSelector) -> str:
    if isinstance(selector, Filter):
        return f"it has a filter, {selector}"
    if isinstance(selector, SliceSelector):
        return f"it has a slice, {selector}"
    if isinstance(selector, IndexSelector):
        return f"it has a negative index, {selector}"
    return f"{selector} is neither a name between quotes, nor a whole number from 0, nor *"
