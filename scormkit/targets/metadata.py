"""What a package says of itself, as Learning Object Metadata: one description, two bindings.

Sources: IEEE 1484.12.1 (LOM), whose element numbers stand in the comments; for SCORM 2004 the XML binding IEEE
1484.12.3, for SCORM 1.2 that of IMS Learning Resource Metadata 1.2.1. The latter writes names in small letters, wants
the elements in their order, and has a shorter list of roles and of contexts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from scormkit.render.site import Site, Unit
from scormkit.targets.bundles import Bundle
from scormkit.targets.xml import add

LOM = "http://ltsc.ieee.org/xsd/LOM"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCE = "LOMv1.0"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be said of one thing: the whole course, or one module of it."""

    title: str
    description: str | None
    minutes: int | None
    objectives: tuple[str, ...]
    entry: str
    """Its name in the catalogue `catalog`."""
    catalog: str


def of_bundle(bundle: Bundle) -> Facts:
    """The facts about all that a package holds."""
    units = bundle.units
    minutes = [unit.minutes for unit in units]
    known = None if None in minutes else sum(filter(None, minutes))
    goals = units[0].goals if len(units) == 1 else ()
    return Facts(bundle.title, bundle.description, known, goals, *_entry(bundle.site, bundle.ids[1:]))


def of_unit(site: Site, unit: Unit) -> Facts:
    """The facts about one module."""
    return Facts(unit.title, unit.description, unit.minutes, unit.goals, *_entry(site, (unit.id,)))


def _entry(site: Site, ids: Iterable[str]) -> tuple[str, str]:
    """Entry and catalogue of 1.1: an IRI where the course has one, else the course's own ids."""
    if site.base_iri is not None:
        return site.iri(*ids), "URI"
    return "/".join([site.id, *ids]), "scormkit"


@dataclass(frozen=True, slots=True)
class Binding:
    """How a binding writes what both can say.

    `lower` says that names are all in small letters. `role` gives its word for a role of ours; `contexts` are its words
    for our levels, of which one that has none is left out. `schemas` is what the metadata say that they follow.
    """

    namespace: str
    lower: bool
    role: Callable[[str], str]
    contexts: Mapping[str, str]
    learner: str
    yes: str
    schemas: tuple[str, ...]

    def write(self, parent: etree._Element, site: Site, facts: Facts) -> None:
        """Add the element `lom` to a `metadata` element."""
        lom = add(parent, f"{{{self.namespace}}}lom")
        self._general(lom, site, facts)
        self._life_cycle(lom, site)
        self._meta_metadata(lom, site)
        self._add(self._add(lom, "technical"), "format", "text/html")  # 4.1
        self._educational(lom, site, facts)
        self._rights(lom, site)

    def _general(self, lom: etree._Element, site: Site, facts: Facts) -> None:
        general = self._add(lom, "general")
        if not self.lower:
            identifier = self._add(general, "identifier")  # 1.1
            self._add(identifier, "catalog", facts.catalog)
            self._add(identifier, "entry", facts.entry)
        self._text(self._add(general, "title"), facts.title, site.language)  # 1.2
        if self.lower:
            entry = self._add(general, "catalogentry")
            self._add(entry, "catalog", facts.catalog)
            self._text(self._add(entry, "entry"), facts.entry, "x-none")
        self._add(general, "language", site.language)  # 1.3
        if facts.description:
            self._text(self._add(general, "description"), facts.description, site.language)  # 1.4
        for keyword in site.keywords:
            self._text(self._add(general, "keyword"), keyword, site.language)  # 1.5

    def _life_cycle(self, lom: etree._Element, site: Site) -> None:
        cycle = self._add(lom, "lifeCycle")
        self._text(self._add(cycle, "version"), site.version, site.language)  # 2.1
        for one in site.contributors:
            card = vcard(one.name, one.organization, one.email)
            # To publish a version is to release it.
            day = site.released if one.role == "publisher" else None
            self._contribute(cycle, self.role(one.role), card, day)  # 2.3

    def _contribute(self, parent: etree._Element, role: str, card: str, day: str | None) -> None:
        contribute = self._add(parent, "contribute")
        self._word(self._add(contribute, "role"), role)
        if self.lower:
            self._add(self._add(contribute, "centity"), "vcard", card)
        else:
            self._add(contribute, "entity", card)
        if day is not None:
            self._add(self._add(contribute, "date"), "dateTime", day)  # 2.3.3

    def _meta_metadata(self, lom: etree._Element, site: Site) -> None:
        about = self._add(lom, "metaMetadata")
        for schema in self.schemas:
            self._add(about, "metadatascheme" if self.lower else "metadataSchema", schema)  # 3.3
        self._add(about, "language", site.language)  # 3.4

    def _educational(self, lom: etree._Element, site: Site, facts: Facts) -> None:
        educational = self._add(lom, "educational")
        self._word(self._add(educational, "intendedEndUserRole"), self.learner)  # 5.5
        if context := self.contexts.get(site.level or ""):
            self._word(self._add(educational, "context"), context)  # 5.6
        if facts.minutes is not None:
            time = self._add(educational, "typicalLearningTime")  # 5.9
            self._add(time, "datetime" if self.lower else "duration", duration(facts.minutes))
        for text in filter(None, [", ".join(site.audience), " ".join(facts.objectives)]):
            self._text(self._add(educational, "description"), text, site.language)  # 5.10
            if self.lower:
                break  # the binding for SCORM 1.2 has room for one
        self._add(educational, "language", site.language)  # 5.11

    def _rights(self, lom: etree._Element, site: Site) -> None:
        if site.rights:
            rights = self._add(lom, "rights")
            self._word(self._add(rights, "copyrightAndOtherRestrictions"), self.yes)  # 6.2
            self._text(self._add(rights, "description"), site.rights, site.language)  # 6.3

    def _add(self, parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
        return add(parent, name.lower() if self.lower else name, text)

    def _text(self, parent: etree._Element, text: str, language: str) -> None:
        if self.lower:
            add(parent, "langstring", text).set(_XML_LANG, language)
        else:
            add(parent, "string", text, language=language)

    def _word(self, parent: etree._Element, value: str) -> None:
        """A word of a vocabulary, with where it is from."""
        for name, text in (("source", _SOURCE), ("value", value)):
            if self.lower:
                self._text(add(parent, name), text, "x-none")
            else:
                add(parent, name, text)


def duration(minutes: int) -> str:
    """A duration of whole minutes as ISO 8601 has it, such as PT1H30M."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def vcard(name: str, organization: str | None, email: str | None) -> str:
    """A person or an organisation as a vCard 3.0 (RFC 2426), which LOM 2.3.2 asks for."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_escaped(name)};;;;", f"FN:{_escaped(name)}"]
    if organization:
        lines.append(f"ORG:{_escaped(organization)}")
    if email:
        lines.append(f"EMAIL;TYPE=INTERNET:{email}")
    return "\n".join([*lines, "END:VCARD"])


def _escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text


def _role_12(role: str) -> str:
    """A role in the words of IMS Learning Resource Metadata 1.2.1, which has one less."""
    return "Unknown" if role == "subject matter expert" else role.title()


LOM_2004 = Binding(
    namespace=LOM,
    lower=False,
    role=str,
    contexts=MappingProxyType({word: word for word in ("school", "higher education", "training", "other")}),
    learner="learner",
    yes="yes",
    schemas=("LOMv1.0", "ADLv1.0"),
)
LOM_12 = Binding(
    namespace=IMSMD,
    lower=True,
    role=_role_12,
    contexts=MappingProxyType(
        {"higher education": "Higher Education", "training": "Vocational Training", "other": "Other"}
    ),
    learner="Learner",
    yes="yes",
    schemas=("ADL SCORM 1.2",),
)
