"""The version of a profile: of the structure, and of nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scormkit.activities.contract import Component
from scormkit.render.site import Site, Trackable
from scormkit.xapi.profile.version import profile_outline, profile_version, without_texts

from ..courses import CHOICE, EVERYTHING, FILM, JUDGED, PROFILE, READ, SCORED, WATCHED, real, site, trackable, unit


def changed(each: Trackable, **more: object) -> Trackable:
    return replace(each, tracking=replace(each.tracking, **more))  # type: ignore[arg-type]


def test_it_is_named_under_the_profile_and_is_the_same_each_time() -> None:
    version = profile_version(EVERYTHING)
    assert version.startswith(f"{PROFILE}/v-")
    assert len(version) == len(PROFILE) + len("/v-") + 12
    # A site of its own, so that nothing can be remembered of the other.
    assert version == profile_version(replace(EVERYTHING))


def test_what_was_gone_through_is_remembered_for_the_same_sites_alone() -> None:
    one, other = replace(EVERYTHING), site(JUDGED)
    first = profile_outline([one])
    assert profile_outline([one]) is first
    assert profile_outline([replace(one)]) is not first
    assert profile_outline([one, replace(one)]).steps == first.steps
    assert profile_outline([other]).version == profile_version(replace(other)) != first.version
    assert profile_outline([one]) == first


def test_it_is_this_one() -> None:
    """A change here makes another version of every course's profile: say so in CHANGELOG.md."""
    assert profile_version(site(unit("m", CHOICE))) == f"{PROFILE}/v-10aaa4a7a9bb"


OTHER_TEXTS = site(
    replace(
        JUDGED,
        title="Beoordeeld",
        description="Iets.",
        trackables=(
            replace(
                changed(CHOICE, title="Kies", components=(Component("a", "Een"), Component("b", "Twee"))),
                question="Wat?",
            ),
            *JUDGED.trackables[1:],
        ),
    ),
    SCORED,
    WATCHED,
    READ,
    title="Een cursus",
    description="Over iets.",
    language="nl",
    translation="nl",
    version="2",
    released="2026-08-31",
)


def test_other_words_are_no_other_version() -> None:
    assert profile_version(OTHER_TEXTS) == profile_version(EVERYTHING)


def test_words_that_are_the_right_answer_are_words() -> None:
    english, dutch = (
        site(unit("m", trackable("gap", 1, interaction="fill-in", correct=(word,)))) for word in ("house", "huis")
    )
    assert profile_version(english) == profile_version(dutch)


@pytest.mark.parametrize(
    "other",
    [
        site(SCORED, JUDGED, WATCHED, READ),
        site(JUDGED, SCORED, WATCHED),
        site(JUDGED, SCORED, WATCHED, READ, bundles="module"),
        site(JUDGED, SCORED, WATCHED, unit("reading")),
        site(replace(JUDGED, reports_failure=False), SCORED, WATCHED, READ),
        site(replace(JUDGED, trackables=JUDGED.trackables[::-1]), SCORED, WATCHED, READ),
        site(JUDGED, SCORED, unit("watched", changed(FILM, verb="interacted")), READ),
        site(JUDGED, SCORED, unit("watched", changed(FILM, activity_type="https://example.org/film")), READ),
        site(JUDGED, unit("scored", changed(CHOICE, correct=("b",))), WATCHED, READ),
        site(JUDGED, unit("scored", changed(CHOICE, components=CHOICE.tracking.components[:1])), WATCHED, READ),
        replace(EVERYTHING, base_iri="https://example.com/"),
        replace(EVERYTHING, id="d"),
    ],
)
def test_another_structure_is_another_version(other: Site) -> None:
    assert profile_version(other) != profile_version(EVERYTHING)


def test_without_a_base_iri_there_is_none() -> None:
    with pytest.raises(ValueError, match="base_iri"):
        profile_version(replace(EVERYTHING, base_iri=None))


def test_courses_differ() -> None:
    assert len({profile_version(real(name)) for name in ("series", "gallery", "good")}) == 3


def test_what_is_left_of_a_definition() -> None:
    definition = {
        "type": "t",
        "name": {"en": "n"},
        "description": {"en": "d"},
        "interactionType": "choice",
        "choices": [{"id": "a", "description": {"en": "A"}}],
        "correctResponsesPattern": ["a"],
    }
    assert without_texts(definition) == {
        "type": "t",
        "interactionType": "choice",
        "choices": [{"id": "a"}],
        "correctResponsesPattern": ["a"],
    }
