"""Which schema each namespace of a manifest is mapped to by `xsi:schemaLocation`.

Source: XML Schema 1.0 Part 1, 2.6.3 and 4.3.2; ADL's test suite for SCORM 2004, which gathers the attribute from every
element and asks for a schema for every namespace that an element or an attribute has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scormkit.checking import vocabulary as v
from scormkit.checking.schemas import member_at
from scormkit.checking.source import Element, Name, Place

STANDARD: Mapping[str, str] = MappingProxyType(
    {
        v.CP_2004: "imscp_v1p1.xsd",
        v.ADLCP_2004: "adlcp_v1p3.xsd",
        v.ADLSEQ: "adlseq_v1p3.xsd",
        v.ADLNAV: "adlnav_v1p3.xsd",
        v.IMSSS: "imsss_v1p0.xsd",
    }
)
"""The namespaces whose schema ADL's test suite knows without being told."""
USUAL: Mapping[str, str] = MappingProxyType({**STANDARD, v.LOM: "lom.xsd"})
"""What the schemas of SCORM 2004 are called, those of its metadata too."""

_LOCATION = Name(v.XML_SCHEMA_INSTANCE, "schemaLocation")
_UNMAPPED = frozenset({"", v.XML_SCHEMA_INSTANCE, v.XML})
"""Namespaces that need no schema."""


@dataclass(frozen=True, slots=True, eq=False)
class Located:
    """A namespace that the manifest uses, and where its schema is by its own words.

    `element` and `attribute` say so; of a schema that is meant without a word they use the namespace first.
    """

    namespace: str
    location: str
    element: Element
    attribute: Name | None

    @property
    def place(self) -> Place:
        """Where that stands."""
        return self.element.place(self.attribute)

    @property
    def member(self) -> str | None:
        """The member that it names; None for an address on the web. One above the package begins with `..`."""
        return member_at(self.location, v.MANIFEST)

    @property
    def name(self) -> str:
        """The name of the schema without its folders; empty where a folder is named."""
        return self.location.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True, eq=False)
class Lone:
    """An `xsi:schemaLocation` that is not made of pairs: how many values it has, and the one that stands alone."""

    element: Element
    attribute: Name
    count: int
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Locations:
    """What the manifest says of its schemas.

    `told` tells whether it says anything. `located` are the namespaces that it uses and maps, `unmapped` the others
    that it uses, with their first use: an element, and the attribute of it that has the namespace if not itself. Both
    are empty where `lone` is not: then nothing is certain.
    """

    told: bool
    located: tuple[Located, ...]
    unmapped: Mapping[str, tuple[Element, Name | None]]
    lone: tuple[Lone, ...]

    def required(self) -> Iterator[Located]:
        """The schemas that the manifest cannot do without: those it names, or the standard ones if it names none."""
        yield from self.located
        if not self.told:
            for namespace, use in self.unmapped.items():
                if namespace in STANDARD:
                    yield Located(namespace, STANDARD[namespace], *use)


def read_locations(root: Element) -> Locations:
    """The schema locations of the manifest whose root element is `root`."""
    used: dict[str, tuple[Element, Name | None]] = {}
    pairs: dict[str, tuple[str, Element, Name]] = {}
    lone: list[Lone] = []
    told = False
    for element in root.iter():
        used.setdefault(element.name.namespace, (element, None))
        for name, value in element.attributes.items():
            used.setdefault(name.namespace, (element, name))
            if name == _LOCATION and (words := value.split()):
                told = True
                if len(words) % 2:
                    lone.append(Lone(element, name, len(words), _alone(words)))
                for namespace, location in pairs_of(element):
                    pairs.setdefault(namespace, (location, element, name))
    if lone:
        return Locations(True, (), MappingProxyType({}), tuple(lone))
    needed = {namespace: where for namespace, where in used.items() if namespace not in _UNMAPPED}
    located = tuple(
        Located(namespace, location, element, name)
        for namespace, (location, element, name) in pairs.items()
        if namespace in needed
    )
    unmapped = {namespace: use for namespace, use in needed.items() if namespace not in pairs}
    return Locations(told, located, MappingProxyType(unmapped), ())


def pairs_of(element: Element) -> Iterator[tuple[str, str]]:
    """The pairs that the `xsi:schemaLocation` of one element holds: a namespace, and the place of its schema."""
    words = element.attributes.get(_LOCATION, "").split()
    return zip(words[::2], words[1::2], strict=False)


def _alone(words: list[str]) -> str:
    """The value without a partner, going by names that end as a schema's do; otherwise the last."""
    at = 0
    while at + 1 < len(words):
        if _is_schema(words[at]) or not _is_schema(words[at + 1]):
            return words[at]
        at += 2
    return words[-1]


def _is_schema(word: str) -> bool:
    return word.lower().endswith((".xsd", ".dtd"))
