"""Courses that differ from the one that a learner began with, and one whose saved state is as long as it may get."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

FOUR = Path(__file__).parents[2] / "courses" / "four"
LIMITS = {"scorm12": 4096, "scorm2004": 64000}
"""How many characters of saved state an LMS has to keep (SCORM 1.2 RTE 3.4; SCORM 2004 RTE 4.2.24)."""

Module = dict[str, Any]


def write(edit: Callable[[Module], None], folder: Path) -> Path:
    """Write a course of the second of four small modules alone, after this edit. Gives the folder of the course."""
    shutil.copytree(FOUR, folder)
    about = folder / "course.yaml"
    about.write_text(
        about.read_text("utf-8").replace("[modules/1, modules/2, modules/3, modules/4]", "[modules/2]"), "utf-8"
    )
    file = folder / "modules" / "2" / "module.yaml"
    module = yaml.safe_load(file.read_text("utf-8"))
    edit(module)
    file.write_text(yaml.safe_dump(module, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def _page(module: Module, name: str) -> Module:
    return next(page for page in module["pages"] if page["id"] == name)


def an_activity_removed(module: Module) -> None:
    page = _page(module, "water")
    page["content"] = [each for each in page["content"] if each.get("id") != "c_water"]


def an_activity_added(module: Module) -> None:
    right, wrong = {"id": "a", "text": "Ja", "correct": True}, {"id": "b", "text": "Nee"}
    question = {
        "kind": "choice",
        "id": "c_new",
        "title": "Nieuw",
        "question": "Is dit nieuw?",
        "options": [right, wrong],
    }
    _page(module, "water")["content"].insert(0, question)


def options_changed(module: Module) -> None:
    question = next(each for each in _page(module, "water")["content"] if each.get("id") == "c_water")
    for option, name in zip(question["options"], "xyz", strict=True):
        option["id"] = name


def pages_in_another_order(module: Module) -> None:
    module["pages"].reverse()


def a_page_removed(module: Module) -> None:
    module["pages"].remove(_page(module, "zout"))


CHANGES: dict[Callable[[Module], None], tuple[str, ...]] = {
    an_activity_removed: ("c_water",),
    an_activity_added: (),
    options_changed: ("c_water",),
    pages_in_another_order: (),
    a_page_removed: ("c_zout",),
}
"""What may change in a course, and which of two answers mean nothing any more: to `c_water`, and to `c_zout`, where
the learner left."""

# See `scormkit.render.state`, and the docstring of a text with blanks: the longest blank holds characters that take
# four places each.
_FIXED = len("1abcd") + len("p~p~") + len("~7ps")
_BLANKS, _SIZE, _WIDTH = 20, 60, 4
_MOST_OPTIONS = 20


def _blanks(name: str, sizes: list[int]) -> Module:
    ids = "abcdefghijklmnopqrstuvwxyz"[: len(sizes)]
    blanks = [{"id": each, "answers": [f"x{each}"], "size": size} for each, size in zip(ids, sizes, strict=True)]
    text = " ".join(f"[{each}]" for each in ids)
    return {"kind": "fill-in", "id": name, "title": "Vul in", "question": "Vul in.", "text": text, "blanks": blanks}


def filled(limit: int, more: int = 0) -> Callable[[Module], None]:
    """A module whose saved state can take `limit` characters, and `more`."""

    def edit(module: Module) -> None:
        content: list[Module] = []
        rest = limit - _FIXED
        # A choice of several options takes one place for each: it makes up for what blanks are too coarse for.
        rest -= len("z-") + _MOST_OPTIONS // 2
        while rest > 12:
            name = f"f{len(content)}"
            rest -= len(f"{name}-.")
            sizes: list[int] = []
            while len(sizes) < _BLANKS and rest > len("a") + _WIDTH + len("--"):
                rest -= len("--") if sizes else 0
                sizes.append(min(_SIZE, (rest - len("a")) // _WIDTH))
                rest -= len("a") + _WIDTH * sizes[-1]
            content.append(_blanks(name, sizes))
        options = [{"id": letter, "text": letter} for letter in "abcdefghijklmnopqrstuvwxyz"]
        many = options[: _MOST_OPTIONS // 2 + rest + more]
        question = {
            "kind": "choice",
            "id": "z",
            "title": "Kies",
            "question": "Kies.",
            "multiple": True,
            "options": many,
        }
        module["pages"] = [{"id": "p", "title": "Vol", "content": [*content, question]}]

    return edit
