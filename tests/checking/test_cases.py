"""Every case under tests/packages: this rule and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scormkit.checking import check, rules

CASES = Path(__file__).parents[1] / "packages" / "scorm12"
FOLDERS = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def described(name: str) -> tuple[str, str]:
    """The rule of a case, and its verdict."""
    case = tomllib.loads((CASES / name / "case.toml").read_text("utf-8"))
    return case["rule"], name.rpartition("-")[2]


def findings(path: Path) -> set[tuple[str, str]]:
    return {(found.id, found.severity.value) for found in check(path)}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_case_gets_its_verdict_as_folder_and_as_zip(
    name: str, make_zip: Callable[[Mapping[str, bytes]], Path]
) -> None:
    rule, verdict = described(name)
    expected = set() if verdict == "valid" else {(rule, verdict)}
    folder = CASES / name / "package"
    assert findings(folder) == expected
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert findings(make_zip(files)) == expected


def test_every_finding_in_a_case_says_where_and_what_to_do() -> None:
    for name in FOLDERS:
        for found in check(CASES / name / "package", display="course"):
            assert found.message, name
            assert found.hint or found.id == "SK-PKG-017", name
            assert found.location.file == "course"
            if found.location.line:
                assert found.location.member == "imsmanifest.xml"
                lines = (CASES / name / "package" / "imsmanifest.xml").read_bytes().splitlines()
                assert found.excerpt is not None, name
                assert len(found.excerpt) == len(lines[found.location.line - 1].decode("utf-8-sig", "replace")), name
                assert found.location.column is not None, name
                assert 1 <= found.location.column <= len(found.excerpt) + 1, name


def test_every_rule_has_a_case_that_breaks_it_and_one_that_nearly_does(zip_pairs: set[str]) -> None:
    cases = [described(name) for name in FOLDERS]
    broken = {rule for rule, verdict in cases if verdict != "valid"}
    nearly = {rule for rule, verdict in cases if verdict == "valid"}
    known = {rule.definition.id for rule in rules()}
    assert known == (broken & nearly) | zip_pairs
    assert not (broken | nearly) - known


def test_every_case_names_a_known_rule_and_its_true_severity() -> None:
    severities = {rule.definition.id: rule.definition.severity.value for rule in rules()}
    for name in FOLDERS:
        rule, verdict = described(name)
        assert verdict in ("valid", severities[rule]), name
