"""What `cmi5.xml` and `tincan.xml` offer to launch, read leniently, as an LMS would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from scormkit.checking.source import Element, read_xml

MoveOn = Literal["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]


@dataclass(frozen=True, slots=True)
class Au:
    """An assignable unit (cmi5 13.1.4); `id` is the publisher's. None and "" stand for what is not given."""

    id: str
    title: str
    url: str
    """Relative to the root of the package, or absolute."""
    move_on: MoveOn
    mastery_score: float | None
    launch_method: str
    launch_parameters: str
    entitlement_key: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block (cmi5 13.1.2); `id` is the publisher's."""

    id: str
    title: str
    children: tuple[Au | Block, ...]

    @property
    def aus(self) -> Iterator[Au]:
        """All assignable units below, in order."""
        for child in self.children:
            if isinstance(child, Au):
                yield child
            else:
                yield from child.aus

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks below, the inner before the outer."""
        for child in self.children:
            if isinstance(child, Block):
                yield from child.blocks
                yield child


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of `tincan.xml` that can be launched."""

    id: str
    title: str
    launch: str
    """Relative to the root of the package, or absolute."""


def read_course(structure: bytes) -> Block:
    """The course of a `cmi5.xml`, as the block that holds everything.

    Raises `XmlError` where it cannot be read as XML, `ValueError` where it has no course.
    """
    root = read_xml(structure, "cmi5.xml")
    course = _child(root, "course")
    if course is None:
        raise ValueError("the course structure has no course")
    return Block(_attribute(course, "id"), _words(course, "title"), tuple(_children(root)))


def read_activities(file: bytes) -> tuple[Activity, ...]:
    """The activities of a `tincan.xml` that have a `launch`, in its order.

    Raises `XmlError` where it cannot be read as XML.
    """
    root = read_xml(file, "tincan.xml")
    return tuple(
        Activity(_attribute(element, "id"), _text(element, "name"), launch)
        for element in root.iter()
        if element.name.local == "activity" and (launch := _text(element, "launch"))
    )


def _children(element: Element) -> Iterator[Au | Block]:
    for child in element.children:
        if child.name.namespace != element.name.namespace:
            continue
        if child.name.local == "block":
            yield Block(_attribute(child, "id"), _words(child, "title"), tuple(_children(child)))
        elif child.name.local == "au":
            yield _au(child)


def _au(element: Element) -> Au:
    move_on = _attribute(element, "moveOn") or "NotApplicable"
    mastery = _attribute(element, "masteryScore")
    if move_on not in get_args(MoveOn):
        raise ValueError(f"{move_on!r} is no moveOn criterion")
    return Au(
        id=_attribute(element, "id"),
        title=_words(element, "title"),
        url=_text(element, "url"),
        move_on=cast(MoveOn, move_on),
        mastery_score=float(mastery) if mastery else None,
        launch_method=_attribute(element, "launchMethod") or "AnyWindow",
        launch_parameters=_text(element, "launchParameters"),
        entitlement_key=_text(element, "entitlementKey"),
    )


def _child(element: Element, local: str) -> Element | None:
    return next((each for each in element.children if each.name.local == local), None)


def _attribute(element: Element, name: str) -> str:
    return (element.get(name) or "").strip()


def _text(element: Element, local: str) -> str:
    child = _child(element, local)
    return child.text.strip() if child is not None else ""


def _words(element: Element, local: str) -> str:
    """The first language of a text in several."""
    child = _child(element, local)
    return _text(child, "langstring") if child is not None else ""
