"""The parts of a `sequencing` element that say how an activity is walked through, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_LIMITS = (
    "attemptExperiencedDurationLimit",
    "activityAbsoluteDurationLimit",
    "activityExperiencedDurationLimit",
    "beginTimeLimit",
    "endTimeLimit",
)
_MOST_DIGITS = 9


@rule(
    "SK-SEQ-004",
    "sequencing-parts",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, sequencing (REQ_31.5 to REQ_31.15); imsss_v1p0.xsd, sequencingType",
    SCORM_2004,
)
def sequencing_parts(package: Package) -> Iterator[Finding]:
    """Each part of a `sequencing` stands once, in the order of the schema.

    The order is: `controlMode`, `sequencingRules`, `limitConditions`, `auxiliaryResources`, `rollupRules`,
    `objectives`, `randomizationControls`, `deliveryControls`, and then those of `adlseq`. An LMS that validates
    refuses another order; one that does not takes the first of two, or the last.

    Move the parts into that order, and join those that stand twice.

    Bad: `<imsss:deliveryControls …/><imsss:controlMode …/>`

    Good: `<imsss:controlMode …/><imsss:deliveryControls …/>`
    """
    yield from broken(package, "S4-04")


@rule(
    "SK-SEQ-101",
    "sequencing-schema",
    Severity.ERROR,
    "imsss_v1p0.xsd and the files it includes; adlseq_v1p3.xsd",
    SCORM_2004,
)
def sequencing_schema(package: Package) -> Iterator[Finding]:
    """Sequencing holds what the schema allows in it, and nothing else.

    An element or attribute that the schema does not know does nothing at best: most often its name is misspelt, or it
    stands one level too high or too low. An LMS that validates refuses the package.

    Write the names letter by letter as the standard has them; leave your own out.

    Bad: `<imsss:controlMode choise="true"/>`

    Good: `<imsss:controlMode choice="true"/>`
    """
    yield from broken(package, "S4")


@rule(
    "SK-SEQ-005",
    "control-mode-switches",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, controlMode (REQ_31.5.1.2 to REQ_31.5.6.2); imsss_v1p0control.xsd",
    SCORM_2004,
)
def control_mode_switches(package: Package) -> Iterator[Finding]:
    """The attributes of `controlMode` are `true` or `false`.

    They switch the table of contents (`choice`) and the buttons for next and previous (`flow`) on and off. Another
    word is read as one or the other, depending on the LMS.

    Write `true` or `false`, in small letters.

    Bad: `<imsss:controlMode choice="yes"/>`

    Good: `<imsss:controlMode choice="true"/>`
    """
    yield from broken(package, "S4-05")


@rule(
    "SK-SEQ-016",
    "attempt-limit",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, limitConditions; imsss_v1p0limit.xsd, attemptLimit",
    SCORM_2004,
)
def attempt_limit(package: Package) -> Iterator[Finding]:
    """`attemptLimit` is a whole number of 0 or more.

    It says how often a learner may begin the activity. A negative number or a word leaves learners without limit, or
    without any attempt at all.

    Write the number; for no limit, leave the attribute out.

    Bad: `<imsss:limitConditions attemptLimit="-1"/>`

    Good: `<imsss:limitConditions attemptLimit="3"/>`
    """
    yield from broken(package, "S4-16")


@rule(
    "SK-SEQ-017",
    "limits-by-clock",
    Severity.WARNING,
    "SCORM 2004 SN 3.5; CAM 5.1, limitConditions (REQ_31.7.3 to REQ_31.7.7)",
    SCORM_2004,
)
def limits_by_clock(package: Package) -> Iterator[Finding]:
    """No limit depends on a clock that LMSs need not keep.

    Of all limits, SCORM asks LMSs for `attemptLimit` and `attemptAbsoluteDurationLimit` only. The others (time spent in
    an attempt or an activity, begin and end of a period) are in the schema, but most LMSs ignore them.

    Set dates and durations in the LMS itself, or let the content measure time.

    Bad: `<imsss:limitConditions endTimeLimit="2026-09-01T00:00:00Z"/>`

    Good: `<imsss:limitConditions attemptLimit="3"/>`
    """
    for limits in package.sequencing.each("limitConditions"):
        for name in _LIMITS:
            if (value := limits.get(name)) is not None:
                message = say("{name} is `{value}`, and LMSs need not obey it", name=name, value=value)
                yield Finding(limits.place(name), message, say("remove it, and set this limit in the LMS"))


@rule(
    "SK-SEQ-018",
    "auxiliary-resources",
    Severity.WARNING,
    "SCORM 2004 SN 3.6; CAM 5.1, auxiliaryResources (REQ_31.8)",
    SCORM_2004,
)
def auxiliary_resources(package: Package) -> Iterator[Finding]:
    """No `auxiliaryResources` are used.

    IMS meant them for a glossary or a calculator beside the content, but SCORM says nothing of how they are shown, so
    learners will not see them.

    Put a link to them in the content.

    Bad: `<imsss:auxiliaryResources><imsss:auxiliaryResource …/></imsss:auxiliaryResources>`

    Good: a link to the glossary on the page
    """
    for resources in package.sequencing.each("auxiliaryResources"):
        message = say("<{tag}> is in the schema, but no LMS needs to do anything with it", tag=resources.name)
        yield Finding(resources.place(), message, say("remove it, and link to the resources from the content"))


@rule(
    "SK-SEQ-031",
    "randomization-controls",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, randomizationControls (REQ_31.11.1.1, .3.2, .4.1); imsss_v1p0random.xsd",
    SCORM_2004,
)
def randomization_controls(package: Package) -> Iterator[Finding]:
    """Selection and shuffling are written with the words of the standard.

    `selectionTiming` and `randomizationTiming` are `never`, `once` or `onEachNewAttempt`; `selectCount` is a whole
    number; `reorderChildren` is `true` or `false`. With another word learners get all the children, in their order.

    Write one of these words, letter by letter.

    Bad: `<imsss:randomizationControls selectionTiming="always" selectCount="3"/>`

    Good: `<imsss:randomizationControls selectionTiming="once" selectCount="3"/>`
    """
    yield from broken(package, "S4-31")


@rule(
    "SK-SEQ-032",
    "delivery-controls",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, deliveryControls (REQ_31.12.1.2 to REQ_31.12.3.2); imsss_v1p0delivery.xsd",
    SCORM_2004,
)
def delivery_controls(package: Package) -> Iterator[Finding]:
    """The attributes of `deliveryControls` are `true` or `false`.

    They say whether the LMS records anything at all (`tracked`), and whether it leaves it to the content to say that
    it is completed and passed. Read wrongly, a course is completed as soon as it is opened.

    Write `true` or `false`, in small letters.

    Bad: `<imsss:deliveryControls completionSetByContent="True"/>`

    Good: `<imsss:deliveryControls completionSetByContent="true"/>`
    """
    yield from broken(package, "S4-32")


@rule(
    "SK-SEQ-033",
    "constrained-choice",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, constrainedChoiceConsiderations (REQ_31.13.2.2, REQ_31.13.3.2); adlseq_v1p3.xsd",
    SCORM_2004,
)
def constrained_choice(package: Package) -> Iterator[Finding]:
    """The attributes of `constrainedChoiceConsiderations` are `true` or `false`.

    They keep learners from jumping far ahead in the table of contents. Another word is read as one or the other,
    depending on the LMS.

    Write `true` or `false`, in small letters.

    Bad: `<adlseq:constrainedChoiceConsiderations preventActivation="0.5"/>`

    Good: `<adlseq:constrainedChoiceConsiderations preventActivation="true"/>`
    """
    yield from broken(package, "S4-33")


@rule("SK-SEQ-035", "no-way-in", Severity.WARNING, "SCORM 2004 SN 3.2.1 and 3.2.3, choice and flow", SCORM_2004)
def no_way_in(package: Package) -> Iterator[Finding]:
    """Whoever has children lets learners reach them by choice or by flow.

    With `choice="false"` learners cannot pick a child in the table of contents, and without `flow="true"` the LMS does
    not lead them to it either: the children cannot be reached. `flow` is off unless it is set.

    Set `flow="true"`, or leave `choice` on.

    Bad: `<imsss:controlMode choice="false"/>`

    Good: `<imsss:controlMode choice="false" flow="true"/>`
    """
    told: set[Element] = set()
    for activity in package.sequencing.activities:
        mode = activity.part("controlMode")
        if not activity.children or mode is None or mode in told:
            continue
        if _off(mode, "choice", by_default="true") and _off(mode, "flow", by_default="false"):
            told.add(mode)
            message = say(
                "neither choice nor flow leads to what is in the <{tag}> `{identifier}`",
                tag=activity.element.name,
                identifier=activity.element.get("identifier") or "",
            )
            yield Finding(mode.place("choice"), message, say('add flow="true", or remove choice="false"'))


@rule("SK-SEQ-036", "select-count", Severity.WARNING, "SCORM 2004 SN 3.11, Selection Count", SCORM_2004)
def select_count(package: Package) -> Iterator[Finding]:
    """`selectCount` is not larger than the number of children.

    An LMS that is to select seven of five children takes all five, so nothing is selected. Most often children were
    removed after the number was written.

    Lower the number, or remove `randomizationControls`.

    Bad: `<imsss:randomizationControls selectionTiming="once" selectCount="7"/>` on an item with five items in it

    Good: `<imsss:randomizationControls selectionTiming="once" selectCount="3"/>`
    """
    for activity in package.sequencing.activities:
        controls = activity.part("randomizationControls")
        if controls is None or not activity.children or controls.get("selectionTiming") in (None, "never"):
            continue
        count = _number(controls.get("selectCount"))
        if count is not None and count > activity.children:
            message = say(
                "selectCount is {count}, and <{tag}> `{identifier}` has {children} to select from",
                count=(controls.get("selectCount") or "").strip(),
                tag=activity.element.name,
                identifier=activity.element.get("identifier") or "",
                children=activity.children,
            )
            yield Finding(controls.place("selectCount"), message, say("write a smaller number, or remove it"))


def _off(mode: Element, name: str, *, by_default: str) -> bool:
    """Whether a switch is off; one that is neither on nor off is another rule's business."""
    return (mode.get(name) or by_default).strip() in ("false", "0")


def _number(text: str | None) -> int | None:
    """A whole number of 0 or more; one that is endless is as good as the largest."""
    digits = (text or "").strip().removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) if len(digits) <= _MOST_DIGITS else 10**_MOST_DIGITS
