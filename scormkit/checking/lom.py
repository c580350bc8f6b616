"""Learning Object Metadata in a package: the records, and the terms of LOMv1.0 (IEEE 1484.12.1-2002)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.types import collapsed
from scormkit.checking.locations import pairs_of
from scormkit.checking.package import Package
from scormkit.checking.schemas import member_at
from scormkit.checking.source import Element, Name

IMSMD_LATER = "http://www.imsglobal.org/xsd/imsmd_v1p2"
"""What IMS called its binding from 1.2.2 on; SCORM 1.2 has the one of 1.2.1."""
SOURCE = "LOMv1.0"
"""Where the standard's own terms come from."""

_LEVELS = ("very low", "low", "medium", "high", "very high")
_YES_NO = ("yes", "no")
_SYSTEMS = ("pc-dos", "ms-windows", "macos", "unix", "multi-os", "none")
_BROWSERS = ("any", "netscape communicator", "ms-internet explorer", "opera", "amaya")
NAMES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType({"operating system": _SYSTEMS, "browser": _BROWSERS})
"""Which names a technical requirement can have, by its type (4.4.1.2)."""
_TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "structure": ("atomic", "collection", "networked", "hierarchical", "linear"),
        "aggregationLevel": ("1", "2", "3", "4"),
        "status": ("draft", "final", "revised", "unavailable"),
        "role": (
            "author", "publisher", "unknown", "initiator", "terminator", "validator", "editor", "graphical designer",
            "technical implementer", "content provider", "technical validator", "educational validator",
            "script writer", "instructional designer", "subject matter expert",
        ),
        "type": ("operating system", "browser"),
        "name": (*_SYSTEMS, *_BROWSERS),
        "interactivityType": ("active", "expositive", "mixed"),
        "learningResourceType": (
            "exercise", "simulation", "questionnaire", "diagram", "figure", "graph", "index", "slide", "table",
            "narrative text", "exam", "experiment", "problem statement", "self assessment", "lecture",
        ),
        "interactivityLevel": _LEVELS,
        "semanticDensity": _LEVELS,
        "intendedEndUserRole": ("teacher", "author", "learner", "manager"),
        "context": ("school", "higher education", "training", "other"),
        "difficulty": ("very easy", "easy", "medium", "difficult", "very difficult"),
        "cost": _YES_NO,
        "copyrightAndOtherRestrictions": _YES_NO,
        "kind": (
            "ispartof", "haspart", "isversionof", "hasversion", "isformatof", "hasformat", "references",
            "isreferencedby", "isbasedon", "isbasisfor", "requires", "isrequiredby",
        ),
        "purpose": (
            "discipline", "idea", "prerequisite", "educational objective", "accessibility restrictions",
            "educational level", "skill level", "security level", "competency",
        ),
    }
)  # fmt: skip
_EDUCATIONAL = (
    "interactivityType", "learningResourceType", "interactivityLevel", "semanticDensity", "intendedEndUserRole",
    "context", "difficulty",
)  # fmt: skip
_ROLES_OF_RECORD = ("creator", "validator")
_STRICT = {"vocab/strict.xsd", "lom_vocabularies.xsd"}
"""What a schema needs whose terms are those of LOMv1.0 alone: IEEE's, and scormkit's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A pair of a source and a term of it; None where one is missing. `terms` are those of LOMv1.0 for it."""

    element: Element
    category: str
    source: str | None
    value: str | None
    terms: tuple[str, ...]

    @property
    def name(self) -> str:
        """Of which element, without its prefix."""
        return self.element.name.local

    @property
    def is_right(self) -> bool:
        """Whether it is one of LOMv1.0."""
        return self.source == SOURCE and self.value in self.terms

    def place_of(self, part: str) -> Element:
        """The child with this name, else the element itself."""
        return next((child for child in self.element.children if child.name.local == part), self.element)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One record: its root element `lom`, and that of the file that it stands in."""

    element: Element
    root: Element

    def parts(self, category: str) -> Iterator[Element]:
        """What stands directly in the category."""
        for one in self.element.children:
            if one.name == Name(self.element.name.namespace, category):
                yield from one.children

    def terms(self) -> Iterator[Term]:
        """All pairs that are of an element with a vocabulary and have something in them."""
        for category in self.element.children:
            for element in category.iter():
                if element.name.namespace == v.LOM and element.name.local in _TERMS and element.children:
                    yield _term(element, category.name.local)


def records(package: Package, *namespaces: str) -> Iterator[Record]:
    """The records in these namespaces: those in the manifest, then those that have a metadata file of their own."""
    manifest = package.manifest
    for owner in manifest.elements:
        for element in owner.children:
            if element.name.local == "lom" and element.name.namespace in namespaces:
                yield Record(element, manifest.root)
    for name, document in package.documents.items():
        root = document.root
        is_record = root is not None and root.name.local == "lom" and root.name.namespace in namespaces
        if root is not None and is_record and name not in v.STRUCTURES:
            yield Record(root, root)


def is_strict(package: Package, record: Record) -> bool:
    """Whether the schema that the file names for LOM allows no terms but those of LOMv1.0.

    `lom.xsd` and `lomStrict.xsd` are such by name; a copy in the package may have been made to allow more.
    """
    for element in (record.root, record.element):
        for namespace, location in pairs_of(element):
            if namespace != v.LOM or posixpath.basename(location) not in ("lom.xsd", "lomStrict.xsd"):
                continue
            member = member_at(location, element.source.member)
            copy = package.controls.get(member) if member else None
            return copy is None or bool(_STRICT & {posixpath.normpath(needed) for needed in copy.needs})
    return False


def means(written: str, name: str) -> bool:
    """Whether a name of a standard is meant, such as `LOMv1.0`, however it is written: `LOM v1`, `lom_v1.0`."""
    return _bare(written).removesuffix("0") == _bare(name).removesuffix("0")


def _bare(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _term(element: Element, category: str) -> Term:
    of_record = element.name.local == "role" and category == "metaMetadata"
    terms = _ROLES_OF_RECORD if of_record else _TERMS[element.name.local]
    return Term(element, category, _told(element, "source"), _told(element, "value"), terms)


def _told(element: Element, part: str) -> str | None:
    for child in element.children:
        if child.name.local == part and child.name.namespace == v.LOM:
            return collapsed(child.text) or None
    return None


def owners_of(term: Term) -> tuple[str, ...]:
    """Which other elements of category 5 have the value of `term` among their terms."""
    if term.category != "educational":
        return ()
    return tuple(name for name in _EDUCATIONAL if name != term.name and term.value in _TERMS[name])
