"""Sequencing rules: on what condition an activity is skipped, left, or taken again."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.sequencing.naming import unknown_objectives
from scormkit.checking.sequencing import Activity, below
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_BY_CLOCK = ("timeLimitExceeded", "outsideAvailableTimeRange")
_BESIDE = ("exitParent", "previous")


@rule(
    "SK-SEQ-006",
    "sequencing-rule-whole",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, preConditionRule, exitConditionRule, postConditionRule (REQ_31.6.1.1, REQ_31.6.1.2)",
    SCORM_2004,
)
def sequencing_rule_whole(package: Package) -> Iterator[Finding]:
    """A sequencing rule has one `ruleConditions` and one `ruleAction`, in this order.

    Together they say "if … then …". With one half missing the rule does nothing; the schema lets the conditions be left
    out, but SCORM does not.

    Add the half that is missing. For a rule that always holds, write the condition `always`.

    Bad: `<imsss:postConditionRule><imsss:ruleAction action="continue"/></imsss:postConditionRule>`

    Good: `<imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions>` before that action
    """
    yield from broken(package, "S4-06")


@rule(
    "SK-SEQ-007",
    "precondition-action",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleAction (REQ_31.6.1.2.1.1); imsss_v1p0seqrule.xsd",
    SCORM_2004,
)
def precondition_action(package: Package) -> Iterator[Finding]:
    """A precondition rule skips, disables, hides from choice, or stops forward traversal.

    Preconditions are asked before an activity is delivered, so its actions are `skip`, `disabled`, `hiddenFromChoice`
    and `stopForwardTraversal`; `retry` or `exitAll` belong to postconditions.

    Write one of these four, or make it another kind of rule.

    Bad: `<imsss:preConditionRule>… <imsss:ruleAction action="hidden"/>`

    Good: `<imsss:preConditionRule>… <imsss:ruleAction action="hiddenFromChoice"/>`
    """
    yield from broken(package, "S4-07")


@rule(
    "SK-SEQ-008",
    "exit-action",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleAction (REQ_31.6.2.2.1.1); imsss_v1p0seqrule.xsd",
    SCORM_2004,
)
def exit_action(package: Package) -> Iterator[Finding]:
    """The action of an exit rule is `exit`.

    An exit rule ends the activity as soon as something in it has ended; there is nothing else that it can do. To end
    more than that (`exitParent`, `exitAll`) takes a postcondition rule.

    Write `exit`, or make it a `postConditionRule`.

    Bad: `<imsss:exitConditionRule>… <imsss:ruleAction action="exitAll"/>`

    Good: `<imsss:postConditionRule>… <imsss:ruleAction action="exitAll"/>`
    """
    yield from broken(package, "S4-08")


@rule(
    "SK-SEQ-009",
    "postcondition-action",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleAction (REQ_31.6.3.2.1.1); imsss_v1p0seqrule.xsd",
    SCORM_2004,
)
def postcondition_action(package: Package) -> Iterator[Finding]:
    """A postcondition rule exits, retries, continues or goes back.

    Postconditions are asked when an attempt has ended, so its actions are `exitParent`, `exitAll`, `retry`, `retryAll`,
    `continue` and `previous`; `skip` or `disabled` belong to preconditions.

    Write one of these six, or make it another kind of rule.

    Bad: `<imsss:postConditionRule>… <imsss:ruleAction action="next"/>`

    Good: `<imsss:postConditionRule>… <imsss:ruleAction action="continue"/>`
    """
    yield from broken(package, "S4-09")


@rule(
    "SK-SEQ-010",
    "postcondition-of-organization",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, postConditionRule of an organization (REQ_31.6.3.2.1.1.2)",
    SCORM_2004,
)
def postcondition_of_organization(package: Package) -> Iterator[Finding]:
    """A postcondition of the organization neither exits its parent nor goes to the previous activity.

    The organization is the root of the course: it has no parent, and nothing stands before it. ADL's test suite refuses
    such a package.

    Use `exitAll`, `retry` or `retryAll`, or move the rule to an item.

    Bad: `<organization …>… <imsss:postConditionRule>… <imsss:ruleAction action="exitParent"/>`

    Good: `<organization …>… <imsss:postConditionRule>… <imsss:ruleAction action="exitAll"/>`
    """
    told: set[Element] = set()
    for activity in package.sequencing.activities:
        rules = activity.part("sequencingRules") if activity.is_root else None
        if rules is None or rules in told:
            continue
        told.add(rules)
        for one in below(rules, "postConditionRule"):
            for action in below(one, "ruleAction"):
                if (what := (action.get("action") or "").strip()) in _BESIDE:
                    message = say(
                        "a postcondition of the organization `{identifier}` has the action `{action}`",
                        identifier=called(activity.element),
                        action=what,
                    )
                    hint = say("use exitAll, retry or retryAll, or move the rule to an item")
                    yield Finding(action.place("action"), message, hint)


@rule(
    "SK-SEQ-011",
    "rule-conditions",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleConditions (REQ_31.6.3.1.2, REQ_31.6.3.1.1.1); imsss_v1p0seqrule.xsd",
    SCORM_2004,
)
def rule_conditions(package: Package) -> Iterator[Finding]:
    """`ruleConditions` holds at least one condition, and combines them with `all` or `any`.

    Without a condition nobody knows when the rule holds. Without `conditionCombination` all of them have to hold.

    Add a `ruleCondition`; write `all` or `any`.

    Bad: `<imsss:ruleConditions conditionCombination="or">`

    Good: `<imsss:ruleConditions conditionCombination="any">`
    """
    yield from broken(package, "S4-11")


@rule(
    "SK-SEQ-012",
    "rule-condition",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleCondition (REQ_31.6.3.1.2.4, REQ_31.6.3.1.2.3.1); imsss_v1p0util.xsd",
    SCORM_2004,
)
def rule_condition(package: Package) -> Iterator[Finding]:
    """A `ruleCondition` names a condition of the standard; its operator is `not` or `noOp`.

    The conditions are: `satisfied`, `objectiveStatusKnown`, `objectiveMeasureKnown`, `objectiveMeasureGreaterThan`,
    `objectiveMeasureLessThan`, `completed`, `activityProgressKnown`, `attempted`, `attemptLimitExceeded`,
    `timeLimitExceeded`, `outsideAvailableTimeRange` and `always`. A rule with another word never fires.

    Write one of them, letter by letter. For its opposite, add `operator="not"`.

    Bad: `<imsss:ruleCondition condition="passed"/>`

    Good: `<imsss:ruleCondition condition="satisfied"/>`
    """
    yield from broken(package, "S4-12")


@rule(
    "SK-SEQ-013",
    "condition-by-clock",
    Severity.WARNING,
    "SCORM 2004 SN 3.4.2 and 3.7.2; CAM 5.1, ruleCondition (REQ_31.6.3.1.2.4.1)",
    SCORM_2004,
)
def condition_by_clock(package: Package) -> Iterator[Finding]:
    """No condition depends on a clock that LMSs need not keep.

    `timeLimitExceeded` and `outsideAvailableTimeRange` are in the schema, but SCORM does not ask LMSs to evaluate them,
    so the rule works in one LMS and not in the next.

    Use another condition, such as `attemptLimitExceeded`, or set dates in the LMS.

    Bad: `<imsss:ruleCondition condition="outsideAvailableTimeRange"/>`

    Good: `<imsss:ruleCondition condition="attemptLimitExceeded"/>`
    """
    for sequencing in package.sequencing.elements:
        for one in sequencing.iter():
            if one.name.local in ("ruleCondition", "rollupCondition") and one.get("condition") in _BY_CLOCK:
                message = say("the condition `{condition}` need not be obeyed", condition=one.get("condition"))
                yield Finding(one.place("condition"), message, say("use another condition, or set dates in the LMS"))


@rule(
    "SK-SEQ-014",
    "referenced-objective",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, ruleCondition (REQ_31.6.3.1.2.1.2, REQ_31.6.3.1.2.1.3); SN 3.4.3",
    SCORM_2004,
)
def referenced_objective(package: Package) -> Iterator[Finding]:
    """The `referencedObjective` of a condition is an objective of the same activity.

    Conditions look at the activity's own objectives only, by their `objectiveID`. To ask for the result of another
    activity, both map an objective of theirs to one global objective, and the condition names the local one.

    Write an `objectiveID` of this activity, add that objective with a `mapInfo`, or leave the attribute out: then the
    primary objective is meant.

    Bad: `referencedObjective="pretest"` in an item that has the objective `obj-1` only

    Good: `<imsss:objective objectiveID="pretest"><imsss:mapInfo targetObjectiveID="course-pretest"/></imsss:objective>`
    """
    yield from unknown_objectives(package.sequencing, "referencedObjective", _rules, _references)


@rule(
    "SK-SEQ-015",
    "measure-threshold",
    Severity.ERROR,
    "SCORM 2004 SN 3.4.4; imsss_v1p0seqrule.xsd, measureThreshold",
    SCORM_2004,
)
def measure_threshold(package: Package) -> Iterator[Finding]:
    """`measureThreshold` is a number from -1 to 1.

    It is compared with a scaled score, which goes from -1 to 1, and not with a percentage. With 80 instead of 0.8
    nobody gets above it.

    Divide a percentage by a hundred.

    Bad: `measureThreshold="80"`

    Good: `measureThreshold="0.8"`
    """
    yield from broken(package, "S4-15")


def _rules(activity: Activity) -> Element | None:
    return activity.part("sequencingRules")


def _references(rules: Element) -> Iterator[tuple[str, Element]]:
    for one in rules.children:
        for conditions in below(one, "ruleConditions"):
            for condition in below(conditions, "ruleCondition"):
                if (name := condition.get("referencedObjective")) is not None:
                    yield name, condition
