"""A build of many modules takes little more memory than one of few."""

from __future__ import annotations

import json
import random
import tracemalloc
from pathlib import Path

import pytest

from scormkit import build

PAGES = 40


def course_of(folder: Path, modules: int, **more: str) -> Path:
    """A course whose pages have 600 letters, and each fifth a question."""
    chance = random.Random(1)

    def words(count: int) -> str:
        return " ".join("".join(chance.choices("aeilnorst", k=5)) for _ in range(count))

    names = [f"m{number}" for number in range(modules)]
    for name in names:
        pages = []
        for number in range(PAGES):
            content: list[object] = [{"kind": "text", "text": words(100)}]
            if number % 5 == 0:
                options = [{"id": "a", "text": words(4), "correct": True}, {"id": "b", "text": words(4)}]
                content.append({"kind": "choice", "id": f"q{number}", "question": "What?", "options": options})
            pages.append({"id": f"p{number}", "title": f"Page {number}", "content": content})
        (folder / name).mkdir(parents=True)
        module = {"id": name, "slug": name, "title": name, "pages": pages}
        (folder / name / "module.yaml").write_text(json.dumps(module, indent=1))
    course = {"id": "x", "slug": "x", "title": "X", "language": "en", "version": "1", "package": "course"}
    (folder / "course.yaml").write_text(json.dumps(course | more | {"modules": names}))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("told", [{}, {"base_iri": "https://example.org/"}], ids=["", "told to an LRS"])
def test_a_page_more_takes_little_memory(tmp_path: Path, told: dict[str, str]) -> None:
    def peak(modules: int) -> int:
        course = course_of(tmp_path / f"course-{modules}", modules, **told)
        tracemalloc.start()
        try:
            result = build(course, tmp_path / f"dist-{modules}")
            assert not result.report.has_errors
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # templates and much else is read once for all builds
    few, many = peak(3), peak(23)
    # A page as it is read takes 8 kB, and as a model with its HTML 4 kB.
    assert (many - few) / (20 * PAGES) < 3000
