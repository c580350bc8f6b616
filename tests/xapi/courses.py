"""Sites for the tests of profiles and templates: one of each kind of statement, and real courses."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from scormkit.activities.contract import Component, Tracking
from scormkit.course.reading import load_course
from scormkit.render.rendering import outline
from scormkit.render.site import Site, Trackable, Unit
from tests.guides.courses import site_of, unit

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


def site(*units: Unit, **more: Any) -> Site:
    own = {"id": "c", "slug": "c", "title": "A course", "version": "1", "base_iri": "https://example.org/"}
    return site_of(*units, **own | more)


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
