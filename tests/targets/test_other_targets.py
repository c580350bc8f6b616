"""Tin Can and the web, and what holds for packages of every target."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from scormkit.targets.registry import TARGETS
from scormkit.targets.tincan import NAMESPACE

from .conftest import root_of
from .test_scorm2004 import Make

T = f"{{{NAMESPACE}}}"


def test_only_one_activity_of_a_tin_can_package_is_launched_and_it_comes_first(make: Make) -> None:
    for package in make("full", "tincan"):
        activities = root_of(package).findall(f"{T}activities/{T}activity")
        launches = [activity.findtext(f"{T}launch") for activity in activities]
        assert launches[0] in {file.path for file in package.files}
        assert launches[1:] == [None] * (len(launches) - 1)
        assert max(Counter(activity.get("id") for activity in activities).values()) == 1
        assert all(activity.find(f"{T}name").get("lang") == "nl" for activity in activities)  # type: ignore[union-attr]


@pytest.mark.parametrize("course", ["four", pytest.param("series", marks=pytest.mark.slow), "full"])
def test_a_web_site_begins_with_a_page_that_leads_everywhere(make: Make, course: str) -> None:
    for package in make(course, "web"):
        index = package.files[0]
        assert index.path == "index.html"
        assert isinstance(index.content, bytes)
        links = re.findall(r'<a href="([^"?]+)', index.content.decode())
        assert links == [unit.start for unit in package.units]
        shared = re.findall(r'(?:href|src)="(shared/[^"]+)"', index.content.decode())
        assert shared
        assert {*links, *shared} <= {file.path for file in package.files}


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_names_are_ascii_and_what_the_course_asks_for_is_made(make: Make, target: str) -> None:
    everything = make("four", target)
    assert [package.name for package in everything] == [
        f"four-m1-aan-tafel-{target}",
        f"four-m2-in-de-keuken-{target}",
        f"four-m3-op-het-bord-{target}",
        f"four-m4-na-het-eten-{target}",
        f"four-vier-modules-{target}",
    ]
    assert [package.whole for package in everything] == [False, False, False, False, True]
    alone = make("four", target, bundles="module")
    assert [package.name for package in alone] == [package.name for package in everything[:-1]]
    # Where nobody speaks of the whole course, the profile is another version, which pages that report by it name.
    assert (alone == everything[:-1]) == (target not in ("cmi5", "tincan"))
    assert make("four", target, bundles="course") == everything[-1:]
    english = make("four", target, translation="en")
    assert [package.name for package in english] == [f"{package.name}-en" for package in everything]


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_no_two_files_of_a_package_have_one_name(make: Make, target: str) -> None:
    for package in make("full", target):
        names = [file.path for file in package.files]
        assert len({name.casefold() for name in names}) == len(names)
        assert all(name.isascii() and not Path(name).is_absolute() for name in names)
