"""What a course covers is for its authors: no byte of what is built shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormkit.building import build
from tests.courses.topics import FIRST, SECOND, write_course

BASE = "base_iri: https://example.org/c/\n"
TOPICS = """
topics:
  - {id: listening, title: Listening, source: A brief, every_module: true}
  - {id: asking-on, title: Asking on}
"""


def files(folder: Path) -> dict[str, bytes]:
    """All that lies in the folder but what the next build is quicker with."""
    found = (each for each in folder.rglob("*") if each.is_file())
    return {
        path.as_posix(): each.read_bytes()
        for each in found
        if not (path := each.relative_to(folder)).parts[0].startswith(".")
    }


@pytest.mark.slow
def test_topics_change_no_byte_of_what_is_built(tmp_path: Path) -> None:
    pages = {"m1": FIRST, "m2": SECOND.replace("Hello again.", "Hello again., covers: [listening]")}
    bare = {name: re.sub(r"(?m)^ *covers: .*\n|, covers: \[[^]]*\]", "", text) for name, text in pages.items()}
    with_topics = write_course(tmp_path / "with", BASE + TOPICS, pages)
    without = write_course(tmp_path / "without", BASE, bare)
    assert [text.count("covers") for text in (*pages.values(), *bare.values())] == [3, 1, 0, 0]
    for course in (with_topics, without):
        result = build(course, course / "dist", targets=("all",))
        assert result.packages, [str(problem.message) for problem in result.report]
    found = files(with_topics / "dist")
    assert len(found) > 20
    assert found == files(without / "dist")
