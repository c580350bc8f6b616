"""tincan.xml as a file: where it lies, what it begins with, and how it is built."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import TINCAN, Finding, broken, rule
from scormkit.checking.shared.structures import wrong_root
from scormkit.checking.source import Name, Place
from scormkit.checking.structures.finding import folder_of, in_the_way, tincans
from scormkit.checking.structures.tincan import NO_ACTIVITIES
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_ROOT = Name(v.TINCAN_COURSE, "tincan")


@rule("SK-TIN-001", "one-tincan-xml", Severity.ERROR, "Rustici, Tin Can launch: Packaging", TINCAN)
def one_file(package: Package) -> Iterator[Finding]:
    """There is exactly one `tincan.xml`, by exactly this name.

    Its folder is the root of the package. With a second one nobody knows which counts, and under another name (or in
    capitals) an LMS does not see it.

    Leave the others out; correct the name.

    Bad: `tincan.xml` and `old/tincan.xml`; `TinCan.xml`

    Good: `tincan.xml`
    """
    if package.bare:
        return
    found = tincans(package.order)
    for name in found[1:]:
        message = say("this is another tincan.xml; the first is {first}", first=found[0])
        yield Finding(Place(name), message, say("leave it out, or make a package of its own of it"))
    if not found and package.structure is not None and package.edition is Edition.TINCAN:
        message = say("the list of activities is called {name}, not tincan.xml", name=package.structure)
        yield Finding(Place(package.structure), message, say("rename it to tincan.xml, all in small letters"))


@rule("SK-TIN-002", "tincan-xml-in-folder", Severity.ERROR, "Rustici, Tin Can launch: Packaging", TINCAN)
def nested(package: Package) -> Iterator[Finding]:
    """`tincan.xml` lies at the top, or in folders that hold nothing else.

    A folder around the whole package is allowed, and one around that, as long as each holds a single folder and nothing
    beside it. With anything beside it, an LMS does not look further, or does not take along what lies outside.

    Zip what is in the folder of `tincan.xml`, not the folder itself.

    Bad: `course/tincan.xml` beside `readme.txt`

    Good: `tincan.xml`; or `course/tincan.xml`, with all other files in `course/`
    """
    member = package.structure
    if package.edition is not Edition.TINCAN or member is None or not (folder := folder_of(member)):
        return
    if (other := in_the_way(package.order, folder)) is not None:
        message = say("tincan.xml lies in the folder {folder}, but {other} does not", folder=folder[:-1], other=other)
        yield Finding(Place(member), message, say("zip what is in {folder}, and nothing else", folder=folder[:-1]))


@rule("SK-TIN-004", "tincan-root-element", Severity.ERROR, "tincan.xsd, namespace and root element", TINCAN)
def root_element(package: Package) -> Iterator[Finding]:
    """`tincan.xml` begins with `tincan` in the namespace of Tin Can.

    With another root element or namespace the file means nothing to an LMS.

    Write the namespace letter by letter, with `http:`; it is a name, not an address to visit.

    Bad: `<tincan xmlns="https://tincanapi.com/tincan.xsd">`

    Good: `<tincan xmlns="http://projecttincan.com/tincan.xsd">`
    """
    if package.activities is not NO_ACTIVITIES:
        yield from wrong_root(package.activities.root, _ROOT, "Tin Can")


@rule("SK-TIN-101", "unknown-in-tincan-xml", Severity.INFO, "Rustici, Tin Can launch; xAPI 1.0.3, Data 2.4.4.1", TINCAN)
def unknown_parts(package: Package) -> Iterator[Finding]:
    """`tincan.xml` holds what Tin Can and xAPI have names for.

    Those are groups of activities, and in an activity its name, description, launch or resource, and what xAPI says of
    an interaction. An LMS passes over everything else, so that a misspelt element is as good as missing.

    Correct the name, or remove what nobody reads.

    Bad: `<activity id="…"><title>Course</title></activity>`

    Good: `<activity id="…"><name lang="en">Course</name></activity>`
    """
    yield from broken(package, "TC")
