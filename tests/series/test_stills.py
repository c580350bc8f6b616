"""The drawn pictures of the series: the same bytes each time, small, whole by themselves; and the people in them."""

from __future__ import annotations

from dataclasses import fields
from math import dist
from pathlib import Path

import pytest
from lxml import etree

from course.studio.look import number, points
from course.studio.people import Face, Person, Point, Pose, mix, reach
from course.studio.skeleton import BUILDS, skeleton
from course.studio.stills.catalogue import stills

MODULES = Path(__file__).resolve().parents[2] / "course" / "modules"
STILLS = dict(stills(MODULES))
LARGEST = 15_000  # bytes: a page with a picture opens quickly on a telephone


@pytest.fixture(params=STILLS, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_drawn_again_it_is_the_committed_picture(file: Path):
    assert file.read_bytes() == STILLS[file].encode(), "draw it again: python -m course.studio.stills"


def test_every_picture_stands_on_its_own(file: Path):
    root = etree.fromstring(STILLS[file].encode())
    assert root.get("viewBox") == "0 0 800 450"
    assert {etree.QName(element).localname for element in root.iter()} <= {
        "svg", "g", "path", "rect", "circle", "ellipse",
    }  # fmt: skip
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name in ("id", "class", "style") or "href" in name or name[:2] == "on"}
    assert "url(" not in STILLS[file]


def test_every_picture_is_small(file: Path):
    assert len(STILLS[file].encode()) < LARGEST


def test_no_drawing_is_left_that_nothing_draws():
    assert {file.name for file in MODULES.glob("*/media/*.svg")} == {file.name for file in STILLS}


@pytest.mark.parametrize(("first", "second"), [(Pose(), Pose(lean=10, sitting=1)), (Face(), Face(mouth=-1, eyes=0))])
def test_a_mix_starts_at_the_first_and_ends_at_the_second(first, second):
    assert mix(first, second, 0) == first
    assert mix(first, second, 1) == second
    half = mix(first, second, 0.5)
    for field in fields(first):
        one, other = getattr(first, field.name), getattr(second, field.name)
        assert getattr(half, field.name) == pytest.approx((one + other) / 2)


@pytest.mark.parametrize("share", [0, 0.25, 0.5, 0.75, 1])
def test_a_figure_keeps_its_feet_on_the_ground_while_it_sits_down(share: float):
    pose = mix(Pose(), Pose(sitting=1, turn=1, head=1), share)
    bones = skeleton(Person(), pose)
    assert max(ankle[1] for _, _, ankle in (bones.left_leg, bones.right_leg)) == pytest.approx(-12, abs=1)
    assert bones.hip[1] < -80


@pytest.mark.parametrize("age", ["child", "teen", "adult", "older"])
@pytest.mark.parametrize("goal", [(70.0, -250.0), (50.0, -200.0), (-20.0, -230.0)])
def test_a_hand_gets_where_it_is_sent(age, goal: Point):
    person = Person(age=age)
    pose = reach(person, Pose(), x=300, y=420, height=200, right=(300 + goal[0] / 2, 420 + goal[1] / 2))
    assert dist(skeleton(person, pose).right[2], goal) == pytest.approx(BUILDS[age].hand * 0.7, abs=2)


def test_what_is_out_of_reach_is_pointed_at():
    pose = reach(Person(), Pose(), x=0, y=0, height=400, right=(900, -280))
    assert pose.right_upper == pytest.approx(pose.right_lower, abs=12)
    assert 70 < pose.right_upper < 110


def test_numbers_are_short_and_never_a_negative_zero():
    assert [number(value) for value in (1.0, 2.04, -0.04, 10.25, 100)] == ["1", "2", "0", "10.2", "100"]
    assert points("M? ?L5 ?", 1, -2.5, 3.04) == "M1 -2.5L5 3"
    with pytest.raises(ValueError, match="2 places for 1 numbers"):
        points("M? ?", 1)
