"""Answers that can be given."""

from __future__ import annotations

from typing import Any

import pytest

from scormkit.activities.contract import Component, Tracking
from scormkit.xapi.templates.answers import example, parts

A, B, P, Q = (Component(name, name.upper()) for name in "abpq")


@pytest.mark.parametrize(
    ("interaction", "more", "text"),
    [
        ("choice", {"components": (A, B), "correct": ("b",)}, "b"),
        ("choice", {"components": (A, B), "correct": ("a", "b")}, "a[,]b"),
        ("choice", {"components": (A, B)}, "a"),
        ("true-false", {"correct": ("false",)}, "false"),
        ("sequencing", {"components": (A, B), "correct": ("b", "a")}, "b[,]a"),
        ("sequencing", {"components": (A, B)}, "a[,]b"),
        ("likert", {"components": (A, B)}, "a"),
        ("matching", {"components": (A, B), "targets": (P, Q), "correct": ("a.q", "b.p")}, "a[.]q[,]b[.]p"),
        ("matching", {"components": (A, B), "targets": (P, Q)}, "a[.]p[,]b[.]p"),
        ("performance", {"components": (A, B), "example": ("a.x", "b.end")}, "a[.]x[,]b[.]end"),
        ("numeric", {"correct": ("2", "4")}, "2"),
        ("numeric", {"correct": ("", "4")}, "4"),
        ("numeric", {}, "1"),
        ("fill-in", {"correct": ("house", "a [,] b", "{x}")}, "house[,]a [ , ] b[,] {x}"),
        ("other", {"example": ("this",)}, "this"),
    ],
)
def test_an_example(interaction: Any, more: dict[str, Any], text: str) -> None:
    assert example(Tracking("t", 1, interaction=interaction, **more)) == text


@pytest.mark.parametrize(
    ("interaction", "more", "all_parts"),
    [
        ("choice", {"components": (A, B)}, ("a", "b")),
        ("true-false", {"correct": ("false",)}, ("true", "false")),
        ("matching", {"components": (A, B), "targets": (P, Q)}, ("a[.]p", "a[.]q", "b[.]p", "b[.]q")),
        ("performance", {"components": (A, B)}, ()),
        ("numeric", {}, ()),
        ("fill-in", {"correct": ("house",)}, ()),
    ],
)
def test_what_it_is_made_of(interaction: Any, more: dict[str, Any], all_parts: tuple[str, ...]) -> None:
    assert parts(Tracking("t", 1, interaction=interaction, **more)) == all_parts
