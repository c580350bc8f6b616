"""The manifest as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from scormkit.checking import vocabulary as v
from scormkit.checking.malformed import UNBOUND_PREFIX, UNDEFINED_ENTITY, UNKNOWN_ENCODING, WRONG_ENCODING
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, Finding, rule
from scormkit.checking.source import Name, Refusal, XmlError
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_PREFIX = re.compile(r"[\s<]([A-Za-z_][\w.-]*+):[A-Za-z_]")
"""A prefix in a tag: after a blank or the bracket, so not one in the value of an attribute."""
_LONGEST_TAG = 2000
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_NAMESPACES = {"xsi": v.XML_SCHEMA_INSTANCE, "imsss": v.IMSSS, "adlseq": v.ADLSEQ, "adlnav": v.ADLNAV}
"""What a prefix stands for that means the same in every edition."""


@rule("SK-XML-001", "well-formed", Severity.FATAL, "XML 1.0, well-formed documents; cmi5 14.0")
def well_formed(package: Package) -> Iterator[Finding]:
    """The manifest is well-formed XML in the encoding that it declares.

    One stray character makes an LMS refuse the whole package, often with a bare error page. Usual causes: an `&` that
    is not written `&amp;`, a tag that is not closed, and a file saved as Windows-1252 under the label UTF-8.

    Correct the place that the message names; have manifests written by a program that knows XML.

    Bad: `<title>Questions & answers</title>`

    Good: `<title>Questions &amp; answers</title>`
    """
    for name, error in _refused(package, Refusal.MALFORMED):
        message = say("{name} is not well-formed XML: {detail}", name=name, detail=error.detail)
        yield Finding(error.place, message, _cure(error))


@rule("SK-XML-002", "root-element", Severity.ERROR, "SCORM CAM, manifest; IMS CP XML binding")
def root_element(package: Package) -> Iterator[Finding]:
    """The root element is `manifest`, in the namespace of its edition.

    SCORM 1.2 uses `http://www.imsproject.org/xsd/imscp_rootv1p1p2`, SCORM 2004 uses
    `http://www.imsglobal.org/xsd/imscp_v1p1`. With another one (or a typing error in it) the elements mean nothing to
    an LMS that goes by the book.

    Write the namespace letter by letter as it stands above; it is a name, not an address to visit.

    Bad: `<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p3">`

    Good: `<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">`
    """
    root = package.root
    if root is None or package.structure != v.MANIFEST:
        return
    if root.name.local != "manifest":
        message = say("the root element is <{tag}>, not <manifest>", tag=str(root.name))
        yield Finding(root.place(), message, say("a manifest begins with <manifest>; export the course again"))
    elif package.edition in v.CP_OF and root.name.namespace != (expected := v.CP_OF[package.edition]):
        edition = package.edition.value
        message = say("<manifest> is in no namespace, but everything else says {edition}", edition=edition)
        if root.name.namespace:
            message = say(
                "<manifest> is in the namespace {namespace}, but everything else says {edition}",
                namespace=root.name.namespace,
                edition=edition,
            )
        attribute = f"xmlns:{root.name.prefix}" if root.name.prefix else "xmlns"
        hint = say('write {attribute}="{value}"', attribute=attribute, value=expected)
        yield Finding(root.place(attribute), message, hint)


@rule("SK-XML-003", "no-doctype", Severity.FATAL, "scormkit's own, for safety")
def no_doctype(package: Package) -> Iterator[Finding]:
    """The manifest has no DOCTYPE.

    A DOCTYPE can declare entities that grow to gigabytes, or read files of the server; careful LMSs refuse it. SCORM
    uses XML Schema and has no need of it.

    Remove the DOCTYPE and write out the entities that it declared.

    Bad: `<!DOCTYPE manifest SYSTEM "imscp.dtd">`

    Good: no DOCTYPE, and `&#233;` or plain `é` for a named entity
    """
    for _, error in _refused(package, Refusal.DOCTYPE):
        yield Finding(error.place, error.detail, say("remove the DOCTYPE; no standard of e-learning needs one"))


@rule("SK-XML-004", "sub-manifest", Severity.WARNING, "SCORM CAM, (sub)manifests", SCORM)
def sub_manifest(package: Package) -> Iterator[Finding]:
    """There is one manifest, and none inside it.

    The books allow a `manifest` inside a `manifest`, but few LMSs import what is in it.

    Move its organizations and resources into the outer manifest.

    Bad: `<manifest> … <manifest identifier="M2"> … </manifest></manifest>`

    Good: one `manifest` with all items and resources
    """
    for element in package.manifest.submanifests:
        message = say("the manifest {name} stands inside another manifest", name=element.get("identifier") or "")
        if not element.get("identifier"):
            message = say("a manifest stands inside another manifest")
        hint = say("move its organizations and resources into the outer manifest")
        yield Finding(element.place(), message, hint)


@rule("SK-XML-005", "content-packaging-prefix", Severity.WARNING, "Moodle 4.3 and 4.5, import (measured)", SCORM)
def content_packaging_prefix(package: Package) -> Iterator[Finding]:
    """The content packaging namespace is the default one.

    To XML it is all the same whether `manifest` has a prefix. Moodle looks for the bare names, and imports a manifest
    with prefixes as an empty course.

    Declare the namespace with `xmlns="…"` and leave the prefixes out.

    Bad: `<cp:manifest xmlns:cp="http://www.imsproject.org/xsd/imscp_rootv1p1p2">`

    Good: `<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">`
    """
    for element in package.manifest.elements:
        if prefix := element.name.prefix:
            message = say(
                "<{tag}> is written with the prefix `{prefix}:`; Moodle imports nothing from it",
                tag=str(element.name),
                prefix=prefix,
            )
            hint = say(
                'declare the namespace as xmlns="{namespace}" and leave out the prefix `{prefix}:`',
                namespace=element.name.namespace,
                prefix=prefix,
            )
            yield Finding(element.place(), message, hint)
            return


@rule("SK-XML-006", "usual-prefixes", Severity.WARNING, "Moodle 4.3 and 4.5, import (measured)", SCORM)
def usual_prefixes(package: Package) -> Iterator[Finding]:
    """ADL's names have the usual prefixes.

    Moodle takes `adlcp:scormtype` for the name itself, prefix included. Under another prefix it does not see it, takes
    every SCO for an asset, and marks it as completed when it is opened. The same goes for `imsss:`, `adlseq:` and
    `adlnav:` in SCORM 2004.

    Use the prefixes of the books.

    Bad: `<resource scorm:scormtype="sco" …>`

    Good: `<resource adlcp:scormtype="sco" …>`
    """
    seen: set[Name] = set()
    for element in package.manifest.root.iter():
        for name, attribute in ((element.name, None), *((key, key) for key in element.attributes)):
            usual = v.USUAL_PREFIX.get(name.namespace)
            if usual and name.prefix != usual and (kind := Name(name.namespace, name.prefix)) not in seen:
                seen.add(kind)
                message = say(
                    "`{name}` lacks the prefix `{usual}:`, so Moodle does not see it", name=str(name), usual=usual
                )
                hint = say('declare xmlns:{usual}="{namespace}" and use it', usual=usual, namespace=name.namespace)
                yield Finding(element.place(attribute), message, hint)


@rule("SK-XML-007", "manifest-too-large", Severity.FATAL, "scormkit's own: limits for safe reading")
def manifest_too_large(package: Package) -> Iterator[Finding]:
    """The manifest keeps within the limits for safe reading.

    More than 500 000 elements and attributes, or elements over a hundred levels deep, are not a course but an attempt
    to exhaust its reader.

    Split the course into several packages.

    Bad: a generated manifest with an item inside an item, five hundred times

    Good: a course with a few levels of items
    """
    for _, error in _refused(package, Refusal.LIMITS):
        message = say("reading stops here: {detail}", detail=error.detail)
        yield Finding(error.place, message, say("split the course into several packages"))


def _refused(package: Package, refusal: Refusal) -> Iterator[tuple[str, XmlError]]:
    """The files that describe the package and were refused for this, each with why."""
    for name, document in package.documents.items():
        error = document.error
        if error is not None and error.refusal is refusal and name in (*v.STRUCTURES, package.structure):
            yield name, error


def _cure(error: XmlError) -> Said:
    """What to do about a syntax error, as far as the text around it tells."""
    text, column = error.place.excerpt or "", error.place.column or 0
    if error.code == UNDEFINED_ENTITY and (entity := _ENTITY.match(text, max(0, column - 1))):
        return _without_entity(entity[1])
    if "&" in text[max(0, column - 3) : column]:
        return say("write a bare & as &amp;")
    if error.code == UNBOUND_PREFIX:
        tag = text[max(0, column - 1) :][:_LONGEST_TAG].partition(">")[0]
        used = {prefix for prefix in _PREFIX.findall(tag) if prefix not in ("xml", "xmlns")}
        prefix = used.pop() if len(used) == 1 else "prefix"
        return say('declare the prefix: xmlns:{prefix}="{namespace}" on the root element',
                   prefix=prefix, namespace=_NAMESPACES.get(prefix, "…"))  # fmt: skip
    if error.code in (UNKNOWN_ENCODING, WRONG_ENCODING) or "\ufffd" in text:
        return say('save the file as UTF-8 and declare it so: <?xml version="1.0" encoding="UTF-8"?>')
    return say("correct the XML here or just before; an XML editor shows the place")


def _without_entity(name: str) -> Said:
    """What to write instead of an entity that XML does not have; most are those of HTML."""
    if name in name2codepoint:
        return say("write &#{number}; instead of &{name};, which is HTML", number=str(name2codepoint[name]), name=name)
    return say("write the character itself instead of &{name};, or a bare & as &amp;", name=name)
