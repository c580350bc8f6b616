"""`scormkit new`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_it_says_what_it_made_and_what_to_do_next_and_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("new", "my course", "--language", "nl", "--title", "Samen: zo doe je dat")
    assert made.exit_code == 0
    assert made.output == (
        "Made a course in my course:\n  course.yaml\n  modules/1/module.yaml\n\n"
        "Next:\n  cd 'my course'\n  scormkit build\n  scormkit check dist/*.zip\n"
    )
    monkeypatch.chdir(tmp_path / "my course")
    built = run("build")
    assert built.exit_code == 0
    packages = [line.split("  ")[0] for line in built.stdout.splitlines()]
    assert packages == ["dist/my_course-m1-eerste-module-scorm12.zip", "dist/my_course-samen-zo-doe-je-dat-scorm12.zip"]
    assert run("check", *packages).exit_code == 0
    assert (tmp_path / "my course" / ".gitignore").read_text() == "dist/\n"


def test_the_current_folder_may_be_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("new", ".", "--template", "course")
    assert made.exit_code == 0
    assert "cd " not in made.output
    assert run("build").exit_code == 0


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("full", "Error: full is not empty: name a folder that is not there yet\n"),
        ("file", "Error: file is a file: name a folder that is not there yet\n"),
        ("file/below", "Error: cannot make file/below: Not a directory\n"),
        ("dangling", "Error: cannot make dangling: Not a directory\n"),
    ],
)
def test_what_is_there_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "dangling").symlink_to("nowhere")
    before = snapshot(tmp_path)
    refused = run("new", place)
    assert (refused.exit_code, refused.output) == (2, said)
    assert snapshot(tmp_path) == before


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scormkit.starting.tempfile.mkdtemp", refuse)
    refused = run("new", str(tmp_path / "x"))
    assert (refused.exit_code, refused.output) == (2, f"Error: cannot make {tmp_path / 'x'}: Permission denied\n")
    assert not (tmp_path / "x").exists()


def test_a_language_that_there_is_not_is_told(tmp_path: Path) -> None:
    refused = run("new", str(tmp_path / "x"), "--language", "la")
    assert refused.exit_code == 2
    assert "'nl', 'en', 'de', 'fr'" in refused.output
    assert not (tmp_path / "x").exists()
