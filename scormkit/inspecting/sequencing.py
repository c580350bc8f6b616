"""What an item asks of the LMS, in short: sequencing, navigation, thresholds, limits and prerequisites.

Sources: IMS Simple Sequencing 1.0 and SCORM 2004 SN 3 and CAM 5 (`imsss`, `adlseq`, `adlnav`), SCORM 2004 CAM 3.4 and
SCORM 1.2 CAM 2.3.4 (`adlcp`). Facts carry the names that the books use; only what is written down is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from scormkit.checking import vocabulary as v
from scormkit.checking.sequencing import Activity, Parts, activity_of
from scormkit.checking.source import Element
from scormkit.inspecting.overview import Fact

_STATED = (
    ("controlMode", ("choice", "choiceExit", "flow", "forwardOnly")),
    ("limitConditions", ("attemptLimit", "attemptAbsoluteDurationLimit")),
    ("rollupRules", ("rollupObjectiveSatisfied", "rollupProgressCompletion", "objectiveMeasureWeight")),
    ("deliveryControls", ("tracked", "completionSetByContent", "objectiveSetByContent")),
)
_RULES = ("preConditionRule", "postConditionRule", "exitConditionRule")
_ITEM_12 = {"masteryscore", "maxtimeallowed", "timelimitaction", "prerequisites", "datafromlms"}
_ITEM_2004 = {"timeLimitAction", "dataFromLMS"}
_LONGEST = 200
"""How many characters of a value are kept: `dataFromLMS` may hold a page of text."""
_MOST = 20
_MOST_OBJECTIVES = 200


def facts(element: Element, shared: Mapping[str, Parts]) -> tuple[Fact, ...]:
    """The facts of an `item` or `organization`; `shared` is what its manifest shares."""
    return tuple(Fact(name, value[:_LONGEST]) for name, value in _facts(element, shared) if value)


def _facts(element: Element, shared: Mapping[str, Parts]) -> Iterator[tuple[str, str]]:
    activity = activity_of(element, shared)
    for child in element.children:
        local, namespace = child.name.local, child.name.namespace
        if child is activity.own:
            yield from _sequencing(activity)
        elif namespace in (v.ADLCP_12, v.ADLCP_2004):
            if local in _ITEM_12 | _ITEM_2004:
                yield local, _line(child)
            elif local == "completionThreshold":
                yield local, _threshold(child)
            elif local == "data":
                yield "sharedData", ", ".join(_value(one, "targetID") for one in child.children[:_MOST])
        elif namespace == v.ADLNAV and local == "presentation":
            yield "hideLMSUI", ", ".join(_words(child, "hideLMSUI"))


def _sequencing(activity: Activity) -> Iterator[tuple[str, str]]:
    for part, names in _STATED:
        if (stated := activity.part(part)) is not None:
            yield from ((name, _value(stated, name)) for name in names)
    if (rules := activity.part("sequencingRules")) is not None:
        told = (one for one in rules.children[:_MOST] if one.name.local in _RULES)
        yield from ((rule.name.local, _rule(rule)) for rule in told)
    if (objectives := activity.part("objectives")) is not None:
        yield from _objectives(objectives)


def _objectives(objectives: Element) -> Iterator[tuple[str, str]]:
    some = list(islice(objectives.iter(), _MOST_OBJECTIVES))
    for primary in some:
        if primary.name.local == "primaryObjective" and primary.get("satisfiedByMeasure") in ("true", "1"):
            # Without a measure of its own the whole score is needed (SN 3.10.2).
            yield "minNormalizedMeasure", next(_words(primary, "minNormalizedMeasure"), "1.0")
    targets = (_value(one, "targetObjectiveID") for one in some if one.name.local == "mapInfo")
    yield "sharedObjectives", ", ".join(dict.fromkeys(target for target in targets if target))


def _rule(rule: Element) -> str:
    """A rule in words, such as `skip if satisfied and not attempted`."""
    parts = rule.children[:_MOST]
    action = next((_value(one, "action") for one in parts if one.name.local == "ruleAction"), "")
    for conditions in parts:
        if conditions.name.local == "ruleConditions":
            link = " or " if conditions.get("conditionCombination") == "any" else " and "
            return f"{action} if {link.join(map(_condition, conditions.children[:_MOST]))}"
    return action


def _condition(element: Element) -> str:
    words = _value(element, "condition") or "?"
    if element.get("operator") == "not":
        words = f"not {words}"
    if threshold := _value(element, "measureThreshold"):
        words += f" {threshold}"
    if objective := _value(element, "referencedObjective"):
        words += f" ({objective})"
    return words


def _threshold(element: Element) -> str:
    """The completion threshold: attributes in the 4th edition, the text in the 3rd."""
    by_measure = element.get("completedByMeasure")
    if by_measure in ("false", "0"):
        return "not by measure"
    return element.get("minProgressMeasure") or _line(element) or ("1.0" if by_measure else "")


def _words(element: Element, local: str) -> Iterator[str]:
    some = islice(element.iter(), _MOST_OBJECTIVES)
    return (text for one in some if one.name.local == local and (text := _line(one)))


def _line(element: Element) -> str:
    return " ".join(element.text[:_LONGEST].split())


def _value(element: Element, name: str) -> str:
    """An attribute, cut off where it is endless: many items can share it."""
    return (element.get(name) or "")[:_LONGEST]
