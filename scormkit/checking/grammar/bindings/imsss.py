"""Sequencing: `imsss:sequencing` and all in it.

Sources: imsss_v1p0.xsd and the files it includes (one and the same in all editions of SCORM 2004), and what SCORM 2004
CAM 5.1 demands beyond them: a rule has conditions, and names are not blank.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import partial

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Foreign, Grammar
from scormkit.checking.grammar.types import (
    BOOLEAN,
    NCNAME,
    NOT_BLANK,
    WHOLE,
    Type,
    collapsed,
    decimal,
    matching,
    one_of,
)
from scormkit.said import say

_STATUS = (
    "satisfied",
    "objectiveStatusKnown",
    "objectiveMeasureKnown",
    "completed",
    "activityProgressKnown",
    "attempted",
    "attemptLimitExceeded",
    "timeLimitExceeded",
    "outsideAvailableTimeRange",
)
_MEASURE = decimal("-1", "1")
_SHARE = decimal("0", "1")
_COMBINATION = one_of("all", "any")
_OPERATOR = one_of("not", "noOp")
_TIMING = one_of("never", "once", "onEachNewAttempt")
_DURATION = matching(
    r"-?P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?",
    say("a duration such as `PT1H30M`"),
)
_DATE_TIME = re.compile(
    r"-?([1-9][0-9]{4,}|[0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
)


def _is_moment(text: str) -> bool:
    """Whether it is an xs:dateTime, on a day that there is."""
    found = _DATE_TIME.fullmatch(collapsed(text))
    # Leap years come round every four hundred years, so the last four digits of a year are enough.
    return found is not None and int(found[3]) <= monthrange(2000 + int(found[1][-4:]) % 400, int(found[2]))[1]


_MOMENT = Type(_is_moment, say("a moment such as `2026-09-01T08:00:00Z`"))
# An element without content has the default of the schema, 1.0.
_MEASURE_OR_DEFAULT = Type(lambda text: not text or _MEASURE.holds(text), _MEASURE.expected)

# What stands in an element that takes nothing foreign breaks the schema, wherever else it may belong.
_element = partial(ElementType, foreign_clause="S4")


def _switches(clause: str, *names: str) -> tuple[Attribute, ...]:
    return tuple(Attribute(name, BOOLEAN, clause=clause) for name in names)


def _rule(action: str) -> ElementType:
    """A sequencing rule; the schema makes its conditions optional, CAM 5.1 does not."""
    return _element(
        (
            Child("ruleConditions", 1, missing="S4-06", repeated="S4-06"),
            Child("ruleAction", 1, type=action, missing="S4-06", repeated="S4-06"),
        ),
        order_clause="S4-06",
    )


def _action(clause: str, *actions: str) -> ElementType:
    return _element(attributes=(Attribute("action", one_of(*actions), required=True, clause=clause, absent=clause),))


def _part(name: str) -> Child:
    return Child(name, repeated="S4-04")


_PARTS = (
    _part("controlMode"),
    _part("sequencingRules"),
    _part("limitConditions"),
    _part("auxiliaryResources"),
    _part("rollupRules"),
    _part("objectives"),
    _part("randomizationControls"),
    _part("deliveryControls"),
)
_OBJECTIVE = (Child("minNormalizedMeasure", repeated="S4-25"), Child("mapInfo", 0, None))
_BY_MEASURE = Attribute("satisfiedByMeasure", BOOLEAN)

GRAMMARS = (
    Grammar(
        v.IMSSS,
        v.SCORM_2004,
        "S4",
        {
            "sequencingCollection": _element((Child("sequencing", 1, None, "shared", missing="S4-01"),)),
            "shared": ElementType(
                _PARTS,
                (Attribute("ID", NCNAME, required=True, clause="S4-03", absent="S4-02"), Attribute("IDRef")),
                foreign=Foreign.AT_THE_END,
                order_clause="S4-04",
            ),
            "sequencing": ElementType(
                # Whether an ID may stand here at all, and whether IDRef names anything, is for rules to say.
                _PARTS,
                (Attribute("ID"), Attribute("IDRef")),
                foreign=Foreign.AT_THE_END,
                order_clause="S4-04",
            ),
            "controlMode": _element(
                attributes=_switches(
                    "S4-05",
                    "choice",
                    "choiceExit",
                    "flow",
                    "forwardOnly",
                    "useCurrentAttemptObjectiveInfo",
                    "useCurrentAttemptProgressInfo",
                )
            ),
            "sequencingRules": _element(
                (
                    Child("preConditionRule", 0, None),
                    Child("exitConditionRule", 0, None),
                    Child("postConditionRule", 0, None),
                )
            ),
            "preConditionRule": _rule("preAction"),
            "exitConditionRule": _rule("exitAction"),
            "postConditionRule": _rule("postAction"),
            "ruleConditions": _element(
                (Child("ruleCondition", 1, None, missing="S4-11"),),
                (Attribute("conditionCombination", _COMBINATION, clause="S4-11"),),
            ),
            "ruleCondition": _element(
                attributes=(
                    Attribute("referencedObjective"),
                    Attribute("measureThreshold", _MEASURE, clause="S4-15"),
                    Attribute("operator", _OPERATOR, clause="S4-12"),
                    Attribute(
                        "condition",
                        one_of(*_STATUS, "objectiveMeasureGreaterThan", "objectiveMeasureLessThan", "always"),
                        required=True,
                        clause="S4-12",
                        absent="S4-12",
                    ),
                )
            ),
            "preAction": _action("S4-07", "skip", "disabled", "hiddenFromChoice", "stopForwardTraversal"),
            "exitAction": _action("S4-08", "exit"),
            "postAction": _action("S4-09", "exitParent", "exitAll", "retry", "retryAll", "continue", "previous"),
            "limitConditions": _element(
                attributes=(
                    Attribute("attemptLimit", WHOLE, clause="S4-16"),
                    Attribute("attemptAbsoluteDurationLimit", _DURATION),
                    Attribute("attemptExperiencedDurationLimit", _DURATION),
                    Attribute("activityAbsoluteDurationLimit", _DURATION),
                    Attribute("activityExperiencedDurationLimit", _DURATION),
                    Attribute("beginTimeLimit", _MOMENT),
                    Attribute("endTimeLimit", _MOMENT),
                )
            ),
            "auxiliaryResources": _element((Child("auxiliaryResource", 0, None),)),
            "auxiliaryResource": _element(
                attributes=(Attribute("auxiliaryResourceID", required=True), Attribute("purpose", required=True))
            ),
            "rollupRules": _element(
                (Child("rollupRule", 0, None),),
                (
                    *_switches("S4-19", "rollupObjectiveSatisfied", "rollupProgressCompletion"),
                    Attribute("objectiveMeasureWeight", _SHARE, clause="S4-19"),
                ),
            ),
            "rollupRule": _element(
                (
                    Child("rollupConditions", 1, missing="S4-21", repeated="S4-21"),
                    Child("rollupAction", 1, missing="S4-21", repeated="S4-21"),
                ),
                (
                    Attribute(
                        "childActivitySet",
                        one_of("all", "any", "none", "atLeastCount", "atLeastPercent"),
                        clause="S4-20",
                    ),
                    Attribute("minimumCount", WHOLE, clause="S4-20"),
                    Attribute("minimumPercent", _SHARE, clause="S4-20"),
                ),
            ),
            "rollupConditions": _element(
                (Child("rollupCondition", 1, None, missing="S4-21"),),
                (Attribute("conditionCombination", _COMBINATION, clause="S4-21"),),
            ),
            "rollupCondition": _element(
                attributes=(
                    Attribute("operator", _OPERATOR, clause="S4-21"),
                    Attribute("condition", one_of(*_STATUS), required=True, clause="S4-21", absent="S4-21"),
                )
            ),
            "rollupAction": _action("S4-21", "satisfied", "notSatisfied", "completed", "incomplete"),
            "objectives": _element(
                (
                    Child("primaryObjective", 1, missing="S4-22", repeated="S4-22"),
                    Child("objective", 0, None),
                )
            ),
            "primaryObjective": _element(
                _OBJECTIVE, (_BY_MEASURE, Attribute("objectiveID", NOT_BLANK, clause="S4-24"))
            ),
            "objective": _element(
                _OBJECTIVE,
                (_BY_MEASURE, Attribute("objectiveID", NOT_BLANK, required=True, clause="S4-24", absent="S4-24")),
            ),
            "minNormalizedMeasure": _element(text=_MEASURE_OR_DEFAULT, text_clause="S4-25"),
            "mapInfo": _element(
                attributes=(
                    Attribute("targetObjectiveID", NOT_BLANK, required=True, clause="S4-26", absent="S4-26"),
                    *_switches(
                        "S4-26",
                        "readSatisfiedStatus",
                        "readNormalizedMeasure",
                        "writeSatisfiedStatus",
                        "writeNormalizedMeasure",
                    ),
                )
            ),
            "randomizationControls": _element(
                attributes=(
                    Attribute("randomizationTiming", _TIMING, clause="S4-31"),
                    Attribute("selectCount", WHOLE, clause="S4-31"),
                    Attribute("reorderChildren", BOOLEAN, clause="S4-31"),
                    Attribute("selectionTiming", _TIMING, clause="S4-31"),
                )
            ),
            "deliveryControls": _element(
                attributes=_switches("S4-32", "tracked", "completionSetByContent", "objectiveSetByContent")
            ),
        },
        roots={"sequencing": "sequencing", "sequencingCollection": "sequencingCollection"},
        extensions={
            "sequencing": Extension("sequencing", frozenset({"organization", "item"}), "S4-place", repeated="I4-20"),
            "sequencingCollection": Extension(
                "sequencingCollection", frozenset({"manifest"}), "S4-place", repeated="S4-place"
            ),
        },
    ),
)
