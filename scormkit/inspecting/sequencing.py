"""What an item asks of the LMS, in short: sequencing, navigation, thresholds, limits and prerequisites.

Sources: IMS Simple Sequencing 1.0 and SCORM 2004 SN 3 and CAM 5 (`imsss`, `adlseq`, `adlnav`), SCORM 2004 CAM 3.4 and
SCORM 1.2 CAM 2.3.4 (`adlcp`). Facts carry the names that the books use; only what is written down is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scormkit.checking import vocabulary as v
from scormkit.checking.source import Element
from scormkit.inspecting.overview import Fact

_CONTROLS = ("choice", "choiceExit", "flow", "forwardOnly")
_DELIVERY = ("tracked", "completionSetByContent", "objectiveSetByContent")
_LIMITS = ("attemptLimit", "attemptAbsoluteDurationLimit")
_ROLLUP = ("rollupObjectiveSatisfied", "rollupProgressCompletion", "objectiveMeasureWeight")
_RULES = ("preConditionRule", "postConditionRule", "exitConditionRule")
_ITEM_12 = {"masteryscore", "maxtimeallowed", "timelimitaction", "prerequisites", "datafromlms"}
_ITEM_2004 = {"timeLimitAction", "dataFromLMS"}
_LONGEST = 200
"""How many characters of a value are kept: `dataFromLMS` may hold a page of text."""
_MOST_RULES = 20


def collections(root: Element) -> dict[str, Element]:
    """The sequencing that items share by `IDRef`, by its `ID`."""
    return {
        identifier: shared
        for collection in root.children
        if collection.name.local == "sequencingCollection"
        for shared in collection.children
        if (identifier := shared.get("ID"))
    }


def facts(element: Element, shared: Mapping[str, Element]) -> tuple[Fact, ...]:
    """The facts of an `item` or `organization`; `shared` is what `collections` found."""
    return tuple(Fact(name, value[:_LONGEST]) for name, value in _facts(element, shared) if value)


def _facts(element: Element, shared: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    for child in element.children:
        local, namespace = child.name.local, child.name.namespace
        if namespace == v.IMSSS and local == "sequencing":
            yield from _sequencing(_merged(child, shared))
        elif namespace in (v.ADLCP_12, v.ADLCP_2004):
            if local in _ITEM_12 | _ITEM_2004:
                yield local, " ".join(child.text.split())
            elif local == "completionThreshold":
                yield local, _threshold(child)
            elif local == "data":
                yield "sharedData", ", ".join(one.get("targetID") or "" for one in child.children)
        elif namespace == v.ADLNAV and local == "presentation":
            yield "hideLMSUI", ", ".join(_words(child, "hideLMSUI"))


def _merged(sequencing: Element, shared: Mapping[str, Element]) -> dict[str, list[Element]]:
    """The parts of a `sequencing` by name: its own, and those that it lacks from the one it refers to (CAM 5.1.1)."""
    parts: dict[str, list[Element]] = {}
    for child in sequencing.children:
        parts.setdefault(child.name.local, []).append(child)
    other = shared.get(sequencing.get("IDRef") or "")
    inherited: dict[str, list[Element]] = {}
    for child in other.children if other is not None else ():
        inherited.setdefault(child.name.local, []).append(child)
    return inherited | parts


def _sequencing(parts: Mapping[str, list[Element]]) -> Iterator[tuple[str, str]]:
    for part, names in (("controlMode", _CONTROLS), ("limitConditions", _LIMITS), ("rollupRules", _ROLLUP)):
        yield from _stated(parts, part, names)
    for rules in parts.get("sequencingRules", ()):
        told = [one for one in rules.children if one.name.local in _RULES]
        yield from ((rule.name.local, _rule(rule)) for rule in told[:_MOST_RULES])
    for objectives in parts.get("objectives", ()):
        yield from _objectives(objectives)
    yield from _stated(parts, "deliveryControls", _DELIVERY)


def _stated(parts: Mapping[str, list[Element]], part: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for element in parts.get(part, ()):
        yield from ((name, element.get(name) or "") for name in names)


def _objectives(objectives: Element) -> Iterator[tuple[str, str]]:
    for primary in objectives.children:
        if primary.name.local == "primaryObjective" and primary.get("satisfiedByMeasure") in ("true", "1"):
            # Without a measure of its own the whole score is needed (SN 3.10.2).
            yield "minNormalizedMeasure", next(iter(_words(primary, "minNormalizedMeasure")), "1.0")
    targets = (one.get("targetObjectiveID") for one in objectives.iter() if one.name.local == "mapInfo")
    yield "sharedObjectives", ", ".join(dict.fromkeys(target for target in targets if target))


def _rule(rule: Element) -> str:
    """A rule in words, such as `skip if satisfied and not attempted`."""
    action = next((one.get("action") or "" for one in rule.children if one.name.local == "ruleAction"), "")
    for conditions in rule.children:
        if conditions.name.local == "ruleConditions":
            link = " or " if conditions.get("conditionCombination") == "any" else " and "
            return f"{action} if {link.join(map(_condition, conditions.children[:_MOST_RULES]))}"
    return action


def _condition(element: Element) -> str:
    words = element.get("condition") or "?"
    if element.get("operator") == "not":
        words = f"not {words}"
    if threshold := element.get("measureThreshold"):
        words += f" {threshold}"
    if objective := element.get("referencedObjective"):
        words += f" ({objective})"
    return words


def _threshold(element: Element) -> str:
    """The completion threshold: attributes in the 4th edition, the text in the 3rd."""
    by_measure = element.get("completedByMeasure")
    if by_measure in ("false", "0"):
        return "not by measure"
    return element.get("minProgressMeasure") or " ".join(element.text.split()) or ("1.0" if by_measure else "")


def _words(element: Element, local: str) -> list[str]:
    return [text for one in element.iter() if one.name.local == local and (text := " ".join(one.text.split()))]
