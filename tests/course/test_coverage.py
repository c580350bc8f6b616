"""Where a course covers its topics, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.course.coverage import Covered, Place, coverage
from scormkit.course.i18n.exchange import export
from scormkit.course.reading import load_course, load_languages
from scormkit.diagnostics import Report
from tests.courses.topics import FIRST, SECOND, TOPICS, write_course


def covered(folder: Path) -> dict[str, Covered]:
    loaded = load_course(folder)
    assert loaded.course is not None, [str(each) for each in loaded.report]
    return {each.topic.id: each for each in coverage(loaded.course)}


def told(report: Report) -> list[tuple[str, int | None, str]]:
    return [(each.id, each.location.line, each.message) for each in report]


def test_places_stand_in_the_order_of_the_page_and_at_any_depth(tmp_path: Path) -> None:
    found = covered(write_course(tmp_path))
    assert list(found) == ["listening", "asking-on", "silence"]
    page = "A *first* page"
    assert found["listening"].modules[0].places == (Place(page), Place(page, "text"))
    assert found["asking-on"].modules[0].places == (Place(page), Place(page, "reflection", "think_on"))
    assert [(each.number, each.title) for each in found["listening"].modules] == [(1, "Module m1"), (2, "Module m2")]


def test_what_is_lacking_depends_on_where_it_has_to_be(tmp_path: Path) -> None:
    found = covered(write_course(tmp_path))
    lacking = {name: [each.number for each in topic.lacking] for name, topic in found.items()}
    assert lacking == {"listening": [2], "asking-on": [], "silence": [1, 2]}
    assert [each.number for each in found["listening"].there] == [1]


def test_two_like_places_count_once(tmp_path: Path) -> None:
    twice = "\n  - id: p\n    title: P\n    content:" + "\n      - {kind: text, text: Hello., covers: [silence]}" * 2
    found = covered(write_course(tmp_path, pages={"m1": twice}))
    assert found["silence"].modules[0].places == (Place("P", "text"),)


def test_gaps_are_told_at_the_topic(tmp_path: Path) -> None:
    assert told(load_course(write_course(tmp_path)).report) == [
        ("SK-SRC-083", 9, "the module `m2` does not cover the topic `listening`, as every module has to"),
        ("SK-SRC-082", 11, "nothing covers the topic `silence`"),
    ]


def test_several_modules_that_lack_a_topic_are_named_in_one_remark(tmp_path: Path) -> None:
    pages = {"m1": FIRST, "m2": SECOND, "m3": SECOND}
    found = told(load_course(write_course(tmp_path, pages=pages)).report)
    expected = "the modules `m2`, `m3` do not cover the topic `listening`, as every module has to"
    assert found[0] == ("SK-SRC-083", 9, expected)


def test_nothing_is_said_of_gaps_while_something_is_wrong(tmp_path: Path) -> None:
    write_course(tmp_path, pages={"m1": FIRST, "m2": SECOND.replace("Another", "''")})
    assert [each[0] for each in told(load_course(tmp_path).report)] == ["SK-SRC-014"]


def test_a_topic_that_is_not_declared_is_told_where_course_yaml_is_wrong_as_well(tmp_path: Path) -> None:
    write_course(
        tmp_path, TOPICS.replace("Asking on", "''").replace("silence", "silent"), {"m": "\n  - covers: [silense]"}
    )
    found = [each.hint for each in load_course(tmp_path).report if each.id == "SK-SRC-080"]
    assert found == ["did you mean `silent`?"]


def test_topics_that_cannot_be_read_leave_modules_alone(tmp_path: Path) -> None:
    write_course(tmp_path, "topics: {include: not-there.yaml}\n")
    assert [each.id for each in load_course(tmp_path).report] == ["SK-SRC-050"]


def test_a_course_in_two_languages_has_its_gaps_told_once_and_no_topic_to_translate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_course(Path(), f"translations: [nl]{TOPICS}")
    made = export(".", "nl")
    assert made.file is not None
    text = made.file.read_text(encoding="utf-8")
    assert "A walk" in text
    assert not any(word in text for word in ("Listening", "Asking on", "the brief", "silence"))
    report = Report.of(each for one in load_languages(".") for each in one.report)
    assert [each.id for each in report if each.id.startswith("SK-SRC-08")] == ["SK-SRC-083", "SK-SRC-082"]


def test_a_course_without_topics_has_nothing_to_cover(tmp_path: Path) -> None:
    assert covered(write_course(tmp_path, "", {"m": SECOND})) == {}
    assert told(load_course(tmp_path).report) == []
