"""The course structure as a file: where it lies, what it begins with, and how it is built."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import CMI5, Finding, broken, rule
from scormkit.checking.shared.structures import wrong_root
from scormkit.checking.source import Name, Place
from scormkit.checking.structures.cmi5 import NO_COURSE
from scormkit.checking.structures.finding import folder_of
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_ROOT = Name(v.CMI5_COURSE, "courseStructure")


@rule("SK-CM5-001", "cmi5-root-element", Severity.ERROR, "cmi5 14.0; CourseStructure.xsd, courseStructure", CMI5)
def root_element(package: Package) -> Iterator[Finding]:
    """The course structure begins with `courseStructure` in the namespace of cmi5.

    An LMS validates the file against CourseStructure.xsd, which knows this one root element in this one namespace, and
    refuses the course otherwise. Drafts of cmi5 had other namespaces.

    Write the namespace letter by letter; it is a name, not an address to visit.

    Bad: `<courseStructure xmlns="http://www.example.org/cmi5">`

    Good: `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">`
    """
    if package.course is not NO_COURSE:
        yield from wrong_root(package.course.root, _ROOT, Edition.CMI5.value)


@rule("SK-CM5-002", "cmi5-xml-at-root", Severity.ERROR, "cmi5 14.0 and 14.1: cmi5.xml at the root of the zip", CMI5)
def at_root(package: Package) -> Iterator[Finding]:
    """The course structure is called `cmi5.xml` and lies at the root of the zip.

    An LMS looks for exactly this name, in small letters, at the top level of the zip, and refuses the package when it
    is not there. A folder around everything comes of zipping the folder instead of what is in it.

    Open the folder, select everything in it and zip that; correct the name.

    Bad: `my-course/cmi5.xml`, `CMI5.xml`, `course.xml`

    Good: `cmi5.xml`
    """
    member = package.structure
    if package.edition is not Edition.CMI5 or member is None or member == v.CMI5_STRUCTURE:
        return
    if folder := folder_of(member):
        message = say(
            "{name} lies in the folder {folder}, not at the root of the package",
            name=basename(member),
            folder=folder[:-1],
        )
        yield Finding(Place(member), message, say("zip what is in {folder}, not the folder itself", folder=folder[:-1]))
    else:
        message = say("the course structure is called {name}, not cmi5.xml", name=member)
        yield Finding(Place(member), message, say("rename it to cmi5.xml, all in small letters"))


@rule("SK-CM5-005", "one-course", Severity.ERROR, "cmi5 13.1.1; CourseStructure.xsd, course", CMI5)
def one_course(package: Package) -> Iterator[Finding]:
    """There is one `course`, with an id, a title and a description.

    It says what the whole is called. An LMS validates the structure and refuses it when any of them is missing.

    Add what is missing, in this order.

    Bad: `<course id="https://example.org/c"><title>…</title></course>`

    Good: `<course id="https://example.org/c"><title>…</title><description>…</description></course>`
    """
    yield from broken(package, "C5-05")


@rule("SK-CM5-012", "nothing-to-launch-in-cmi5", Severity.ERROR, "cmi5 13.1.2; CourseStructure.xsd, blockType", CMI5)
def something_to_launch(package: Package) -> Iterator[Finding]:
    """The structure, and each block in it, holds at least one unit or block.

    Units (`au`) are what learners launch. A structure without any has nothing to offer, a block without any can never
    be satisfied, and the XSD refuses both.

    Add a unit, or remove the block.

    Bad: `<block id="…"><title>…</title><description>…</description></block>`

    Good: `<block id="…"><title>…</title><description>…</description><au id="…">…</au></block>`
    """
    if package.course is NO_COURSE or package.course.root.name.local != _ROOT.local:
        return
    for holder in package.course.holders:
        if not any(child.name.local in ("au", "block") for child in package.course.own(holder)):
            message = say("<{tag}> holds no <au> and no <block>", tag=str(holder.name))
            yield Finding(holder.place(), message, say("add an <au> for each thing that learners launch"))


@rule("SK-CM5-101", "cmi5-schema", Severity.ERROR, "cmi5 13.2: a structure conforms to CourseStructure.xsd", CMI5)
def by_the_schema(package: Package) -> Iterator[Finding]:
    """The course structure is built as its schema has it.

    An LMS validates it against CourseStructure.xsd and refuses it for an element that is unknown, misspelt or out of
    order, for an attribute that is not in the schema, and for text between elements.

    Write the elements in the order of the schema: `title`, `description`, `objectives`, then `url`,
    `launchParameters`, `entitlementKey` of a unit, or the units of a block. What is your own goes into a namespace of
    your own, at the end.

    Bad: `<au id="…"><url>index.html</url><title>…</title><description>…</description></au>`

    Good: `<au id="…"><title>…</title><description>…</description><url>index.html</url></au>`
    """
    yield from broken(package, "C5")


@rule("SK-CM5-102", "cmi5-title-and-description", Severity.ERROR, "cmi5 13.1.2 to 13.1.4: title and description", CMI5)
def title_and_description(package: Package) -> Iterator[Finding]:
    """Blocks, units and objectives have a title and a description, in at least one language.

    Both are required, and what they say stands in a `langstring` for each language. The XSD refuses one without.

    Add what is missing; a description may be as short as the title.

    Bad: `<title>Welcome</title>`

    Good: `<title><langstring lang="en">Welcome</langstring></title>`
    """
    yield from broken(package, "C5-TEXTS")
