"""Fewer characters in scripts, where they say nothing to a browser: found in the syntax tree, as names are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from scormkit.render.syntax import edited, parsed, text_of

_STATEMENTS = frozenset(
    {
        "expression_statement",
        "lexical_declaration",
        "return_statement",
        "throw_statement",
        "break_statement",
        "continue_statement",
    }
)
_ENDING = frozenset({"if_statement", "else_clause", "for_statement", "for_in_statement", "while_statement"})
"""What ends where the statement in it does."""
_LISTS = frozenset({"object", "object_pattern", "array", "array_pattern", "arguments", "formal_parameters"})
_BARE = frozenset({"identifier", "this", "null", "member_expression", "call_expression", "array"})
"""What means the same with brackets around it and without, in the places of `_BARE_IN`, unless it begins with one of
`_OTHER`: then it could be taken for a block or a declaration."""
_BARE_IN = {
    "variable_declarator": "value",
    "assignment_expression": "right",
    "for_in_statement": "right",
    "pair": "value",
    "field_definition": "value",
    "arrow_function": "body",
}
_OTHER = frozenset({"{", "function", "class", "async"})
_BOUND = frozenset({"member_expression", "subscript_expression", "call_expression"})
_VALUES = {"true": b"!0", "false": b"!1", "undefined": b"void 0"}
_WORDS = re.compile(rb"[\w$]")
_PLAIN = re.compile(r"[A-Za-z_$][\w$]*")


def tightened(script: str) -> str:
    """The script without what only its writers need, once blanks and comments are gone.

    `let` for `const`, which the type check has seen to be kept, and once for several in a row; `.name` for `["name"]`;
    `!0`, `!1` and `void 0` for values with longer names; no semicolon before a brace that ends a block, no comma behind
    the last of a list; and no brackets around a single parameter, or around what was only told its type. Raises
    ValueError for a script that is not JavaScript.
    """
    source = script.encode()
    edits: list[tuple[int, int, bytes]] = []
    waiting = [parsed(source)]
    while waiting:
        node = waiting.pop()
        edits += _tightening(node, source)
        waiting.extend(node.children)
    return edited(source, edits)


def _tightening(node: Node, source: bytes) -> Iterator[tuple[int, int, bytes]]:
    if node.type in ("const", "let"):
        declaration, first = node.parent, node.next_sibling
        if declaration and first and _goes_on(declaration.prev_sibling, declaration):
            yield node.start_byte, first.start_byte, b""
        else:
            yield node.start_byte, node.end_byte, b"let"
    elif node.type in _STATEMENTS:
        end = node.children[-1]
        if end.type == ";" and _goes_on(node, node.next_sibling):
            yield end.start_byte, end.end_byte, b","
        elif end.type == ";" and _is_last(node):
            yield end.start_byte, end.end_byte, b""
    elif node.type in _LISTS and len(node.children) > 3 and node.children[-2].type == ",":
        # Two commas in a row are an element that is left out.
        if node.children[-3].is_named:
            yield node.children[-2].start_byte, node.children[-2].end_byte, b""
    elif node.type in _VALUES and node.parent is not None and not _is_bound(node.parent):
        # A sign needs no blank in front.
        word = _VALUES[node.type]
        blank = word[:1] == b"!" and source[node.start_byte - 1 : node.start_byte] == b" "
        yield node.start_byte - blank, node.end_byte, word
    elif _is_bare(node):
        # A word in front must not run into what follows.
        before = source[node.start_byte - 1 : node.start_byte]
        yield node.start_byte, node.start_byte + 1, b" " if _WORDS.fullmatch(before) else b""
        yield node.end_byte - 1, node.end_byte, b""
    elif node.type == "subscript_expression":
        index = node.child_by_field_name("index")
        name = text_of(index)[1:-1] if index is not None and index.type == "string" else ""
        if _PLAIN.fullmatch(name) and node.children[0].type != "number":
            dot = "" if node.child_by_field_name("optional_chain") else "."
            opening = next(child for child in node.children if child.type == "[")
            yield opening.start_byte, node.end_byte, (dot + name).encode()


def _goes_on(node: Node | None, after: Node | None) -> bool:
    """Whether a declaration goes on in the next statement, which is one too."""
    if node is None or after is None:
        return False
    return node.type == after.type == "lexical_declaration" and node.children[-1].type == ";"


def _is_last(node: Node) -> bool:
    """Whether a brace that ends a block comes next."""
    here: Node | None = node
    while here is not None and here.next_sibling is None and here.parent is not None and here.parent.type in _ENDING:
        here = here.parent
    return here is not None and here.next_sibling is not None and here.next_sibling.type == "}"


def _is_bare(node: Node) -> bool:
    """Whether these brackets say nothing."""
    if node.parent is None or len(node.named_children) != 1:
        return False
    parent, inside = node.parent, node.named_children[0]
    if node.type == "formal_parameters":
        return parent.type == "arrow_function" and inside.type == "identifier"
    if node.type != "parenthesized_expression":
        return False
    if parent.type == "member_expression":
        return inside.type in ("identifier", "this")
    first = inside
    while first.children:
        first = first.children[0]
    if inside.type not in _BARE or first.type in _OTHER:
        return False
    in_place = parent.type in _BARE_IN and node == parent.child_by_field_name(_BARE_IN[parent.type])
    return in_place or parent.type in ("return_statement", "arguments")


def _is_bound(parent: Node) -> bool:
    """Whether a sign or a word in front of a value would come to be taken with less than all of it."""
    return parent.type in _BOUND or any(child.type == "**" for child in parent.children)
