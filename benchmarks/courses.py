"""Courses of any size, generated: the same for the same numbers."""

from __future__ import annotations

import json
import random
from pathlib import Path

_WORDS = (
    *("we", "listen", "before", "speak", "and", "ask", "what", "a", "parent", "sees", "at"),
    *("home", "where", "the", "child", "does", "not", "live", "today"),
)


def paged_course(folder: Path, modules: int, pages: int) -> Path:
    """A course of `modules` with `pages` each; a page has a text of 120 words and, each fifth, a question."""
    chance = random.Random(4)  # noqa: S311 - a benchmark needs no secrets
    _course(folder, modules)
    for number in range(modules):
        contents = [_page(chance, f"p{page}", question=page % 5 == 0) for page in range(pages)]
        _module(folder, number, contents)
    return folder


def media_course(folder: Path, files: int, size: int) -> Path:
    """A course with `files` films of `size` bytes of noise, a module for each four of them."""
    modules = (files + 3) // 4
    _course(folder, modules)
    for number in range(files):
        chance = random.Random(number)  # noqa: S311 - a benchmark needs no secrets
        media = folder / "modules" / str(number // 4) / "media"
        media.mkdir(parents=True, exist_ok=True)
        with (media / f"film-{number}.mp4").open("wb") as stream:
            for start in range(0, size, 1 << 20):
                stream.write(chance.randbytes(min(1 << 20, size - start)))
    for number in range(modules):
        films = range(number * 4, min(number * 4 + 4, files))
        contents = [
            {
                "id": f"p{film}",
                "title": f"Film {film}",
                "content": [{"kind": "download", "file": f"media/film-{film}.mp4", "title": "The film"}],
            }
            for film in films
        ]
        _module(folder, number, contents)
    return folder


def _course(folder: Path, modules: int) -> None:
    folder.mkdir(parents=True)
    course = {
        "id": "bench",
        "slug": "bench",
        "title": "A generated course",
        "language": "en",
        "version": "1.0",
        "package": "course",
        "media": {"budget": 5000},
        "modules": [f"modules/{number}" for number in range(modules)],
    }
    (folder / "course.yaml").write_text(json.dumps(course, indent=1))  # JSON is YAML


def _module(folder: Path, number: int, pages: list[dict[str, object]]) -> None:
    module = {"id": f"m{number}", "slug": f"module-{number}", "title": f"Module {number}", "pages": pages}
    file = folder / "modules" / str(number) / "module.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(module, indent=1))


def _page(chance: random.Random, identifier: str, *, question: bool) -> dict[str, object]:
    content: list[dict[str, object]] = [{"kind": "text", "text": " ".join(chance.choices(_WORDS, k=120))}]
    if question:
        options = [{"id": letter, "text": " ".join(chance.choices(_WORDS, k=6))} for letter in "abc"]
        options[0]["correct"] = True
        content.append({"kind": "choice", "id": f"q_{identifier}", "question": "What comes first?", "options": options})
    return {"id": identifier, "title": f"Page {identifier}", "content": content}
