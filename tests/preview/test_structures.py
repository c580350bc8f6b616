from __future__ import annotations

import pytest

from scormkit.checking.source import XmlError
from scormkit.preview.structures import Activity, Au, Block, read_activities, read_course

from .xapi_packages import ACTIVITY, AU, BLOCK, CMI5, COURSE, FREE, SECOND, TINCAN


def test_a_course_with_its_blocks_and_units_without_blanks_around():
    course = read_course(CMI5.encode())
    assert (course.id, course.title) == (COURSE, "Course")
    assert [block.id for block in course.blocks] == [BLOCK, f"{COURSE}/open"]
    assert [au.id for au in course.aus] == [AU, SECOND, FREE]
    assert next(course.aus) == Au(
        AU, "First <b>", "one/index.html?page=2", "CompletedAndPassed", 0.8, "AnyWindow", "level=3", "key-1"
    )
    assert list(course.aus)[1] == Au(SECOND, "Second", "two.html#part", "CompletedOrPassed", None, "OwnWindow", "", "")


def test_the_inner_block_comes_before_the_outer():
    inner = Block("inner", "", ())
    assert [each.id for each in Block("c", "", (Block("outer", "", (inner,)),)).blocks] == ["inner", "outer"]


def test_elements_of_vendors_are_passed_over():
    text = CMI5.replace(
        "</courseStructure>", '<v:au xmlns:v="https://vendor.example" id="v"><v:url>x</v:url></v:au></courseStructure>'
    )
    assert [au.id for au in read_course(text.encode()).aus] == [AU, SECOND, FREE]


def test_the_activities_that_can_be_launched():
    assert read_activities(TINCAN.encode()) == (Activity(ACTIVITY, "All", "index.html"),)


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("<courseStructure/>", ValueError, "no course"),
        (CMI5.replace("CompletedAndPassed", "Sometimes"), ValueError, "'Sometimes' is no moveOn criterion"),
        (CMI5.replace("0.8", "high"), ValueError, "high"),
        ("<courseStructure>", XmlError, "the file ends before"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x/>', XmlError, "DOCTYPE"),
    ],
)
def test_what_is_no_course_structure_is_refused(text, error, says):
    with pytest.raises(error, match=says):
        read_course(text.encode())
