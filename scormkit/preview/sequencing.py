"""Reading `imsss:sequencing` into values, leniently: what cannot be read has its default.

Source: SCORM 2004 4th Edition, Content Aggregation Model (CAM) 5.1, and the XSDs of imsss and adlseq.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scormkit.checking import vocabulary as v
from scormkit.checking.sequencing import Parts, activity_of, flag
from scormkit.checking.source import Element
from scormkit.preview.activity import (
    Condition,
    ControlMode,
    Delivery,
    Limits,
    MapInfo,
    Objective,
    Randomization,
    Rollup,
    RollupRule,
    Rule,
    Rules,
    Sequencing,
)

_BY_IMS = ("SatisfiedStatus", "NormalizedMeasure")
_BY_ADL = ("RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure")
_COUNTS_FOR = ("Satisfied", "NotSatisfied", "Completed", "Incomplete")


def read_sequencing(parent: Element, shared: Mapping[str, Parts]) -> Sequencing:
    """How the organization or item `parent` is sequenced; `shared` is what the collections of the manifest hold."""
    part = activity_of(parent, shared).part
    primary, objectives = _objectives(part("objectives"), part("objectives", v.ADLSEQ))
    return Sequencing(
        control=_control(part("controlMode"), part("constrainedChoiceConsiderations", v.ADLSEQ)),
        rules=_rules(part("sequencingRules")),
        limits=_limits(part("limitConditions")),
        primary=primary,
        objectives=objectives,
        rollup=_rollup(part("rollupRules"), part("rollupConsiderations", v.ADLSEQ)),
        delivery=_delivery(part("deliveryControls")),
        randomization=_randomization(part("randomizationControls")),
    )


def below(element: Element | None, namespace: str, *locals_: str) -> Iterator[Element]:
    """The children of `element` with one of these names."""
    for child in element.children if element else ():
        if child.name.namespace == namespace and child.name.local in locals_:
            yield child


def number(element: Element | None, name: str, default: float) -> float:
    """An attribute as xs:decimal."""
    return decimal(element.get(name) if element else None, default)


def decimal(text: str | None, default: float) -> float:
    """A text as xs:decimal."""
    try:
        return float(text or "")
    except ValueError:
        return default


def _count(element: Element | None, name: str) -> int | None:
    said = (element.get(name) or "").strip() if element else ""
    return int(said) if said.isascii() and said.isdigit() else None


def _control(mode: Element | None, constrained: Element | None) -> ControlMode:
    return ControlMode(
        choice=flag(mode, "choice", True),
        choice_exit=flag(mode, "choiceExit", True),
        flow=flag(mode, "flow", False),
        forward_only=flag(mode, "forwardOnly", False),
        use_current_attempt_objective_info=flag(mode, "useCurrentAttemptObjectiveInfo", True),
        use_current_attempt_progress_info=flag(mode, "useCurrentAttemptProgressInfo", True),
        prevent_activation=flag(constrained, "preventActivation", False),
        constrain_choice=flag(constrained, "constrainChoice", False),
    )


def _rules(rules: Element | None) -> Rules:
    def of(kind: str) -> tuple[Rule, ...]:
        return tuple(_rule(one) for one in below(rules, v.IMSSS, kind))

    return Rules(of("preConditionRule"), of("exitConditionRule"), of("postConditionRule"))


def _rule(rule: Element) -> Rule:
    conditions = next(below(rule, v.IMSSS, "ruleConditions"), None)
    return Rule(
        action=_action(rule, "ruleAction"),
        combination=(conditions.get("conditionCombination") if conditions else None) or "all",
        conditions=tuple(_conditions(below(conditions, v.IMSSS, "ruleCondition"))),
    )


def _action(rule: Element, local: str) -> str:
    return next((one.get("action") or "" for one in below(rule, v.IMSSS, local)), "")


def _conditions(elements: Iterable[Element]) -> Iterator[Condition]:
    for one in elements:
        threshold = one.get("measureThreshold")
        yield Condition(
            condition=one.get("condition") or "",
            negated=one.get("operator") == "not",
            objective=one.get("referencedObjective"),
            threshold=None if threshold is None else decimal(threshold, 0),
        )


def _limits(limits: Element | None) -> Limits:
    return Limits(_count(limits, "attemptLimit"), limits.get("attemptAbsoluteDurationLimit") if limits else None)


def _objectives(objectives: Element | None, extended: Element | None) -> tuple[Objective | None, tuple[Objective, ...]]:
    more: dict[str, list[MapInfo]] = {}
    for one in below(extended, v.ADLSEQ, "objective"):
        more.setdefault(one.get("objectiveID") or "", []).extend(_maps(one, v.ADLSEQ, _BY_ADL))
    primary = next(below(objectives, v.IMSSS, "primaryObjective"), None)
    return (
        None if primary is None else _objective(primary, more),
        tuple(_objective(one, more) for one in below(objectives, v.IMSSS, "objective")),
    )


def _objective(element: Element, more: Mapping[str, Iterable[MapInfo]]) -> Objective:
    identifier = element.get("objectiveID") or ""
    measure = next(below(element, v.IMSSS, "minNormalizedMeasure"), None)
    extended = {one.target: one for one in more.get(identifier, ())}
    maps = [
        MapInfo(one.target, one.read | also.read, one.write | also.write)
        if (also := extended.pop(one.target, None))
        # Without the 4th edition's own mapInfo these values have its defaults, which is: not shared at all.
        else one
        for one in _maps(element, v.IMSSS, _BY_IMS)
    ]
    return Objective(
        identifier=identifier,
        satisfied_by_measure=flag(element, "satisfiedByMeasure", False),
        min_measure=decimal(measure.text.strip() if measure else None, 1.0),
        maps=(*maps, *extended.values()),
    )


def _maps(objective: Element, namespace: str, values: tuple[str, ...]) -> Iterator[MapInfo]:
    for one in below(objective, namespace, "mapInfo"):
        yield MapInfo(
            target=one.get("targetObjectiveID") or "",
            read=frozenset(value for value in values if flag(one, f"read{value}", True)),
            write=frozenset(value for value in values if flag(one, f"write{value}", False)),
        )


def _rollup(rules: Element | None, considered: Element | None) -> Rollup:
    return Rollup(
        rules=tuple(_rollup_rule(one) for one in below(rules, v.IMSSS, "rollupRule")),
        satisfied=flag(rules, "rollupObjectiveSatisfied", True),
        completion=flag(rules, "rollupProgressCompletion", True),
        measure_weight=number(rules, "objectiveMeasureWeight", 1.0),
        required=tuple(
            (name, said) for name in _COUNTS_FOR if considered and (said := considered.get(f"requiredFor{name}"))
        ),
        measure_satisfaction_if_active=flag(considered, "measureSatisfactionIfActive", True),
    )


def _rollup_rule(rule: Element) -> RollupRule:
    conditions = next(below(rule, v.IMSSS, "rollupConditions"), None)
    return RollupRule(
        action=_action(rule, "rollupAction"),
        children=rule.get("childActivitySet") or "all",
        minimum_count=_count(rule, "minimumCount") or 0,
        minimum_percent=number(rule, "minimumPercent", 0.0),
        combination=(conditions.get("conditionCombination") if conditions else None) or "any",
        conditions=tuple(_conditions(below(conditions, v.IMSSS, "rollupCondition"))),
    )


def _delivery(controls: Element | None) -> Delivery:
    return Delivery(
        tracked=flag(controls, "tracked", True),
        completion_set_by_content=flag(controls, "completionSetByContent", False),
        objective_set_by_content=flag(controls, "objectiveSetByContent", False),
    )


def _randomization(controls: Element | None) -> Randomization:
    return Randomization(
        select_count=_count(controls, "selectCount"),
        selection_timing=(controls.get("selectionTiming") if controls else None) or "never",
        reorder=flag(controls, "reorderChildren", False),
        reorder_timing=(controls.get("randomizationTiming") if controls else None) or "never",
    )
