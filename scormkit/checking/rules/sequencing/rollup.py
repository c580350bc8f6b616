"""Rollup: what becomes of the results of children in their parent."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.diagnostics import Severity


@rule(
    "SK-SEQ-019",
    "rollup-attributes",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, rollupRules (REQ_31.9.1.2, REQ_31.9.2.2); imsss_v1p0rollup.xsd",
    SCORM_2004,
)
def rollup_attributes(package: Package) -> Iterator[Finding]:
    """`rollupRules` says with `true` or `false` what counts, and with 0 to 1 how much.

    `objectiveMeasureWeight` is what a score counts for among those of its siblings: a share from 0 to 1, not a number
    of points. With a wrong value the LMS takes 1, and a practice quiz counts as much as the exam.

    Divide the weights by the largest of them; write `true` or `false` in small letters.

    Bad: `<imsss:rollupRules objectiveMeasureWeight="20"/>`

    Good: `<imsss:rollupRules objectiveMeasureWeight="0.2"/>`
    """
    yield from broken(package, "S4-19")


@rule(
    "SK-SEQ-020",
    "rollup-children",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, rollupRule (REQ_31.9.4); SN 3.7.4; imsss_v1p0rollup.xsd",
    SCORM_2004,
)
def rollup_children(package: Package) -> Iterator[Finding]:
    """A rollup rule says in the words of the standard how many children it takes.

    `childActivitySet` is `all`, `any`, `none`, `atLeastCount` or `atLeastPercent`; `minimumCount` is a whole number,
    and `minimumPercent` a share from 0 to 1, whatever its name. With 50 the rule never holds.

    Write one of these words; divide a percentage by a hundred.

    Bad: `<imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="50">`

    Good: `<imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5">`
    """
    yield from broken(package, "S4-20")


@rule(
    "SK-SEQ-021",
    "rollup-rule-whole",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, rollupRule (REQ_31.9.4.4 to REQ_31.9.4.5.1); imsss_v1p0rollup.xsd",
    SCORM_2004,
)
def rollup_rule_whole(package: Package) -> Iterator[Finding]:
    """A rollup rule has conditions of the standard and one action.

    `rollupConditions` holds at least one `rollupCondition`; their conditions are those of sequencing rules, without
    `always` and the comparisons of measures. The action is `satisfied`, `notSatisfied`, `completed` or `incomplete`.
    With another word the parent never gets its status.

    Add what is missing; write one of these words, letter by letter.

    Bad: `<imsss:rollupAction action="passed"/>`

    Good: `<imsss:rollupAction action="satisfied"/>`
    """
    yield from broken(package, "S4-21")


@rule(
    "SK-SEQ-034",
    "rollup-considerations",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, rollupConsiderations (REQ_31.14.2.2 to REQ_31.14.6.2); SN 3.9; adlseq_v1p3.xsd",
    SCORM_2004,
)
def rollup_considerations(package: Package) -> Iterator[Finding]:
    """`rollupConsiderations` says in the words of the standard when an activity counts for its parent.

    `requiredForSatisfied` and its three sisters are `always`, `ifAttempted`, `ifNotSkipped` or `ifNotSuspended`;
    `measureSatisfactionIfActive` is `true` or `false`. With another word the LMS takes `always`, and a part that nobody
    has to take keeps the course from being completed.

    Write one of these words, letter by letter.

    Bad: `<adlseq:rollupConsiderations requiredForCompleted="ifattempted"/>`

    Good: `<adlseq:rollupConsiderations requiredForCompleted="ifAttempted"/>`
    """
    yield from broken(package, "S4-34")
