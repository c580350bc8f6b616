"""YAML with positions."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.course.source import Mark, Source
from scormkit.course.tree import Node, read_tree


def tree_of(text: str) -> Node:
    tree, found = read_tree(Source(Path("x.yaml"), "x.yaml", text))
    assert tree is not None
    assert not found
    return tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1_000", "1_000"),
        ("2026-11-23", "2026-11-23"),
        ("12:30", "12:30"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("9" * 30, float("9" * 30)),
        ("<<", "<<"),
        (".inf", ".inf"),
        ("é€😀", "é€😀"),
    ],
)
def test_scalars_are_read_by_the_core_schema(text: str, value: object) -> None:
    read = tree_of(f"- {text}\n").data()[0]
    assert read == value
    assert isinstance(read, type(value))


def test_places_of_keys_and_values() -> None:
    tree = tree_of("a: 1\nb:\n  - c: ë\n    d: |\n      text\n")
    assert tree.keys["b"] == Mark(2, 1)
    assert tree.find(["b", 0, "c"]).mark == Mark(3, 8)
    assert tree.find(["b", 0, "d"]).first == 5
    assert tree.find(["b", 0, "d"]).mark == Mark(4, 8)
    assert tree.find(["b", 5, "d"]).mark == tree.find(["b"]).mark


def test_a_step_that_names_the_kind_is_passed_over() -> None:
    tree = tree_of("content:\n  - kind: text\n    text: hello\n")
    assert tree.find(["content", 0, "text", "text"]).value == "hello"
    assert tree.find(["content", 0, "text"]).mark == Mark(2, 5)


def test_an_alias_is_the_value_it_stands_for() -> None:
    assert tree_of("a: &x [1, 2]\nb: *x\n").data() == {"a": [1, 2], "b": [1, 2]}


def test_an_empty_file_is_nothing() -> None:
    assert tree_of("").value is None
    assert tree_of("# only a remark\n").value is None


@settings(max_examples=300, derandomize=True)
@given(st.text(alphabet=st.sampled_from(list("ab:-#&*!|>'\"{}[], \n\t%@`?~\\é\x07")), max_size=60))
def test_no_text_makes_it_fall_over(text: str) -> None:
    tree, found = read_tree(Source(Path("x.yaml"), "x.yaml", text))
    assert tree is not None or found


@pytest.mark.parametrize(
    ("text", "place", "character"),
    [
        ('a: 1\nb: "x\\a"\n', Mark(2, 4), "U+0007"),
        ('a: [one, "\\uFFFE"]\n', Mark(1, 10), "U+FFFE"),
        ('a: "\\0"\n', Mark(1, 4), "U+0000"),
        ('a:\n  "k\\x1B": 1\n', Mark(2, 3), "U+001B"),
    ],
)
def test_an_escaped_control_character_is_told_at_its_value(text: str, place: Mark, character: str) -> None:
    tree, found = read_tree(Source(Path("x.yaml"), "x.yaml", text))
    assert tree is None
    assert [(each.id, each.location.line, each.location.column) for each in found] == [
        ("SK-SRC-007", place.line, place.column)
    ]
    assert character in found[0].message


def test_a_lone_surrogate_is_told() -> None:
    tree, found = read_tree(Source(Path("x.yaml"), "x.yaml", 'a: "\\uD800"\n'))
    assert tree is None
    assert len(found) == 1


def test_other_escapes_are_let_through() -> None:
    assert tree_of('"\\t\\r\\n \\xe9 \\U0001F600"').value == "\t\r\n é 😀"
