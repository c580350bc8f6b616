"""What the privacy sheet says: all that the player writes, and what becomes of each answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scormkit.activities.contract import Storage
from scormkit.guides.privacy.written import WRITTEN, Element
from scormkit.render.site import Site, Trackable, Unit
from scormkit.targets.package import Package, Target

XAPI = ("cmi5", "tincan")
"""The targets whose packages talk to a learning record store."""


@dataclass(frozen=True, slots=True)
class Record:
    """What packages of targets that are alike write; no elements for those that report to nobody.

    `reads` is read and not written.
    """

    targets: tuple[Target, ...]
    elements: tuple[Element, ...]
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an answer: `goes` to the LMS and `stays` outside it, each by the key of its words."""

    trackable: Trackable
    goes: str
    stays: str


@dataclass(frozen=True, slots=True)
class Place:
    """An activity and the module that it is in."""

    unit: Unit
    trackable: Trackable


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the template of the privacy sheet shows.

    `answers` counts the activities whose answers are reported; `reports` says whether any package does report. `lms`,
    `device` and `page` are the activities in which learners write or say something of themselves, by where it is kept.
    """

    records: tuple[Record, ...]
    reports: bool
    xapi: bool
    cmi5: bool
    closed: bool
    answers: int
    fates: tuple[tuple[Unit, tuple[Fate, ...]], ...]
    lms: tuple[Place, ...]
    device: tuple[Place, ...]
    page: tuple[Place, ...]


def sheet(site: Site, packages: Sequence[tuple[Target, Package]]) -> Sheet:
    """The privacy sheet of a course whose packages are these."""
    targets = {target.name: target for target, _ in packages}
    trackables = [trackable for unit in site.units for trackable in unit.trackables]
    return Sheet(
        records=tuple(_records(site, targets)),
        reports=any(WRITTEN[name].elements for name in targets),
        xapi=any(name in XAPI for name in targets),
        cmi5="cmi5" in targets,
        closed=any(name not in XAPI for name in targets),
        answers=sum(trackable.tracking.interaction is not None for trackable in trackables),
        fates=tuple((unit, tuple(map(_fate, unit.trackables))) for unit in site.units),
        lms=tuple(_places(site, "lms")),
        device=tuple(_places(site, "device")),
        page=tuple(_places(site, "none")),
    )


def _records(site: Site, targets: Mapping[str, Target]) -> Iterator[Record]:
    """What these targets' packages write, without what no module of this course has."""
    asks = _some(site, lambda trackable: trackable.tracking.interaction is not None)
    keeps = _some(site, lambda trackable: trackable.tracking.personal == "device")
    there = {
        "always": True,
        "answers": asks,
        "deeds": _some(site, lambda trackable: trackable.tracking.interaction is None),
        "score": any(unit.scored for unit in site.units),
        "judged": any(unit.judged for unit in site.units),
    }
    for written, names in groupby((name for name in WRITTEN if name in targets), WRITTEN.__getitem__):
        elements = tuple(element for element in written.elements if there[element.where])
        reads = (*written.reads, *(written.reads_for_notes if keeps else ()))
        yield Record(tuple(targets[name] for name in names), elements, reads)


def _some(site: Site, holds: Callable[[Trackable], bool]) -> bool:
    return any(holds(trackable) for unit in site.units for trackable in unit.trackables)


def _places(site: Site, storage: Storage) -> Iterator[Place]:
    for unit in site.units:
        for trackable in unit.trackables:
            if trackable.tracking.personal == storage:
                yield Place(unit, trackable)


def _fate(trackable: Trackable) -> Fate:
    tracking = trackable.tracking
    if tracking.interaction is not None:
        goes = f"sends_{tracking.interaction}"
    else:
        goes = "sends_text" if tracking.personal == "lms" else "sends_done"
    outside = tracking.personal if tracking.personal in ("none", "device") else "nothing"
    return Fate(trackable, goes, f"stays_{outside}")
