"""Patterns: which orders of statements they let pass."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pytest

from scormkit.render.site import Site, Unit
from scormkit.xapi.judging import judge, read_profile
from scormkit.xapi.profile.document import course_profile
from scormkit.xapi.profile.patterns import Pattern, patterns
from scormkit.xapi.profile.templates import templates
from scormkit.xapi.templates import template_files

from ..courses import CHOICE, EVERYTHING, FILM, JUDGED, NOTE, PROFILE, READ, WATCHED, real, site, unit


def made(course: Site) -> list[Pattern]:
    return list(patterns((each.step for each in templates(course)), PROFILE))


def short(iri: str) -> str:
    """An id without where it is from and its digest."""
    return iri.removeprefix(f"{PROFILE}/").rpartition("-")[0]


def shape(course: Site) -> dict[str, tuple[str, list[str]]]:
    return {short(each.id): (each.kind, [short(member) for member in each.members]) for each in made(course)}


def test_a_module_that_is_only_read() -> None:
    assert shape(site(READ, bundles="module")) == {
        "patterns/read/perhaps-completed": ("optional", ["templates/read/completed"]),
        "patterns/read/perhaps-terminated": ("optional", ["templates/read/terminated"]),
        "patterns/read/session": (
            "sequence",
            ["templates/read/initialized", "patterns/read/perhaps-completed", "patterns/read/perhaps-terminated"],
        ),
        "patterns/read/module": ("oneOrMore", ["patterns/read/session"]),
    }


def test_a_module_with_all_there_is() -> None:
    at = "patterns/judged"
    assert shape(site(JUDGED, bundles="module")) == {
        f"{at}/any-activity": ("alternates", ["templates/judged/pick-answered", "templates/judged/note-interacted"]),
        f"{at}/activities": ("zeroOrMore", [f"{at}/any-activity"]),
        f"{at}/completed-and-on": ("sequence", ["templates/judged/completed", f"{at}/activities"]),
        f"{at}/passed-and-on": ("sequence", ["templates/judged/passed", f"{at}/activities"]),
        f"{at}/verdict": ("alternates", [f"{at}/passed-and-on", "templates/judged/failed"]),
        f"{at}/perhaps-completed": ("optional", [f"{at}/completed-and-on"]),
        f"{at}/perhaps-verdict": ("optional", [f"{at}/verdict"]),
        f"{at}/perhaps-terminated": ("optional", ["templates/judged/terminated"]),
        f"{at}/session": (
            "sequence",
            [
                "templates/judged/initialized",
                f"{at}/activities",
                f"{at}/perhaps-completed",
                f"{at}/perhaps-verdict",
                f"{at}/perhaps-terminated",
            ],
        ),
        f"{at}/module": ("oneOrMore", [f"{at}/session"]),
    }


def test_one_activity_needs_no_alternatives() -> None:
    found = shape(site(WATCHED))
    assert found["patterns/watched/activities"] == ("zeroOrMore", ["templates/watched/film-completed"])
    assert "patterns/watched/any-activity" not in found


def test_several_modules_are_one_series() -> None:
    course = shape(site(READ, WATCHED))
    sessions = ["patterns/whole-course/session", "patterns/read/session", "patterns/watched/session"]
    assert course["patterns/whole-course/sessions"] == ("alternates", sessions)
    assert course["patterns/whole-course/series"] == ("oneOrMore", ["patterns/whole-course/sessions"])
    apart = shape(site(READ, WATCHED, bundles="module"))
    assert apart["patterns/whole-course/sessions"] == ("alternates", sessions[1:])
    assert not [name for name in shape(site(READ, bundles="module")) if "whole-course" in name]


def test_the_page_that_leads_to_one_module_has_sessions_too() -> None:
    course = shape(site(READ))
    assert course["patterns/whole-course/sessions"] == (
        "alternates",
        ["patterns/whole-course/session", "patterns/read/session"],
    )


@pytest.mark.parametrize("course", [EVERYTHING, site(JUDGED), site(READ), real("series"), real("gallery")])
def test_they_keep_to_what_the_specification_allows(course: Site) -> None:
    """xAPI Profiles 1.0, part two, 9.0."""
    found = made(course)
    by_id = {each.id: each for each in found}
    assert len(by_id) == len(found)
    known = {each.id for each in templates(course)}
    for each in found:
        assert (len(each.members) >= 2) == (each.kind in ("sequence", "alternates"))
        # What is used stands before what uses it, so that nothing is within itself.
        assert known.issuperset(each.members)
        known.add(each.id)
        if each.kind == "alternates":
            assert not [one for one in each.members if one in by_id and by_id[one].kind in ("optional", "zeroOrMore")]
    assert [each.name for each in found if each.primary] == [*["module"] * len(course.units), "series"]


def test_another_structure_is_another_id_and_so_it_goes_on_to_the_top() -> None:
    courses = (site(unit("m", *parts), bundles="module") for parts in ((FILM,), (NOTE,)))
    one, other = ({short(each.id): each.id for each in made(course)} for course in courses)
    changed = {name for name in one.keys() & other.keys() if one[name] != other[name]}
    assert changed == {f"patterns/m/{name}" for name in ("activities", "completed-and-on", "perhaps-completed")} | {
        "patterns/m/session",
        "patterns/m/module",
    }


@cache
def examples() -> dict[str, dict[str, Any]]:
    return {each.path.removesuffix(".json"): each.value["example"] for each in template_files([EVERYTHING])}


@cache
def profile() -> Any:
    return read_profile(course_profile([EVERYTHING]))


def outcome(said: Iterable[str]) -> str:
    """How the judge finds these statements of one registration, said one after the other."""
    statements = []
    for number, path in enumerate(said):
        statement = json.loads(json.dumps(examples()[path]))
        statement["id"] = f"00000000-0000-4000-8000-{number:012}"
        statement["timestamp"] = f"2026-01-02T03:04:05.{number:03}Z"
        statement["context"]["registration"] = "00000000-0000-4000-8000-000000000000"
        statements.append(statement)
    (session,) = judge(statements, [profile()]).sessions
    return session.outcome


def of(module: str, *verbs: str) -> list[str]:
    return [f"{module}/{verb}" for verb in verbs]


@pytest.mark.parametrize(
    "said",
    [
        of("judged", "initialized", "terminated"),
        of("judged", "initialized"),
        of("judged", "initialized", "pick-answered", "note-interacted", "completed", "passed", "terminated"),
        of("judged", "initialized", "pick-answered", "completed", "pick-answered", "passed", "note-interacted"),
        of("judged", "initialized", "pick-answered", "completed", "pick-answered", "failed", "terminated"),
        [
            *of("judged", "initialized", "pick-answered", "completed", "failed", "terminated"),
            *of("judged", "initialized"),
            *of("judged", "initialized", "pick-answered", "passed", "terminated"),
        ],
        of("scored", "initialized", "pick-answered", "completed", "passed", "pick-answered", "terminated"),
        of("watched", "initialized", "film-completed", "completed", "film-completed", "terminated"),
        of("read", "initialized", "completed", "terminated"),
        [
            "course-initialized",
            "course-terminated",
            *of("read", "initialized", "completed"),
            *of("judged", "initialized", "pick-answered", "completed", "passed", "terminated"),
            "course-initialized",
            "course-completed",
            "course-passed",
            "course-terminated",
            *of("read", "initialized", "terminated"),
        ],
    ],
)
def test_what_the_player_says_follows_them(said: Sequence[str]) -> None:
    assert outcome(said) == "success"


@pytest.mark.parametrize(
    "said",
    [
        of("judged", "pick-answered"),
        of("judged", "terminated"),
        of("judged", "initialized", "terminated", "pick-answered"),
        of("judged", "initialized", "passed", "completed"),
        of("judged", "initialized", "completed", "passed", "failed"),
        of("judged", "initialized", "completed", "failed", "pick-answered"),
        of("judged", "initialized", "completed", "completed"),
        [*of("judged", "initialized"), *of("read", "completed")],
        [*of("judged", "initialized"), *of("scored", "pick-answered")],
        ["course-initialized", "course-passed", "course-completed"],
        ["course-terminated"],
    ],
)
def test_what_it_never_says_does_not(said: Sequence[str]) -> None:
    assert outcome(said) == "failed"


@pytest.mark.slow
def test_of_all_orders_in_a_session_they_let_pass_just_those_that_are_meant() -> None:
    verbs = ("initialized", "pick-answered", "completed", "passed", "failed", "terminated")
    for count in range(1, 5):
        for order in itertools.product(verbs, repeat=count):
            assert (outcome(of("judged", *order)) == "success") == meant(order), order


def meant(order: Sequence[str]) -> bool:
    """The same in words of our own: sessions, each from its beginning."""
    if not order or order[0] != "initialized":
        return False
    starts = [n for n, verb in enumerate(order) if verb == "initialized"]
    return all(_is_session(order[a + 1 : b]) for a, b in itertools.pairwise([*starts, len(order)]))


def _is_session(rest: Sequence[str]) -> bool:
    rank = {"completed": 1, "passed": 2, "failed": 3, "terminated": 4}
    ranks = [rank[verb] for verb in rest if verb != "pick-answered"]
    once = len(set(ranks)) == len(ranks) and ranks == sorted(ranks) and not {2, 3} <= set(ranks)
    answers = [n for n, verb in enumerate(rest) if verb == "pick-answered"]
    late = [n for n, verb in enumerate(rest) if verb in ("failed", "terminated")]
    return once and not (answers and late and max(answers) > min(late))


def test_a_unit_without_a_score_has_no_verdict() -> None:
    assert "patterns/m/perhaps-verdict" not in shape(site(unit("m", NOTE)))
    scored: Unit = unit("m", CHOICE)
    assert shape(site(scored))["patterns/m/perhaps-verdict"] == ("optional", ["patterns/m/passed-and-on"])
