"""Who is who: identifiers, edition and the lengths that the binding allows."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.types import NCNAME
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.shared.slips import has_misspelt
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say, shortened

_IDENTIFIED = ("organization", "item", "resource")
_LONGEST = {
    ("manifest", "version"): 20,
    ("item", "parameters"): 1000,
    ("item", "identifierref"): 2000,
    ("dependency", "identifierref"): 2000,
    ("organization", "structure"): 200,
    ("resource", "type"): 1000,
    ("resource", "href"): 2000,
    ("file", "href"): 2000,
}
_LONGEST_TITLE = 200
_LONGEST_MOODLE_TITLE = 255


@rule(
    "SK-S12-001",
    "manifest-identifier",
    Severity.ERROR,
    "SCORM 1.2 CAM, manifest; imscp_rootv1p1p2.xsd",
    SCORM_12,
)
def manifest_identifier(package: Package) -> Iterator[Finding]:
    """The manifest has an identifier that is an XML name.

    It begins with a letter or an underscore, and goes on with letters, digits, hyphens, underscores and dots. LMSs
    keep a course under it, and some of them look at its first 15 characters only.

    Give the manifest an identifier that no other course has.

    Bad: `<manifest identifier="1 course">`

    Good: `<manifest identifier="course-1">`
    """
    for element in (package.manifest.root, *package.manifest.submanifests):
        yield from _identifier(element)


@rule("SK-S12-002", "length-limits", Severity.ERROR, "imscp_rootv1p1p2.xsd, length facets", SCORM_12)
def length_limits(package: Package) -> Iterator[Finding]:
    """Values keep within the lengths that the binding allows.

    In characters: manifest version 20, organization structure 200, item parameters 1000, resource type 1000,
    references and hrefs 2000. An LMS may cut what is longer, or refuse it.

    Shorten the value.

    Bad: `<manifest version="first version of September 2026">`

    Good: `<manifest version="1.0">`
    """
    for element in package.manifest.elements:
        for name, value in element.attributes.items():
            most = None if name.namespace else _LONGEST.get((element.name.local, name.local))
            if most is not None and len(value) > most:
                message = say(
                    "`{name}` of <{tag}> is {length} characters long; at most {most} are allowed",
                    name=name,
                    tag=element.name,
                    length=len(value),
                    most=most,
                )
                yield Finding(element.place(name), message, say("shorten it to {most} characters", most=most))


@rule("SK-S12-003", "title-length", Severity.ERROR, "imscp_rootv1p1p2.xsd, titleType", SCORM_12)
def title_length(package: Package) -> Iterator[Finding]:
    """Titles are at most 200 characters long.

    The binding allows no more. Moodle does not even import a package with a title over 255 characters, and a long
    title fills the table of contents anyway.

    Shorten the title and move the rest to the page itself.

    Bad: a whole paragraph as a title

    Good: `<title>Week 1: getting started</title>`
    """
    for element in package.manifest.elements:
        length = len(element.text.strip())
        if element.name.local == "title" and length > _LONGEST_TITLE:
            message = say(
                "this title is {length} characters long; at most {most} are allowed",
                length=length,
                most=_LONGEST_TITLE,
            )
            if length > _LONGEST_MOODLE_TITLE:
                message = say(
                    "this title is {length} characters long; at most {most} are allowed, and Moodle refuses packages"
                    " with titles over {refused}",
                    length=length,
                    most=_LONGEST_TITLE,
                    refused=_LONGEST_MOODLE_TITLE,
                )
            yield Finding(
                element.place(),
                message,
                say("shorten it to {most} characters", most=_LONGEST_TITLE),
            )


@rule("SK-S12-004", "metadata-schema", Severity.ERROR, "SCORM 1.2 CAM, metadata; adlcp_rootv1p2.xsd", SCORM_12)
def metadata_schema(package: Package) -> Iterator[Finding]:
    """The metadata give the schema `ADL SCORM`.

    By these two words an LMS tells a SCORM package from another IMS package.

    Write it exactly so.

    Bad: `<schema>SCORM</schema>`

    Good: `<schema>ADL SCORM</schema>`
    """
    for element in _metadata(package, "schema"):
        if element.text != "ADL SCORM":
            yield Finding(
                element.place(),
                say("schema is `{text}`, not `ADL SCORM`", text=shortened(element.text)),
                say("write ADL SCORM"),
            )


@rule(
    "SK-S12-005",
    "schemaversion",
    Severity.ERROR,
    "SCORM 1.2 CAM, metadata; adlcp_rootv1p2.xsd; Moodle's import",
    SCORM_12,
)
def schemaversion(package: Package) -> Iterator[Finding]:
    """The metadata give the schemaversion `1.2`, without blanks around it.

    LMSs choose the run-time environment by this text, compared character by character.

    Write it exactly so.

    Bad: `<schemaversion> SCORM 1.2 </schemaversion>`

    Good: `<schemaversion>1.2</schemaversion>`
    """
    for element in _metadata(package, "schemaversion"):
        if element.text != "1.2":
            message = say("schemaversion is `{text}`, not `1.2`", text=element.text)
            if element.text.strip() == "1.2":
                message = say("schemaversion is `1.2` with blanks around it")
            yield Finding(element.place(), message, say("write <schemaversion>1.2</schemaversion>"))


@rule("SK-S12-010", "identifier", Severity.ERROR, "imscp_rootv1p1p2.xsd, attr.identifier.req", SCORM_12)
def identifier(package: Package) -> Iterator[Finding]:
    """Each organization, item and resource has an identifier that is an XML name.

    LMSs keep the progress of learners under the identifier of the item, and find what to launch by that of the
    resource. An XML name begins with a letter or an underscore and holds no blanks, colons or slashes.

    Give it one, and never change it once learners have begun.

    Bad: `<item identifier="1st item">`

    Good: `<item identifier="item-1">`
    """
    for element in package.manifest.elements:
        if element.name.local in _IDENTIFIED:
            yield from _identifier(element)


@rule("SK-S12-011", "unique-identifier", Severity.ERROR, "XML Schema, xs:ID: unique in the file", SCORM_12)
def unique_identifier(package: Package) -> Iterator[Finding]:
    """No identifier occurs twice in the manifest.

    Manifest, organizations, items and resources share one set of names. With two items under one identifier an LMS
    mixes up their results.

    Rename one of them, and what refers to it.

    Bad: `<item identifier="I1">` and `<resource identifier="I1">`

    Good: `<item identifier="item-1">` and `<resource identifier="resource-1">`
    """
    first: dict[str, Element] = {}
    for element in package.manifest.elements:
        name = element.get("identifier")
        if name and element.name.local in (*_IDENTIFIED, "manifest"):
            other = first.setdefault(name, element)
            if other is not element:
                message = say(
                    "the identifier `{name}` is that of the <{other}> in line {line} already",
                    name=name,
                    other=other.name,
                    line=other.line,
                )
                yield Finding(element.place("identifier"), message, say("give it an identifier of its own"))


def _identifier(element: Element) -> Iterator[Finding]:
    value = element.get("identifier")
    if value is None and not has_misspelt(element, "identifier"):
        yield Finding(
            element.place(),
            say("<{tag}> has no identifier", tag=element.name),
            say('add identifier="…", unique in this file'),
        )
    elif value is not None and not NCNAME.holds(value):
        hint = say("begin with a letter, then letters, digits and - _ . only; an LMS that validates refuses this")
        yield Finding(
            element.place("identifier"), say("the identifier `{value}` is not an XML name", value=value), hint
        )


def _metadata(package: Package, local: str) -> Iterator[Element]:
    """The children called `local` of the manifest's own metadata, in the ADL namespace too, where the XSD has them."""
    manifest = package.manifest
    for metadata in manifest.children(manifest.root, "metadata"):
        for child in metadata.children:
            if child.name.local == local and (child.name.namespace == v.ADLCP_12 or manifest.is_cp(child)):
                yield child
