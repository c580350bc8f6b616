"""What each module of the series has, and has in common with the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from scormkit.activities.contract import Activity, Model, Personal, inside
from scormkit.activities.perspectives import Perspectives
from scormkit.activities.reflection import Reflection
from scormkit.activities.self_assessment import SelfAssessment
from scormkit.activities.stepper import Stepper
from scormkit.activities.story import Story
from scormkit.activities.video import Video
from scormkit.activities.video.length import film_length
from scormkit.activities.worksheet import Worksheet
from scormkit.course.captions import read_captions
from scormkit.course.model import Module, Page

from .named import named
from .written import MODULES, series, written

CLOSING = (
    "http://www.gedeeldopvoederschap.nl/",
    next(link for link in named().links if "Gouden-regels" in link),
    "mailto:jeugdengezin@che.nl",
)
"""Where every module sends who wants to read on."""
INSIGHTS = (
    "relationele-houding",
    "aandacht-na-opvoedbesluit",
    "samenwerking-ondersteunen",
    "roldifferentiatie",
    "power-sharing",
)
EYES = ("ouder", "opvoeder", "jongere", "hulpverlener")


def module(name: str) -> Module:
    """The module with this id."""
    return next(each for each in series().modules if each.id == name)


def of_kind(model: Model, kind: type[Activity]) -> list[Activity]:
    """The activities of a kind on a page, or wherever else, those inside others included."""
    return [each for _, each in inside(model) if isinstance(each, kind)]


def sources(name: str, page: str) -> str:
    """All that stands on a page, as it was written."""
    return "\n".join(each.source for each in written() if (each.module, each.page) == (name, page))


def test_the_series_has_four_modules_and_says_whom_it_is_for() -> None:
    about = series().about
    assert tuple(each.id for each in series().modules) == MODULES
    assert len(about.keywords) >= 5
    assert len(about.audience) >= 3
    assert about.description
    assert about.contact is not None
    assert (about.contact.email, about.contact.url) == ("jeugdengezin@che.nl", CLOSING[0])


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_one_learns(name: str) -> None:
    found = module(name)
    assert found.description
    assert len(found.goals) >= 3


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_with_one_voice(name: str) -> None:
    first = module(name).pages[0]
    assert first.id == "stem"
    assert isinstance(first.content[0], Story)
    assert len(of_kind(first, Story)) == 1


@pytest.mark.parametrize("name", MODULES)
def test_a_module_closes_with_looking_back_reading_on_and_the_page_for_groups(name: str) -> None:
    *_, back, further, guide = module(name).pages
    assert of_kind(back, Reflection) or of_kind(back, Worksheet), f"{back.id} is no page to look back on"
    assert (further.id, further.title) == ("verder", "Verder lezen")
    assert (guide.id, guide.title) == ("begeleiden", "Voor wie een groep begeleidt")
    assert any(isinstance(each, Activity) and each.kind == "print" for _, each in inside(guide)), "it can be printed"
    assert re.search(r"\bmin", sources(name, guide.id)), "its plan has minutes"


@pytest.mark.parametrize("name", MODULES)
def test_nobody_needs_the_page_for_groups_or_a_reflection_to_be_done(name: str) -> None:
    found = module(name)
    assert found.completion.pages != "all"
    assert "begeleiden" not in found.completion.pages
    assert {"stem", "verder"} <= set(found.completion.pages)
    asked = [each for each in found.activities() if found.requires(each)]
    assert [each.id for each in asked if isinstance(each, Personal)] == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_leads_to_where_one_reads_on(name: str) -> None:
    assert [link for link in CLOSING if link not in sources(name, "verder")] == []


def test_every_link_of_the_deck_is_in_the_series() -> None:
    everything = "\n".join(each.source for each in written())
    assert [each for each in (*named().links, *named().mail) if each not in everything] == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_that_all_want_the_best_for_the_young_person(name: str) -> None:
    assert any("beste voor" in each.plain for each in written() if each.module == name and each.read)


def insights() -> Iterator[tuple[str, Page]]:
    """The five pages of module 2 that an insight stands on."""
    for topic in INSIGHTS:
        pages = [page for page in module("m2").pages if topic in page.covers]
        assert pages, f"no page of module 2 covers {topic}"
        yield topic, pages[0]


def test_each_insight_has_a_voice_an_own_experience_a_check_and_its_reference() -> None:
    for topic, page in insights():
        assert of_kind(page, Story), topic
        assert of_kind(page, Reflection), topic
        checks = [each for _, each in inside(page) if isinstance(each, Activity) and _is_scored(each)]
        assert checks, f"{topic}: nothing is checked"
        assert re.search(r"\[-?@\w+", sources("m2", page.id)), f"{topic}: nobody is cited"


def _is_scored(activity: Activity) -> bool:
    tracking = activity.tracking()
    return tracking is not None and tracking.scored


def test_the_five_insights_stand_on_five_pages_and_are_passed_with_eighty_percent() -> None:
    assert len({page.id for _, page in insights()}) == len(INSIGHTS)
    completion = module("m2").completion
    assert (completion.passing_score, completion.on_fail) == (80, "retry")


def films() -> list[tuple[Page, Video]]:
    """The films of module 3, each with its page."""
    return [(page, film) for page in module("m3").pages for film in of_kind(page, Video) if isinstance(film, Video)]


def test_there_are_three_films_at_least() -> None:
    assert len(films()) >= 3


def test_a_film_is_of_forty_to_ninety_seconds_and_stops_three_times() -> None:
    for _, film in films():
        lengths = [film_length(file) for file in film.files]
        assert all(length is not None and 40 <= length <= 90 for length in lengths), (film.id, lengths)
        assert {file.suffix for file in film.files} == {".mp4", ".webm"}, film.id
        assert len(film.pauses) >= 3, film.id


def test_a_film_can_be_read_and_nobody_is_cut_short_by_a_pause() -> None:
    for _, film in films():
        assert film.poster is not None, film.id
        assert len(film.transcript.split()) >= 60, film.id
        (captions,) = film.captions
        cues = read_captions(captions.file.read_text(encoding="utf-8")).cues
        assert cues, film.id
        for pause in film.pauses:
            spoken = [cue for cue in cues if cue.start < pause.seconds < cue.end]
            assert spoken == [], f"{film.id}: someone speaks at {pause.at}"


def test_each_film_is_seen_through_four_pairs_of_eyes_and_asks_an_open_question() -> None:
    for page, film in films():
        seen = [each for each in of_kind(page, Perspectives) if isinstance(each, Perspectives)]
        assert any(len(each.views) >= len(EYES) for each in seen), f"{film.id}: four see it each in their own way"
        assert of_kind(page, Reflection), f"{film.id}: an open question"


def test_nothing_that_is_typed_in_module_4_leaves_the_browser() -> None:
    kept = [each for each in module("m4").activities() if isinstance(each, Personal)]
    assert kept
    assert {each.storage for each in kept} <= {"none", "device"}


def test_nothing_personal_goes_to_an_lms_anywhere() -> None:
    told = [(m.id, each.id) for m in series().modules for each in m.activities() if isinstance(each, Personal)]
    assert [each for each in told if _storage(*each) == "lms"] == []


def _storage(name: str, activity: str) -> str:
    return next(
        each.storage for each in module(name).activities() if isinstance(each, Personal) and each.id == activity
    )


def test_the_case_is_prepared_on_a_sheet_that_says_how_to_keep_it_anonymous() -> None:
    sheets = [each for each in module("m4").activities() if isinstance(each, Worksheet)]
    assert any("noniem" in (each.notice or "") + each.question for each in sheets)


def test_the_long_walk_takes_a_group_of_four_to_eight_an_hour_to_an_hour_and_a_half() -> None:
    walks = [each for each in module("m4").activities() if isinstance(each, Stepper)]
    longest = max(walks, key=lambda walk: walk.minutes)
    assert 60 <= longest.minutes <= 90
    assert len(longest.steps) == 10
    assert re.search(r"(?:4|vier) tot (?:8|acht)", " ".join(filter(None, (longest.group, longest.text))))
    assert longest.roles
    assert all(step.instructions or step.who for step in longest.steps)


def test_the_form_before_and_after_has_twelve_statements_at_most_in_five_groups_on_five_points() -> None:
    before, after = (each for each in module("m4").activities() if isinstance(each, SelfAssessment))
    for form in (before, after):
        assert len(form.scale) == 5
        assert len(form.groups) == 5
        assert sum(len(group.statements) for group in form.groups) <= 12
    assert after.compare == before.id
    assert [[one.text for one in group.statements] for group in before.groups] == [
        [one.text for one in group.statements] for group in after.groups
    ]
