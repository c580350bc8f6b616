"""Where cmi5.xml and tincan.xml are found, and what is made of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scormkit.checking import check
from scormkit.checking.source import read_xml
from scormkit.checking.structures.cmi5 import read_course_structure
from scormkit.checking.structures.finding import candidates, in_the_way, misplaced, tincans
from scormkit.checking.structures.parameters import parameters
from scormkit.checking.structures.tincan import read_activities
from tests.packages.cases import base

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
MakeZip = Callable[[Mapping[str, bytes]], Path]


def found(path: Path) -> list[str]:
    return [one.id for one in check(path)]


@pytest.mark.slow
def test_a_course_structure_of_more_than_a_thousand_units_is_without_finding(make_zip: MakeZip) -> None:
    """cmi5 6.1."""
    files = base("cmi5/base")
    unit = (
        '<au id="https://example.org/more/{number}"><title><langstring lang="en">More</langstring></title>'
        '<description><langstring lang="en">One more.</langstring></description>'
        "<url>index.html?part={number}</url></au>"
    )
    more = "".join(unit.format(number=number) for number in range(1_500)).encode()
    text = files["cmi5.xml"].replace(b"</courseStructure>", more + b"</courseStructure>")
    assert found(make_zip({**files, "cmi5.xml": text})) == []


def test_a_course_structure_is_read_wherever_its_elements_are() -> None:
    root = read_xml(
        f"""<c:courseStructure xmlns:c="{NAMESPACE}" xmlns:my="urn:my"><c:course id=" a "/>
        <c:objectives><c:objective id="o"/></c:objectives>
        <c:block id="b"><c:objectives><c:objective idref="o"/></c:objectives>
          <c:au id="" moveOn="Passed"><c:url> unit/index.html?a=1 </c:url><my:au id="m"><c:au id="n"/></my:au></c:au>
        </c:block></c:courseStructure>""".encode(),
        "cmi5.xml",
    )
    structure = read_course_structure(root, "course/")
    assert [one.id for one in structure.courses] == ["a"]
    assert [one.id for one in structure.objectives] == ["o"]
    assert [one.id for one in structure.references] == ["o"]
    assert [one.id for one in structure.blocks] == ["b"]
    (unit,) = structure.units
    assert (unit.id, unit.move_on, unit.mastery_score) == (None, "Passed", None)
    assert unit.url is not None
    assert (unit.url.path, unit.url.query.strip()) == ("course/unit/index.html", "a=1")
    assert [str(one.name) for one in structure.extensions] == ["my:au"]


def test_activities_are_read_from_all_groups() -> None:
    text = b"""<tincan><activities><activity id="a"><launch>x.html</launch><resource>y.pdf</resource></activity>
        </activities><activities><activity><name/></activity></activities></tincan>"""
    first, second = read_activities(read_xml(text, "tincan.xml"), "").activities
    assert (first.id, [one.path for one in first.launches]) == ("a", ["x.html", "y.pdf"])
    assert (second.id, len(second.names), second.launches) == (None, 1, ())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("a/b/cmi5.xml", "z/tincan.xml"), "z/tincan.xml"),
        (("CMI5.XML", "a/cmi5.xml"), "CMI5.XML"),
        (("__MACOSX/cmi5.xml", "index.html"), None),
        (("a/cmi5.xml", "b/imsmanifest.xml"), None),
        (("a/cmi5.xml", "IMSMANIFEST.xml"), None),
        (("a/cmi5.xml", "scormkit.webmanifest"), None),
    ],
)
def test_a_misplaced_structure(names: tuple[str, ...], expected: str | None) -> None:
    assert misplaced(names) == expected


def test_names_of_a_package() -> None:
    names = ("a/tincan.xml", "tincan.xml", "__MACOSX/tincan.xml", "a/TINCAN.xml", "one.xml", "a/two.xml")
    assert tincans(names) == ("tincan.xml", "a/tincan.xml")
    assert list(candidates(names)) == ["tincan.xml", "one.xml"]
    assert in_the_way(names, "a/") == "one.xml"
    assert in_the_way(("a/b/x", "__MACOSX/x"), "a/b/") is None


def test_a_manifest_under_a_name_of_its_own_is_no_cmi5(make_zip: MakeZip) -> None:
    assert found(make_zip({"manifest.xml": b"<manifest/>", "index.html": base("cmi5/base")["index.html"]})) == [
        "SK-PKG-002"
    ]


@pytest.mark.parametrize("name", ["cmi5.xml", "tincan.xml", "course/cmi5.xml", "course/tincan.xml", "CMI5.xml"])
def test_a_broken_structure_file_is_named_as_such(name: str, make_zip: MakeZip) -> None:
    ids = found(
        make_zip(
            {name: b"<courseStructure", name.rpartition("/")[0] + "/index.html": b"x"} if "/" in name else {name: b"<a"}
        )
    )
    assert "SK-XML-001" in ids
    assert "SK-PKG-002" not in ids


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor=1", ("actor",)),
        ("a=1&fetch&b", ("fetch",)),
        ("a=1&%66etc%68=2&%61%63tor=3", ("actor", "fetch")),
        ("Actor=1&actors=2&xactor=3&a=actor=4&fetch%20=5&%66%65tch%3d", ()),
        ("", ()),
    ],
)
def test_parameters_with_a_taken_name(query: str, expected: tuple[str, ...]) -> None:
    assert parameters(query, ("actor", "fetch")) == expected


@pytest.mark.parametrize("part", ["&", "&a", "&acto", "%61", "&%61", "%", "&actor%"])
def test_an_endless_query_takes_no_time(part: str) -> None:
    before = time.perf_counter()
    assert parameters(part * 200_000, ("actor",)) == ()
    assert time.perf_counter() - before < 1


def test_one_extension_before_its_time_is_one_finding(make_zip: MakeZip) -> None:
    files = base("cmi5/base")
    unit = b'<au id="https://example.org/second">'
    early = files["cmi5.xml"].replace(unit, unit + b'<x xmlns="urn:x"/>')
    assert found(make_zip({**files, "cmi5.xml": early, "x.xsd": b"<a/>"})) == ["SK-CM5-023"]
