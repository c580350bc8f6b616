"""The activities of tincan.xml: what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import TINCAN, Finding, broken, rule
from scormkit.checking.shared.structures import doubles, ill_formed, no_language
from scormkit.checking.source import Element, Name
from scormkit.diagnostics import Severity
from scormkit.said import say

_XML_LANG = Name(v.XML, "lang", "xml")
_LANG = Name("", "lang")


@rule("SK-TIN-005", "activity-with-iri", Severity.ERROR, "Rustici, Tin Can launch; xAPI 1.0.3, Data 2.4.4.1", TINCAN)
def activity_with_iri(package: Package) -> Iterator[Finding]:
    """There is at least one activity, and each has an absolute IRI as its id.

    The first one with a launch link is what learners open; its id goes into every statement about it, where it means
    the same thing all over the world. So it begins with a scheme, such as `https:` or `urn:`.

    Put an address of your own domain in front; it need not lead to a page.

    Bad: `<activity id="course-1">`

    Good: `<activity id="https://example.org/course-1">`
    """
    yield from broken(package, "TC-05")


@rule("SK-TIN-006", "tincan-activity-type", Severity.WARNING, "xAPI 1.0.3, Data 2.4.4.1, type", TINCAN)
def activity_type(package: Package) -> Iterator[Finding]:
    """The `type` of an activity is an absolute IRI.

    xAPI names kinds of activities by IRIs. A bare word such as `course` comes from versions before 1.0; an LRS refuses
    it in a statement.

    Use an IRI of a vocabulary, such as those of ADL.

    Bad: `<activity id="…" type="course">`

    Good: `<activity id="…" type="http://adlnet.gov/expapi/activities/course">`
    """
    yield from broken(package, "TC-06")


@rule("SK-TIN-007", "duplicate-activity-id", Severity.ERROR, "Rustici, Tin Can launch: Activity Definition", TINCAN)
def duplicate_activity(package: Package) -> Iterator[Finding]:
    """No two activities have the same id.

    The activities are a flat list, and an id is all that statements know of one. Two with the same id are one activity
    with two descriptions, of which one is lost.

    Give each an id of its own; texts in several languages belong into one activity.

    Bad: `<activity id="https://example.org/a">…</activity><activity id="https://example.org/a">…</activity>`

    Good: `<activity id="https://example.org/a"><name lang="en">…</name><name lang="nl">…</name></activity>`
    """
    yield from doubles((one.element, one.id) for one in package.activities.activities)


@rule("SK-TIN-011", "activity-texts", Severity.WARNING, "Rustici, Tin Can launch: Language; RFC 5646, 2.1", TINCAN)
def activity_texts(package: Package) -> Iterator[Finding]:
    """Every activity has a name and a description, and these say in which language they are.

    An LMS shows them, and reports find the activity by them. Where the language is known it should be declared, by a
    tag of RFC 5646; a text in several languages is repeated. An empty `lang` says that the language is not known.

    Add what is missing.

    Bad: `<name>Course</name>`, `<name lang="english_us">Course</name>`

    Good: `<name lang="en">Course</name><description lang="en">About something.</description>`
    """
    for activity in package.activities.activities:
        for local, found in (("name", activity.names), ("description", activity.descriptions)):
            if not found:
                message = say("<{tag}> has no <{child}>", tag=str(activity.element.name), child=local)
                yield Finding(activity.element.place(), message, say('add <{child} lang="en">', child=local))
            for element in found:
                yield from _tagged(element)


def _tagged(element: Element) -> Iterator[Finding]:
    """What is wrong with the language of a name or a description."""
    declared = [name for name in element.attributes if name in (_LANG, _XML_LANG)]
    if not declared:
        yield no_language(element)
    for name in declared:
        if element.attributes[name].strip():
            yield from ill_formed(element, name)
