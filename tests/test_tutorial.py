"""`docs/tutorial.md`: whoever does what it says, sees what it shows."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from scormkit.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "tutorial.md"


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    name, *words = shlex.split(command)
    if name == "cd":
        monkeypatch.chdir(words[0])
        return ""
    assert name == "scormkit", f"this test cannot run: {command}"
    told = CliRunner().invoke(main, words)
    return told.stderr + told.stdout


def like(shown: str) -> str:
    """A pattern of what is shown, in which … stands for the rest of a line."""
    return re.escape(shown).replace("…", "[^\n]+")


@pytest.mark.slow
def test_the_tutorial_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = {"commands": 0, "changes": 0, "additions": 0}
    addition = None
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    for before, token in pairwise(tokens):
        if before.type == "paragraph_open":
            added = re.fullmatch(r"Add to `([^`]+)`:", token.content)
            addition = Path(added[1]) if added else None
            for file, old, new in re.findall(r"In `([^`]+)`, change `([^`]+)` into `([^`]+)`\.", token.content):
                text = Path(file).read_text(encoding="utf-8")
                assert text.count(old) == 1
                Path(file).write_text(text.replace(old, new), encoding="utf-8")
                done["changes"] += 1
        elif token.type == "fence" and token.info == "console":
            for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", token.content, re.MULTILINE):
                assert re.fullmatch(like(shown), run(command, monkeypatch)), command
                done["commands"] += 1
        elif token.type == "fence":
            assert addition is not None
            with addition.open("a", encoding="utf-8") as file:
                file.write(token.content)
            done["additions"] += 1
    assert done == {"commands": 7, "changes": 3, "additions": 2}
