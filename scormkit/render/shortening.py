"""Other names in scripts: each module's its own, and in the end short ones, where only the script itself sees them.

And fewer characters where they say nothing to a browser.

No library that does this runs wherever Python does (docs/libraries.md). What is renamed is found in the syntax tree:
names that a scope of the script declares, with all that refers to them. Properties, and names from outside, stay as
they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RESERVED = frozenset({"as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try", "var"})
_FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "arrow_function",
        "method_definition",
        "generator_function_declaration",
    }
)
_SCOPES = _FUNCTIONS | {
    "statement_block", "for_statement", "for_in_statement", "catch_clause", "switch_body", "class",
}  # fmt: skip
_NAMES = frozenset({"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"})
_PATTERNS = frozenset(
    {
        "object_pattern",
        "array_pattern",
        "rest_pattern",
        "assignment_pattern",
        "object_assignment_pattern",
        "pair_pattern",
    }
)

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
"""What means the same with brackets around it and without, in the places of `_BARE_IN`."""
_BARE_IN = frozenset(
    {
        "variable_declarator",
        "assignment_expression",
        "return_statement",
        "for_in_statement",
        "arguments",
        "pair",
        "field_definition",
        "arrow_function",
    }
)
_WORDS = re.compile(rb"[\w$]")
_PLAIN = re.compile(r"[A-Za-z_$][\w$]*")


@dataclass(slots=True)
class _Scope:
    """Where names are declared: each with its short form; and what names of scopes around it are used inside."""

    parent: _Scope | None
    names: dict[str, str] = field(default_factory=dict)
    inner: list[_Scope] = field(default_factory=list)
    reached: dict[str, _Scope] = field(default_factory=dict)

    def declare(self, name: str) -> None:
        self.names.setdefault(name, "")

    def find(self, name: str) -> _Scope | None:
        here: _Scope | None = self
        while here is not None and name not in here.names:
            here = here.parent
        return here


def shortened(script: str) -> str:
    """The script with short names for all that it declares in a function, block or class.

    What stands outside of all functions keeps its name, since other scripts may see it. Raises ValueError for a script
    that is not JavaScript.
    """
    source, outside, uses = _parsed(script)
    outside.names = {name: name for name in outside.names}
    free = _reach(uses)
    _name(outside, free | set(outside.names))
    return _rewritten(source, uses, {})


def renamed(script: str, ending: str, known: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The script with `ending` behind each name that stands outside of all functions, so that it may stand with others.

    Names from outside are renamed by `known`. Gives the new names too, by the old ones. Raises ValueError as
    `shortened` does.
    """
    source, outside, uses = _parsed(script)
    outside.names = {name: name + ending for name in outside.names}
    waiting = list(outside.inner)
    while waiting:
        scope = waiting.pop()
        scope.names = {name: name for name in scope.names}
        waiting.extend(scope.inner)
    return _rewritten(source, uses, known), outside.names


def tightened(script: str) -> str:
    """The script without what only its writers need, once blanks and comments are gone.

    `let` for `const`, which the type check has seen to be kept, and once for several in a row; `.name` for `["name"]`;
    no semicolon before a brace that ends a block, no comma behind the last of a list; and no brackets around a single
    parameter, or around what was only told its type. Raises ValueError as `shortened` does.
    """
    source = script.encode()
    edits: list[tuple[int, int, bytes]] = []
    waiting = [_parsed_root(source)]
    while waiting:
        node = waiting.pop()
        edits += _tightening(node, source)
        waiting.extend(node.children)
    return _edited(source, edits)


def _tightening(node: Node, source: bytes) -> Iterator[tuple[int, int, bytes]]:
    if node.type in ("const", "let") and (node.parent is None or not _goes_on(node.parent.prev_sibling, node.parent)):
        yield node.start_byte, node.end_byte, b"let"
    elif node.type in ("const", "let"):
        after = node.next_sibling
        yield node.start_byte, after.start_byte if after else node.end_byte, b""
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
    elif _is_bare(node):
        # A word in front must not run into what follows.
        before = source[node.start_byte - 1 : node.start_byte]
        yield node.start_byte, node.start_byte + 1, b" " if _WORDS.fullmatch(before) else b""
        yield node.end_byte - 1, node.end_byte, b""
    elif node.type == "subscript_expression":
        index = node.child_by_field_name("index")
        name = _text(index)[1:-1] if index is not None and index.type == "string" else ""
        if _PLAIN.fullmatch(name):
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
    return parent.type in _BARE_IN and inside.type in _BARE


def _parsed_root(source: bytes) -> Node:
    root = _parser().parse(source).root_node
    if root.has_error:
        raise ValueError("this is not JavaScript")
    return root


def _parsed(script: str) -> tuple[bytes, _Scope, list[tuple[Node, _Scope]]]:
    """What stands outside of all functions, and all names with the scope that they stand in."""
    source = script.encode()
    outside = _Scope(None)
    uses: list[tuple[Node, _Scope]] = []
    _read(_parsed_root(source), outside, uses)
    return source, outside, uses


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _read(root: Node, outside: _Scope, uses: list[tuple[Node, _Scope]]) -> None:
    """Find all scopes with what they declare, and all names with the scope that they stand in."""
    waiting = [(root, outside)]
    while waiting:
        node, scope = waiting.pop()
        kind = node.type
        if kind in _NAMES:
            uses.append((node, scope))
            continue
        inner = scope
        if kind in _SCOPES and not _is_body(node):
            inner = _Scope(scope)
            scope.inner.append(inner)
        _declare(node, scope, inner)
        waiting.extend((child, inner) for child in reversed(node.named_children))


def _is_body(node: Node) -> bool:
    """Whether a block is one scope with the parameters in front of it: it cannot declare the same names again."""
    owner = node.parent
    return owner is not None and node.type == "statement_block" and owner.type in _FUNCTIONS | {"catch_clause"}


def _declare(node: Node, scope: _Scope, inner: _Scope) -> None:
    """What this node declares, in the scope that it stands in or in its own."""
    match node.type:
        case "variable_declarator":
            _bind(node.child_by_field_name("name"), scope)
        case "function_declaration" | "generator_function_declaration" | "class_declaration":
            _bind(node.child_by_field_name("name"), scope)
        case "function_expression" | "class":
            _bind(node.child_by_field_name("name"), inner)
        case "for_in_statement" if node.child_by_field_name("kind") is not None:
            _bind(node.child_by_field_name("left"), inner)
        case "catch_clause":
            _bind(node.child_by_field_name("parameter"), inner)
    if node.type in _FUNCTIONS:
        _bind(node.child_by_field_name("parameter"), inner)
        for parameter in getattr(node.child_by_field_name("parameters"), "named_children", ()):
            _bind(parameter, inner)


def _bind(pattern: Node | None, scope: _Scope) -> None:
    """Declare all names in a pattern such as `{ a, b: [c], ...d }`."""
    if pattern is None:
        return
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        scope.declare(_text(pattern))
    elif pattern.type in ("assignment_pattern", "object_assignment_pattern"):
        _bind(pattern.child_by_field_name("left"), scope)
    elif pattern.type == "pair_pattern":
        _bind(pattern.child_by_field_name("value"), scope)
    elif pattern.type in _PATTERNS:
        for child in pattern.named_children:
            _bind(child, scope)


def _reach(uses: list[tuple[Node, _Scope]]) -> set[str]:
    """Note in each scope what is used in it of the scopes around it; gives the names that no scope declares."""
    free: set[str] = set()
    for node, scope in uses:
        name = _text(node)
        home = scope.find(name)
        if home is None:
            free.add(name)
            continue
        here: _Scope | None = scope
        while here is not None and here is not home:
            here.reached[name] = home
            here = here.parent
    return free


def _name(outside: _Scope, taken: set[str]) -> None:
    """Give short names: in each scope the shortest that mean nothing else in it."""
    waiting = list(outside.inner)
    while waiting:
        scope = waiting.pop()
        kept = taken | {home.names[name] for name, home in scope.reached.items()}
        left = (short for short in _short_names() if short not in kept and short not in _RESERVED)
        scope.names = dict(zip(scope.names, left, strict=False))
        waiting.extend(scope.inner)


def _short_names() -> Iterator[str]:
    yield from _LETTERS
    for number in count():
        yield _LETTERS[number % len(_LETTERS)] + str(number // len(_LETTERS))


def _rewritten(source: bytes, uses: list[tuple[Node, _Scope]], known: Mapping[str, str]) -> str:
    """The script with each name as its scope has it now, and those from outside as `known` has them."""
    edits: list[tuple[int, int, bytes]] = []
    for node, scope in uses:
        name = _text(node)
        home = scope.find(name)
        new = known.get(name, name) if home is None else home.names[name]
        if new == name:
            continue
        written = new if node.type == "identifier" else f"{name}:{new}"
        edits.append((node.start_byte, node.end_byte, written.encode()))
    return _edited(source, edits)


def _edited(source: bytes, edits: list[tuple[int, int, bytes]]) -> str:
    """The source with these pieces, from and to a byte, replaced."""
    parts: list[bytes] = []
    at = 0
    for start, end, new in sorted(edits):
        parts += [source[at:start], new]
        at = end
    return b"".join([*parts, source[at:]]).decode()
