"""One style sheet for all kinds of activity: none may change how another looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2

import scormkit
from scormkit.activities.registry import kinds
from scormkit.render.styles import style

PACKAGE = Path(scormkit.__file__).parent
ACTIVITIES = PACKAGE / "activities"
NAME = re.compile(r"(?<![\w-])(sk-[\w-]+)")
CLASS = re.compile(r"\.(sk-[\w-]+)")
OWN = re.compile(r"\[data-sk-[\w-]+")


def selectors(css: str) -> list[str]:
    found: list[str] = []
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword != "keyframes":
            found += selectors(tinycss2.serialize(node.content))
        elif node.type == "qualified-rule":
            # A comma inside brackets parts no selectors.
            found += re.split(r",\s*(?![^()]*\))", tinycss2.serialize(node.prelude).strip())
    return found


def classes(folder: Path, *suffixes: str) -> set[str]:
    files = [each for each in folder.rglob("*") if each.suffix in suffixes]
    return {name for file in files for name in NAME.findall(file.read_text(encoding="utf-8"))}


FRAME = classes(PACKAGE / "render", ".css", ".html", ".py") | classes(PACKAGE / "player", ".js")
FOLDERS = {name: ACTIVITIES / name.replace("-", "_") for name in kinds()}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_kind_styles_what_is_its_own(name: str) -> None:
    """Each selector names the kind's own wrapper, or something that stands in no other kind, frame or part."""
    css = FOLDERS[name] / "style.css"
    if not css.is_file():
        return
    others = FRAME | classes(ACTIVITIES / "parts", ".css", ".html")
    for other, folder in FOLDERS.items():
        if other != name:
            others |= {f"sk-{other}"} | classes(folder, ".css", ".html")
    leaking = [
        selector
        for selector in selectors(css.read_text(encoding="utf-8"))
        if f"sk-{name}" not in CLASS.findall(selector)
        and not set(CLASS.findall(selector)) - others
        and not OWN.search(selector)
    ]
    assert leaking == []


def test_every_kind_gives_rules_that_a_browser_reads() -> None:
    whole = style(frozenset(kinds())).decode()
    assert not [node for node in tinycss2.parse_stylesheet(whole) if node.type == "error"]
