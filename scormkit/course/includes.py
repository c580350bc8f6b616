"""Includes: files of the course folder that stand in for a value.

`{include: texts/intro.md}` stands for the text of that file, `{include: ../shared/closing.yaml}` for its values; a list
that is included as an item of a list becomes part of it. Every value keeps its own file and line.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from scormkit.course.problems import INCLUDE, MEDIA_OUTSIDE
from scormkit.course.source import Mark, Source, is_file, leaves, names, read_source, why_absent
from scormkit.course.tree import MAX_VALUES, Node, control_character, read_tree
from scormkit.diagnostics import Diagnostic
from scormkit.hints import did_you_mean

KEY = "include"
MAX_FILES = 1000
"""How many times a file of a course may include another."""

_TEXT = (".md",)
_VALUES = (".yaml", ".yml")


@dataclass(slots=True)
class Includer:
    """Brings in what a file includes. `root` is the course folder, which no path may leave."""

    root: Path
    found: list[Diagnostic] = field(default_factory=list)
    _done: dict[int, tuple[Node, Node]] = field(default_factory=dict)
    _files: int = 0
    _values: int = 0

    def resolve(self, tree: Node, file: Path) -> Node:
        """The tree of a file with everything included put in place."""
        try:
            return self._resolved(tree, (file,))
        finally:
            # An alias stands for what is in its own file.
            self._done.clear()

    def _resolved(self, node: Node, inside: tuple[Path, ...]) -> Node:
        """The same of any node; `inside` are the files that are being read."""
        # What an alias repeats is one node in several places: it is resolved once, and kept so that its id stays its.
        if id(node) not in self._done:
            self._done[id(node)] = (node, self._resolve(node, inside))
        return self._done[id(node)][1]

    def _resolve(self, node: Node, inside: tuple[Path, ...]) -> Node:
        if isinstance(node.value, dict):
            if KEY in node.value:
                return self._include(node, inside)
            node.value = {key: self._resolved(child, inside) for key, child in node.value.items()}
        elif isinstance(node.value, list):
            node.value = self._items(node.value, inside)
        return node

    def _items(self, items: list[Node], inside: tuple[Path, ...]) -> list[Node]:
        resolved: list[Node] = []
        for item in items:
            included = isinstance(item.value, dict) and KEY in item.value
            child = self._resolved(item, inside)
            if included and isinstance(child.value, list):
                resolved += child.value
            else:
                resolved.append(child)
        return resolved

    def _include(self, node: Node, inside: tuple[Path, ...]) -> Node:
        name = node.find([KEY])
        if len(node.keys) > 1:
            return self._refuse(node, node, "`include` does not stand alone", "write nothing but `include:` and a path")
        if not isinstance(name.value, str) or not name.value:
            return self._refuse(node, name, "`include` names no file", "write the path of a .md or .yaml file")
        path = Path(os.path.normpath(name.source.folder / name.value))
        if "\\" in name.value:
            return self._refuse(node, name, f"`{name.value}` holds a backslash", "write `/` between folders")
        if Path(name.value).is_absolute() or leaves(path, self.root):
            message, hint = f"`{name.value}` leaves the course folder", "copy the file into it, and name it there"
            self.found.append(name.problem(MEDIA_OUTSIDE, message, hint))
            return _nothing(node)
        if path.suffix not in (*_TEXT, *_VALUES):
            hint = "name a .md or .yaml file, its ending in small letters"
            return self._refuse(node, name, f"`{name.value}` is neither Markdown nor YAML", hint)
        if not is_file(path):
            others = [each for each in names(path.parent) if each != path.name]
            otherwise = "write the path as seen from this file's folder, with `/`"
            hint = why_absent(path) or did_you_mean(path.name, others, otherwise)
            return self._refuse(node, name, f"there is no file `{name.value}`", hint)
        if path in inside:
            return self._refuse(node, name, f"`{name.value}` is being included into itself", "leave out one of the two")
        self._files += 1
        if self._files > MAX_FILES:
            return self._refuse(node, name, f"more than {MAX_FILES} files are included", "include fewer")
        source = read_source(path, _display(node.source, path))
        if isinstance(source, Diagnostic):
            self.found.append(source)
            return _nothing(node)
        if path.suffix in _TEXT:
            if control := control_character(source):
                self.found.append(control)
                return _nothing(node)
            return Node(source, Mark(1, 1), source.text.rstrip("\n"), first=1)
        return self._values_of(node, name, source, inside)

    def _values_of(self, node: Node, name: Node, source: Source, inside: tuple[Path, ...]) -> Node:
        tree, wrong = read_tree(source)
        self.found += wrong
        if tree is None:
            return _nothing(node)
        self._values += tree.size
        if self._values > MAX_VALUES:
            return self._refuse(node, name, f"included files hold more than {MAX_VALUES} values", "include less")
        return self._resolved(tree, (*inside, source.path))

    def _refuse(self, node: Node, at: Node, message: str, hint: str) -> Node:
        self.found.append(at.problem(INCLUDE, message, hint))
        return _nothing(node)


def _nothing(node: Node) -> Node:
    """What stands in the place of an include that came to nothing: its own problem is told, and no other."""
    return Node(node.source, node.mark, None, missing=True)


def _display(by: Source, path: Path) -> str:
    """The file as the author knows it: seen from where the including file is."""
    start = by.path.parent
    shown = Path(by.display).parent
    return Path(os.path.normpath(shown / os.path.relpath(path, start))).as_posix()
