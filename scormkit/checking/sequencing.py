"""The sequencing of a manifest: which parts hold for which activity, and which objectives they share.

Sources: SCORM 2004 4th Edition CAM 5.1 (`sequencing` and `sequencingCollection`), SN 2.1.2 (collections) and 3.10
(objectives). The names of parts and values are those of the binding; what is wrong with them is for the rules to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Item, Manifest, Organization
from scormkit.checking.source import Element, Name, named

Parts: TypeAlias = Mapping[Name, Element]
"""The parts of a `sequencing` element; of two alike the first."""

_SWITCH = {"true": True, "1": True, "false": False, "0": False}
_NO_PARTS: Parts = {}
# What a `mapInfo` can share with a global objective; that of adlseq came with the 4th Edition.
_VALUES = {
    v.IMSSS: ("SatisfiedStatus", "NormalizedMeasure"),
    v.ADLSEQ: ("RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """An `organization` or an `item` in the light of sequencing.

    `own` is its `sequencing` element, of several the first. `organization` is the one that it belongs to, or is;
    `children` are the items in it.
    """

    element: Element
    organization: Element
    children: int
    own: Element | None
    _parts: Parts
    _shared: Parts

    @property
    def is_root(self) -> bool:
        """Whether it is the organization: it has no parent and no siblings."""
        return self.element is self.organization

    def part(self, local: str, namespace: str = v.IMSSS) -> Element | None:
        """A part that holds for it: its own, or else that of the shared sequencing that it refers to (CAM 5.1)."""
        name = named(namespace, local)
        return self._parts.get(name) or self._shared.get(name)


@dataclass(frozen=True, slots=True, eq=False)
class Sequencing:
    """All sequencing of a manifest.

    `entries` are the `sequencing` elements of its collections, `elements` all there are in their places: those of
    activities, then the entries.
    """

    entries: tuple[Element, ...]
    activities: tuple[Activity, ...]
    elements: tuple[Element, ...]
    _objectives: Mapping[Element, tuple[Objective, ...]]

    def each(self, local: str, namespace: str = v.IMSSS) -> Iterator[Element]:
        """Every part of this name, whether it holds for an activity or waits in a collection."""
        return (part for one in self.elements for part in below(one, local, namespace))

    def objectives(self, part: Element | None) -> tuple[Objective, ...]:
        """The objectives in an `objectives` part, of `imsss` or of `adlseq`: the primary one too."""
        return () if part is None else self._objectives.get(part, ())


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """A `mapInfo`: which values an objective takes from a global objective, and which it gives to it."""

    element: Element
    target: str
    """The global objective; "" where none is named."""
    reads: tuple[str, ...]
    writes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Objective:
    """One objective among those of an activity; `identifier` is None where it has none."""

    element: Element
    identifier: str | None
    maps: tuple[Map, ...]


def read_sequencing(manifest: Manifest) -> Sequencing:
    """The sequencing of a manifest and of all manifests in it."""
    manifests = (manifest.root, *manifest.submanifests)
    entries = tuple(entry for one in manifests for entry in _entries(one))
    activities = tuple(_activities(manifest, shared_parts(*manifests)))
    elements = (*(activity.own for activity in activities if activity.own), *entries)
    parts = (part for one in elements for namespace in _VALUES for part in below(one, "objectives", namespace))
    return Sequencing(entries, activities, elements, {part: tuple(_read_objectives(part)) for part in parts})


def shared_parts(*manifests: Element) -> dict[str, Parts]:
    """The sequencing in the collections of `manifest` elements, by its ID; of two with the same the first."""
    entries = [entry for one in manifests for entry in _entries(one)]
    return {identifier: _parts(one) for one in reversed(entries) if (identifier := (one.get("ID") or "").strip())}


def activity_of(
    element: Element, shared: Mapping[str, Parts], organization: Element | None = None, children: int = 0
) -> Activity:
    """An `organization` or `item` with the sequencing that holds for it."""
    own = next(below(element, "sequencing"), None)
    taken = shared.get((own.get("IDRef") or "").strip(), _NO_PARTS) if own else _NO_PARTS
    return Activity(element, organization or element, children, own, _parts(own) if own else _NO_PARTS, taken)


def below(element: Element, local: str, namespace: str = v.IMSSS) -> Iterator[Element]:
    """The children of this name."""
    return (child for child in element.children if child.name.local == local and child.name.namespace == namespace)


def flag(element: Element | None, name: str, default: bool, namespace: str = "") -> bool:
    """An attribute as xs:boolean; one that is absent, or is none, has its default."""
    said = element.get(name, namespace) if element else None
    return default if said is None else _SWITCH.get(said.strip(), default)


def _read_objectives(part: Element) -> Iterator[Objective]:
    namespace = part.name.namespace
    for child in part.children:
        if child.name.namespace == namespace and child.name.local in ("primaryObjective", "objective"):
            maps = tuple(_map(one, _VALUES[namespace]) for one in below(child, "mapInfo", namespace))
            yield Objective(child, child.get("objectiveID"), maps)


def _parts(sequencing: Element) -> Parts:
    return {child.name: child for child in reversed(sequencing.children)}


def _map(element: Element, values: tuple[str, ...]) -> Map:
    return Map(
        element,
        element.get("targetObjectiveID") or "",
        tuple(value for value in values if flag(element, f"read{value}", True)),
        tuple(value for value in values if flag(element, f"write{value}", False)),
    )


def _entries(manifest: Element) -> Iterator[Element]:
    for collection in below(manifest, "sequencingCollection"):
        yield from below(collection, "sequencing")


def _activities(manifest: Manifest, shared: Mapping[str, Parts]) -> Iterator[Activity]:
    for organizations in manifest.organizations:
        for organization in organizations.organizations:
            waiting: list[Organization | Item] = [organization]
            while waiting:
                one = waiting.pop()
                yield activity_of(one.element, shared, organization.element, len(one.items))
                waiting.extend(reversed(one.items))


NO_SEQUENCING = Sequencing((), (), (), {})
"""That of a package without a manifest of SCORM 2004."""
