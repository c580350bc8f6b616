"""What the README tells a new user to do works as it says."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_course_in_the_readme_builds_and_its_mistake_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    course, module = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    folder = tmp_path / "my-course" / "modules" / "1"
    folder.mkdir(parents=True)
    (tmp_path / "my-course" / "course.yaml").write_text(course)
    (folder / "module.yaml").write_text(module)

    built = CliRunner().invoke(main, ["build", "my-course", "--output", "dist"])
    assert built.exit_code == 0
    names = re.findall(r"^(dist/demo-\S+)", README, re.MULTILINE)
    assert [line.split()[0] for line in built.stdout.splitlines()] == names
    assert CliRunner().invoke(main, ["check", *names]).exit_code == 0

    (folder / "module.yaml").write_text(module.replace("correct: true", "corect: true"))
    told = CliRunner().invoke(main, ["build", "my-course"])
    assert told.exit_code == 1
    shown = re.search(r"\$ scormkit build my-course\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert told.stderr == shown.group(1)
