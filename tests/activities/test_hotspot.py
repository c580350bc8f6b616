"""Hotspot: where its places are, what it reports, and how large its answer gets."""

from __future__ import annotations

import pytest

from scormkit.activities.hotspot import Hotspot, Spot


def spot(spot_id: str, **more: object) -> dict[str, object]:
    return {"id": spot_id, "label": spot_id.upper(), "x": 50, "y": 50, **more}


def make(*spots: dict[str, object], **more: object) -> Hotspot:
    return Hotspot.model_validate(
        {"kind": "hotspot", "id": "room", "question": "Where?", "image": "a.svg", "alt": "A", "spots": spots, **more}
    )


@pytest.mark.parametrize(
    ("more", "shape", "place"),
    [
        ({}, "point", ("50%", "50%", "0%", "0%")),
        ({"width": 20, "height": 12.5}, "rectangle", ("50%", "50%", "20%", "12.5%")),
        ({"radius": 7.25}, "circle", ("50%", "50%", "14.5%", "0%")),
        ({"width": 100, "height": 100}, "rectangle", ("50%", "50%", "100%", "100%")),
    ],
)
def test_a_spot_is_a_point_a_rectangle_or_a_circle(more: dict[str, object], shape: str, place: tuple[str, ...]) -> None:
    it = Spot.model_validate(spot("a", **more))
    assert (it.shape, it.place) == (shape, place)


def test_a_question_reports_a_choice() -> None:
    one = make(spot("a"), spot("b", correct=True)).tracking()
    assert (one.interaction, one.correct, one.state_size, one.asks) == ("choice", ("b",), len("b"), True)
    assert [(each.id, each.description) for each in one.components] == [("a", "A"), ("b", "B")]
    several = make(spot("a", correct=True), spot("b", correct=True), spot("c"), multiple=True).tracking()
    assert (several.correct, several.state_size) == (("a", "b"), len("abc"))
    assert not make(spot("a"), spot("b")).tracking().scored


def test_exploring_is_not_asked_for_and_is_not_reported() -> None:
    tracking = make(spot("a", feedback="Read."), spot("b", feedback="Read."), mode="explore").tracking()
    assert (tracking.interaction, tracking.correct, tracking.asks) == (None, None, False)
    # "a-" while one is left, "ab" in the end.
    assert tracking.state_size == len("a-") == len("ab")
