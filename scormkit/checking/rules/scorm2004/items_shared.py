"""Data that SCOs share, and the buttons that an item hides."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.delivery import Delivery, holders
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_DATA = "SCORM 2004 4th Ed. CAM 3.4.1, <data> and <map>"
_FOURTH = frozenset({Edition.SCORM_2004_4})


@rule("SK-S24-215", "shared-data", Severity.ERROR, f"{_DATA}; adlcp_v1p3.xsd, dataType", _FOURTH)
def shared_data(package: Package) -> Iterator[Finding]:
    """`adlcp:data` stands once, on an item that launches a resource, with a `map` in it.

    Each `map` lets the item use one store of data that it shares with others. A heading uses none, for nothing of it
    runs.

    Move it to the items that share the data, and name the store in a `map`.

    Bad: `<item identifier="item-1" identifierref="sco"><title>…</title><adlcp:data/></item>`

    Good: the same with `<adlcp:data><adlcp:map targetID="notes" writeSharedData="true"/></adlcp:data>`
    """
    yield from broken(package, "I4-15")
    for _, element, delivery in holders(package, "data"):
        if delivery is Delivery.CLUSTER:
            message = say("<{tag}> stands on an item with items in it, which launches nothing", tag=element.name)
            yield Finding(element.place(), message, say("move it to the items that launch a resource"))


@rule("SK-S24-216", "shared-data-map", Severity.ERROR, f"{_DATA}; adlcp_v1p3.xsd, mapType", _FOURTH)
def shared_data_map(package: Package) -> Iterator[Finding]:
    """A `map` names its store by `targetID`, and says with `true` or `false` whether it reads and writes it.

    Without a name the store cannot be shared; with another word than `true` or `false` the file is invalid.

    Give the store a name, the same for all items that share it.

    Bad: `<adlcp:map targetID="" readSharedData="yes"/>`

    Good: `<adlcp:map targetID="notes" readSharedData="true" writeSharedData="true"/>`
    """
    yield from broken(package, "I4-16")


@rule("SK-S24-217", "shared-data-twice", Severity.ERROR, _DATA, _FOURTH)
def shared_data_twice(package: Package) -> Iterator[Finding]:
    """An item maps each store of shared data once.

    A SCO finds its stores by number; of one that is mapped twice, with different rights, no LMS can tell what holds.

    Join the two.

    Bad: `<adlcp:map targetID="notes"/><adlcp:map targetID="notes" writeSharedData="true"/>`

    Good: `<adlcp:map targetID="notes" writeSharedData="true"/>`
    """
    for _, element, _ in holders(package, "data"):
        lines: dict[str, int] = {}
        for one in element.children:
            target = (one.get("targetID") or "").strip()
            if target and target in lines:
                message = say("`{target}` is mapped in line {line} already", target=target, line=lines[target])
                yield Finding(one.place("targetID"), message, say("remove it, or join the two"))
            lines.setdefault(target, one.line)


@rule(
    "SK-S24-218",
    "presentation",
    Severity.ERROR,
    "SCORM 2004 4th Ed. SN 5, navigation; adlnav_v1p3.xsd, presentationType",
    SCORM_2004,
)
def presentation(package: Package) -> Iterator[Finding]:
    """`adlnav:presentation` stands once, on an item that launches a resource.

    It says which buttons of the LMS are hidden while the resource runs. A heading never runs, so that it hides nothing,
    and what stands in it is not passed on to the items below.

    Move it to the items that launch a resource.

    Bad: `<item identifier="part"><title>Part</title><item …/><adlnav:presentation>…</adlnav:presentation></item>`

    Good: the same with `<adlnav:presentation>` in the inner item
    """
    yield from broken(package, "I4-18")
    for _, element, delivery in holders(package, "presentation", v.ADLNAV):
        if delivery is Delivery.CLUSTER:
            message = say("<{tag}> stands on an item with items in it, which launches nothing", tag=element.name)
            yield Finding(element.place(), message, say("move it to the items that launch a resource"))


@rule("SK-S24-219", "hidden-buttons", Severity.ERROR, "adlnav_v1p3.xsd, hideLMSUIType", SCORM_2004)
def hidden_buttons(package: Package) -> Iterator[Finding]:
    """`adlnav:hideLMSUI` names a button of the LMS.

    They are `previous`, `continue`, `exit`, `exitAll`, `abandon`, `abandonAll` and `suspendAll`. By another name
    nothing is hidden, and learners may leave where they should not.

    Write one of them, as it stands here.

    Bad: `<adlnav:hideLMSUI>next</adlnav:hideLMSUI>`

    Good: `<adlnav:hideLMSUI>continue</adlnav:hideLMSUI>`
    """
    yield from broken(package, "I4-19")
