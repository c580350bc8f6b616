"""The site: what a course has become when it is rendered, before any standard has a say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scormkit.activities.contract import Tracking
from scormkit.archive.fingerprint import Fingerprint
from scormkit.archive.pressed import Pressed
from scormkit.course.pictures import PictureProblem
from scormkit.course.publishing import Contact, Contributor
from scormkit.course.theme import Theme


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its path (ASCII, relative, with `/`) and its bytes, or the source file that holds them.

    The pages of a unit come pressed, since all of them are there before the first is packed.

    `fingerprint` is what the source file held when the site was made; pages may build on it, so it must hold the same
    when it is packed.
    """

    path: str
    content: bytes | Pressed | Path
    fingerprint: Fingerprint | None = None


@dataclass(frozen=True, slots=True)
class Trackable:
    """Something in a module whose outcome is kept: the activity's id and kind, the page it is on, what it reports.

    `required` says whether the module can be completed without it; `weight` is its share of the score, 0 for none.
    `question` is what it asks, as plain text; None where it asks nothing.
    """

    id: str
    kind: str
    page: str
    tracking: Tracking
    required: bool
    weight: float
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One module as it is launched: a folder of the site with a start page. A SCO, an AU, a launchable activity.

    `start` is the path of the start page in the site, which holds the first page alone, so that it is there at once;
    `whole` that of the document with all pages, which is the same one where there are no others. `pages` are the ids of
    its pages, in order; `kinds` names the kinds of activity that the unit uses, `first_kinds` those on the first page;
    `state_size` is the worst-case length, in characters, of the state that the unit saves. `minutes` is the typical
    learning time. `weight` is what the unit counts for in the whole course; `passing_score` the percentage that its own
    score has to reach, None where nobody passes or fails; `reports_failure` says whether an LMS is told of a learner
    who has done everything and not reached it.
    """

    id: str
    slug: str
    title: str
    description: str | None
    goals: tuple[str, ...]
    minutes: int | None
    weight: float
    passing_score: int | None
    reports_failure: bool
    start: str
    whole: str
    files: tuple[SiteFile, ...]
    pages: tuple[str, ...]
    kinds: frozenset[str]
    first_kinds: frozenset[str]
    trackables: tuple[Trackable, ...]
    state_size: int

    @property
    def documents(self) -> frozenset[str]:
        """The paths of its HTML documents."""
        return frozenset({self.start, self.whole})

    @property
    def scored(self) -> bool:
        """Whether the unit reports a score."""
        return any(trackable.weight > 0 for trackable in self.trackables)

    @property
    def judged(self) -> bool:
        """Whether a learner passes or fails it, rather than completing it: it has a score, and one to be reached."""
        return self.passing_score is not None and self.scored


@dataclass(frozen=True, slots=True)
class Part:
    """Several units that follow each other under one title."""

    id: str
    title: str
    description: str | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Site:
    """The whole course rendered. Units may be packaged alone or together, with the files that they share.

    `bundles` says which of the two; `linear` that units are to be taken in their order, where the whole course is
    walked through at once; `shared_objectives` that other packages may read how a unit ended. `parts` groups all units,
    or is empty. `problems` is what came to light about pictures when they were made ready. `translation` is the
    language that the course has been translated into; None where it is in the one that it is written in. `released` is
    the day, such as 2026-08-31, on which this version was released, where the course says so.
    """

    id: str
    slug: str
    title: str
    language: str
    version: str
    description: str | None
    keywords: tuple[str, ...]
    audience: tuple[str, ...]
    level: str | None
    contact: Contact | None
    contributors: tuple[Contributor, ...]
    rights: str | None
    base_iri: str | None
    theme: Theme
    units: tuple[Unit, ...]
    parts: tuple[Part, ...] = ()
    bundles: Literal["module", "course", "both"] = "both"
    linear: bool = False
    shared_objectives: bool = False
    problems: tuple[PictureProblem, ...] = ()
    translation: str | None = None
    released: str | None = None

    def iri(self, *ids: str) -> str:
        """The absolute IRI of the course, of a unit in it (its id), or of a trackable (both ids).

        Raises ValueError where the course has no `base_iri`: xAPI ids are absolute IRIs (xAPI 1.0.3, Data 2.4.4.1).
        """
        if self.base_iri is None:
            raise ValueError("the course has no base_iri")
        return iri(self.base_iri, self.id, *ids)


def iri(base: str, course: str, *ids: str) -> str:
    """The absolute IRI of a course under `base`, which ends in a slash, or of what these ids name in it."""
    return "/".join([f"{base}{course}", *ids])
