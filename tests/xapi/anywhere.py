"""Any JSON value at any place of another, for tests that nothing stumbles over what strangers write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """The ways to all places in a value, but to the whole."""
    return st.sampled_from([way for way in _ways(value, ()) if way])


def replaced(value: Any, way: Sequence[Any], other: Any) -> Any:
    """A copy of a value with another one at the end of a way."""
    copy = json.loads(json.dumps(value))
    at = copy
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = other
    return copy


def _ways(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield way
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _ways(each, (*way, key))
