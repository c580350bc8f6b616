"""SCORM 2004 sequencing: how the whole course is walked through, and what becomes of its parts' results.

Sources: SCORM 2004 Sequencing and Navigation (SN) 4th ed., 3.2 to 3.13, in the binding of the Content Aggregation
Model (CAM) 4th ed., 5.1 and 5.2. The same holds for the 3rd edition, save for what `Rollup` says.

Nothing here maps objectives (`imsss:mapInfo`) unless the course asks for it: Moodle cannot import a package that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from scormkit.render.site import Site, Unit
from scormkit.targets.xml import add, decimal

IMSSS = "http://www.imsglobal.org/xsd/imsss"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"

_ALONE = ("previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll")
_AMONG_OTHERS = ("exit", "abandon", "abandonAll")


@dataclass(frozen=True, slots=True)
class Rollup:
    """What an item counts for among its siblings, each from 0 to 1.

    `score` is 0 for what has none; `judged` says whether it is passed or failed. `progress` counts from the 4th edition
    on; in the 3rd a course is completed when all of it is, whatever each part weighs.
    """

    score: float
    judged: bool
    progress: float


def rollups(groups: Sequence[Sequence[Unit]]) -> tuple[Rollup, ...]:
    """What each of these siblings counts for; a sibling is a group of units, or one unit alone in its group."""
    weights = [sum(unit.weight for unit in group) for group in groups]
    scores = [sum(unit.weight for unit in group if unit.scored) for group in groups]
    most, most_scored = max(weights), max(scores) or 1
    return tuple(
        Rollup(_share(score, most_scored), any(unit.judged for unit in group), _share(weight, most))
        for group, score, weight in zip(groups, scores, weights, strict=True)
    )


def _share(weight: float, most: float) -> float:
    """A weight from 0 to 1. What counts for anything counts for the least that four decimals can say."""
    return max(weight / most, 0.0001) if weight else 0


def sequence_cluster(parent: etree._Element, site: Site, rollup: Rollup | None) -> None:
    """Sequencing of an organization, or of an item that holds others: `rollup` is then what that one counts for.

    In any order, every item can be chosen. In a linear course none can: the player offers the next module once the one
    before it is done, and the LMS's own button for it is hidden (`present`).
    """
    sequencing = add(parent, f"{{{IMSSS}}}sequencing")
    choice = "false" if site.linear else "true"
    add(sequencing, "controlMode", choice=choice, choiceExit="true", flow="true")
    if rollup is not None:
        _rollup_rules(sequencing, rollup)
    _set_by_content(sequencing)


def sequence_unit(parent: etree._Element, site: Site, unit: Unit, rollup: Rollup) -> None:
    """Sequencing of an item that launches a unit.

    `completionSetByContent` and `objectiveSetByContent` stand there always: without them an LMS takes a SCO that was
    opened and closed for completed and satisfied (SN 3.13).
    """
    sequencing = add(parent, f"{{{IMSSS}}}sequencing")
    _rollup_rules(sequencing, rollup)
    if unit.judged or site.shared_objectives:
        objectives = add(sequencing, "objectives")
        attributes = {"satisfiedByMeasure": "true"} if unit.judged else {}
        primary = add(objectives, "primaryObjective", objectiveID=f"obj-{unit.id}", **attributes)
        if unit.judged:
            add(primary, "minNormalizedMeasure", decimal((unit.passing_score or 0) / 100))
        if site.shared_objectives:
            switches = dict.fromkeys(("writeSatisfiedStatus", "writeNormalizedMeasure"), "true")
            add(primary, "mapInfo", targetObjectiveID=f"{site.id}.{unit.id}", **switches)
    _set_by_content(sequencing)


def present(parent: etree._Element, site: Site, *, alone: bool) -> None:
    """Hide those buttons of an LMS that the course has itself (CAM 4th ed., 5.2; SN 4th ed., 5.6).

    `alone` is for the one unit of a package: it turns its own pages and has its own way out. Among others, the buttons
    that lead from one unit to the next stay, unless a linear course shows its own.
    """
    hidden = _ALONE if alone else (*_AMONG_OTHERS, *(["continue"] if site.linear else []))
    interface = add(add(parent, f"{{{ADLNAV}}}presentation"), "navigationInterface")
    for button in hidden:
        add(interface, "hideLMSUI", button)


def _rollup_rules(sequencing: etree._Element, rollup: Rollup) -> None:
    # What nobody passes or fails would keep the whole course from ever being satisfied.
    add(
        sequencing,
        "rollupRules",
        rollupObjectiveSatisfied="true" if rollup.judged else "false",
        rollupProgressCompletion="true",
        objectiveMeasureWeight=decimal(rollup.score),
    )


def _set_by_content(sequencing: etree._Element) -> None:
    add(sequencing, "deliveryControls", tracked="true", completionSetByContent="true", objectiveSetByContent="true")
