"""Metadata as XML: what may stand in a record, where and how often."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.lom import IMSMD_LATER, records
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, SCORM_12, SCORM_2004, Finding, broken, rule
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule(
    "SK-LOM-001",
    "lom-valid",
    Severity.ERROR,
    "IEEE 1484.12.3-2005; lomStrict.xsd, lomLoose.xsd and lomCustom.xsd",
    SCORM_2004,
)
def lom_valid(package: Package) -> Iterator[Finding]:
    """Metadata hold the elements and attributes of Learning Object Metadata, each in its category.

    A test suite refuses the whole manifest over one misspelt name, since none of the schemas of LOM allows it. The
    names have capitals inside: `lifeCycle`, `metaMetadata`. In which order they come does not matter.

    Write the name as the standard has it, and put it in its category.

    Bad: `<general><languag>en</languag></general>`

    Good: `<general><language>en</language></general>`
    """
    yield from broken(package, "L-01")


@rule("SK-LOM-002", "lom-repeated", Severity.ERROR, "IEEE 1484.12.1-2002, size; unique/strict.xsd", SCORM)
def lom_repeated(package: Package) -> Iterator[Finding]:
    """What metadata may say once they say once.

    A course has one title, one size and one duration. To give a title in a second language, put a second `string`
    (SCORM 1.2: `langstring`) into it.

    Remove the second, or join the two.

    Bad: `<title><string language="en">Bread</string></title><title><string language="nl">Brood</string></title>`

    Good: `<title><string language="en">Bread</string><string language="nl">Brood</string></title>`
    """
    yield from broken(package, "L-02")


@rule("SK-LOM-003", "lom-language", Severity.ERROR, "IEEE 1484.12.3-2005, LanguageId; xs:language; RFC 3066", SCORM)
def lom_language(package: Package) -> Iterator[Finding]:
    """A language is written as a code, with hyphens between its parts.

    Software looks the code up to find a title in the language of the reader; it finds nothing under words, and a schema
    refuses blanks and underscores.

    Write the code: `en`, `nl-BE`. For content without language, `general/language` is `none`.

    Bad: `<language>in English</language>`, `<string language="en_GB">`

    Good: `<language>en</language>`, `<string language="en-GB">`
    """
    yield from broken(package, "L-03")


@rule("SK-LOM-004", "lom-text", Severity.ERROR, "IEEE 1484.12.1-2002, 6; IEEE 1484.12.3-2005, LangString", SCORM)
def lom_text(package: Package) -> Iterator[Finding]:
    """A text that can be given in several languages stands in an element of its own for each.

    That element is `string` with the attribute `language`; in SCORM 1.2 it is `langstring` with `xml:lang`. Text that
    stands directly in the title is not read, and a schema refuses it.

    Put the text into such an element.

    Bad: `<title>Bread</title>`

    Good: `<title><string language="en">Bread</string></title>`
    """
    yield from broken(package, "L-04")


@rule("SK-LOM-005", "lom-duration", Severity.ERROR, "IEEE 1484.12.1-2002, 8; IEEE 1484.12.3-2005, Duration", SCORM_2004)
def lom_duration(package: Package) -> Iterator[Finding]:
    """A duration is written as in ISO 8601: `P`, days, `T`, hours, minutes, seconds.

    People write "1 hour"; software cannot add that up.

    Write `PT45M` for 45 minutes, `PT1H30M` for an hour and a half, `P2D` for two days.

    Bad: `<duration>1 hour</duration>`, `<duration>P1H</duration>`

    Good: `<duration>PT1H</duration>`
    """
    yield from broken(package, "L-05")


@rule("SK-LOM-006", "lom-date", Severity.ERROR, "IEEE 1484.12.1-2002, 7; IEEE 1484.12.3-2005, DateTime", SCORM_2004)
def lom_date(package: Package) -> Iterator[Finding]:
    """A date is written as in ISO 8601: year, month, day, each with all its digits.

    A time may follow after `T`; a time zone may be given only after a fraction of a second.

    Write `2026-09-01`. Words about it belong in the `description` beside it.

    Bad: `<dateTime>1 September 2026</dateTime>`, `<dateTime>2026-09-01T12:00:00Z</dateTime>`

    Good: `<dateTime>2026-09-01</dateTime>`, `<dateTime>2026-09-01T12:00:00.0Z</dateTime>`
    """
    yield from broken(package, "L-06")


@rule(
    "SK-LOM-013",
    "lom-in-scorm-12",
    Severity.ERROR,
    "SCORM 1.2 CAM 2.2.4, meta-data XML binding; imsmd_rootv1p2p1.xsd",
    SCORM_12,
)
def lom_in_scorm_12(package: Package) -> Iterator[Finding]:
    """In SCORM 1.2, metadata are written in the binding of IMS, not in that of LOM.

    SCORM 1.2 is older than the standard LOM. Its metadata are IMS Learning Resource Metadata 1.2.1: all names in small
    letters, texts in `langstring` with `xml:lang`. An LMS for SCORM 1.2 finds nothing in the newer ones, and their
    schema is none of its control documents.

    Write them as IMS has them, or leave them out: they are optional.

    Bad: `<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string>…`

    Good: `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring>…`
    """
    for record in records(package, v.LOM):
        message = say("<{tag}> is in the namespace of LOM, which SCORM 1.2 does not know", tag=str(record.element.name))
        hint = say("LMSs skip it, test suites refuse it: leave it out, or write it as {namespace}", namespace=v.IMSMD)
        yield Finding(record.element.place(), message, hint)


@rule("SK-LOM-101", "imsmd-valid", Severity.ERROR, "imsmd_rootv1p2p1.xsd", SCORM_12)
def imsmd_valid(package: Package) -> Iterator[Finding]:
    """Metadata of SCORM 1.2 hold the elements that their schema knows, and those that it demands.

    All names are in small letters. A term needs both its `source` and its `value`, a contribution its `role`, an entry
    of a catalogue its `catalog` and its `entry`. LMSs hardly look, but test suites refuse the manifest.

    Write the name as the schema has it, or add what is missing.

    Bad: `<lom><lifeCycle>…`, `<status><value>…</value></status>`

    Good: `<lom><lifecycle>…`, `<status><source>…</source><value>…</value></status>`
    """
    yield from broken(package, "L-101")


@rule("SK-LOM-102", "lom-place", Severity.WARNING, "SCORM 2004 4th Ed. CAM 3.4.1, <metadata>; CAM 4.1", SCORM_2004)
def lom_place(package: Package) -> Iterator[Finding]:
    """Metadata stand in `lom`, and that stands in `metadata`.

    What stands elsewhere is taken for an extension that nobody knows: the schemas let it pass, and no LMS reads it.

    Put `lom` into the `metadata` of the manifest, organization, item, resource or file that it describes.

    Bad: `<item …><title>…</title><lom:lom>…</lom:lom></item>`

    Good: `<item …><title>…</title><metadata><lom:lom>…</lom:lom></metadata></item>`
    """
    yield from broken(package, "L-102")


@rule("SK-LOM-104", "imsmd-order", Severity.WARNING, "IMS Learning Resource Metadata 1.2.1, XML binding", SCORM_12)
def imsmd_order(package: Package) -> Iterator[Finding]:
    """In metadata of SCORM 1.2 the elements of a category come in their order, each as often as the binding says.

    The schema itself is ambiguous there: one program refuses another order, the next one lets it pass.

    Put the elements in the order of the binding.

    Bad: `<general><description>…</description><title>…</title></general>`

    Good: `<general><title>…</title><description>…</description></general>`
    """
    yield from broken(package, "L-104")


@rule(
    "SK-LOM-106",
    "metadata-of-another-edition",
    Severity.WARNING,
    "SCORM 1.2 CAM 2.2.4; SCORM 2004 4th Ed. CAM 4.1",
    SCORM,
)
def metadata_of_another_edition(package: Package) -> Iterator[Finding]:
    """Metadata are in the namespace that goes with the edition of SCORM.

    SCORM 2004 has that of LOM, `http://ltsc.ieee.org/xsd/LOM`; SCORM 1.2 has that of IMS 1.2.1,
    `http://www.imsglobal.org/xsd/imsmd_rootv1p2p1`. Others are allowed where their schema is in the package, but an LMS
    that shows or searches metadata does not look there.

    Write them in the namespace of the edition.

    Bad: `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_v1p2">` in SCORM 1.2

    Good: `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">`
    """
    expected = v.IMSMD if package.editions & SCORM_12 else v.LOM
    for record in records(package, *{v.IMSMD, IMSMD_LATER} - {expected}):
        namespace = record.element.name.namespace
        message = say("the metadata are in the namespace {namespace}", namespace=namespace)
        edition = package.edition.standard if package.edition else ""
        hint = say("those of {edition} are in {expected}", edition=edition, expected=expected)
        yield Finding(record.element.place(), message, hint)
