"""What ADL adds to an item: what the LMS tells a SCO, and how it tells that a learner is done."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.bindings.adlcp import MEASURE
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.delivery import Delivery, holders
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_BOOK = "SCORM 2004 4th Ed. CAM 3.4.1"
_FOURTH = frozenset({Edition.SCORM_2004_4})
_EARLIER = SCORM_2004 - _FOURTH


@rule(
    "SK-S24-209",
    "time-limit-action",
    Severity.ERROR,
    f"{_BOOK}, <timeLimitAction>; adlcp_v1p3.xsd, timeLimitActionType",
    SCORM_2004,
)
def time_limit_action(package: Package) -> Iterator[Finding]:
    """`adlcp:timeLimitAction` stands once, on an item that launches a SCO, with one of four values.

    The LMS passes it to the SCO as `cmi.time_limit_action`: what to do when time is up. Other values do not reach the
    SCO, and what is no SCO cannot ask for it.

    Write one of `exit,message`, `exit,no message`, `continue,message`, `continue,no message`, with one blank.

    Bad: `<adlcp:timeLimitAction>exit</adlcp:timeLimitAction>`

    Good: `<adlcp:timeLimitAction>exit,no message</adlcp:timeLimitAction>`
    """
    yield from broken(package, "I4-09")
    yield from _only_for_scos(package, "timeLimitAction")


@rule("SK-S24-210", "data-from-lms", Severity.ERROR, f"{_BOOK}, <dataFromLMS>", SCORM_2004)
def data_from_lms(package: Package) -> Iterator[Finding]:
    """`adlcp:dataFromLMS` stands once, on an item that launches a SCO.

    The LMS passes it to the SCO as `cmi.launch_data`. An asset or a heading cannot ask for it.

    Move it to the item of the SCO, or remove it.

    Bad: `<item identifier="part"><title>Part</title><item …>…</item><adlcp:dataFromLMS>x</adlcp:dataFromLMS></item>`

    Good: `<item identifier="item" identifierref="sco"><title>…</title><adlcp:dataFromLMS>x</adlcp:dataFromLMS></item>`
    """
    yield from broken(package, "I4-10")
    yield from _only_for_scos(package, "dataFromLMS")


@rule("SK-S24-211", "data-from-lms-length", Severity.WARNING, f"{_BOOK}, <dataFromLMS>", SCORM_2004)
def data_from_lms_length(package: Package) -> Iterator[Finding]:
    """`adlcp:dataFromLMS` has at most 4000 characters.

    An LMS has to keep 4000; it may cut what is longer, and then the SCO gets broken data.

    Put the data in a file of the package that the SCO reads.

    Bad: `<adlcp:dataFromLMS>` with a whole quiz in it

    Good: `<adlcp:dataFromLMS>quiz-1.json</adlcp:dataFromLMS>`
    """
    yield from broken(package, "I4-11")


@rule("SK-S24-212", "completion-threshold", Severity.ERROR, f"{_BOOK}, <completionThreshold>", SCORM_2004)
def completion_threshold(package: Package) -> Iterator[Finding]:
    """`adlcp:completionThreshold` stands once, on an item or an organization.

    It says which share of an activity makes it complete. In the 2nd and 3rd edition it is for items that launch a SCO
    only, for the SCO compares it with its progress; from the 4th on an LMS rolls progress up through clusters too.

    Move it to where it counts, or remove the second one.

    Bad: two `<adlcp:completionThreshold …/>` in one item

    Good: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>`
    """
    yield from broken(package, "I4-12")
    if package.edition in _EARLIER:
        yield from _only_for_scos(package, "completionThreshold")


@rule(
    "SK-S24-213",
    "completion-threshold-values",
    Severity.ERROR,
    f"{_BOOK}, <completionThreshold>; adlcp_v1p3.xsd, completionThresholdType",
    SCORM_2004,
)
def completion_threshold_values(package: Package) -> Iterator[Finding]:
    """A completion threshold has the values that its edition knows.

    In the 4th edition they are attributes: `completedByMeasure` is `true` or `false`, `minProgressMeasure` and
    `progressWeight` are numbers from 0 to 1. Before that the threshold is the text of the element, from 0 to 1. An LMS
    ignores other values, so that learners complete too early or never.

    Write a share of 1, such as 0.8 for 80 percent.

    Bad: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="80"/>`

    Good: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>`
    """
    for violation in package.violations("I4-13"):
        of_a_later_edition = package.edition in _EARLIER and not violation.attribute and violation.element.attributes
        if not of_a_later_edition:
            yield Finding(violation.element.place(violation.attribute), violation.message, violation.hint)


@rule("SK-S24-214", "completion-threshold-as-text", Severity.WARNING, f"{_BOOK}, <completionThreshold>", _FOURTH)
def completion_threshold_as_text(package: Package) -> Iterator[Finding]:
    """In the 4th edition a completion threshold is an attribute and no text.

    The text is how the 3rd edition wrote it. LMSs of the 4th may look at the attributes only, and then 1.0 holds:
    learners have to see everything.

    Write `minProgressMeasure`, and `completedByMeasure="true"` so that it counts.

    Bad: `<adlcp:completionThreshold>0.8</adlcp:completionThreshold>`

    Good: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>`
    """
    for element in package.root.iter() if package.root else ():
        name = element.name
        if (name.namespace, name.local) == (v.ADLCP_2004, "completionThreshold") and MEASURE.holds(element.text):
            value = element.text.strip()
            message = say("the threshold `{value}` is written as text, as in the 3rd edition", value=value)
            hint = say('write completedByMeasure="true" minProgressMeasure="{value}"', value=value)
            yield Finding(element.place(), message, hint)


def _only_for_scos(package: Package, local: str) -> Iterator[Finding]:
    """Where an element of ADL stands on an item that is known to launch no SCO."""
    for _, element, delivery in holders(package, local):
        if delivery is Delivery.CLUSTER:
            message = say("<{tag}> stands on an item with items in it, which launches no SCO", tag=element.name)
        elif delivery is Delivery.ASSET:
            message = say("<{tag}> stands on an item that launches an asset and no SCO", tag=element.name)
        else:
            continue
        yield Finding(element.place(), message, say("move it to an item that launches a SCO, or remove it"))
