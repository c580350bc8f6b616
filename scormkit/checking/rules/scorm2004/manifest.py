"""The manifest as a whole: what it is called, what it says of itself, and which parts it has."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.identifiers import shared_identifiers
from scormkit.diagnostics import Severity


@rule(
    "SK-S24-001",
    "manifest-identifier-2004",
    Severity.ERROR,
    "SCORM 2004 4th Ed. CAM 3.4.1, <manifest>; imscp_v1p1.xsd, manifestType",
    SCORM_2004,
)
def manifest_identifier(package: Package) -> Iterator[Finding]:
    """The manifest has an identifier that is an XML name.

    It begins with a letter or an underscore, and goes on with letters, digits, hyphens, underscores and dots. LMSs
    keep a course under it.

    Give the manifest an identifier that no other course has.

    Bad: `<manifest identifier="1 course">`

    Good: `<manifest identifier="course-1">`
    """
    yield from broken(package, "M4-01")


@rule(
    "SK-S24-002",
    "manifest-identifier-unique",
    Severity.ERROR,
    "SCORM 2004 4th Ed. CAM 3.4.1, <manifest>; imscp_v1p1.xsd, identifier (xs:ID)",
    SCORM_2004,
)
def manifest_identifier_unique(package: Package) -> Iterator[Finding]:
    """Nothing else in the file has the identifier of the manifest.

    All identifiers of one file are names of one kind: an organization, an item or a resource with the name of the
    manifest makes the file invalid, and LMSs that look a name up find the wrong thing.

    Give each of them an identifier of its own.

    Bad: `<manifest identifier="course">…<organization identifier="course">`

    Good: `<manifest identifier="course">…<organization identifier="course-org">`
    """
    yield from shared_identifiers(package, "manifest", with_any=("organization", "item", "resource"))


@rule("SK-S24-003", "manifest-version-length", Severity.WARNING, "SCORM 2004 4th Ed. CAM 3.4.1, <manifest>", SCORM_2004)
def manifest_version_length(package: Package) -> Iterator[Finding]:
    """The version of the manifest has at most 20 characters.

    An LMS has to keep 20; it may cut what is longer, so that two versions look alike.

    Write a short version.

    Bad: `<manifest identifier="course-1" version="2024-09-01T12:30:45Z-release-3">`

    Good: `<manifest identifier="course-1" version="2024.9.1">`
    """
    yield from broken(package, "M4-03")


@rule("SK-S24-008", "manifest-metadata", Severity.ERROR, "SCORM 2004 4th Ed. CAM 3.4.1, <manifest>", SCORM_2004)
def manifest_metadata(package: Package) -> Iterator[Finding]:
    """The manifest has one `metadata`.

    It says by which edition of SCORM the package is made; without it an LMS has to guess, and many take the package
    for SCORM 1.2 or refuse it.

    Add it as the first child of the manifest, with `schema` and `schemaversion` in it.

    Bad: `<manifest …><organizations …>`

    Good: `<manifest …><metadata><schema>ADL SCORM</schema>…</metadata><organizations …>`
    """
    yield from broken(package, "M4-08")


@rule("SK-S24-009", "schema-first", Severity.ERROR, "SCORM 2004 4th Ed. CAM 3.4.1, <metadata>", SCORM_2004)
def schema_first(package: Package) -> Iterator[Finding]:
    """The metadata of the manifest begins with `schema` and `schemaversion`, in this order.

    The schema of content packaging asks for it, and LMSs look for the two in these places.

    Move them to the front; what describes the course comes after them.

    Bad: `<metadata><lom:lom>…</lom:lom><schema>ADL SCORM</schema>…</metadata>`

    Good: `<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion><lom:lom>…`
    """
    yield from broken(package, "M4-09")


@rule("SK-S24-010", "schema-value", Severity.ERROR, "SCORM 2004 4th Ed. CAM 3.4.1, <schema>", SCORM_2004)
def schema_value(package: Package) -> Iterator[Finding]:
    """The manifest says `ADL SCORM` as its schema, once.

    By this value an LMS knows that the package is one of SCORM.

    Write it in capitals, as it stands here.

    Bad: `<schema>SCORM</schema>`

    Good: `<schema>ADL SCORM</schema>`
    """
    yield from broken(package, "M4-10")


@rule("SK-S24-011", "schema-version", Severity.ERROR, "SCORM 2004 4th Ed. CAM 3.4.1, <schemaversion>", SCORM_2004)
def schema_version(package: Package) -> Iterator[Finding]:
    """The manifest says its edition, once and with the words of the book.

    They are `2004 4th Edition`, `2004 3rd Edition` and, for the 2nd edition, `CAM 1.3`. An LMS that knows several
    editions picks by them the rules that it plays the course by.

    Write the edition that the package is made by.

    Bad: `<schemaversion>2004</schemaversion>`

    Good: `<schemaversion>2004 4th Edition</schemaversion>`
    """
    yield from broken(package, "M4-11")


@rule(
    "SK-S24-016",
    "organizations-and-resources-2004",
    Severity.ERROR,
    "SCORM 2004 4th Ed. CAM 3.4.1, <manifest>; imscp_v1p1.xsd, manifestType",
    SCORM_2004,
)
def organizations_and_resources(package: Package) -> Iterator[Finding]:
    """A manifest has one `organizations` and one `resources`.

    The first says what learners see, the second which files there are. Without either there is nothing to launch; of
    two, LMSs read the first or the last.

    Add what is missing, or merge the two.

    Bad: `<manifest …><metadata>…</metadata><resources>…</resources></manifest>`

    Good: `<manifest …><metadata>…</metadata><organizations …>…</organizations><resources>…</resources></manifest>`
    """
    yield from broken(package, "M4-16")


@rule("SK-S24-401", "unknown-in-manifest", Severity.ERROR, "imscp_v1p1.xsd", SCORM_2004)
def unknown_in_manifest(package: Package) -> Iterator[Finding]:
    """The manifest has only the elements and attributes that content packaging knows, each in its place.

    What it does not know makes the file invalid, so that strict LMSs refuse the package; others do not see it, which is
    worse where it is a slip in a name. Text between the elements, elements in another order and elements without a
    namespace break the schema too.

    Correct the name, or move it to where it belongs. What other standards add has a namespace of its own and stands
    after the elements of content packaging.

    Bad: `<item identifier="item-1" identiferref="res-1">`

    Good: `<item identifier="item-1" identifierref="res-1">`
    """
    yield from broken(package, "CP")


@rule(
    "SK-S24-402",
    "unknown-extension",
    Severity.ERROR,
    "adlcp_v1p3.xsd; adlnav_v1p3.xsd; SCORM 2004 4th Ed. CAM 3.4.1",
    SCORM_2004,
)
def unknown_extension(package: Package) -> Iterator[Finding]:
    """Only what ADL defined bears the names of ADL.

    The namespaces of `adlcp` and `adlnav` hold the elements and attributes of the book and nothing else. An LMS does
    not see another one, such as a name with a slip in it, a name of SCORM 1.2, or one with wrong capitals.

    Correct the name. What your own tools need goes into a namespace of your own.

    Bad: `<adlcp:datafromlms>intro</adlcp:datafromlms>`

    Good: `<adlcp:dataFromLMS>intro</adlcp:dataFromLMS>`
    """
    yield from broken(package, "ADLCP", "ADLNAV")
