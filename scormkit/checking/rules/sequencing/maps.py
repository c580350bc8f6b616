"""How objectives are mapped to global ones: who reads them, and who writes them."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.sequencing import Map, flag
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import ADLSEQ, IMSSS
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule(
    "SK-SEQ-026",
    "objective-map",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, mapInfo (REQ_31.10.2.4.1); imsss_v1p0objective.xsd",
    SCORM_2004,
)
def objective_map(package: Package) -> Iterator[Finding]:
    """A `mapInfo` names a global objective; its switches are `true` or `false`.

    Without a `targetObjectiveID` there is nothing to read from or to write to. The four switches
    (`readSatisfiedStatus`, `readNormalizedMeasure`, `writeSatisfiedStatus`, `writeNormalizedMeasure`) say what goes
    which way; without them the objective reads, and does not write.

    Add the `targetObjectiveID`; write `true` or `false` in small letters.

    Bad: `<imsss:mapInfo writeSatisfiedStatus="yes"/>`

    Good: `<imsss:mapInfo targetObjectiveID="course-test" writeSatisfiedStatus="true"/>`
    """
    yield from broken(package, "S4-26")


@rule(
    "SK-SEQ-027",
    "reads-from-two",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, mapInfo (REQ_31.10.1.4.6.1, REQ_31.10.1.4.6.2); SN 3.10",
    SCORM_2004,
)
def reads_from_two(package: Package) -> Iterator[Finding]:
    """An objective takes its status from one global objective, and its measure from one.

    With two of them an LMS cannot know which result counts. Mind that a `mapInfo` reads unless it says that it does
    not; only those that say `true` are reported.

    Switch reading off in all but one, also in those that are there to write.

    Bad: two `mapInfo` in an objective, both with `readSatisfiedStatus="true"`

    Good: the second with `readSatisfiedStatus="false" readNormalizedMeasure="false" writeSatisfiedStatus="true"`
    """
    yield from _read_twice(package, IMSSS)


@rule(
    "SK-SEQ-028",
    "written-by-two",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, mapInfo (REQ_31.10.1.4.7.1, REQ_31.10.1.4.7.2); SN 3.10",
    SCORM_2004,
)
def written_by_two(package: Package) -> Iterator[Finding]:
    """Of the objectives of one activity, one at most writes a global objective.

    With two of them the last to be written wins, and which one that is depends on the LMS. Different activities may
    write the same global objective.

    Switch writing off in all but one, or give each a global objective of its own.

    Bad: two objectives of an item with `<imsss:mapInfo targetObjectiveID="course-test" writeSatisfiedStatus="true"/>`

    Good: the second with `targetObjectiveID="course-exercise"`
    """
    yield from _written_twice(package, IMSSS)


@rule(
    "SK-SEQ-030",
    "adlseq-maps",
    Severity.ERROR,
    "SCORM 2004 4th Ed. CAM 5.1, adlseq:mapInfo (REQ_31.15.2.2.12, REQ_31.15.2.2.13)",
    SCORM_2004,
)
def adlseq_maps(package: Package) -> Iterator[Finding]:
    """Scores, completion and progress too are read from one global objective, and written by one.

    What holds for status and measure holds for `RawScore`, `MinScore`, `MaxScore`, `CompletionStatus` and
    `ProgressMeasure` in `adlseq:mapInfo`: an objective reads each from one global objective at most, and one objective
    of an activity at most writes each to it. Only reading that a `mapInfo` asks for in words is reported.

    Switch reading or writing off in all but one.

    Bad: two `adlseq:mapInfo` in an objective, both with `readRawScore="true"`

    Good: the second with `readRawScore="false"`
    """
    yield from _read_twice(package, ADLSEQ)
    yield from _written_twice(package, ADLSEQ)


@rule("SK-SEQ-037", "never-written", Severity.INFO, "SCORM 2004 SN 3.10; scormkit's own", SCORM_2004)
def never_written(package: Package) -> Iterator[Finding]:
    """A global objective that is read is written by an activity.

    As long as nobody writes it, its status is unknown, and rules that ask for it do nothing. Most often the
    `targetObjectiveID` is misspelt, or the `mapInfo` that should write it lacks `writeSatisfiedStatus="true"`. Where
    the organization says `adlseq:objectivesGlobalToSystem="true"`, another course may write it, and nothing is said.

    Let the activity that knows the result write it.

    Bad: `targetObjectiveID="pretest"` is read in three items, and no `mapInfo` says `writeSatisfiedStatus="true"`

    Good: `<imsss:mapInfo targetObjectiveID="pretest" writeSatisfiedStatus="true"/>` in the item with the pretest
    """
    reading: dict[str, Map] = {}
    written: set[str] = set()
    for objectives, of_system in _in_use(package).items():
        for objective in package.sequencing.objectives(objectives):
            for one in objective.maps:
                target = one.target.strip()
                if one.reads and target and not of_system:
                    reading.setdefault(target, one)
                if one.writes:
                    written.add(target)
    for target, one in reading.items():
        if target not in written:
            message = say("the global objective `{target}` is read, and no activity writes it", target=target)
            hint = say('add writeSatisfiedStatus="true" where the result is known, or correct the name')
            yield Finding(one.element.place("targetObjectiveID"), message, hint)


def _in_use(package: Package) -> dict[Element, bool]:
    """The `objectives` that hold for an activity, and whether other courses can write their global objectives."""
    found: dict[Element, bool] = {}
    for activity in package.sequencing.activities:
        of_system = flag(activity.organization, "objectivesGlobalToSystem", False, ADLSEQ)
        for namespace in (IMSSS, ADLSEQ):
            if objectives := activity.part("objectives", namespace):
                found[objectives] = found.get(objectives, False) or of_system
    return found


def _read_twice(package: Package, namespace: str) -> Iterator[Finding]:
    for objectives in package.sequencing.each("objectives", namespace):
        for objective in package.sequencing.objectives(objectives):
            read: set[str] = set()
            for one in objective.maps:
                # One that reads by default only is let pass: ADL's own test packages have such a second mapInfo.
                said = [value for value in one.reads if flag(one.element, f"read{value}", False)]
                again = [value for value in said if value in read]
                read.update(said)
                if again:
                    message = say(
                        "the objective `{identifier}` reads {values} from `{target}` and from another global objective",
                        identifier=objective.identifier or "…",
                        values=", ".join(again),
                        target=one.target,
                    )
                    hint = say("write {switches}", switches=" ".join(f'read{value}="false"' for value in again))
                    yield Finding(one.element.place(f"read{again[0]}"), message, hint)


def _written_twice(package: Package, namespace: str) -> Iterator[Finding]:
    for objectives in package.sequencing.each("objectives", namespace):
        first: dict[tuple[str, str], Map] = {}
        for objective in package.sequencing.objectives(objectives):
            for one in objective.maps:
                others = {value: first.setdefault((one.target.strip(), value), one) for value in one.writes}
                again = [value for value, other in others.items() if other is not one]
                if again and one.target.strip():
                    message = say(
                        "the global objective `{target}` gets its {values} from the mapInfo of line {line} already",
                        values=", ".join(again),
                        target=one.target,
                        line=str(others[again[0]].element.line),
                    )
                    hint = say("remove {switches}", switches=" ".join(f"write{value}" for value in again))
                    yield Finding(one.element.place(f"write{again[0]}"), message, hint)
