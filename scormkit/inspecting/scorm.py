"""The tree of a package with an `imsmanifest.xml`: SCORM of any edition, and what else is packed by IMS CP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from scormkit.checking import vocabulary as v
from scormkit.checking.detect import SCHEMA_VERSIONS, schema_version
from scormkit.checking.manifest import Item, Manifest, Resource
from scormkit.checking.manifest import Organization as Written
from scormkit.checking.sequencing import shared_parts
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import Edition
from scormkit.inspecting import sequencing
from scormkit.inspecting.contents import Contents
from scormkit.inspecting.launching import address, shown, title
from scormkit.inspecting.lom import MetadataReader
from scormkit.inspecting.overview import Fact, Load, Node, Organization, Role

MAX_STEPS = 1_000_000
"""How many files and dependencies are followed for the loads of one package; real packages stay far below."""


def edition(kind: Edition, root: Element) -> str:
    """The standard in words, with its edition where the `schemaversion` tells one."""
    if kind in v.SCORM_2004 and SCHEMA_VERSIONS.get(schema_version(root) or "") not in v.SCORM_2004:
        return "SCORM 2004"
    name: str = kind.value
    return name


def organizations(contents: Contents, manifest: Manifest, metadata: MetadataReader) -> tuple[Organization, ...]:
    """The organizations of a manifest, in the order of the file."""
    reader = _Reader(contents, manifest, metadata)
    default = shown(manifest)
    written = chain.from_iterable(group.organizations for group in manifest.organizations)
    return tuple(reader.organization(one, one is default) for one in written)


class _Reader:
    """Turns the items of one manifest into nodes."""

    def __init__(self, contents: Contents, manifest: Manifest, metadata: MetadataReader) -> None:
        self._contents = contents
        self._metadata = metadata
        self._shared = shared_parts(manifest.root)
        self._resources = {one.identifier: one for one in reversed(manifest.resources) if one.identifier}
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._loads: dict[str, Load | None] = {}
        self._steps = 0

    def organization(self, written: Written, default: bool) -> Organization:
        return Organization(
            identifier=written.identifier or "",
            title=title(written),
            default=default,
            facts=self._facts(written.element),
            metadata=self._metadata.of(written.element),
            nodes=self._nodes(written.items),
        )

    def _nodes(self, items: Iterable[Item]) -> tuple[Node, ...]:
        return tuple(self._node(item) for item in items)

    def _node(self, item: Item) -> Node:
        resource = self._resources.get(item.identifierref or "")
        href = resource.href if resource else None
        parameters = item.element.get("parameters") or ""
        own = self._metadata.of(item.element)
        return Node(
            identifier=item.identifier or "",
            title=title(item),
            role=_role(item, resource),
            href=address(href, parameters) if href else None,
            member=href.path if href and href.trouble is None and href.path in self._contents.names else None,
            parameters=parameters,
            type=(resource.type if resource else None) or "",
            visible=item.element.get("isvisible") not in ("false", "0"),
            facts=self._facts(item.element),
            load=self._load(resource) if resource else None,
            metadata=self._metadata.of(resource.element) if own is None and resource else own,
            children=self._nodes(item.items),
        )

    def _facts(self, element: Element) -> tuple[Fact, ...]:
        found = sequencing.facts(element, self._shared) if self._contents.affords(0) else ()
        return found if self._contents.affords(sum(len(fact.value) for fact in found)) else ()

    def _load(self, resource: Resource) -> Load | None:
        key = resource.identifier or ""
        if key not in self._loads:
            self._loads[key] = self._weigh(resource)
        return self._loads[key]

    def _weigh(self, resource: Resource) -> Load | None:
        contents = self._contents
        paths: set[str] = set()
        first = resource.identifier or ""
        seen, waiting = {first}, [first]
        while waiting:
            own, others = self._needs(waiting.pop())
            self._steps += 1 + len(own) + len(others)
            if self._steps > MAX_STEPS:
                contents.remark("the manifest has too many dependencies to weigh each item")
                return None
            paths |= own
            waiting += others - seen
            seen |= others
        found = paths & contents.names
        return Load(len(found), sum(map(contents.size, found)), len(paths) - len(found))

    def _needs(self, identifier: str) -> tuple[frozenset[str], frozenset[str]]:
        """The files of a resource, and the identifiers of those that it depends on."""
        if identifier not in self._known:
            resource = self._resources[identifier]
            references = (one.get("identifierref") or "" for one in resource.dependencies)
            others = frozenset(one for one in references if one in self._resources)
            self._known[identifier] = frozenset(_paths(resource)), others
        return self._known[identifier]


def _paths(resource: Resource) -> Iterator[str]:
    hrefs = (resource.href, *(file.href for file in resource.files))
    return (href.path for href in hrefs if href and href.trouble is None and href.path)


def _role(item: Item, resource: Resource | None) -> Role:
    if not item.identifierref:
        return Role.GROUP
    if resource is None or resource.href is None:
        return Role.BROKEN
    # SCORM 2004 spells the attribute scormType; an LMS takes what is not called a SCO for an asset.
    kind = resource.scorm_type or resource.element.get("scormType", v.ADLCP_2004) or ""
    return Role.SCO if kind.lower() == "sco" else Role.ASSET
