"""YAML with positions: the text of a file as a tree in which every key and value knows where it stands.

Scalars are read by the core schema of YAML 1.2 (10.3.2): `true` and `false` are booleans, `yes`, `no` and dates are
text. Nothing is ever constructed from a tag. The tree is made from the parser's events, one by one, so that depth and
size are limited before they cost anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from scormkit.course.problems import DUPLICATE_KEY, NOT_PLAIN_YAML, TOO_LARGE, YAML_SYNTAX
from scormkit.course.source import Mark, Source
from scormkit.course.yaml_errors import QUOTES, explain, to_mark
from scormkit.diagnostics import Definition, Diagnostic

MAX_DEPTH = 64
MAX_VALUES = 200_000
"""How many values a file may hold once its aliases are written out."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING_TAGS = {None, "!", "tag:yaml.org,2002:str"}
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)

Scalar: TypeAlias = str | int | float | bool | None
Step: TypeAlias = str | int


class PlacedText(str):
    """A text that knows the folder of its file, so that paths in it can be followed."""

    __slots__ = ("folder",)
    folder: Path

    def __new__(cls, text: str, folder: Path) -> PlacedText:  # noqa: D102 - see the class
        placed = super().__new__(cls, text)
        placed.folder = folder
        return placed


@dataclass(slots=True)
class Node:
    """A value and its place.

    `first` is the line in which a text begins whose lines are lines of the file (`|`); `missing` marks the place of
    something that could not be read, of which enough has been said.
    """

    source: Source
    mark: Mark
    value: Scalar | list[Node] | dict[str, Node]
    first: int | None = None
    keys: dict[str, Mark] = field(default_factory=dict)
    size: int = 1
    open: bool = False
    missing: bool = False

    def data(self) -> Any:
        """The value as plain Python data, in which every text knows the folder of the file that it comes from."""
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.data() for node in self.value]
        return PlacedText(self.value, self.source.folder) if isinstance(self.value, str) else self.value

    def problem(self, definition: Definition, message: str, hint: str | None = None) -> Diagnostic:
        """A problem at this value."""
        return self.source.problem(definition, self.mark, message, hint)

    def find(self, steps: Sequence[Step]) -> Node:
        """The node at the end of `steps`, or the last one on the way that exists.

        A step that names the `kind` of an activity, as the model's errors have it, is passed over.
        """
        node, previous = self, None
        for step in steps:
            child: Node | None = None
            if isinstance(node.value, dict) and isinstance(step, str):
                kind = node.value.get("kind")
                if not (isinstance(previous, int) and kind is not None and kind.value == step):
                    child = node.value.get(step)
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                child = node.value[step]
            node, previous = child or node, step
        return node


class _RefusedError(Exception):
    def __init__(self, problem: Diagnostic) -> None:
        self.problem = problem


@dataclass(slots=True)
class _Composer:
    source: Source
    problems: list[Diagnostic] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    values: int = 0

    def tree(self, events: Iterator[Any]) -> Node:
        """The one document of the stream."""
        root: Node | None = None
        stack: list[Node] = []
        keys: list[tuple[str, Mark] | None] = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._refuse(event, "the file holds more than one YAML document", "remove the line `---` between them")
            if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                node = stack.pop()
                keys.pop()
                node.open = False
                if stack:
                    stack[-1].size += node.size
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            if stack and isinstance(stack[-1].value, dict) and keys[-1] is None:
                keys[-1] = self._key(event)
                continue
            node = self._node(event)
            self._count(event, node)
            if stack:
                self._attach(stack[-1], keys, node)
                if not node.open:
                    stack[-1].size += node.size
            else:
                root = node
            if node.open:
                if len(stack) == MAX_DEPTH:
                    raise _RefusedError(
                        self._at(
                            TOO_LARGE,
                            event,
                            f"values are nested deeper than {MAX_DEPTH} levels",
                            "look for lists inside lists that should stand beside each other",
                        )
                    )
                stack.append(node)
                keys.append(None)
        return root or Node(self.source, Mark(1, 1), None)

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            node = self.anchors.get(str(event.anchor))
            if node is None:
                raise _RefusedError(
                    self._at(YAML_SYNTAX, event, f"nothing above is anchored as `&{event.anchor}`", QUOTES)
                )
            if node.open:
                self._refuse(event, f"the alias `*{event.anchor}` stands inside what it stands for", "remove it")
            return node
        mark = to_mark(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            if event.tag not in _STRING_TAGS:
                self._refuse(event, f"the tag `{_tag(event)}` is not used in a course", "remove the tag")
            self._check_characters(event)
            plain = event.implicit[0] and event.tag is None
            value = _plain(event.value) if plain else event.value
            node = Node(self.source, mark, value, first=mark.line + 1 if event.style == "|" else None)
        else:
            if event.tag not in (None, "!"):
                self._refuse(event, f"the tag `{_tag(event)}` is not used in a course", "remove the tag")
            node = Node(self.source, mark, {} if isinstance(event, yaml.MappingStartEvent) else [], open=True)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _count(self, event: Any, node: Node) -> None:
        self.values += node.size
        if self.values > MAX_VALUES:
            raise _RefusedError(
                self._at(TOO_LARGE, event, f"the file grows past {MAX_VALUES} values", "write out what aliases repeat")
            )

    def _key(self, event: Any) -> tuple[str, Mark]:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a key has to be text", "write a word, a colon and the value")
        self._check_characters(event)
        return event.value, to_mark(event.start_mark)

    def _attach(self, parent: Node, keys: list[tuple[str, Mark] | None], node: Node) -> None:
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            name, mark = keys[-1] or ("", node.mark)
            if name in parent.value:
                first = parent.keys[name].line
                self.problems.append(
                    self.source.problem(
                        DUPLICATE_KEY,
                        mark,
                        f"the key `{name}` stands here again; it is in line {first} already",
                        "remove one of the two, or rename it",
                    )
                )
            else:
                parent.value[name] = node
                parent.keys[name] = mark
            keys[-1] = None

    def _check_characters(self, event: Any) -> None:
        """What is written as it is has been looked for in the whole file; an escape such as `\\a` shows only here."""
        if control := _CONTROL.search(event.value):
            hint = "remove its escape, which begins with a backslash; to show a backslash, write `\\\\`"
            self._refuse(event, _unprintable(control.group()), hint)

    def _refuse(self, event: Any, message: str, hint: str | None = None) -> None:
        raise _RefusedError(self._at(NOT_PLAIN_YAML, event, message, hint))

    def _at(self, definition: Any, event: Any, message: str, hint: str | None = None) -> Diagnostic:
        return self.source.problem(definition, to_mark(event.start_mark), message, hint)


def control_character(source: Source) -> Diagnostic | None:
    """A character in a file that neither YAML nor a page can hold."""
    control = _CONTROL.search(source.text)
    if control is None:
        return None
    hint = "remove it; it is invisible in most editors"
    place = _mark_at(source.text, control.start())
    return source.problem(NOT_PLAIN_YAML, place, _unprintable(control.group()), hint)


def read_tree(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a file and its problems. None where the text cannot be read as YAML."""
    if control := control_character(source):
        return None, [control]
    composer = _Composer(source)
    try:
        tree = composer.tree(yaml.parse(source.text, Loader=_LOADER))
    except _RefusedError as refused:
        return None, [*composer.problems, refused.problem]
    except yaml.YAMLError as error:
        slip = explain(source.text, error)
        return None, [*composer.problems, source.problem(slip.definition, slip.mark, slip.message, slip.hint)]
    return tree, composer.problems


def _unprintable(character: str) -> str:
    return f"the character U+{ord(character):04X} cannot stand in a text"


def _tag(event: Any) -> str:
    return str(event.tag).replace("tag:yaml.org,2002:", "!!")


def _plain(text: str) -> Scalar:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and isfinite(number := float(text)):
        return number
    return text


def _mark_at(text: str, offset: int) -> Mark:
    before = text[:offset]
    return Mark(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
