"""`docs/rules.md` is what the rules say."""

from __future__ import annotations

from pathlib import Path

from scormkit.checking import definitions
from scormkit.checking.reference import page


def test_the_page_of_the_rules_is_the_one_that_they_make() -> None:
    written = Path(__file__).parents[2] / "docs" / "rules.md"
    assert written.read_text("utf-8") == page(), "run `make docs`"


def test_every_rule_stands_there_once() -> None:
    text = page()
    assert [one.id for one in definitions() if text.count(f"### {one.id} ") != 1] == []
