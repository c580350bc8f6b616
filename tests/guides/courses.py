"""A course with every way to end, and activities that keep what learners leave in every place there is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from scormkit.activities.contract import Tracking
from scormkit.course.theme import Theme
from scormkit.guides import guides
from scormkit.render.site import Site, Trackable, Unit
from scormkit.targets.package import Package, Target

TITLES = {
    "scorm12": "SCORM 1.2",
    "scorm2004-3": "SCORM 2004 3rd edition",
    "scorm2004-4": "SCORM 2004 4th edition",
    "cmi5": "cmi5",
    "tincan": "Tin Can (xAPI)",
    "web": "web site",
}

Planned = list[tuple[Target, Package]]


def trackable(name: str, weight: float = 0, **tracking: Any) -> Trackable:
    tracking.setdefault("verb", "answered" if "interaction" in tracking else "interacted")
    return Trackable(name, "kind", "p", Tracking(f"Title of {name}", 1, **tracking), required=True, weight=weight)


def unit(name: str, *trackables: Trackable, **more: Any) -> Unit:
    return replace(
        Unit(
            id=name,
            slug=name,
            title=f"Module {name}",
            description=None,
            goals=(),
            minutes=10,
            weight=1,
            passing_score=None,
            reports_failure=False,
            start=f"{name}/index.html",
            whole=f"{name}/whole.html",
            files=(),
            pages=("p",),
            kinds=frozenset(),
            first_kinds=frozenset(),
            trackables=trackables,
            state_size=1,
        ),
        **more,
    )


QUESTION = trackable("question", 1, interaction="choice", correct=("a",))
JUDGED = unit("judged", QUESTION, passing_score=70)
FAILING = unit("failing", QUESTION, passing_score=70, reports_failure=True)
SCORED = unit("scored", trackable("typed", 2, interaction="fill-in", correct=("a",)))
PLAIN = unit(
    "plain",
    trackable("kept_by_lms", personal="lms"),
    trackable("kept_on_device", personal="device"),
    trackable("kept_nowhere", personal="none"),
    trackable("play", interaction="performance", personal="none"),
    trackable("film"),
)
READING = unit("reading")


def site_of(*units: Unit, **more: Any) -> Site:
    return replace(
        Site(
            id="course",
            slug="course",
            title="A course | with *marks*",
            language="en",
            version="1.0",
            description=None,
            keywords=(),
            audience=(),
            level=None,
            contact=None,
            contributors=(),
            rights=None,
            base_iri=None,
            theme=Theme(),
            units=units,
        ),
        **more,
    )


def packages_of(site: Site, *names: str, whole: bool = True) -> Planned:
    """A package of each unit and one of the whole course for each of these targets, as the targets make them."""
    found: Planned = []
    for name in names or TITLES:
        target = Target(name, TITLES[name], None, lambda site: ())
        found += [(target, Package(f"c-{one.id}-{name}", one.title, (one,), ())) for one in site.units]
        if whole:
            found.append((target, Package(f"c-whole-{name}", site.title, site.units, (), whole=True)))
    return found


SITE = site_of(JUDGED, FAILING, SCORED, PLAIN, READING)

Files = dict[str, str]


def write(site: Site, *names: str, whole: bool = True) -> Files:
    """All guides of a site for packages of these targets, by the names of their files."""
    return {file.path: file.content.decode() for file in guides(site, packages_of(site, *names, whole=whole))}


def rows(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table after a heading, without its head."""
    after = text.split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in after.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]
