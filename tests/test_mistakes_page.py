"""`docs/mistakes.md`: every mistake on the page is made, and the tool has to say what the page says, to the letter.

The page begins with a course, file by file; each section then changes some of its files and shows what the author
reads. After a change of wording, write the blocks anew with `UPDATE_EXPECTED=1`, and read them.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from scormkit.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "mistakes.md"
COMMAND = "$ scormkit build\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>\n'


@dataclass
class Section:
    """A heading of the page, with the files below it and what the tool says of them: its text and its lines."""

    title: str
    files: dict[str, str] = field(default_factory=dict)
    said: str = ""
    lines: tuple[int, int] = (0, 0)
    sentences: int = 0


def sections() -> list[Section]:
    """The sections of the page; the first one is the course that all others change."""
    found: list[Section] = []
    name = ""
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            found.append(Section(token.content))
        elif before.type == "paragraph_open":
            match = re.fullmatch(r"`([^`]+)`:", token.content)
            name = match[1] if match else ""
            found[-1].sentences += len(re.findall(r"[.?!](?:\s|$)", token.content)) if not match else 0
        elif token.type == "fence" and token.info == "console":
            found[-1].said, found[-1].lines = token.content, (token.map or [0, 0])[0:2]
        elif token.type == "fence":
            found[-1].files[name] = token.content
    return found[1:]


BASE, *MISTAKES = sections()


def say(folder: Path, section: Section, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Make the course with the mistake in it and build it, as an author does."""
    pictures = {"media/table.svg": PICTURE, "media/visit.mp4": "a film"}
    for name, text in ({**BASE.files, **pictures} | section.files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    told = CliRunner().invoke(main, ["build"])
    return told.exit_code, COMMAND + told.stderr


def test_the_course_at_the_head_of_the_page_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert say(tmp_path, Section(""), monkeypatch) == (0, COMMAND)


@pytest.mark.parametrize("number", range(len(MISTAKES)), ids=[each.title for each in MISTAKES])
def test_the_tool_says_what_the_page_says(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = MISTAKES[number]
    code, said = say(tmp_path, section, monkeypatch)
    if os.environ.get("UPDATE_EXPECTED"):
        # The page is read anew: what stands above may just have been written anew itself.
        first, last = sections()[number + 1].lines
        lines = PAGE.read_text(encoding="utf-8").splitlines(keepends=True)
        PAGE.write_text("".join([*lines[: first + 1], said, *lines[last - 1 :]]), encoding="utf-8")
    else:
        assert said == section.said
    # A warning lets the course be built.
    assert code == (1 if " error " in said or " fatal " in said else 0)
    assert said != COMMAND


def test_each_mistake_is_shown_and_explained() -> None:
    assert len(MISTAKES) >= 24
    assert len({section.title for section in MISTAKES}) == len(MISTAKES)
    for section in MISTAKES:
        assert section.files, section.title
        assert section.sentences >= 2, section.title
