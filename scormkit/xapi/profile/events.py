"""All that the packages of a course can say: who or what each statement is about, and what it says of it.

Read from the same table as the player's statements are made from (`scormkit/player/events.js`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import tincan

from scormkit.activities.contract import Tracking
from scormkit.render.site import Site, Unit
from scormkit.xapi.activities import (
    COURSE,
    MODULE,
    as_json,
    course_definition,
    trackable_definition,
    unit_definition,
)

VERBS = "http://adlnet.gov/expapi/verbs/"
MEMBERS = ("response", "completion", "success", "score", "duration")
"""The members of a result that the table knows, in the order that they are told in."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of a verb.

    `said` are the members of the result, `apart` those that only a launch outside cmi5 has: a value that is always the
    same, or None where it is what came of it. `moves` says that the LMS may move the learner on (cmi5 9.6.2.2),
    `judges` that a passing score decided (cmi5 9.6.3.2).
    """

    said: Mapping[str, bool | None]
    apart: Mapping[str, bool | None]
    moves: bool
    judges: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What statements are about.

    `ids` are those of the module and the trackable in it, of a module alone, or none for the whole course. `iri` is the
    course's own id for it; an LMS may launch a module or the course under another (cmi5 8.1.5). `type` is that of the
    activity, `scored` says whether something comes of it that is judged, and `define` makes its definition.
    """

    ids: tuple[str, ...]
    iri: str
    title: str
    type: str
    scored: bool
    define: Callable[[], tincan.ActivityDefinition] = field(compare=False, repr=False)
    tracking: Tracking | None = None

    @property
    def definition(self) -> dict[str, Any]:
        """The activity's definition, as every statement about it has it: made each time that it is asked for."""
        return as_json(self.define())


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of statement: with a verb, about a subject."""

    subject: Subject
    verb: str
    row: Row


@cache
def table(of: str) -> Mapping[str, Row]:
    """What can be said of a `module` or of an `activity`, by verb."""
    text = files("scormkit.player").joinpath("events.js").read_text(encoding="utf-8")
    # The file is a comment, then one declaration whose value is JSON.
    value = text.partition("export const EVENTS = ")[2].rstrip().removesuffix(";")
    rows = json.loads(value)[of]
    return MappingProxyType(
        {
            verb: Row(row["said"], row.get("apart", {}), row.get("moves", False), row.get("judges", False))
            for verb, row in rows.items()
        }
    )


def events(site: Site) -> Iterator[Event]:
    """All that can be said, in order: of the course as a whole, then of each module and of each trackable in it.

    Raises ValueError where the course has no `base_iri`.
    """
    # The page that leads to the modules of a package speaks for all of them; a package of one module has none.
    if site.bundles != "module":
        scored = any(unit.scored for unit in site.units)
        course = Subject((), site.iri(), site.title, COURSE, scored, partial(course_definition, site))
        yield from _of_module(course, passed=any(unit.judged for unit in site.units), failed=False)
    for unit in site.units:
        define = partial(unit_definition, unit, site.language)
        module = Subject((unit.id,), site.iri(unit.id), unit.title, MODULE, unit.scored, define)
        # In cmi5 an LMS may set a passing score where the course has none (10.2.4).
        yield from _of_module(module, passed=unit.scored, failed=unit.scored and unit.reports_failure)
        yield from _of_trackables(site, unit)


def _of_module(subject: Subject, *, passed: bool, failed: bool) -> Iterator[Event]:
    left_out = {verb for verb, possible in (("passed", passed), ("failed", failed)) if not possible}
    for verb, row in table("module").items():
        if verb not in left_out:
            yield Event(subject, verb, row)


def _of_trackables(site: Site, unit: Unit) -> Iterator[Event]:
    for each in unit.trackables:
        define = partial(trackable_definition, each, site.language)
        ids, tracking = (unit.id, each.id), each.tracking
        subject = Subject(
            ids, site.iri(*ids), tracking.title, tracking.activity_type, tracking.scored, define, tracking
        )
        yield Event(subject, tracking.verb, table("activity")[tracking.verb])
