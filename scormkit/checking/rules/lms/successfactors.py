"""SAP SuccessFactors Learning, by SAP's own notes and by what its users were told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, SCORM_2004, Finding, rule
from scormkit.checking.rules.lms.scos import scos
from scormkit.checking.sequencing import flag
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_TOLD = 15
_LONGEST_NAME = 30
_REFUSED = "!@#$%"


@rule("SK-LMS-201", "successfactors-identifier", Severity.INFO, "SAP KBA 2316909", SCORM, lms="successfactors")
def identifier(package: Package) -> Iterator[Finding]:
    """The first 15 characters of the manifest's identifier tell the course from others.

    SuccessFactors makes the ids of its content objects of them, so two courses of a series whose identifiers begin
    alike look alike to it.

    Put what differs in front.

    Bad: `<manifest identifier="working-together-module-2">`

    Good: `<manifest identifier="m2-working-together">`

    Source: SAP KBA 2316909.
    """
    value = (package.manifest.root.get("identifier") or "").strip()
    if len(value) > _TOLD:
        message = say("SuccessFactors looks at `{seen}` of the identifier `{value}`", seen=value[:_TOLD], value=value)
        hint = say("see that no other course has an identifier that begins so; put what differs in front")
        yield Finding(package.manifest.root.place("identifier"), message, hint)


@rule("SK-LMS-202", "successfactors-completes", Severity.WARNING, "SAP KBA 3403728", SCORM_2004, lms="successfactors")
def completes(package: Package) -> Iterator[Finding]:
    """Each SCO says that it sets its completion and its objective itself.

    Without these two flags SuccessFactors marks a SCO of SCORM 2004 as complete as soon as a learner quits it.

    Add `imsss:deliveryControls` to the sequencing of the item.

    Bad: `<item identifier="I1" identifierref="sco"><title>Test</title></item>`

    Good: `<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>`

    Source: SAP KBA 3403728.
    """
    controls = {one.element: one.part("deliveryControls") for one in package.sequencing.activities}
    for item in scos(package):
        told = controls.get(item.element)
        if not (flag(told, "completionSetByContent", False) and flag(told, "objectiveSetByContent", False)):
            message = say(
                "`{identifier}` does not say that it sets its completion itself", identifier=called(item.element)
            )
            hint = say(
                "add imsss:deliveryControls with completionSetByContent and objectiveSetByContent, both true,"
                " to its sequencing"
            )
            yield Finding(item.element.place(), message, hint)


@rule(
    "SK-LMS-203",
    "successfactors-file-name",
    Severity.WARNING,
    "SuccessFactors content guide of Broadspectrum",
    SCORM,
    lms="successfactors",
)
def file_name(package: Package) -> Iterator[Finding]:
    """The zip has a short name without special characters.

    SuccessFactors takes names of at most 30 characters, without `! @ # $ %`.

    Rename the zip.

    Bad: `Working with parents, module 2 (final) 100%.zip`

    Good: `parents-m2.zip`

    Source: the content guide that Broadspectrum gave its authors.
    """
    name = PurePath(package.display).name
    if not name.lower().endswith(".zip"):
        return
    if len(name) > _LONGEST_NAME or any(character in _REFUSED for character in name):
        message = say("SuccessFactors may refuse a zip that is called `{name}`", name=name)
        yield Finding(Place(), message, say("give it a name of at most 30 characters without ! @ # $ %"))
