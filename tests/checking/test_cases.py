"""Every case under tests/packages: this rule and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from scormkit.checking import check, rules
from scormkit.diagnostics import Report
from tests.packages.cases import Case, cases, laid_out
from tests.rows import table


def zipped(files: Mapping[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def verdicts(report: Report) -> set[tuple[str, str]]:
    return {(found.id, found.severity.value) for found in report}


def expected(case: Case) -> set[tuple[str, str]]:
    return set() if case.verdict == "valid" else {(case.rule, case.verdict)}


@cache
def by_clause() -> dict[str, list[Case]]:
    """The cases of a room that are about one clause: few enough to fail together, many enough to be quick."""
    found: dict[str, list[Case]] = {}
    for case in cases():
        found.setdefault(f"{case.folder.parent.name}/{case.clause}", []).append(case)
    return found


@pytest.mark.parametrize("clause", by_clause())
def test_a_case_gets_its_verdict_and_every_finding_says_where_and_what_to_do(clause: str, tmp_path: Path) -> None:
    with table() as rows:
        for number, case in enumerate(by_clause()[clause]):
            folder = tmp_path / str(number)
            folder.mkdir()
            with rows.row(case.name):
                judged(case, folder)


def judged(case: Case, folder: Path) -> None:
    files = case.files
    path = laid_out(files, folder) / case.alone if case.alone else zipped(files, folder / (case.zipped or "a.zip"))
    report = check(path, lms=case.lms)
    assert verdicts(report) == expected(case)
    for found in report:
        assert found.message
        assert found.hint
        assert found.location.file == str(path)
        if found.location.line:
            lines = files[found.location.member or case.alone or ""].splitlines()
            assert found.excerpt is not None
            assert len(found.excerpt) == len(lines[found.location.line - 1].decode("utf-8-sig", "replace"))
            if found.location.column is not None:
                assert 1 <= found.location.column <= len(found.excerpt) + 1


@pytest.mark.slow
def test_every_case_gets_the_same_verdict_as_a_folder(tmp_path: Path) -> None:
    wrong = []
    for number, case in enumerate(one for one in cases() if not one.zipped and not one.alone):
        found = verdicts(check(laid_out(case.files, tmp_path / str(number)), lms=case.lms))
        if found != expected(case):
            wrong.append((case.name, found))
    assert wrong == []


def test_every_rule_has_a_case_that_breaks_it_and_one_that_nearly_does(zip_pairs: set[str]) -> None:
    broken = {case.rule for case in cases() if case.verdict != "valid"}
    nearly = {case.rule for case in cases() if case.verdict == "valid"}
    known = {rule.definition.id for rule in rules()}
    assert known == (broken & nearly) | zip_pairs
    assert not (broken | nearly) - known


def test_every_case_names_a_known_rule_and_its_true_severity() -> None:
    severities = {rule.definition.id: rule.definition.severity.value for rule in rules()}
    for case in cases():
        assert case.verdict in ("valid", severities[case.rule]), case.name
