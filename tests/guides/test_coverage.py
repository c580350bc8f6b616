"""The coverage sheet: what it lists, in every language, and that it is made from the source alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from markdown_it import MarkdownIt

from scormkit.course.model import Language
from scormkit.course.reading import load_course
from scormkit.guides.coverage import coverage_sheet
from scormkit.guides.pages import guide_words
from tests.courses.topics import FIRST, SECOND, TOPICS, write_course

LANGUAGES = get_args(Language)
COMMAND = "scormkit coverage . -o COVERAGE.md"


def sheet(folder: Path) -> str:
    loaded = load_course(folder)
    assert loaded.course is not None, [str(each) for each in loaded.report]
    return coverage_sheet(loaded.course, COMMAND)


def rows(text: str, topic: str) -> list[list[str]]:
    """The rows of the table below a topic's heading."""
    part = text.split(f"\n### {topic}\n", 1)[1].split("\n#", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[1:]]


def test_each_topic_is_listed_with_its_places_in_order(tmp_path: Path) -> None:
    text = sheet(write_course(tmp_path))
    page = r"A \*first\* page"
    assert rows(text, r"Listening \| before you advise") == [
        ["1. Module m1", page, "the whole page"],
        ["1. Module m1", page, "`text`"],
        ["2. Module m2", "**not covered yet**", ""],
    ]
    assert rows(text, "Asking on") == [
        ["1. Module m1", page, "the whole page"],
        ["1. Module m1", page, r"`reflection`: think\_on"],
    ]


def test_it_says_plainly_what_is_not_covered(tmp_path: Path) -> None:
    text = sheet(write_course(tmp_path))
    part = text.split("## Not covered yet\n", 1)[1].split("\n## ", 1)[0]
    assert part.split("\n") == [
        "",
        r"- Listening \| before you advise (`listening`): 2. Module m2",
        "- Keeping silent (`silence`): not covered anywhere yet",
        "",
    ]
    assert "Covered where they have to be: 1 of 3 topics." in text
    assert "### Keeping silent\n\nIn the source: `silence`.\n\n**not covered anywhere yet**\n" in text


def test_where_all_is_covered_nothing_is_lacking(tmp_path: Path) -> None:
    pages = {"m1": FIRST, "m2": SECOND.replace("Hello again.", "Hello again., covers: [listening, silence]")}
    text = sheet(write_course(tmp_path, pages=pages))
    assert "Covered where they have to be: 3 of 3 topics." in text
    assert "ot covered" not in text


def test_it_names_what_made_it_and_where_each_demand_comes_from(tmp_path: Path) -> None:
    text = sheet(write_course(tmp_path))
    assert f"Made by `{COMMAND}`" in text.splitlines()[2]
    assert "Do not edit" in text.splitlines()[2]
    assert "In the source: `listening`. Asked for in: the brief, page 3.\n" in text
    assert text.count("Asked for in") == 1


def test_a_course_without_topics_is_told_so(tmp_path: Path) -> None:
    text = sheet(write_course(tmp_path, "", {"m": SECOND}))
    assert text.splitlines()[4:] == ["There are no topics in `course.yaml` (`topics`)."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_in_its_own_words(tmp_path: Path, language: str) -> None:
    assert set(guide_words("coverage", language)) == set(guide_words("coverage", "en"))
    text = sheet(write_course(tmp_path / "own", language=language))
    english = sheet(write_course(tmp_path / "english"))
    parser = MarkdownIt().enable("table")
    own, other = ([token.type for token in parser.parse(each)] for each in (text, english))
    assert own == other
    assert (text == english) == (language == "en")
    codes = [re.findall(r"`[^`]+`", each) for each in (text, english)]
    assert codes[0] == codes[1]
    assert not re.search(r"\n\n\n|[{}]|[ \t]$", text, re.MULTILINE)


def test_the_same_source_gives_the_same_text_wherever_it_lies(tmp_path: Path) -> None:
    assert sheet(write_course(tmp_path / "one")) == sheet(write_course(tmp_path / "two", TOPICS))
