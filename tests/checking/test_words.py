"""Every sentence of the checker has its Dutch, and no Dutch is left over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

from scormkit import examining, policy
from scormkit.checking import check, definitions, languages
from scormkit.checking.words import sentences, titles
from tests.packages.cases import cases, laid_out

ROOT = Path(__file__).parents[2] / "scormkit"
WORDS = ROOT / "checking" / "words"
SAYING = [
    ROOT / "hints.py",
    *(path for room in ("checking", "archive", "policy", "examining") for path in sorted((ROOT / room).rglob("*.py"))),
]
OTHERS = languages()[1:]


def said() -> Iterator[tuple[Path, int, ast.expr]]:
    """The first argument of every `say(…)`."""
    for path in SAYING:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield path, node.lineno, node.args[0]


def templates() -> set[str]:
    return {node.value for _, _, node in said() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def fields(template: str) -> list[tuple[str, str | None]]:
    return sorted((name, spec) for _, name, spec, _ in Formatter().parse(template) if name is not None)


def test_every_sentence_is_written_out_where_it_is_said() -> None:
    computed = [f"{path}:{line}" for path, line, node in said() if not isinstance(node, ast.Constant)]
    assert not computed


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_has_its_translation_with_the_same_fields(language: str) -> None:
    words = sentences(language)
    assert sorted(templates() - set(words)) == []
    assert [text for text in sorted(templates()) if fields(words[text]) != fields(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over_or_made_twice(language: str) -> None:
    assert sorted(set(sentences(language)) - templates() - {"GROUPS"}) == []
    seen: list[str] = []
    for file in sorted((WORDS / language).glob("*.yaml")):
        read = yaml.safe_load(file.read_text("utf-8"))
        seen += [*(read.get("sentences") or {}), *(read.get("titles") or {})]
    assert sorted({text for text in seen if seen.count(text) > 1}) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_has_a_title(language: str) -> None:
    told = (*definitions(), *policy.DEFINITIONS, *examining.DEFINITIONS)
    assert set(titles(language)) == {one.id for one in told}
    assert [one for one, title in titles(language).items() if not title.endswith(".")] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_the_same_is_found_in_every_language_and_said_in_it(language: str, tmp_path: Path) -> None:
    said_in_english = []
    for case in cases():
        folder = laid_out(case.files, tmp_path / case.name)
        path = folder / case.alone if case.alone else folder
        english, other = (check(path, display="x", lms=case.lms, language=each) for each in ("en", language))
        assert [(one.id, one.location) for one in english] == [(one.id, one.location) for one in other], case.name
        pairs = zip(english, other, strict=True)
        said_in_english += [(case.name, one.message) for one, two in pairs if one.message == two.message]
    assert said_in_english == []


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no words for the language 'xx'"):
        check(tmp_path, language="xx")


def test_an_lms_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no rules for the LMS 'xx'"):
        check(tmp_path, lms=("xx",))
