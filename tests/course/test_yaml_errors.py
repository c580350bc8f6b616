"""Slips in YAML: each is told where the author slipped, which is often not where the parser stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.course.source import Source
from scormkit.course.tree import read_tree

SLIPS = [
    ("a: 1\nid:demo\nb: 2\n", (2, 4), "no blank follows the colon", "write a blank after it, as in `id: demo`"),
    ("a: 1\ndemo\nb: 2\n", (2, 1), "this line has no key", "indent lines"),
    ("a: {b: x\nc: d\n", (1, 4), "the bracket `{` that begins here is not closed", "close it with `}`"),
    ("a: [x, y\nc: d\n", (1, 4), "the bracket `[` that begins here is not closed", "close it with `]`"),
    ("a: {x: #000}\nb: {c: d}\n", (1, 4), "the bracket `{` that begins here", "what follows a `#` is a note"),
    ("a: {b: c]}\n", (1, 9), "a comma or a `}` belongs here", "between quotes"),
    ("a: 's Morgens\nb: 2\n", (1, 4), "the quote that begins here is not closed", "apostrophe"),
    ('a: "x\nb: "y"\nc: d\n', (1, 4), "the quote that begins here is not closed", "close it with the same sign"),
    ("a: 'it's'\n", (1, 8), "text goes on after the quote that closes it", "quotes of the other kind"),
    ('a: "b" c\n', (1, 8), "text goes on after the quote that closes it", "quotes of the other kind"),
    ("a: [x]]\n", (1, 7), "a `]` stands here and no bracket is open", "remove it"),
    ("a: b\n   c: d\n", (2, 4), "this line stands further to the right", "in the column of the key above"),
    ("- a: b\n   c: d\n", (2, 4), "this line stands further to the right", "in the column of the key above"),
    ("a\nb: c\n", (2, 1), "the line above has no colon", "a colon and a blank"),
    ("a: b: c\n", (1, 5), "a colon stands inside text", "put the text between quotes"),
    ("a: “x: y”\n", (1, 6), "a colon stands inside text", "of the plain kind"),
    ("a: include: x.md\n", (1, 11), "`include` stands behind another key", "{include: "),
    ("a: @x\n", (1, 4), "text without quotes cannot begin with `@`", "put the text between quotes"),
    ('a: "b\\d"\n', (1, 6), "a backslash in double quotes", "twice"),
    ("a: - x\n", (1, 4), "a dash stands behind a colon", "in the next line"),
    ("a: | x\n", (1, 6), "text stands behind `|`", "in the next line"),
    ("a:\n  b: c\n d: e\n", (3, 2), "this line does not begin in the column", "the same number of blanks"),
    ("  a: b\nc: d\n", (2, 1), "this line does not begin in the column", "the same number of blanks"),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), SLIPS, ids=[each[0] for each in SLIPS])
def test_a_slip_is_told_where_it_is(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    tree, (problem,) = read_tree(Source(Path("m.yaml"), "m.yaml", text))
    assert tree is None
    assert problem.id == "SK-SRC-003"
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == place
    assert message in problem.message
    assert hint in str(problem.hint)
