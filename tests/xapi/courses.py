"""Sites for the tests of profiles and templates: one of each kind of statement, and real courses."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from scormkit.activities.contract import Component, Tracking
from scormkit.course.reading import load_course
from scormkit.course.theme import Theme
from scormkit.render.rendering import outline
from scormkit.render.site import Site, Trackable, Unit

ROOT = Path(__file__).parents[2]
REAL = {
    "series": ROOT / "course",
    "gallery": ROOT / "examples" / "gallery",
    "good": ROOT / "tests" / "courses" / "good",
}
BASE = "https://example.org/c"
PROFILE = f"{BASE}/xapi-profile"


@cache
def real(name: str) -> Site:
    """A course of this repository."""
    course = load_course(REAL[name]).course
    assert course is not None
    return outline(course)


def trackable(name: str, weight: float = 0, **tracking: Any) -> Trackable:
    made = Tracking(tracking.pop("title", f"About {name}"), 1, **tracking)
    return Trackable(name, "kind", "p", made, required=True, weight=weight, question=f"What of {name}?")


def unit(name: str, *trackables: Trackable, **more: Any) -> Unit:
    made = Unit(
        id=name,
        slug=name,
        title=f"Module {name}",
        description=None,
        goals=(),
        minutes=None,
        weight=1,
        passing_score=None,
        reports_failure=False,
        start=f"{name}/index.html",
        files=(),
        pages=("p",),
        kinds=frozenset(),
        trackables=trackables,
        state_size=1,
    )
    return replace(made, **more)


def site(*units: Unit, **more: Any) -> Site:
    made = Site(
        id="c",
        slug="c",
        title="A course",
        language="en",
        version="1",
        description=None,
        keywords=(),
        audience=(),
        level=None,
        contact=None,
        contributors=(),
        rights=None,
        base_iri="https://example.org/",
        theme=Theme(),
        units=units,
    )
    return replace(made, **more)


CHOICE = trackable(
    "pick", 1, interaction="choice", components=(Component("a", "One"), Component("b", "Two")), correct=("a",)
)
FILM = trackable("film", activity_type="https://w3id.org/xapi/video/activity-type/video", verb="completed")
NOTE = trackable(
    "note", activity_type="http://adlnet.gov/expapi/activities/interaction", verb="interacted", personal="none"
)
JUDGED = unit("judged", CHOICE, NOTE, passing_score=70, reports_failure=True)
SCORED = unit("scored", CHOICE)
WATCHED = unit("watched", FILM)
READ = unit("read")
EVERYTHING = site(JUDGED, SCORED, WATCHED, READ)
