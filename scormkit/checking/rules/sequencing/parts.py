"""The parts of a `sequencing` element, and those that say how an activity is walked through."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

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

    An element or attribute that the schema does not know does nothing at best; most often its name is misspelt. An LMS
    that validates refuses the package.

    Write the names letter by letter as the standard has them; leave your own out.

    Bad: `<imsss:controlMode choise="true"/>`

    Good: `<imsss:controlMode choice="true"/>`
    """
    yield from broken(package, "S4")


@rule(
    "SK-SEQ-102",
    "sequencing-in-place",
    Severity.WARNING,
    "SCORM 2004 CAM 5.1: where sequencing, sequencingCollection and the elements of adlseq belong",
    SCORM_2004,
)
def sequencing_in_place(package: Package) -> Iterator[Finding]:
    """Sequencing stands where an LMS looks for it.

    A `sequencing` belongs in an `organization` or an `item`, one `sequencingCollection` in the `manifest`, and what
    `adlseq` adds in the `sequencing`. The schema lets them stand elsewhere, one level too high or in a resource, but
    there no LMS reads them.

    Move the element, or join the two collections.

    Bad: `<item …><title>…</title><adlseq:rollupConsiderations …/></item>`

    Good: `<item …><title>…</title><imsss:sequencing><adlseq:rollupConsiderations …/></imsss:sequencing></item>`
    """
    yield from broken(package, "S4-place")


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
    """An activity with children lets learners reach them by choice or by flow.

    With `choice="false"` learners cannot pick a child in the table of contents, and without `flow="true"` the LMS does
    not lead them to it either: the children cannot be reached, but for content that asks the LMS for a jump (from the
    4th Edition on). `flow` is off unless it is set.

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
                identifier=called(activity.element),
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
                identifier=called(activity.element),
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
