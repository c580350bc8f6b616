"""`scormkit coverage`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import main
from tests.courses.topics import write_course

FILE = Path("course", "COVERAGE.md")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["coverage", *map(str, arguments)])


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with topics as ./course."""
    monkeypatch.chdir(tmp_path)
    return write_course(tmp_path / "course")


def test_on_the_terminal_and_in_a_file() -> None:
    shown = run()
    assert shown.exit_code == 0
    assert shown.stdout.startswith("# What is where: A course\n\n*Made by `scormkit coverage`,")
    assert "warning SK-SRC-082" in shown.stderr
    written = run("course", "-o", FILE)
    assert (written.exit_code, written.stdout) == (0, "")
    assert "*Made by `scormkit coverage . -o COVERAGE.md`," in FILE.read_text(encoding="utf-8")


def test_the_same_file_is_made_from_wherever_it_is_asked_for(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("course", "-o", FILE)
    before = FILE.read_bytes()
    monkeypatch.chdir(course)
    assert run(".", "-o", "COVERAGE.md").exit_code == 0
    assert Path("COVERAGE.md").read_bytes() == before
    run(course / "course.yaml", "-o", course / "COVERAGE.md")
    assert Path("COVERAGE.md").read_bytes() == before
    run(course, "-o", "../my docs.md")
    assert "`scormkit coverage . -o '../my docs.md'`" in Path("../my docs.md").read_text(encoding="utf-8")


def test_a_check_tells_whether_the_file_is_what_would_be_written() -> None:
    assert run("course", "-o", FILE, "--check").exit_code == 1
    assert not FILE.exists()
    run("course", "-o", FILE)
    before = FILE.read_bytes()
    assert run("course", "-o", FILE, "--check").exit_code == 0
    module = Path("course/m2/module.yaml")
    module.write_text(
        module.read_text(encoding="utf-8").replace("again.", "again., covers: [silence]", 1), encoding="utf-8"
    )
    found = run("course", "-o", FILE, "--check")
    assert found.exit_code == 1
    assert found.stderr.endswith(
        "course/COVERAGE.md is not what the course gives now. "
        "Make it again: scormkit coverage course -o course/COVERAGE.md\n"
    )
    assert FILE.read_bytes() == before
    assert run("course", "-o", FILE).exit_code == 0
    assert run("course", "-o", FILE, "--check").exit_code == 0


def test_a_check_without_a_file_has_nothing_to_look_at() -> None:
    found = run("course", "--check")
    assert found.exit_code == 2
    assert "name it with -o" in found.stderr


def test_a_course_with_errors_leaves_the_file_as_it_was() -> None:
    FILE.write_text("old", encoding="utf-8")
    Path("course/m2/module.yaml").write_text("id: m2\n", encoding="utf-8")
    found = run("course", "-o", FILE)
    assert found.exit_code == 1
    assert "Nothing was written: " in found.stderr
    assert FILE.read_text(encoding="utf-8") == "old"


def test_what_cannot_be_read_or_written_is_said() -> None:
    assert run("course", "-o", "nowhere/COVERAGE.md").exit_code == 2
    found = run("course", "-o", "course/course.yaml/sheet.md", "--check")
    assert found.exit_code == 2
    assert "cannot read" in found.stderr
