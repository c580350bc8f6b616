"""Limits to attempts and time, and resources beside the content."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.diagnostics import Severity
from scormkit.said import say

_LIMITS = (
    "attemptExperiencedDurationLimit",
    "activityAbsoluteDurationLimit",
    "activityExperiencedDurationLimit",
    "beginTimeLimit",
    "endTimeLimit",
)


@rule(
    "SK-SEQ-016",
    "attempt-limit",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, limitConditions; imsss_v1p0limit.xsd, attemptLimit",
    SCORM_2004,
)
def attempt_limit(package: Package) -> Iterator[Finding]:
    """`attemptLimit` is a whole number of 0 or more.

    It says how often a learner may begin the activity. A negative number or a word leaves learners without limit, or
    without any attempt at all.

    Write the number; for no limit, leave the attribute out.

    Bad: `<imsss:limitConditions attemptLimit="-1"/>`

    Good: `<imsss:limitConditions attemptLimit="3"/>`
    """
    yield from broken(package, "S4-16")


@rule(
    "SK-SEQ-017",
    "limits-by-clock",
    Severity.WARNING,
    "SCORM 2004 SN 3.5; CAM 5.1, limitConditions (REQ_31.7.3 to REQ_31.7.7)",
    SCORM_2004,
)
def limits_by_clock(package: Package) -> Iterator[Finding]:
    """No limit depends on a clock that LMSs need not keep.

    Of all limits, SCORM asks LMSs for `attemptLimit` and `attemptAbsoluteDurationLimit` only. The others (time spent in
    an attempt or an activity, begin and end of a period) are in the schema, but most LMSs ignore them.

    Set dates and durations in the LMS itself, or let the content measure time.

    Bad: `<imsss:limitConditions endTimeLimit="2026-09-01T00:00:00Z"/>`

    Good: `<imsss:limitConditions attemptLimit="3"/>`
    """
    for limits in package.sequencing.each("limitConditions"):
        for name in _LIMITS:
            if (value := limits.get(name)) is not None:
                message = say("{name} is `{value}`, and LMSs need not obey it", name=name, value=value)
                yield Finding(limits.place(name), message, say("remove it, and set this limit in the LMS"))


@rule(
    "SK-SEQ-018",
    "auxiliary-resources",
    Severity.WARNING,
    "SCORM 2004 SN 3.6; CAM 5.1, auxiliaryResources (REQ_31.8)",
    SCORM_2004,
)
def auxiliary_resources(package: Package) -> Iterator[Finding]:
    """No `auxiliaryResources` are used.

    IMS meant them for a glossary or a calculator beside the content, but SCORM says nothing of how they are shown, so
    learners will not see them.

    Put a link to them in the content.

    Bad: `<imsss:auxiliaryResources><imsss:auxiliaryResource …/></imsss:auxiliaryResources>`

    Good: a link to the glossary on the page
    """
    for resources in package.sequencing.each("auxiliaryResources"):
        message = say("<{tag}> is in the schema, but no LMS needs to do anything with it", tag=resources.name)
        yield Finding(resources.place(), message, say("remove it, and link to the resources from the content"))
