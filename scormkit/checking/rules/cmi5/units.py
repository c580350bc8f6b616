"""The units of a course structure: how they are launched, judged and counted."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import CMI5, Finding, broken, rule
from scormkit.checking.shared.slips import has_misspelt
from scormkit.diagnostics import Severity
from scormkit.said import say

_DECIMALS = 4
_LONGEST = 4_000
_JUDGED = ("Passed", "CompletedAndPassed")


@rule("SK-CM5-018", "move-on", Severity.ERROR, "cmi5 13.1.4, moveOn; CourseStructure.xsd", CMI5)
def move_on(package: Package) -> Iterator[Finding]:
    """`moveOn` is one of the five values of cmi5, letter by letter.

    It says when a unit counts as done. The XSD refuses other values, and an LMS that did not would never count the
    unit, or count it at once.

    Use `NotApplicable`, `Passed`, `Completed`, `CompletedAndPassed` or `CompletedOrPassed`.

    Bad: `<au id="…" moveOn="passed">`

    Good: `<au id="…" moveOn="Passed">`
    """
    yield from broken(package, "C5-18")


@rule("SK-CM5-019", "cmi5-mastery-score", Severity.ERROR, "cmi5 13.1.4, masteryScore; CourseStructure.xsd", CMI5)
def mastery_score(package: Package) -> Iterator[Finding]:
    """`masteryScore` is a decimal number from 0 to 1.

    It is compared with the scaled score, which is 1 at its best. A percentage, a comma or an exponent is refused.

    Divide a percentage by a hundred.

    Bad: `<au id="…" masteryScore="80">`

    Good: `<au id="…" masteryScore="0.8">`
    """
    yield from broken(package, "C5-19")


@rule("SK-CM5-020", "launch-method", Severity.ERROR, "cmi5 13.1.4, launchMethod; CourseStructure.xsd", CMI5)
def launch_method(package: Package) -> Iterator[Finding]:
    """`launchMethod` is `AnyWindow` or `OwnWindow`, letter by letter.

    It says whether the unit needs a window of its own. The XSD refuses other values.

    Write one of the two, or leave the attribute out: then any window will do.

    Bad: `<au id="…" launchMethod="NewWindow">`

    Good: `<au id="…" launchMethod="OwnWindow">`
    """
    yield from broken(package, "C5-20")


@rule("SK-CM5-025", "passed-without-mastery-score", Severity.INFO, "cmi5 9.3.4, 9.5.1 and 13.1.4, masteryScore", CMI5)
def passed_without_mastery_score(package: Package) -> Iterator[Finding]:
    """A unit that has to be passed says from which score on it is.

    With `moveOn="Passed"` or `CompletedAndPassed` the unit has to send `passed`. Without a `masteryScore` the unit
    alone knows when, and nobody can set another limit in the LMS.

    Add the score, unless passing has nothing to do with a score.

    Bad: `<au id="…" moveOn="Passed">`

    Good: `<au id="…" moveOn="Passed" masteryScore="0.8">`
    """
    for unit in package.course.units:
        if unit.element.get("masteryScore") is None and has_misspelt(unit.element, "masteryScore"):
            continue
        if unit.move_on in _JUDGED and unit.mastery_score is None:
            message = say("moveOn is `{value}`, but there is no masteryScore", value=unit.move_on or "")
            hint = say('add masteryScore="0.8" or whatever is needed, unless passing depends on no score')
            yield Finding(unit.element.place("moveOn"), message, hint)


@rule("SK-CM5-026", "activity-type", Severity.WARNING, "cmi5 3.0, and 13.1.4, activityType", CMI5)
def activity_type(package: Package) -> Iterator[Finding]:
    """`activityType` is an absolute IRI.

    It names the kind of activity as xAPI does, so that the LMS can show a fitting symbol. The XSD lets any text pass,
    but a bare word means nothing to an LMS.

    Use an IRI of a vocabulary, such as those of ADL.

    Bad: `<au id="…" activityType="media">`

    Good: `<au id="…" activityType="http://adlnet.gov/expapi/activities/media">`
    """
    yield from broken(package, "C5-26")


@rule("SK-CM5-027", "launch-strings", Severity.INFO, "cmi5 13.1.4, launchParameters and entitlementKey", CMI5)
def launch_strings(package: Package) -> Iterator[Finding]:
    """`launchParameters` and `entitlementKey` are plain strings of moderate length.

    The LMS hands them to the unit as they are, in a document that is read at every launch. The schema would let
    elements stand in them, but a string is what arrives; the limit of 4 000 characters is scormkit's own.

    Write plain text; put elements into CDATA; keep large settings in a file beside the unit.

    Bad: `<launchParameters><start>1</start></launchParameters>`

    Good: `<launchParameters>start=1</launchParameters>`
    """
    yield from broken(package, "C5-27")
    for element in package.course.strings:
        if (length := len(element.text.strip())) > _LONGEST:
            message = say("<{tag}> is {length:,} characters long", tag=str(element.name), length=length)
            yield Finding(element.place(), message, say("keep large settings in a file beside the unit"))


@rule("SK-CM5-104", "mastery-score-decimals", Severity.WARNING, "cmi5 13.1.4, masteryScore: up to 4 decimals", CMI5)
def mastery_score_decimals(package: Package) -> Iterator[Finding]:
    """`masteryScore` has at most four decimals.

    An LMS need not keep more of them, and then a learner at the very limit passes in one LMS and fails in another.

    Round it.

    Bad: `<au id="…" masteryScore="0.66667">`

    Good: `<au id="…" masteryScore="0.6667">`
    """
    for unit in package.course.units:
        decimals = (unit.mastery_score or "").partition(".")[2].rstrip("0")
        if len(decimals) > _DECIMALS and decimals.isdigit():
            message = say("masteryScore has {count:,} decimals; {most} are kept", count=len(decimals), most=_DECIMALS)
            yield Finding(unit.element.place("masteryScore"), message, say("round it"))
