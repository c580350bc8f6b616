"""The syntax tree of a script, and a script with pieces of it changed."""

from __future__ import annotations

from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser


def parsed(source: bytes) -> Node:
    """The root of the syntax tree. Raises ValueError for a script that is not JavaScript."""
    root = _parser().parse(source).root_node
    if root.has_error:
        raise ValueError("this is not JavaScript")
    return root


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def text_of(node: Node) -> str:
    """What stands there in the script."""
    return (node.text or b"").decode()


def edited(source: bytes, edits: list[tuple[int, int, bytes]]) -> str:
    """The source with these pieces, from and to a byte, replaced."""
    parts: list[bytes] = []
    at = 0
    for start, end, new in sorted(edits):
        parts += [source[at:start], new]
        at = end
    return b"".join([*parts, source[at:]]).decode()
