from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.xapi.json_text import JsonError, has_half_a_character, read_json, without_mark

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=8,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"\xff{}", "not UTF-8: byte 0"),
        ('{"a": 1, "b": {"c": 1, "c": 1}}', "the key 'c' twice"),
        ("[NaN]", "NaN is not a number"),
        ("[-Infinity]", "-Infinity is not a number"),
        ("[1e999]", "1e999 is too large a number"),
        (f"[{'9' * 5000}]", "a number that is too long"),
        (r'["\ud800"]', "one half of a surrogate pair"),
        ("[" * 100_000, "nests more than 100 deep"),
        (f"{'[' * 102}1{']' * 102}", "nests more than 100 deep"),
        ('{"a": }', r"not JSON: Expecting value \(line 1, column 7\)"),
        ("", "the text is empty"),
    ],
)
def test_what_is_not_json_for_xapi_is_refused(text, says):
    with pytest.raises(JsonError, match=says):
        read_json(text)


@given(VALUES)
def test_every_value_comes_back(value):
    assert read_json(json.dumps(value).encode()) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(JsonError):
        read_json(data)


def test_a_hundred_levels_are_read():
    assert read_json(f"{'[' * 100}1{']' * 100}")


def test_a_byte_order_mark_is_passed_over_at_the_beginning_alone():
    mark = b"\xef\xbb\xbf"
    assert [read_json(without_mark(text)) for text in (b"{}", mark + b"{}")] == [{}, {}]
    with pytest.raises(JsonError):
        read_json(without_mark(mark + mark + b"{}"))


def test_half_a_character_is_found_wherever_it_stands():
    assert [has_half_a_character(value) for value in ("\udce9", [{"\ud83d": 1}], {"a": ["x\ude00"]})] == [True] * 3
    assert not any(map(has_half_a_character, ("\U0001f600", {"é": "\\ud83d"}, 1, None)))
