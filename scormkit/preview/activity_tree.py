"""The activity tree of a SCORM 2004 manifest: its default organization, read leniently, as an LMS would.

Sources: SCORM 2004 4th Edition, Content Aggregation Model (CAM) 3.4 and 5; Sequencing and Navigation (SN) 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Item, Organization, read_manifest
from scormkit.checking.sequencing import Parts, flag, shared_parts
from scormkit.checking.source import Element, read_xml
from scormkit.preview.activity import Activity, Completion, Sequencing, SharedData
from scormkit.preview.launches import addresses, default_organization, title
from scormkit.preview.sequencing import below, decimal, number, read_sequencing


def read_activity_tree(manifest: bytes) -> Activity:
    """The tree of an `imsmanifest.xml`, from its default organization down.

    Raises `XmlError` where it cannot be read as XML, `ValueError` where it has no organization.
    """
    read = read_manifest(read_xml(manifest, v.MANIFEST))
    return _activity(default_organization(read), addresses(read), shared_parts(read.root))


def leaves(activity: Activity) -> Iterator[Activity]:
    """What can be launched, in the order of the table of contents."""
    if activity.href is not None:
        yield activity
    for child in activity.children:
        yield from leaves(child)


def _activity(node: Organization | Item, hrefs: Mapping[str, str], shared: Mapping[str, Parts]) -> Activity:
    element = node.element
    sequencing = read_sequencing(element, shared)
    completion = _completion(element)
    identifier = node.identifier or ""
    return Activity(
        identifier=identifier,
        title=title(node) or identifier,
        # Only a leaf is launched: a cluster's resource is not content of its own (CAM 3.4.1.8).
        href=None if node.items else hrefs.get(identifier),
        visible=flag(element, "isvisible", True),
        sequencing=sequencing,
        completion=completion,
        hidden_ui=_hidden_ui(element),
        shared=tuple(_shared(element)),
        data=tuple(_data(element, sequencing, completion)),
        children=tuple(_activity(item, hrefs, shared) for item in node.items),
    )


def _completion(element: Element) -> Completion:
    """The 4th edition says it in attributes, the 3rd as text, which is a measure to be complete by."""
    found = next(below(element, v.ADLCP_2004, "completionThreshold"), None)
    if found is None:
        return Completion()
    text = found.text.strip()
    return Completion(
        by_measure=flag(found, "completedByMeasure", bool(text)),
        min_progress=number(found, "minProgressMeasure", decimal(text, 1.0)),
        weight=number(found, "progressWeight", 1.0),
    )


def _hidden_ui(element: Element) -> tuple[str, ...]:
    return tuple(
        hidden.text.strip()
        for presentation in below(element, v.ADLNAV, "presentation")
        for interface in below(presentation, v.ADLNAV, "navigationInterface")
        for hidden in below(interface, v.ADLNAV, "hideLMSUI")
    )


def _shared(element: Element) -> Iterator[SharedData]:
    for data in below(element, v.ADLCP_2004, "data"):
        for one in below(data, v.ADLCP_2004, "map"):
            yield SharedData(
                one.get("targetID") or "", flag(one, "readSharedData", True), flag(one, "writeSharedData", False)
            )


def _data(element: Element, sequencing: Sequencing, completion: Completion) -> Iterator[tuple[str, str]]:
    """The elements of the data model that a manifest sets (RTE 4.2): the SCO reads them, and none writes them."""
    for local, name in (("dataFromLMS", "cmi.launch_data"), ("timeLimitAction", "cmi.time_limit_action")):
        for child in below(element, v.ADLCP_2004, local):
            yield name, child.text.strip()
    if sequencing.limits.duration:
        yield "cmi.max_time_allowed", sequencing.limits.duration
    if sequencing.primary and sequencing.primary.satisfied_by_measure:
        yield "cmi.scaled_passing_score", f"{sequencing.primary.min_measure:g}"
    if completion.by_measure:
        yield "cmi.completion_threshold", f"{completion.min_progress:g}"
