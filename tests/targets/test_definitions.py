"""Pages that know what they say: in packages of cmi5 and Tin Can, and in no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scormkit.course.reading import load_course
from scormkit.render.rendering import render
from scormkit.render.site import Site, SiteFile, Unit
from scormkit.targets.definitions import with_course_definition, with_definitions
from scormkit.targets.package import Package
from scormkit.targets.registry import TARGETS
from scormkit.xapi.activities import as_json, course_definition, trackable_definition, unit_definition
from scormkit.xapi.profile.version import profile_version

from .conftest import EACH_COURSE
from .test_scorm2004 import Make

OWN = ("data-sk-profile", "data-sk-definition", "data-sk-verb")


def pages(package: Package) -> Iterator[tuple[Unit, html.HtmlElement]]:
    """The documents of each unit."""
    for unit in package.units:
        for path in sorted(unit.documents):
            yield unit, parsed(next(file for file in package.files if file.path == path))


def parsed(page: SiteFile) -> html.HtmlElement:
    return html.document_fromstring(bytes(page.content).decode())  # type: ignore[arg-type]


def definition(element: html.HtmlElement) -> Any:
    text = element.get("data-sk-definition")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.loads(text)


@pytest.mark.parametrize("target", ["cmi5", "tincan"])
@pytest.mark.parametrize("course", EACH_COURSE)
def test_each_page_knows_its_module_and_all_that_can_be_done_in_it(
    make: Make, sites: dict[str, Site], course: str, target: str
) -> None:
    site = sites[course]
    version = profile_version(site)
    for package in make(course, target):
        for unit, page in pages(package):
            body = page.find("body")
            assert body.get("data-sk-profile") == version
            assert definition(body) == as_json(unit_definition(unit, site.language))
            found = {element.get("data-sk-activity"): element for element in page.iterfind(".//*[@data-sk-verb]")}
            there = [each for each in unit.trackables if not body.get("data-sk-whole") or each.page == unit.pages[0]]
            assert found.keys() == {each.id for each in there}
            for each in there:
                assert definition(found[each.id]) == as_json(trackable_definition(each, site.language))
                assert found[each.id].get("data-sk-verb") == each.tracking.verb


def test_the_page_of_all_modules_knows_the_course(make: Make, sites: dict[str, Site]) -> None:
    *_, whole = make("four", "tincan")
    body = parsed(next(file for file in whole.files if file.path == "index.html")).find("body")
    assert body.get("data-sk-profile") == profile_version(sites["four"])
    assert definition(body) == as_json(course_definition(sites["four"]))


def test_a_page_that_leads_to_one_module_knows_the_course_too(make: Make, sites: dict[str, Site]) -> None:
    units = sites["four"].units[:1]
    *_, whole = make("four", "tincan", units=units)
    body = parsed(next(file for file in whole.files if file.path == "index.html")).find("body")
    assert body.get("data-sk-profile") == profile_version(replace(sites["four"], units=units))


@pytest.mark.parametrize("target", sorted(set(TARGETS) - {"cmi5", "tincan"}))
def test_other_standards_have_no_use_for_it(make: Make, sites: dict[str, Site], target: str) -> None:
    units = {unit.id: unit for unit in sites["four"].units}
    for package in make("four", target):
        for unit in package.units:
            (page,) = (bytes(file.content) for file in package.files if file.path == unit.whole)  # type: ignore[arg-type]
            assert not any(name.encode() in page for name in OWN)
            assert page == bytes(units[unit.id].files[0].content)  # type: ignore[arg-type]


@pytest.mark.slow
def test_what_an_author_writes_of_attributes_stays_text(sites: dict[str, Site]) -> None:
    unit = sites["gallery"].units[1]
    first, *others = unit.trackables
    words = f'<body data-sk-activity="{first.id}"> \' & {{"x":"\\"}} π'
    tracking = replace(first.tracking, title=words)
    unit = replace(unit, title=words, trackables=(replace(first, tracking=tracking, question=words), *others))
    body = parsed(with_definitions(unit.files[0], unit, "en", "https://c.example/xapi-profile/v-1")).find("body")
    assert definition(body)["name"] == {"en": words}
    places = [each for each in body.iterfind(".//*[@data-sk-verb]") if each.get("data-sk-activity") == first.id]
    assert [definition(each)["description"] for each in places] == [{"en": words}]


def test_no_text_of_a_course_looks_like_the_attribute(tmp_path: Path) -> None:
    bad, name = 'b data-sk-activity="q" c', 'a <body data-sk-activity="q"> b'
    text = f"{bad}\n\n`{bad}`\n\n    {bad}\n\n> {bad}\n\n[{bad}](https://e.example/?a={bad.split()[1]})\n\n- {bad}\n"
    options = [{"id": "a", "text": bad, "correct": True, "feedback": bad}, {"id": "b", "text": bad}]
    choice = {"kind": "choice", "id": "q", "title": name, "question": text, "options": options, "feedback": text}
    page = {"id": "p", "title": name, "content": [{"kind": "text", "text": text}, choice]}
    module = {"id": "m", "slug": "m", "title": name, "description": name, "goals": [name], "pages": [page]}
    course = {"id": "c", "slug": "c", "title": name, "language": "en", "version": "1", "modules": ["m"]}
    (tmp_path / "m").mkdir()
    (tmp_path / "course.yaml").write_text(json.dumps({**course, "base_iri": "https://c.example/"}), encoding="utf-8")
    (tmp_path / "m" / "module.yaml").write_text(json.dumps(module), encoding="utf-8")
    loaded = load_course(tmp_path)
    assert loaded.course is not None, [each.message for each in loaded.report]
    site = render(loaded.course)
    (unit,) = site.units
    assert bytes(unit.files[0].content).count(b'data-sk-activity="q"') == 1  # type: ignore[arg-type]
    known = bytes(with_definitions(unit.files[0], unit, "en", "v").content)  # type: ignore[arg-type]
    assert known.count(b'data-sk-profile="v"') == known.count(b'data-sk-verb="answered"') == 1
    assert known.index(b"<body data-sk-profile") < known.index(b"<main")


@pytest.mark.parametrize("course", EACH_COURSE)
def test_rendered_pages_hold_the_attribute_where_activities_are_and_nowhere_else(
    sites: dict[str, Site], course: str
) -> None:
    for unit in sites[course].units:
        text = bytes(unit.files[0].content)  # type: ignore[arg-type]
        found = re.findall(rb'data-sk-activity="(\w+)"', text)
        assert sorted(found) == sorted(each.id.encode() for each in unit.trackables)


def test_a_page_of_something_else_is_refused(sites: dict[str, Site]) -> None:
    first, second = sites["four"].units[:2]
    with pytest.raises(ValueError, match="no document of"):
        with_definitions(first.files[0], second, "nl", "v")
    with pytest.raises(ValueError, match="has no activity"):
        with_definitions(replace(first.files[0], path=second.whole), second, "nl", "v")
    with pytest.raises(ValueError, match="no page of a course"):
        with_course_definition(SiteFile("a.css", b"body {}"), sites["four"], "v")
