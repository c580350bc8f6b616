"""cmi5.xml as typed values, tolerant enough to show what a broken one meant.

Its elements are known by their local name in the namespace of the root element, so that a wrong namespace is one
problem and not a hundred. Values are without the white space around them (cmi5 13.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from scormkit.checking.href import Href, resolve
from scormkit.checking.source import Element, Name, Source


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A course, a block, a unit, an objective, or a reference to one; `id` is None where it has none."""

    element: Element
    id: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Unit(Named):
    """An assignable unit; attributes are None where they are absent."""

    url: Href | None
    """Relative to the folder of the structure file; None for one that is missing or empty."""
    move_on: str | None
    mastery_score: str | None


@dataclass(frozen=True, slots=True, eq=False)
class CourseStructure:
    """A whole course structure, each kind in the order of the file."""

    root: Element
    folder: str
    """Where it lies: empty for the root of the package, else ending in `/`."""
    courses: tuple[Named, ...]
    blocks: tuple[Named, ...]
    units: tuple[Unit, ...]
    objectives: tuple[Named, ...]
    references: tuple[Named, ...]
    """Those of blocks and units to objectives; the id is that of the objective."""
    langstrings: tuple[Element, ...]
    strings: tuple[Element, ...]
    """`launchParameters` and `entitlementKey`."""
    extensions: tuple[Element, ...]
    """The outermost elements of other namespaces."""

    def own(self, element: Element) -> tuple[Element, ...]:
        """The children of `element` that belong to the course structure."""
        return tuple(child for child in element.children if child.name.namespace == self.root.name.namespace)

    @property
    def holders(self) -> tuple[Element, ...]:
        """What units and blocks stand in: the structure itself and every block."""
        return (self.root, *(block.element for block in self.blocks))


def read_course_structure(root: Element, folder: str) -> CourseStructure:
    """The typed view of the course structure whose root element is `root` and whose file lies in `folder`."""
    return _Builder(root, folder).build()


class _Builder:
    """Gathers the parts of one course structure while walking it once."""

    def __init__(self, root: Element, folder: str) -> None:
        self._root = root
        self._folder = folder
        self._found: dict[str, list[Element]] = {}
        self._extensions: list[Element] = []

    def build(self) -> CourseStructure:
        self._walk()
        return CourseStructure(
            root=self._root,
            folder=self._folder,
            courses=self._named("course"),
            blocks=self._named("block"),
            units=tuple(self._unit(element) for element in self._found.get("au", ())),
            objectives=self._named("objective"),
            references=self._named("reference", "idref"),
            langstrings=tuple(self._found.get("langstring", ())),
            strings=(*self._found.get("launchParameters", ()), *self._found.get("entitlementKey", ())),
            extensions=tuple(self._extensions),
        )

    def _walk(self) -> None:
        namespace = self._root.name.namespace
        waiting = [(child, self._root) for child in reversed(self._root.children)]
        declared = {id(child) for child in self._root.children if child.name.local == "objectives"}
        while waiting:
            element, parent = waiting.pop()
            if element.name.namespace != namespace:
                self._extensions.append(element)
                continue
            kind = element.name.local
            if kind == "objective" and id(parent) not in declared:
                kind = "reference"
            self._found.setdefault(kind, []).append(element)
            waiting.extend((child, element) for child in reversed(element.children))

    def _named(self, kind: str, attribute: str = "id") -> tuple[Named, ...]:
        return tuple(Named(element, _value(element, attribute)) for element in self._found.get(kind, ()))

    def _unit(self, element: Element) -> Unit:
        namespace = self._root.name.namespace
        url = next((one for one in element.children if one.name == Name(namespace, "url")), None)
        return Unit(
            element,
            _value(element, "id"),
            resolve(url, None, url.text, self._folder) if url is not None and url.text.strip() else None,
            _value(element, "moveOn"),
            _value(element, "masteryScore"),
        )


def _value(element: Element, attribute: str) -> str | None:
    return (element.get(attribute) or "").strip() or None


NO_COURSE = read_course_structure(Element(Name("", "courseStructure"), {}, (), "", 1, 1, Source("", b"")), "")
"""What stands in for a course structure that is not there."""
