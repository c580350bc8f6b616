"""Schemas: where the manifest says they are, and whether they are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scormkit.checking.grammar.bindings import grammars_of
from scormkit.checking.grammar.model import Grammar
from scormkit.checking.locations import STANDARD, USUAL, Located
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, SCORM_2004, Finding, rule
from scormkit.checking.schemas import published
from scormkit.checking.shared.schemas import is_there, not_at_root
from scormkit.checking.source import Place
from scormkit.checking.vocabulary import CP_2004, Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_SUITE = "ADL test suite for SCORM 2004"


@rule(
    "SK-XML-008",
    "schema-location-pairs",
    Severity.ERROR,
    f"XML Schema Part 1, 4.3.2: xsi:schemaLocation holds pairs; {_SUITE}, required files",
    SCORM_2004,
)
def schema_location_pairs(package: Package) -> Iterator[Finding]:
    """`xsi:schemaLocation` holds pairs: a namespace, and where its schema is.

    With an odd number of values nobody can tell which of them belong together. ADL's test stops there.

    Write a namespace and the name of a schema by turns, with white space between them.

    Bad: `xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1"`

    Good: `xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd"`
    """
    for lone in package.locations.lone:
        message = say("xsi:schemaLocation holds {count} values, so one has no partner", count=lone.count)
        hint = say("write pairs of a namespace and its schema; `{value}` seems to stand alone", value=lone.value)
        if lone.count == 1:
            message = say("xsi:schemaLocation holds one value: `{value}`", value=lone.value)
            hint = say("write pairs of a namespace and its schema")
        yield Finding(lone.element.place(lone.attribute), message, hint)


@rule(
    "SK-XML-009",
    "schema-location-missing",
    Severity.WARNING,
    f"{_SUITE}, required files: a manifest without xsi:schemaLocation is warned of",
    SCORM_2004,
)
def schema_location_missing(package: Package) -> Iterator[Finding]:
    """The manifest says by `xsi:schemaLocation` where its schemas are.

    An LMS that validates looks up there which file describes which namespace. Without it ADL's test takes the usual
    names for the five namespaces of SCORM 2004; other tools validate nothing.

    Add the attribute to `manifest`.

    Bad: `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" …>`

    Good: `<manifest … xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd …">`
    """
    locations = package.locations
    pairs = [f"{namespace} {USUAL[namespace]}" for namespace in locations.unmapped if namespace in USUAL]
    if package.root is not None and pairs and not locations.told:
        hint = say('add xsi:schemaLocation="{pairs}"', pairs=" ".join(pairs))
        yield Finding(package.root.place(), say("the manifest has no xsi:schemaLocation"), hint)


@rule(
    "SK-XML-010",
    "namespace-mapped",
    Severity.ERROR,
    f"{_SUITE}, required files: every namespace in use is mapped to a controlling document",
    SCORM_2004,
)
def namespace_mapped(package: Package) -> Iterator[Finding]:
    """Every namespace that the manifest uses is mapped to a schema.

    An element or attribute of a namespace without a schema cannot be validated, and ADL's test refuses the package.
    A namespace that is declared and used by nothing needs no schema.

    Add the pair to `xsi:schemaLocation` and the schema to the package, or remove what is in that namespace.

    Bad: `<x:note xmlns:x="http://example.org/x">` and nothing of it in `xsi:schemaLocation`

    Good: `xsi:schemaLocation="… http://example.org/x x.xsd"`
    """
    locations = package.locations
    for namespace, (element, attribute) in locations.unmapped.items():
        wrong_root = package.root is not None and namespace == package.root.name.namespace != CP_2004
        if wrong_root or (namespace in STANDARD and not locations.told):  # each is reported by a rule of its own
            continue
        message = say("no schema is named for the namespace `{namespace}`", namespace=namespace)
        hint = say("name its schema in xsi:schemaLocation and add that to the package, or remove what is of it")
        if namespace in USUAL:
            pair = f"{namespace} {USUAL[namespace]}"
            hint = say("add `{pair}` to xsi:schemaLocation", pair=pair)
        elif meant := _meant(package, (attribute or element.name).local):
            name = (attribute or element.name).local
            hint = say(
                "for the `{name}` of SCORM write the namespace {meant}; for another one, name its schema",
                name=name,
                meant=meant,
            )
        yield Finding(element.place(attribute), message, hint)


def _meant(package: Package, local: str) -> str | None:
    """The namespace in which SCORM has an extension of this name."""
    grammars = grammars_of(package.edition).values() if package.edition else ()
    return next((one.namespace for one in grammars if local in _extensions(one)), None)


def _extensions(grammar: Grammar) -> Collection[str]:
    return {*grammar.extensions, *(one.name for one in grammar.attributes)}


@rule(
    "SK-XML-011",
    "schema-location-inside",
    Severity.ERROR,
    f"{_SUITE}, required files: a schema may not lie above the root of the package",
    SCORM_2004,
)
def schema_location_inside(package: Package) -> Iterator[Finding]:
    """No schema lies above the root of the package.

    With more `..` than there are folders, the place of a schema is outside of the package, where the LMS has something
    else.

    Put the schema at the root and write its name.

    Bad: `xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 ../schemas/imscp_v1p1.xsd"`

    Good: `xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd"`
    """
    for located in package.locations.located:
        if _climbs(located.member):
            message = say("the schema `{location}` would lie outside of the package", location=located.location)
            yield Finding(located.place, message, say("put the schema at the root of the package and write its name"))


@rule(
    "SK-PKG-020",
    "schema-at-root",
    Severity.ERROR,
    f"{_SUITE}, required files: controlling documents lie at the root of the package",
    SCORM_2004,
)
def schema_at_root(package: Package) -> Iterator[Finding]:
    """Every schema that the manifest refers to lies at the root of the package.

    A SCORM 2004 package brings the schemas along that describe its manifest, so that an LMS can validate it without
    the network. ADL's test, and the LMSs that follow it, refuse a package in which one is missing; also where
    `xsi:schemaLocation` names a place on the web or in a folder.

    Add the schemas of the edition beside `imsmanifest.xml`.

    Bad: `xsi:schemaLocation="http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd"` without that file

    Good: `imsmanifest.xml` and `adlnav_v1p3.xsd` side by side
    """
    missing: dict[str, Located] = {}
    for located in package.locations.required():
        if not located.name:
            message = say(
                "the schema of `{namespace}` is a folder: `{location}`",
                namespace=located.namespace,
                location=located.location,
            )
            yield Finding(located.place, message, say("name the file of the schema"))
        elif not is_there(package, located.name) and not _climbs(located.member):
            missing.setdefault(located.name, located)
    if not missing:
        return
    yield not_at_root(next(iter(missing.values())).place, list(missing))


@rule(
    "SK-PKG-021",
    "schema-in-its-place",
    Severity.ERROR,
    f"{_SUITE}, required files: a controlling document is found at its location too",
    SCORM_2004,
)
def schema_in_its_place(package: Package) -> Iterator[Finding]:
    """A schema that the manifest names with a folder lies in that folder too.

    Beside the copy at the root, ADL's test asks for the schema where `xsi:schemaLocation` says it is, and that is where
    a validator looks.

    Write the bare name, or add the file in that folder as well.

    Bad: `schemas/imscp_v1p1.xsd` in `xsi:schemaLocation`, and the file at the root only

    Good: `imscp_v1p1.xsd` in `xsi:schemaLocation`, and the file at the root
    """
    reported: set[str] = set()
    for located in package.locations.required():
        member = located.member
        if member is None or member in reported or not located.name or member == located.name or _climbs(member):
            continue
        if not is_there(package, member):
            reported.add(member)
            message = say("the schema `{member}` is not in the package", member=member)
            hint = say("write {name} in xsi:schemaLocation, or add the file there", name=located.name)
            yield Finding(located.place, message, hint)


@rule(
    "SK-PKG-022",
    "schema-parts",
    Severity.ERROR,
    f"XML Schema Part 1, 4.2: what a schema includes or imports; {_SUITE}, schema validation",
    SCORM_2004,
)
def schema_parts(package: Package) -> Iterator[Finding]:
    """What a schema includes or imports is in the package too.

    Several schemas of SCORM 2004 are made of parts: `imsss_v1p0.xsd` includes nine files, `lom.xsd` those of the
    folders `common`, `unique`, `vocab` and `extend`. With a part missing, the manifest cannot be validated, and ADL's
    test refuses the package.

    Add the whole set of the edition, with its folders.

    Bad: `lom.xsd` without `common/dataTypes.xsd`

    Good: `lom.xsd`, `common/…`, `unique/…`, `vocab/…` and `extend/…`
    """
    waiting = [member for located in package.locations.required() for member in _copies(package, located)]
    seen = set(waiting)
    for member in waiting:  # which grows on the way
        schema = package.controls.get(member)
        for needed in schema.members(member) if schema else ():
            if needed in seen:
                continue
            seen.add(needed)
            if is_there(package, needed):
                waiting.append(needed)
            else:
                message = say("this schema needs `{needed}`, which is not in the package", needed=needed)
                hint = say("add {needed}; it belongs to the same set of schemas", needed=needed)
                yield Finding(Place(member), message, hint)


@rule(
    "SK-PKG-023",
    "published-schemas",
    Severity.INFO,
    "practice: ADL's test and many LMSs validate by the published schemas, not by those in the package",
    SCORM,
)
def published_schemas(package: Package) -> Iterator[Finding]:
    """The schemas of SCORM are as they were published.

    A copy that was edited, to let something into the manifest or to keep it out, is ignored by LMSs that have the
    published one; what is valid by one is not by the other. White space, comments and annotations do not count.

    Put the published schema back; describe additions in a namespace and a schema of their own.

    Bad: an `adlcp_v1p3.xsd` with an attribute more

    Good: the schemas of ADL and IMS, and `mine.xsd` for what is one's own
    """
    if package.edition is Edition.SCORM_2004_2:  # its schemas are not known here
        return
    for name, schema in package.controls.items():
        if name in published() and schema.meaning not in published()[name]:
            message = say("this is not the published schema `{name}`: it says something else", name=name)
            yield Finding(Place(name), message, say("put the published schema back; add in a namespace of your own"))


def _copies(package: Package, located: Located) -> Iterator[str]:
    """The members that hold this schema: at the root, and where it is said to be."""
    return (member for member in dict.fromkeys((located.name, located.member)) if member in package.names)


def _climbs(member: str | None) -> bool:
    return member is not None and member.partition("/")[0] == ".."
