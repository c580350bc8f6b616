"""`docs/authoring.md`: its examples are one course, and it names every kind of activity."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from scormkit import build
from scormkit.activities.registry import kinds
from scormkit.cli import main
from scormkit.diagnostics import Severity

PAGE = (Path(__file__).parents[1] / "docs" / "authoring.md").read_text(encoding="utf-8")


def test_the_examples_are_one_course_that_builds(tmp_path: Path) -> None:
    file = None
    for before, token in pairwise(MarkdownIt().parse(PAGE)):
        if before.type == "paragraph_open":
            named = re.fullmatch(r"`([^`]+)`:", token.content)
            file = tmp_path / "course" / named[1] if named else None
        elif token.type == "fence" and token.info != "console":
            assert file is not None
            file.parent.mkdir(parents=True, exist_ok=True)
            # What is said later of a file goes on below what was said before.
            with file.open("a", encoding="utf-8") as stream:
                stream.write(token.content)
    result = build(tmp_path / "course", tmp_path / "dist")
    assert [*result.report.at_least(Severity.WARNING)] == []
    assert len(result.packages) == 2


def test_the_schemas_are_written_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".schemas").mkdir()
    commands = re.findall(r"^\$ scormkit (.*)$", PAGE, re.MULTILINE)
    assert [CliRunner().invoke(main, command.split()).exit_code for command in commands] == [0, 0, 0]
    assert len([*(tmp_path / ".schemas").iterdir()]) == 3


def test_every_kind_has_its_use() -> None:
    table = PAGE.partition("## Kinds of activity")[2].partition("`listening/ask.yaml`")[0]
    assert set(kinds()) <= set(re.findall(r"`([a-z-]+)`", table))
