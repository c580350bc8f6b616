"""Tin Can packages of whole courses: the launched page leads to the modules, whose activities have no launch."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.course.reading import load_course
from scormkit.inspecting import Comparison, compare, inspect
from scormkit.inspecting.comparison import Fate, ItemChange, Progress
from scormkit.inspecting.html import MAX_PAGE
from scormkit.render.rendering import render
from scormkit.targets.registry import TARGETS
from tests.inspecting.packages import page, zipped

COURSE = Path(__file__).parents[1] / "courses" / "good"
IRI = "https://example.org/c"


def structure(*modules: str) -> str:
    """A `tincan.xml` of a course with these modules, of which the course alone is launched."""
    activities = "".join(f'<activity id="{IRI}/{one}"><name>Module {one}</name></activity>' for one in modules)
    return (
        f'<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="{IRI}"><name>Course</name>'
        f"<launch>index.html</launch></activity>{activities}</activities></tincan>"
    )


def index(**links: str) -> str:
    """The page that is launched, as scormkit builds it, as far as its links go."""
    items = "".join(f'<li><a href="{href}" data-sk-module="{IRI}/{one}">{one}</a>' for one, href in links.items())
    return f'<!DOCTYPE html><html><body class="sk-index" data-sk-iri="{IRI}"><ol>{items}</ol></body></html>'


LINKS = index(m1="m1/index.html?overview", m2="m2/index.html?overview")
OLD = {
    "tincan.xml": structure("m1", "m2"),
    "index.html": LINKS,
    "m1/index.html": page({"q1": "choice", "q2": "choice"}),
    "m2/index.html": page({"q1": "matching"}, unit="m2"),
}


def compared(tmp_path: Path, old: dict[str, str], new: dict[str, str]) -> Comparison:
    return compare(zipped(tmp_path / "old.zip", old), zipped(tmp_path / "new.zip", new))


def modules(comparison: Comparison) -> dict[str, ItemChange]:
    return {change.identifier.removeprefix(f"{IRI}/"): change for change in comparison.items}


def members(tmp_path: Path, files: dict[str, str]) -> list[str | None]:
    seen = inspect(zipped(tmp_path / "p.zip", files))
    assert seen.remarks == ()
    return [node.member for node in seen.organizations[0].nodes]


def test_answers_that_a_module_of_a_whole_course_loses_are_told(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, OLD | {"m1/index.html": page({"q1": "choice"})})
    changes = modules(found)
    assert (changes["m1"].progress, changes["m1"].reason) == (Progress.PARTLY, "answers lost: q2")
    assert (changes["m2"].progress, changes["m2"].inside) == (Progress.KEPT, None)
    assert (found.progress, found.reasons) == (Progress.PARTLY, ("1 item loses something inside",))


def test_a_page_that_moved_is_found_where_the_new_link_leads(tmp_path: Path) -> None:
    new = {name.replace("m1/", "first part/"): text for name, text in OLD.items()}
    new["index.html"] = LINKS.replace("m1/index", "first%20part/index")
    assert compared(tmp_path, OLD, new).progress is Progress.KEPT
    new["first part/index.html"] = page({"q1": "choice"})
    assert modules(compared(tmp_path, OLD, new))["m1"].reason == "answers lost: q2"


def test_links_that_change_places_show_another_module(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, OLD | {"index.html": index(m1="m2/index.html", m2="m1/index.html")})
    assert [change.progress for change in found.items] == [Progress.KEPT, Progress.PARTLY, Progress.PARTLY]
    assert modules(found)["m1"].reason.startswith("the page is of another module")


def test_a_module_that_no_link_leads_to_any_more_loses_its_answers(tmp_path: Path) -> None:
    for launched in (index(m2="m2/index.html"), "<p>Hello</p>", index(m1="gone.html", m2="m2/index.html")):
        changes = modules(compared(tmp_path, OLD, OLD | {"index.html": launched}))
        assert changes["m1"].reason == "answers lost: q1, q2; pages gone: start"
    assert compared(tmp_path, OLD | {"index.html": "<p>Hello</p>"}, OLD).progress is Progress.KEPT


def test_a_module_under_another_iri_is_known_by_its_page(tmp_path: Path) -> None:
    new = {name: text.replace(f"{IRI}/m1", f"{IRI}/other") for name, text in OLD.items()}
    new["tincan.xml"] = new["tincan.xml"].replace("Module m1", "Renamed")
    changes = modules(compared(tmp_path, OLD, new))
    assert (changes["other"].fate, changes["other"].progress) == (Fate.REIDENTIFIED, Progress.LOST)


def test_the_page_of_a_module_is_told_by_inspect(tmp_path: Path) -> None:
    assert members(tmp_path, OLD) == ["index.html", "m1/index.html", "m2/index.html"]


def test_links_start_from_the_folder_of_the_launched_page(tmp_path: Path) -> None:
    files = {f"a%b/{name}": text for name, text in OLD.items() if name != "tincan.xml"}
    files["tincan.xml"] = OLD["tincan.xml"].replace("<launch>", "<launch>a%25b/")
    assert members(tmp_path, files) == ["a%b/index.html", "a%b/m1/index.html", "a%b/m2/index.html"]


@pytest.mark.parametrize(
    "launched",
    [
        "",
        "<",
        "<p>data-sk-module",
        LINKS + " " * MAX_PAGE,
        index(m1="", m2="../../x"),
        index(m1="https://a.b/", m2="//a"),
    ],
)
def test_a_launched_page_that_leads_nowhere_does_no_harm(tmp_path: Path, launched: str) -> None:
    assert members(tmp_path, OLD | {"index.html": launched}) == ["index.html", None, None]


def test_what_scormkit_builds_is_understood(tmp_path: Path) -> None:
    course = load_course(COURSE).course
    assert course is not None
    whole = TARGETS["tincan"].package(render(course))[-1]
    assert whole.whole
    files = {
        one.path: one.content.read_bytes() if isinstance(one.content, Path) else bytes(one.content)
        for one in whole.files
    }
    found = inspect(zipped(tmp_path / "old.zip", files)).organizations[0].nodes
    assert [node.member for node in found] == ["index.html", *(unit.start for unit in whole.units)]
    unit = next(unit for unit in whole.units if unit.trackables)
    lost = unit.trackables[0].id
    written = f'data-sk-activity="{lost}"'.encode()
    assert written in files[unit.whole]
    new = files | {unit.whole: files[unit.whole].replace(written, b'data-sk-activity="another"')}
    changes = {one.title: one for one in compare(tmp_path / "old.zip", zipped(tmp_path / "new.zip", new)).items}
    assert changes[unit.title].reason == f"answers lost: {lost}"
