"""Sites to make packages of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from scormkit.course.publishing import Contributor
from scormkit.course.reading import load_course
from scormkit.render.rendering import render
from scormkit.render.site import Part, Site
from scormkit.targets.package import Package
from scormkit.targets.registry import TARGETS

ROOT = Path(__file__).parents[2]
COURSES = {
    "good": ROOT / "tests" / "courses" / "good",
    "four": ROOT / "tests" / "courses" / "four",
    "series": ROOT / "course",
    "gallery": ROOT / "examples" / "gallery",
}


EACH_COURSE = [
    "good",
    "four",
    "full",
    *(pytest.param(name, marks=pytest.mark.slow) for name in ("series", "gallery")),
]
"""The names of all sites; those of whole courses take seconds to render."""


class Sites(dict[str, Site]):
    """Sites by name, each rendered when it is first asked for."""

    def __missing__(self, name: str) -> Site:
        course = load_course(COURSES[name]).course
        assert course is not None, name
        self[name] = render(course)
        return self[name]


@pytest.fixture(scope="session")
def sites() -> dict[str, Site]:
    """Courses as they are, and one with everything that a manifest can hold."""
    found = Sites()
    four = found["four"]
    first, second, third, fourth = four.units
    found["full"] = replace(
        four,
        level="higher education",
        rights="© 2026; CC BY-SA 4.0 & more",
        contributors=(
            Contributor(name="A. Author; B, C", organization="School, Ede", email="a@example.org"),
            Contributor(name="An expert", role="subject matter expert"),
        ),
        units=(first, replace(second, weight=3), third, fourth),
        parts=(
            Part("doing", "Doing & reading", "Two modules.", (first, replace(second, weight=3))),
            Part("looking", "Looking back", None, (third, fourth)),
        ),
        linear=True,
        shared_objectives=True,
        translation="en",
    )
    return found


@pytest.fixture(scope="session")
def make(sites: dict[str, Site]) -> Callable[..., tuple[Package, ...]]:
    """The packages of a site for a target, or of that site with some things changed."""

    def packages(site: str, target: str, **changes: object) -> tuple[Package, ...]:
        return TARGETS[target].package(replace(sites[site], **changes))  # type: ignore[arg-type]

    return packages


def root_of(package: Package) -> etree._Element:
    """The manifest, or whatever structure comes first in a package."""
    content = package.files[0].content
    assert isinstance(content, bytes)
    return etree.fromstring(content)
