"""A small course to translate."""

from pathlib import Path

import pytest

COURSE = """\
id: demo
slug: demo
title: Een cursus
language: nl
translations: [en]
version: "1"
keywords: [opvoeden, samen]
glossary:
  - {term: ouder, also: [ouders], meaning: Wie opvoedt.}
references:
  - {id: de_vries, authors: ["Vries, A."], year: in druk, title: Samen}
modules: [one]
"""
MODULE = """\
id: m1
slug: one
title: Module
pages:
  - id: start
    title: Begin
    content:
      - {kind: text, text: Eerst dit.}
      - kind: choice
        id: q1
        question: |
          Wie zijn [[ouders]]?

          Kies.
        options:
          - {id: a, text: Jij, feedback: Ja.}
          - {id: b, text: Ik}
        feedback: Ja.
      - {kind: text, text: "Dan dit [@de_vries]."}
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "course.yaml").write_text(COURSE)
    (tmp_path / "one" / "module.yaml").write_text(MODULE)
    return tmp_path
