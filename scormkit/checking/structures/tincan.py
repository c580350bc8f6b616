"""tincan.xml as typed values, tolerant enough to show what a broken one meant.

Its elements are known by their local name in the namespace of the root element, so that a wrong namespace is one
problem and not a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.checking.href import Href, resolve
from scormkit.checking.source import Element, Name, Source


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """One activity; `id` is None where it has none."""

    element: Element
    id: str | None
    names: tuple[Element, ...]
    descriptions: tuple[Element, ...]
    launches: tuple[Href, ...]
    """What its `launch` and `resource` elements lead to, relative to the folder of tincan.xml."""


@dataclass(frozen=True, slots=True, eq=False)
class ActivityList:
    """A whole tincan.xml, its activities in the order of the file."""

    root: Element
    folder: str
    """Where it lies: empty for the root of the zip, else ending in `/`."""
    activities: tuple[Activity, ...]


def read_activities(root: Element, folder: str) -> ActivityList:
    """The typed view of the tincan.xml whose root element is `root`, in `folder`."""
    groups = _children(root, root, "activities")
    return ActivityList(
        root,
        folder,
        tuple(_activity(one, root, folder) for group in groups for one in _children(group, root, "activity")),
    )


def _activity(element: Element, root: Element, folder: str) -> Activity:
    launches = _children(element, root, "launch", "resource")
    return Activity(
        element,
        (element.get("id") or "").strip() or None,
        tuple(_children(element, root, "name")),
        tuple(_children(element, root, "description")),
        tuple(resolve(one, None, one.text, folder) for one in launches),
    )


def _children(element: Element, root: Element, *names: str) -> Iterator[Element]:
    namespace = root.name.namespace
    return (one for one in element.children if one.name.namespace == namespace and one.name.local in names)


NO_ACTIVITIES = read_activities(Element(Name("", "tincan"), {}, (), "", 1, 1, Source("", b"")), "")
"""What stands in for a tincan.xml that is not there."""
