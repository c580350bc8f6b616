"""Other names in scripts: each module's its own, and in the end short ones, where only the script itself sees them.

No library that does this runs wherever Python does (docs/libraries.md). What is renamed is found in the syntax tree:
names that a scope of the script declares, with all that refers to them. Properties, and names from outside, stay as
they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from tree_sitter import Node

from scormkit.render.syntax import edited, parsed, text_of

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


def _parsed(script: str) -> tuple[bytes, _Scope, list[tuple[Node, _Scope]]]:
    """What stands outside of all functions, and all names with the scope that they stand in."""
    source = script.encode()
    outside = _Scope(None)
    uses: list[tuple[Node, _Scope]] = []
    _read(parsed(source), outside, uses)
    return source, outside, uses


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
        scope.declare(text_of(pattern))
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
        name = text_of(node)
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
        name = text_of(node)
        home = scope.find(name)
        new = known.get(name, name) if home is None else home.names[name]
        if new == name:
            continue
        written = new if node.type == "identifier" else f"{name}:{new}"
        edits.append((node.start_byte, node.end_byte, written.encode()))
    return edited(source, edits)
