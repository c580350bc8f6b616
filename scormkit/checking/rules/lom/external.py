"""Metadata in files of their own, which `adlcp:location` names."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Href, Trouble
from scormkit.checking.locations import pairs_of
from scormkit.checking.package import Document, Package
from scormkit.checking.rule import SCORM_12, SCORM_2004, Finding, broken, rule
from scormkit.checking.schemas import member_at
from scormkit.checking.shared.hrefs import in_other_case, missing, outside, with_backslash
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_LOCATION = "SCORM 2004 4th Ed. CAM 3.4.1, <adlcp:location>"
_KNOWN = frozenset({v.CP_2004, v.ADLCP_2004, v.ADLSEQ, v.ADLNAV, v.IMSSS, v.LOM})
"""Namespaces of which every program for SCORM 2004 has the schema itself."""


@rule("SK-S24-013", "location-place", Severity.ERROR, f"{_LOCATION}; adlcp_v1p3.xsd, location", SCORM_2004)
def location_place(package: Package) -> Iterator[Finding]:
    """`adlcp:location` stands in `metadata` and names a file in at most 2000 characters.

    It says in which file the metadata are of what the `metadata` element stands in; elsewhere it says nothing.

    Put it into the `metadata` of what the file describes.

    Bad: `<resource …><adlcp:location>lom.xml</adlcp:location></resource>`

    Good: `<resource …><metadata><adlcp:location>lom.xml</adlcp:location></metadata></resource>`
    """
    yield from broken(package, "M4-13")


@rule("SK-S24-014", "location-file", Severity.ERROR, f"{_LOCATION}; ADL's test suite, SchemaHandler", SCORM_2004)
def location_file(package: Package) -> Iterator[Finding]:
    """A file of metadata that the manifest names is in the package and can be read.

    The name is a path from the manifest, whatever `xml:base` says around it. A test suite refuses the package where the
    file is not there, or is no well-formed XML.

    Add the file, correct its name or mend it; or leave `adlcp:location` out.

    Bad: `<adlcp:location>metadata.xml</adlcp:location>` while the zip has `lom.xml`

    Good: `<adlcp:location>lom.xml</adlcp:location>`
    """
    locations = list(_locations(package))
    for element in _empty(package):
        hint = say("write the path of the file, or remove the element")
        yield Finding(element.place(), say("<{tag}> names no file", tag=str(element.name)), hint)
    yield from outside(locations, Trouble.OUTSIDE, Trouble.DISK)
    yield from with_backslash(locations)
    # A test suite takes a slash at the front for one too many, and finds the file.
    inside = [href for href in locations if href.trouble in (None, Trouble.SLASH)]
    yield from missing(package, inside)
    yield from in_other_case(package, inside)
    yield from _unreadable(package, inside)


@rule("SK-LOM-107", "metadata-file", Severity.ERROR, "SCORM 1.2 CAM 2.3.2, adlcp:location; XML 1.0", SCORM_12)
def metadata_file(package: Package) -> Iterator[Finding]:
    """A file of metadata that the manifest names can be read.

    One that is no well-formed XML is lost: no LMS shows it, and a test suite refuses the package.

    Mend the file, or leave `adlcp:location` out.

    Bad: a `lom.xml` that ends before `</lom>`

    Good: one that ends with `</lom>`
    """
    yield from _unreadable(package, [href for href in _locations(package) if href.trouble is None])


@rule(
    "SK-S24-015",
    "metadata-file-schemas",
    Severity.ERROR,
    "ADL's test suite, SchemaHandler and SchemaMapper",
    SCORM_2004,
)
def metadata_file_schemas(package: Package) -> Iterator[Finding]:
    """A file of metadata says for all its namespaces which schema describes them.

    What its `xsi:schemaLocation` says counts from the folder of that file. Where it has none, a program uses the
    schemas that it knows itself, which are those of SCORM 2004 and LOM. Whether the file follows LOM is judged too, by
    the same rules as metadata in the manifest.

    Add namespace and file to `xsi:schemaLocation`, and the file to the package.

    Bad: `meta/lom.xml` with `xsi:schemaLocation="http://ltsc.ieee.org/xsd/LOM lom.xsd"` while `lom.xsd` is at the root

    Good: `xsi:schemaLocation="http://ltsc.ieee.org/xsd/LOM ../lom.xsd"`
    """
    for name, document in package.documents.items():
        if name not in v.STRUCTURES and document.root is not None:
            yield from _without_schema(document.root)
            yield from _missing_schemas(package, document)


def _without_schema(root: Element) -> Iterator[Finding]:
    """The first use of each namespace that has no schema."""
    told = {namespace for namespace, _, _ in _pairs(root)}
    reported = {"", v.XML, v.XML_SCHEMA_INSTANCE}
    for element in root.iter():
        for name in (element.name, *element.attributes):
            namespace = name.namespace
            if namespace in reported or namespace in told or (not told and namespace in _KNOWN):
                continue
            reported.add(namespace)
            message = say("the file does not say which schema describes {namespace}", namespace=namespace)
            hint = say("add the namespace and its XSD to xsi:schemaLocation")
            yield Finding(element.place(None if name is element.name else name), message, hint)


def _missing_schemas(package: Package, document: Document) -> Iterator[Finding]:
    for _, location, element in _pairs(document.root) if document.root else ():
        member = member_at(location, document.member)
        if member is not None and not package.has(member):
            name = next(name for name in element.attributes if name.local == "schemaLocation")
            message = say("the schema `{member}` is not in the package", member=member)
            hint = say("add the file, or correct the path: it counts from the folder of {file}", file=document.member)
            yield Finding(element.place(name), message, hint)


def _pairs(root: Element) -> Iterator[tuple[str, str, Element]]:
    """Namespace, place of its schema, and the element that tells it."""
    for element in root.iter():
        yield from ((namespace, location, element) for namespace, location in pairs_of(element))


def _locations(package: Package) -> Iterator[Href]:
    return (href for href in package.manifest.hrefs if href.element.name.local == "location")


def _empty(package: Package) -> Iterator[Element]:
    for owner in package.manifest.elements:
        for element in owner.children:
            name = element.name
            if name.local == "location" and name.namespace == v.ADLCP_2004 and not element.text.strip():
                yield element


def _unreadable(package: Package, locations: list[Href]) -> Iterator[Finding]:
    for path in dict.fromkeys(href.path for href in locations):
        document = package.documents.get(path)
        if document is not None and document.error is not None:
            message = say("the metadata cannot be read: {detail}", detail=document.error.detail)
            yield Finding(document.error.place, message, say("mend the XML of this file"))
