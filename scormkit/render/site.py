"""The site: what a course has become when it is rendered, before any standard has a say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scormkit.activities.contract import Tracking
from scormkit.course.pictures import PictureProblem
from scormkit.course.theme import Theme


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its path (ASCII, relative, with `/`) and its bytes, or the source file that holds them."""

    path: str
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Trackable:
    """Something in a module whose outcome is kept: the activity's id and kind, the page it is on, what it reports.

    `required` says whether the module can be completed without it; `weight` is its share of the score, 0 for none.
    """

    id: str
    kind: str
    page: str
    tracking: Tracking
    required: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Unit:
    """One module as it is launched: a folder of the site with a start page. A SCO, an AU, a launchable activity.

    `start` is the path of the start page in the site; `pages` are the ids of its pages, in order; `kinds` names the
    kinds of activity that the unit uses; `state_size` is the worst-case length, in characters, of the state that the
    unit saves.
    """

    id: str
    slug: str
    title: str
    description: str | None
    start: str
    files: tuple[SiteFile, ...]
    pages: tuple[str, ...]
    kinds: frozenset[str]
    trackables: tuple[Trackable, ...]
    state_size: int


@dataclass(frozen=True, slots=True)
class Site:
    """The whole course rendered. Units may be packaged alone or together, with the files that they share.

    `problems` is what came to light about pictures when they were made ready. `translation` is the language that the
    course has been translated into; None where it is in the one that it is written in.
    """

    id: str
    slug: str
    title: str
    language: str
    version: str
    description: str | None
    base_iri: str | None
    theme: Theme
    units: tuple[Unit, ...]
    problems: tuple[PictureProblem, ...] = ()
    translation: str | None = None
