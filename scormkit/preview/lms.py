"""The LMS behind the pages, one for each standard: what is launched how, and what is kept of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from json import dumps
from typing import Any

from scormkit.preview.activity import Activity
from scormkit.preview.activity_tree import leaves, read_activity_tree
from scormkit.preview.faults import Conditions
from scormkit.preview.launches import Launch, launches
from scormkit.preview.records import Record
from scormkit.preview.records2004 import UNTRACKED, Record2004, Tracking
from scormkit.preview.scorm_again import activity_settings
from scormkit.preview.serving import page


class Lms(ABC):
    """What a learner is given to do, and what the LMS remembers."""

    launches: tuple[Launch, ...]

    @property
    @abstractmethod
    def records(self) -> Mapping[str, Record | Record2004]:
        """What is kept of each SCO, by its item's identifier."""

    @abstractmethod
    def page(self, sco: str | None, number: int, conditions: Conditions) -> str:
        """The page that launches a SCO, or whatever comes next; `number` counts launches."""

    @abstractmethod
    def begin(self, sco: str, conditions: Conditions, *, resumed: bool) -> dict[str, Any]:
        """A SCO is delivered: where it is, and the elements that it begins with."""

    @abstractmethod
    def keep(self, sco: str, kept: Mapping[str, Any]) -> None:
        """Remember what the page of a SCO hands over."""

    @property
    def tracking(self) -> dict[str, Tracking]:
        """What the sequencer knows of each activity; nothing where there is no sequencer."""
        return {}

    @property
    def rollup(self) -> Tracking:
        """What has become of the whole. Raises `TypeError` where the standard has no such thing."""
        raise TypeError("SCORM 1.2 has no rollup")


class Lms12(Lms):
    """SCORM 1.2: one SCO a page. Reads its manifest as `launches` does, and raises what it raises."""

    def __init__(self, manifest: bytes) -> None:
        """Nothing has been launched yet."""
        self.launches = launches(manifest)
        self._records = {launch.identifier: Record() for launch in self.launches}

    @property
    def records(self) -> Mapping[str, Record | Record2004]:
        """What is kept of each SCO."""
        return self._records

    def page(self, sco: str | None, number: int, conditions: Conditions) -> str:
        """The page of a SCO, or of the first one."""
        chosen = self._find(sco)
        data = self.begin(chosen.identifier, conditions, resumed=True)
        return _page("launch.html", chosen.title or chosen.identifier, number, conditions, data)

    def begin(self, sco: str, conditions: Conditions, *, resumed: bool) -> dict[str, Any]:  # noqa: ARG002
        """The SCO's own last exit decides whether it is resumed."""
        href = f"/content/{self._find(sco).href}"
        return {"sco": sco, "href": href, "elements": self._records[sco].begin(conditions)}

    def keep(self, sco: str, kept: Mapping[str, Any]) -> None:
        """Remember the elements."""
        if kept["elements"] is not None:
            self._records[sco].elements = kept["elements"]

    def _find(self, sco: str | None) -> Launch:
        return next(each for each in self.launches if sco in (None, each.identifier))


class Lms2004(Lms):
    """SCORM 2004: a page that goes through an organization by its sequencing, from visit to visit.

    Reads its manifest as `read_activity_tree` does, and raises what it raises.
    """

    def __init__(self, manifest: bytes) -> None:
        """Nobody has been there yet."""
        self.tree = read_activity_tree(manifest)
        self._leaves = {leaf.identifier: leaf for leaf in leaves(self.tree)}
        self.launches = tuple(Launch(leaf.identifier, leaf.title, leaf.href or "") for leaf in self._leaves.values())
        self._records = {identifier: Record2004() for identifier in self._leaves}
        self._state: str | None = None
        self._tracking: dict[str, Tracking] = dict.fromkeys(_identifiers(self.tree), UNTRACKED)

    @property
    def records(self) -> Mapping[str, Record | Record2004]:
        """What is kept of each SCO."""
        return self._records

    @property
    def tracking(self) -> dict[str, Tracking]:
        """By the identifiers of the organization and its items."""
        return self._tracking

    @property
    def rollup(self) -> Tracking:
        """Of the organization."""
        return self._tracking[self.tree.identifier]

    def page(self, sco: str | None, number: int, conditions: Conditions) -> str:
        """The player: it goes to the SCO, or on from where the learner was."""
        data = {"wanted": sco, "tree": activity_settings(self.tree), "state": self._state}
        return _page("player.html", self.tree.title, number, conditions, data)

    def begin(self, sco: str, conditions: Conditions, *, resumed: bool) -> dict[str, Any]:
        """The sequencer decides whether it is resumed."""
        leaf = self._leaves[sco]
        elements = self._records[sco].begin(conditions, resumed=resumed, data=leaf.data)
        return {"href": f"/content/{leaf.href}", "elements": elements}

    def keep(self, sco: str, kept: Mapping[str, Any]) -> None:
        """Remember the elements of the SCO, and where the learner is in the whole."""
        record = self._records[sco]
        if kept["elements"] is not None:
            record.elements = kept["elements"]
        record.suspended = record.suspended or kept["suspended"]
        if kept["state"] is not None:
            self._state = kept["state"]
        self._tracking = {each["id"]: Tracking.read(each) for each in kept["tracked"]}


def _identifiers(activity: Activity) -> list[str]:
    return [activity.identifier, *(each for child in activity.children for each in _identifiers(child))]


def _page(name: str, title: str, number: int, conditions: Conditions, data: Mapping[str, Any]) -> str:
    faults = [asdict(fault) for fault in conditions.faults]
    # In a script element only "<" could end the text early.
    text = dumps({"number": number, "api": conditions.api, "faults": faults, **data}).replace("<", "\\u003c")
    return page(name, {"title": escape(title), "data": text})
