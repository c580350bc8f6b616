"""An activity tree as scorm-again takes it: its `ActivitySettings`, ready for JSON. It reads no manifests itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scormkit.preview.activity import Activity, Condition, Objective, Randomization, RollupRule, Rule, Sequencing

_CONTROL = {
    "choice": "choice",
    "choice_exit": "choiceExit",
    "flow": "flow",
    "forward_only": "forwardOnly",
    "use_current_attempt_objective_info": "useCurrentAttemptObjectiveInfo",
    "use_current_attempt_progress_info": "useCurrentAttemptProgressInfo",
    "prevent_activation": "preventActivation",
    "constrain_choice": "constrainChoice",
}
_OF_OBJECTIVES = ("satisfied", "notSatisfied")
# What scorm-again calls otherwise in rollup rules than the standard does.
_ROLLUP_CONDITIONS = {"activityProgressKnown": "progressKnown"}
_VALUES = (
    "SatisfiedStatus",
    "NormalizedMeasure",
    "RawScore",
    "MinScore",
    "MaxScore",
    "CompletionStatus",
    "ProgressMeasure",
)


def activity_settings(activity: Activity) -> dict[str, Any]:
    """The settings of an activity and all below it."""
    sequencing = activity.sequencing
    settings: dict[str, Any] = {
        "id": activity.identifier,
        "title": activity.title,
        "isVisible": activity.visible,
        "children": [activity_settings(child) for child in activity.children],
        "sequencingControls": _controls(sequencing),
        "sequencingRules": {
            "preConditionRules": [_rule(rule) for rule in sequencing.rules.before],
            "exitConditionRules": [_rule(rule) for rule in sequencing.rules.at_exit],
            "postConditionRules": [_rule(rule) for rule in sequencing.rules.after],
        },
        "rollupRules": {"rules": [_rollup_rule(rule) for rule in _rollup_rules(sequencing)]},
        "rollupConsiderations": {
            **{f"requiredFor{name}": said for name, said in sequencing.rollup.required},
            "measureSatisfactionIfActive": sequencing.rollup.measure_satisfaction_if_active,
        },
        "completionThreshold": {
            "completedByMeasure": activity.completion.by_measure,
            "minProgressMeasure": activity.completion.min_progress,
            "progressWeight": activity.completion.weight,
        },
        "hideLmsUi": list(activity.hidden_ui),
        "sharedDataMaps": [
            {"targetID": one.target, "readSharedData": one.read, "writeSharedData": one.write}
            for one in activity.shared
        ],
        "objectives": [_objective(one, primary=False) for one in sequencing.objectives],
        # Every activity has a primary objective, whether the manifest names it or not (SN 3.10).
        "primaryObjective": _objective(sequencing.primary or Objective(""), primary=True),
    }
    # An LMS need not watch durations (SN 3.5); scorm-again takes a limit of one for reached before the attempt begins.
    if sequencing.limits.attempts is not None:
        settings["attemptLimit"] = sequencing.limits.attempts
    return settings


def _controls(sequencing: Sequencing) -> dict[str, Any]:
    return {
        **{name: getattr(sequencing.control, field) for field, name in _CONTROL.items()},
        **_randomization(sequencing.randomization),
        "rollupObjectiveSatisfied": sequencing.rollup.satisfied,
        "rollupProgressCompletion": sequencing.rollup.completion,
        "objectiveMeasureWeight": sequencing.rollup.measure_weight,
        "tracked": sequencing.delivery.tracked,
        "completionSetByContent": sequencing.delivery.completion_set_by_content,
        "objectiveSetByContent": sequencing.delivery.objective_set_by_content,
    }


def _randomization(controls: Randomization) -> dict[str, Any]:
    return {
        "selectCount": controls.select_count,
        "selectionTiming": controls.selection_timing,
        "randomizeChildren": controls.reorder,
        "randomizationTiming": controls.reorder_timing,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "action": rule.action,
        "conditionCombination": rule.combination,
        "conditions": _conditions(rule.conditions),
    }


def _rollup_rules(sequencing: Sequencing) -> list[RollupRule]:
    """Satisfied by measure goes before satisfied by rules (RB.1.2); scorm-again tries the rules first."""
    by_measure = sequencing.primary is not None and sequencing.primary.satisfied_by_measure
    return [rule for rule in sequencing.rollup.rules if not (by_measure and rule.action in _OF_OBJECTIVES)]


def _rollup_rule(rule: RollupRule) -> dict[str, Any]:
    return {
        "action": rule.action,
        "consideration": rule.children,
        "minimumCount": rule.minimum_count,
        # scorm-again counts in hundredths, the standard in parts of one (SN 3.7).
        "minimumPercent": rule.minimum_percent * 100,
        "conditionCombination": rule.combination,
        "conditions": [
            one | {"condition": _ROLLUP_CONDITIONS.get(one["condition"], one["condition"])}
            for one in _conditions(rule.conditions)
        ],
    }


def _conditions(conditions: Iterable[Condition]) -> list[dict[str, Any]]:
    return [
        {
            "condition": one.condition,
            "operator": "not" if one.negated else "noOp",
            **({"referencedObjective": one.objective} if one.objective else {}),
            **({} if one.threshold is None else {"parameters": {"threshold": one.threshold}}),
        }
        for one in conditions
    ]


def _objective(objective: Objective, *, primary: bool) -> dict[str, Any]:
    return {
        # A nameless objective is dropped by scorm-again; a blank name is kept, and shown to no SCO.
        "objectiveID": objective.identifier or " ",
        "isPrimary": primary,
        "satisfiedByMeasure": objective.satisfied_by_measure,
        "minNormalizedMeasure": objective.min_measure,
        "mapInfo": [
            {
                "targetObjectiveID": one.target,
                **{f"read{value}": value in one.read for value in _VALUES},
                **{f"write{value}": value in one.write for value in _VALUES},
            }
            for one in objective.maps
        ],
    }
