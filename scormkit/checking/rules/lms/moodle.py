"""Moodle, by what Moodle 4.3 and 4.5 did with packages, and by what their source says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scormkit.checking import vocabulary as v
from scormkit.checking.detect import SCHEMA_VERSIONS
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, SCORM_2004, Finding, rule
from scormkit.checking.rules.lms.scos import scos
from scormkit.checking.shared import hrefs
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Element, Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_MEASURED = "Moodle 4.3 and 4.5, measured"
_READ = "Moodle 4.5, mod/scorm, read in its source"


@rule("SK-LMS-001", "moodle-map-info", Severity.ERROR, _MEASURED, SCORM_2004, lms="moodle")
def map_info(package: Package) -> Iterator[Finding]:
    """No objective is mapped to a global one.

    Moodle's import ends in a fatal error of PHP 8 at the first `imsss:mapInfo`, and there is no course.

    For Moodle, leave global objectives out: Moodle does not obey the sequencing that they serve anyway.

    Bad: `<imsss:mapInfo targetObjectiveID="shared"/>`

    Good: `<imsss:primaryObjective objectiveID="own"/>`

    Source: packages imported into Moodle 4.3 and 4.5 on PHP 8.2.
    """
    for element in _named(package, "mapInfo", v.IMSSS):
        message = say("<{tag}> is a fatal error in Moodle, which imports nothing of the package", tag=element.name)
        yield Finding(element.place(), message, say("leave the global objective out of a package for Moodle"))


@rule("SK-LMS-002", "moodle-several-scos", Severity.WARNING, _MEASURED, SCORM_2004, lms="moodle")
def several_scos(package: Package) -> Iterator[Finding]:
    """A SCORM 2004 package for Moodle has one SCO.

    In Moodle one API object serves the whole player page. When the first SCO has terminated and a learner goes on to
    the next, that one cannot initialise, and nothing of it is kept.

    Put one SCO in each package, or use SCORM 1.2, where several work.

    Bad: two items that launch two SCOs

    Good: one item that launches one SCO

    Source: packages played in Moodle 4.3 and 4.5.
    """
    for item in islice(scos(package), 1, 2):
        message = say(
            "`{identifier}` launches a second SCO, which Moodle does not track", identifier=called(item.element)
        )
        hint = say("put one SCO in each SCORM 2004 package for Moodle, or use SCORM 1.2")
        yield Finding(item.element.place("identifierref"), message, hint)


@rule("SK-LMS-003", "moodle-schemaversion", Severity.ERROR, _MEASURED, SCORM_2004, lms="moodle")
def schemaversion(package: Package) -> Iterator[Finding]:
    """The schemaversion has no blanks around it.

    Moodle compares it character by character, and takes anything that it does not know for SCORM 1.2. A SCO of SCORM
    2004 then finds no API and keeps nothing.

    Write the text without blanks or line ends around it.

    Bad: `<schemaversion> 2004 4th Edition </schemaversion>`

    Good: `<schemaversion>2004 4th Edition</schemaversion>`

    Source: packages imported into Moodle 4.3 and 4.5; mod/scorm/datamodels/scormlib.php.
    """
    manifest = package.manifest
    for metadata in manifest.children(manifest.root, "metadata"):
        for element in manifest.children(metadata, "schemaversion"):
            version = " ".join(element.text.split())
            if version in SCHEMA_VERSIONS and element.text != version:
                message = say("schemaversion is `{version}` with blanks, so Moodle takes it for 1.2", version=version)
                hint = say("write <schemaversion>{version}</schemaversion>", version=version)
                yield Finding(element.place(), message, hint)


@rule("SK-LMS-005", "moodle-title-zero", Severity.WARNING, _MEASURED, SCORM, lms="moodle")
def title_zero(package: Package) -> Iterator[Finding]:
    """No title is the number `0`.

    Moodle drops the text `0`, so that the item has no name in the table of contents.

    Write the title in words.

    Bad: `<title>0</title>`

    Good: `<title>Part 0</title>`

    Source: packages imported into Moodle 4.3 and 4.5.
    """
    for element in package.manifest.elements:
        if element.name.local == "title" and element.text.strip() == "0":
            yield Finding(element.place(), say("this title is `0`, which Moodle drops"), say("write it in words"))


@rule("SK-LMS-006", "moodle-hidden-item", Severity.WARNING, _MEASURED, SCORM, lms="moodle")
def hidden_item(package: Package) -> Iterator[Finding]:
    """No item is hidden.

    Moodle leaves an item with `isvisible="false"` out of its table of contents, and disables its Next button as well: a
    learner who comes to that place cannot go on.

    Show the item, or leave it out of the organization.

    Bad: `<item identifier="I1" identifierref="R1" isvisible="false">`

    Good: `<item identifier="I1" identifierref="R1">`

    Source: packages played in Moodle 4.3 and 4.5.
    """
    for item in package.manifest.items:
        if (item.element.get("isvisible") or "").strip() in ("false", "0"):
            message = say("`{identifier}` is hidden, and Moodle disables Next with it", identifier=called(item.element))
            hint = say("show the item, or leave it out of the organization")
            yield Finding(item.element.place("isvisible"), message, hint)


@rule("SK-LMS-007", "moodle-sequencing", Severity.INFO, _READ, SCORM_2004, lms="moodle")
def sequencing(package: Package) -> Iterator[Finding]:
    """The package does not depend on sequencing rules.

    Moodle keeps the rules of SCORM 2004 and does not obey them, and saves no rollup. A `sequencingCollection` it does
    not read at all.

    Let the course itself decide what comes next, inside one SCO.

    Bad: `<imsss:preConditionRule>` that keeps the test closed until the lesson is done

    Good: one SCO that opens its own test

    Source: packages played in Moodle 4.3 and 4.5; mod/scorm/datamodels/scorm_13lib.php.
    """
    for local in ("preConditionRule", "exitConditionRule", "postConditionRule", "rollupRule", "sequencingCollection"):
        for element in islice(_named(package, local, v.IMSSS), 1):
            message = say("<{tag}> has no effect in Moodle, which does not obey sequencing", tag=element.name)
            yield Finding(element.place(), message, say("let the SCO itself decide what comes next"))


@rule("SK-LMS-008", "moodle-completion-threshold", Severity.WARNING, _MEASURED, SCORM_2004, lms="moodle")
def completion_threshold(package: Package) -> Iterator[Finding]:
    """The completion threshold is an attribute.

    Moodle reads `minProgressMeasure` of the 4th Edition. The text of the 3rd it takes for 1.0, so that only a learner
    who has done everything is complete.

    Export the course as SCORM 2004 4th Edition, or set the completion status yourself.

    Bad: `<adlcp:completionThreshold>0.5</adlcp:completionThreshold>`

    Good: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>`

    Source: packages played in Moodle 4.3 and 4.5.
    """
    for element in _named(package, "completionThreshold", v.ADLCP_2004):
        if value := element.text.strip():
            message = say("the completion threshold `{value}` is text, which Moodle takes for 1.0", value=value)
            yield Finding(element.place(), message, say("use minProgressMeasure of SCORM 2004 4th Edition"))


@rule("SK-LMS-009", "moodle-shared-data", Severity.WARNING, _MEASURED, SCORM_2004, lms="moodle")
def shared_data(package: Package) -> Iterator[Finding]:
    """The package does without shared data.

    Moodle has no `adl.data`: what one SCO puts into a bucket never reaches another, nor itself at the next launch.

    Keep the state of a SCO in `cmi.suspend_data`.

    Bad: `<adlcp:data><adlcp:map targetID="urn:example:notes"/></adlcp:data>`

    Good: a SCO that writes `cmi.suspend_data`

    Source: packages played in Moodle 4.3 and 4.5.
    """
    for element in _named(package, "data", v.ADLCP_2004):
        message = say("<{tag}> has no effect in Moodle, which has no adl.data", tag=element.name)
        yield Finding(element.place(), message, say("keep the state in cmi.suspend_data"))


@rule("SK-LMS-010", "moodle-module-script", Severity.WARNING, _MEASURED, SCORM, lms="moodle")
def module_script(package: Package) -> Iterator[Finding]:
    """No script has the ending `.mjs`.

    Moodle serves it as plain text, and a browser runs no module that is served so.

    Call it `.js`; `<script type="module">` says what it is.

    Bad: `course.mjs`

    Good: `course.js`

    Source: packages played in Moodle 4.3 and 4.5.
    """
    for name in package.order:
        if name.lower().endswith(".mjs"):
            message = say("Moodle serves this script as plain text, so that no browser runs it")
            yield Finding(Place(name), message, say("give it the ending .js"))


@rule("SK-LMS-011", "moodle-base-on-resources", Severity.ERROR, _MEASURED, SCORM_2004, lms="moodle")
def base_on_resources(package: Package) -> Iterator[Finding]:
    """`xml:base` is not set on `resources`.

    The standard allows it, but Moodle ignores it there, and looks for every page in the wrong folder.

    Set it on each `resource`, or write whole paths in the hrefs.

    Bad: `<resources xml:base="content/">`

    Good: `<resource xml:base="content/" …>`

    Source: packages played in Moodle 4.3 and 4.5.
    """
    yield from hrefs.base_on_resources(package)


def _named(package: Package, local: str, namespace: str) -> Iterator[Element]:
    for element in package.manifest.root.iter():
        if element.name.local == local and element.name.namespace == namespace:
            yield element
