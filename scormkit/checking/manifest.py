"""imsmanifest.xml as typed values, tolerant enough to show what a broken one meant.

Content packaging elements are known by their local name in either edition's namespace or in that of the root element,
so that a wrong namespace is one problem and not a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Base, Href, join, resolve
from scormkit.checking.source import Element, Name, Source

_BASE = Name(v.XML, "base", "xml")
_LONGEST_BASE = 2_001
"""One more character than an LMS has to keep, so that a rule can tell what is too long."""
_LOCATION = {v.ADLCP_12, v.ADLCP_2004}


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An `item` of an organization; attributes are as written, None where they are absent."""

    element: Element
    identifier: str | None
    identifierref: str | None
    titles: tuple[Element, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Organization:
    """One `organization`: a tree of items."""

    element: Element
    identifier: str | None
    titles: tuple[Element, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Organizations:
    """The `organizations` element; `default` names the organization that an LMS shows."""

    element: Element
    default: str | None
    organizations: tuple[Organization, ...]


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """A `file` of a resource; `href` is None where it has none."""

    element: Element
    href: Href | None


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """A `resource`: something to launch, or files that others depend on."""

    element: Element
    identifier: str | None
    type: str | None
    scorm_type: str | None
    """The value of `adlcp:scormtype` as SCORM 1.2 spells it."""
    href: Href | None
    files: tuple[File, ...]
    dependencies: tuple[Element, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Manifest:
    """A whole manifest; the tuples hold what is in sub-manifests too, in the order of the file."""

    root: Element
    elements: tuple[Element, ...]
    """All content packaging elements."""
    submanifests: tuple[Element, ...]
    organizations: tuple[Organizations, ...]
    items: tuple[Item, ...]
    resources: tuple[Resource, ...]
    bases: tuple[Base, ...]
    hrefs: tuple[Href, ...]
    """Those of resources, files and external metadata."""
    _namespaces: frozenset[str]

    def is_cp(self, element: Element) -> bool:
        """Whether the element belongs to content packaging."""
        return element.name.namespace in self._namespaces

    def children(self, element: Element, local: str) -> tuple[Element, ...]:
        """The content packaging children of `element` with this name."""
        return tuple(child for child in element.children if child.name.local == local and self.is_cp(child))


def _namespaces(root: Element) -> frozenset[str]:
    """The namespaces whose elements count as content packaging."""
    return frozenset({root.name.namespace, v.CP_12, v.CP_2004})


def read_manifest(root: Element) -> Manifest:
    """The typed view of the manifest whose root element is `root`."""
    return _Builder(root).build()


class _Builder:
    """Gathers the parts of one manifest while walking it once."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._cp = _namespaces(root)
        self._submanifests: list[Element] = []
        self._organizations: list[Organizations] = []
        self._items: list[Item] = []
        self._resources: list[Resource] = []
        self._bases: list[Base] = []
        self._hrefs: list[Href] = []

    def build(self) -> Manifest:
        root = self._root
        self._manifest(root, "")
        self._hrefs.extend(self._locations())
        return Manifest(
            root=root,
            elements=tuple(element for element in root.iter() if element.name.namespace in self._cp),
            submanifests=tuple(self._submanifests),
            organizations=tuple(self._organizations),
            items=tuple(self._items),
            resources=tuple(self._resources),
            bases=tuple(self._bases),
            hrefs=tuple(self._hrefs),
            _namespaces=self._cp,
        )

    def _children(self, element: Element, local: str) -> Iterator[Element]:
        return (e for e in element.children if e.name.local == local and e.name.namespace in self._cp)

    def _manifest(self, element: Element, base: str) -> None:
        base = self._base(element, base)
        for child in self._children(element, "organizations"):
            self._organizations.append(self._read_organizations(child))
        for child in self._children(element, "resources"):
            inner = self._base(child, base)
            self._resources.extend(self._resource(one, inner) for one in self._children(child, "resource"))
        for child in self._children(element, "manifest"):
            self._submanifests.append(child)
            self._manifest(child, base)

    def _read_organizations(self, element: Element) -> Organizations:
        found = tuple(
            Organization(one, one.get("identifier"), tuple(self._children(one, "title")), tuple(self._read_items(one)))
            for one in self._children(element, "organization")
        )
        return Organizations(element, element.get("default"), found)

    def _read_items(self, element: Element) -> Iterator[Item]:
        for one in self._children(element, "item"):
            at = len(self._items)
            item = Item(
                one,
                one.get("identifier"),
                one.get("identifierref"),
                tuple(self._children(one, "title")),
                tuple(self._read_items(one)),
            )
            self._items.insert(at, item)
            yield item

    def _resource(self, element: Element, base: str) -> Resource:
        base = self._base(element, base)
        files = tuple(File(one, self._href(one, base)) for one in self._children(element, "file"))
        return Resource(
            element=element,
            identifier=element.get("identifier"),
            type=element.get("type"),
            scorm_type=element.get("scormtype", v.ADLCP_12),
            href=self._href(element, base),
            files=files,
            dependencies=tuple(self._children(element, "dependency")),
        )

    def _href(self, element: Element, base: str) -> Href | None:
        text = element.get("href")
        if text is None:
            return None
        href = resolve(element, "href", text, base)
        self._hrefs.append(href)
        return href

    def _base(self, element: Element, base: str) -> str:
        text = element.get("base", v.XML)
        if text is None:
            return base
        joined = text if "://" in text else join(base, text)
        # Every href below gets a copy, so an endless base must not be multiplied by a hundred thousand hrefs.
        found = Base(element, _BASE, text, joined[:_LONGEST_BASE])
        self._bases.append(found)
        return found.joined

    def _locations(self) -> Iterator[Href]:
        """References to metadata files; no `xml:base` applies, for they belong to the element they describe."""
        for element in self._root.iter():
            if element.name.local == "location" and element.name.namespace in _LOCATION and element.text.strip():
                yield resolve(element, None, element.text, "")


NO_MANIFEST = read_manifest(Element(Name("", "manifest"), {}, (), "", 1, 1, Source("", b"")))
"""What stands in for a manifest that is not there."""
