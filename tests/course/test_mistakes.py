"""Real mistakes in courses: each folder under `mistakes` holds one, and is told by that id and nothing else.

`expected.txt` is what an author reads. After a change of wording, write them anew with `UPDATE_EXPECTED=1`.
"""

import os
from pathlib import Path

import pytest

from scormkit.course import problems
from scormkit.course.reading import load_languages
from scormkit.diagnostics import Report
from scormkit.reporting.text import to_text

MISTAKES = sorted(p for p in Path(__file__).with_name("mistakes").iterdir() if p.is_dir())


@pytest.mark.parametrize("folder", MISTAKES, ids=lambda p: p.name)
def test_mistake_is_told_once_with_place_and_cure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    loaded = load_languages(".")
    report = Report.of(problem for language in loaded for problem in language.report)
    text = to_text(report, color=False)
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(text, encoding="utf-8")
    assert [d.id for d in report] == [folder.name[: len("SK-SRC-000")]]
    assert all(d.hint for d in report) or folder.name.startswith(("SK-SRC-014", "SK-SRC-015"))
    assert any(language.course is None for language in loaded) == report.has_errors
    assert text == expected.read_text(encoding="utf-8")


def test_every_problem_has_a_mistake() -> None:
    shown = {folder.name[: len("SK-SRC-000")] for folder in MISTAKES}
    # A rule that a kind of activity from elsewhere adds (test_reading has one), and what shows when pictures are made
    # ready (tests/render/test_pictures.py has it).
    elsewhere = {problems.INVALID.id, problems.METADATA_KEPT.id}
    assert {d.id for d in problems.DEFINITIONS} - shown == elsewhere


def test_ids_and_aliases_are_unique_and_in_order() -> None:
    ids = [d.id for d in problems.DEFINITIONS]
    assert ids == sorted(set(ids))
    assert len({d.alias for d in problems.DEFINITIONS}) == len(ids)
