"""Small courses that declare topics, written as files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

TOPICS = """
topics:
  - {id: listening, title: Listening | before you advise, source: "the brief, page 3", every_module: true}
  - {id: asking-on, title: Asking on}
  - {id: silence, title: Keeping silent}
"""
FIRST = """
  - id: start
    title: A *first* page
    covers: [asking-on, listening]
    content:
      - {kind: text, text: Hello., covers: [listening]}
      - kind: stepper
        id: walk
        title: A walk
        steps:
          - id: s
            title: Begin
            minutes: 1
            content:
              - {kind: reflection, id: think_on, question: What now?, covers: [asking-on]}
          - {id: e, title: End, minutes: 1}
"""
SECOND = """
  - id: p
    title: Another
    content:
      - {kind: text, text: Hello again.}
      - {kind: text, text: And again.}
"""


def write_course(
    folder: Path, topics: str = TOPICS, pages: Mapping[str, str] | None = None, language: str = "en"
) -> Path:
    """Write a course into a folder: what `course.yaml` says beside the least, and the pages of each module."""
    modules = {"m1": FIRST, "m2": SECOND} if pages is None else pages
    head = f'id: c\nslug: c\ntitle: A course\nlanguage: {language}\nversion: "1"\nmodules: [{", ".join(modules)}]\n'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "course.yaml").write_text(head + topics, encoding="utf-8")
    for name, text in modules.items():
        (folder / name).mkdir(exist_ok=True)
        module = f"id: {name}\nslug: {name}\ntitle: Module {name}\npages:{text}"
        (folder / name / "module.yaml").write_text(module, encoding="utf-8")
    return folder
