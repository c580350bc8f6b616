"""Objectives of an activity: who they are, and when they are satisfied."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.sequencing.naming import unknown_objectives
from scormkit.checking.sequencing import Activity, below, flag
from scormkit.checking.shared.slips import has_misspelt
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import ADLSEQ
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule(
    "SK-SEQ-022",
    "primary-objective",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, objectives (REQ_31.10.1); imsss_v1p0objective.xsd",
    SCORM_2004,
)
def primary_objective(package: Package) -> Iterator[Finding]:
    """`objectives` holds exactly one `primaryObjective`.

    The primary objective is the one that counts for the parent: its status is passed or failed for the activity as a
    whole. Only what comes beside it is an `objective`.

    Make the main objective the primary one. If none of them is to count, add an empty `<imsss:primaryObjective/>`.

    Bad: `<imsss:objectives><imsss:objective objectiveID="obj-1"/></imsss:objectives>`

    Good: `<imsss:objectives><imsss:primaryObjective objectiveID="obj-1"/></imsss:objectives>`
    """
    yield from broken(package, "S4-22")


@rule(
    "SK-SEQ-023",
    "mapped-primary-objective",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, primaryObjective (REQ_31.10.1.2.2)",
    SCORM_2004,
)
def mapped_primary_objective(package: Package) -> Iterator[Finding]:
    """A primary objective that is mapped to a global one has an `objectiveID`.

    Else the LMS cannot tell which of the activity's objectives is shared. Without a `mapInfo` it may do without.

    Add an `objectiveID`.

    Bad: `<imsss:primaryObjective><imsss:mapInfo targetObjectiveID="course-test"/></imsss:primaryObjective>`

    Good: `<imsss:primaryObjective objectiveID="test"><imsss:mapInfo targetObjectiveID="course-test"/>…`
    """
    for objectives in package.sequencing.each("objectives"):
        for primary in below(objectives, "primaryObjective"):
            unnamed = primary.get("objectiveID") is None and not has_misspelt(primary, "objectiveID")
            if unnamed and next(below(primary, "mapInfo"), None):
                message = say("<{tag}> has a mapInfo and no objectiveID", tag=primary.name)
                yield Finding(primary.place(), message, say('add objectiveID="…"'))


@rule(
    "SK-SEQ-024",
    "objective-id",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, objectiveID (REQ_31.10.1.2.3, REQ_31.10.1.2.4, REQ_31.10.2.2); imsss_v1p0objective.xsd",
    SCORM_2004,
)
def objective_id(package: Package) -> Iterator[Finding]:
    """Every objective has an `objectiveID` that no other objective of the activity has.

    By this name rules refer to it, and the content finds it in `cmi.objectives`. Only the primary objective may do
    without; a blank name is none.

    Give each objective a name of its own.

    Bad: `<imsss:primaryObjective objectiveID="obj-1"/><imsss:objective objectiveID="obj-1"/>`

    Good: `<imsss:primaryObjective objectiveID="obj-1"/><imsss:objective objectiveID="obj-2"/>`
    """
    yield from broken(package, "S4-24")
    for objectives in package.sequencing.each("objectives"):
        first: dict[str, Element] = {}
        for one in package.sequencing.objectives(objectives):
            identifier = (one.identifier or "").strip()
            if identifier and (other := first.setdefault(identifier, one.element)) is not one.element:
                message = say(
                    "the objectiveID `{identifier}` is taken by the <{tag}> of line {line}",
                    identifier=identifier,
                    tag=other.name,
                    line=str(other.line),
                )
                yield Finding(one.element.place("objectiveID"), message, say("give it another objectiveID"))


@rule(
    "SK-SEQ-025",
    "minimum-measure",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, minNormalizedMeasure (REQ_31.10.1.3); SN 3.10; imsss_v1p0objective.xsd",
    SCORM_2004,
)
def minimum_measure(package: Package) -> Iterator[Finding]:
    """`minNormalizedMeasure` stands at most once, and is a number from -1 to 1.

    It is the scaled score that satisfies the objective, and not a percentage. With 80 instead of 0.8 nobody passes.

    Divide a percentage by a hundred.

    Bad: `<imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure>`

    Good: `<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>`
    """
    yield from broken(package, "S4-25")


@rule(
    "SK-SEQ-029",
    "adlseq-objectives",
    Severity.ERROR,
    "SCORM 2004 4th Ed. CAM 5.1, adlseq:objectives (REQ_31.15.2); adlseq_v1p3.xsd",
    SCORM_2004,
)
def adlseq_objectives(package: Package) -> Iterator[Finding]:
    """Each objective in `adlseq:objectives` is one of the activity, and is mapped.

    `adlseq:objectives` adds to the objectives of the activity that they share scores, completion and progress too. So
    each has the `objectiveID` of an `imsss` objective of the same activity, and at least one `mapInfo` with a
    `targetObjectiveID` and switches that are `true` or `false`.

    Write the same `objectiveID` in both places.

    Bad: `<adlseq:objective objectiveID="test">` in an item whose only objective is `obj-1`

    Good: `<adlseq:objective objectiveID="obj-1"><adlseq:mapInfo targetObjectiveID="course-test"/></adlseq:objective>`
    """
    yield from broken(package, "S4-29")
    yield from unknown_objectives(package.sequencing, "objectiveID", _extended, _identified)


@rule("SK-SEQ-038", "measure-of-one", Severity.INFO, "SCORM 2004 SN 3.10, Table 3.10a", SCORM_2004)
def measure_of_one(package: Package) -> Iterator[Finding]:
    """An objective that is satisfied by measure says by which.

    With `satisfiedByMeasure="true"` and no `minNormalizedMeasure`, only a full score of 1.0 is a pass. That may be
    meant; more often the pass mark was forgotten.

    Add `minNormalizedMeasure`, with 1.0 if that is what you mean.

    Bad: `<imsss:primaryObjective objectiveID="test" satisfiedByMeasure="true"/>`

    Good: `<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>` in it
    """
    for objectives in package.sequencing.each("objectives"):
        for one in package.sequencing.objectives(objectives):
            measures = below(one.element, "minNormalizedMeasure")
            if flag(one.element, "satisfiedByMeasure", False) and not any(measure.text.strip() for measure in measures):
                message = say("<{tag}> is satisfied by measure, and none is given: it takes 1.0", tag=one.element.name)
                hint = say("add <minNormalizedMeasure>, with 1.0 if that is what you mean")
                yield Finding(one.element.place("satisfiedByMeasure"), message, hint)


def _extended(activity: Activity) -> Element | None:
    return activity.part("objectives", ADLSEQ)


def _identified(objectives: Element) -> Iterator[tuple[str, Element]]:
    named = ((one.get("objectiveID") or "", one) for one in below(objectives, "objective", ADLSEQ))
    return ((name, one) for name, one in named if name.strip())
