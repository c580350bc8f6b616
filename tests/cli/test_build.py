"""`scormkit build`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import main

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "courses" / "good"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", *map(str, arguments)])


def test_one_line_per_package(tmp_path: Path) -> None:
    result = run(GOOD, "-o", tmp_path)
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = [line.split("  ") for line in result.stdout.splitlines()]
    assert [(Path(path).name, scos) for path, _, scos in lines] == [
        ("good-m1-every-kind-scorm12.zip", "1 module"),
        ("good-m2-reading-only-scorm12.zip", "1 module"),
        ("good-a-good-course-scorm12.zip", "2 modules"),
    ]
    assert all(size.endswith(" kB") for _, size, _ in lines)


def test_problems_are_told_and_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GOOD, "course")
    file = Path("course/modules/2/module.yaml")
    file.write_text(file.read_text().replace("kind: text", "kind: tekst"))
    result = run()
    assert result.exit_code == 1
    assert result.stdout == ""
    first, excerpt, caret, hint, *_ = result.stderr.splitlines()
    assert first == "course/modules/2/module.yaml:8:15: error SK-SRC-022: there is no kind of activity `tekst`"
    assert excerpt.strip() == "- kind: tekst"
    assert excerpt.index("tekst") == caret.index("^")
    assert hint.strip() == "hint: did you mean `text`?"
    assert result.stderr.endswith("Nothing was built: 2 errors in 1 file.\n")
    assert not Path("dist").exists()


def test_no_course_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 1
    assert "course.yaml: fatal SK-SRC-001" in result.stderr
    assert "hint: name the folder that holds course.yaml" in result.stderr


def test_an_output_that_cannot_be_written_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("")
    result = run(GOOD, "-o", tmp_path / "dist")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot build into ")


def test_misuse_is_exit_2() -> None:
    assert run(GOOD, "-t", "scrom12").exit_code == 2
    assert run("--nonsense").exit_code == 2


def test_the_installed_command_runs() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("scormkit"), "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "scormkit 0.1.0\n"
