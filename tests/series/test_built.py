"""The series covers all that the deck asks for, says where, and is built for every target without a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit import build
from scormkit.cli import main
from scormkit.course.reading import load_course
from scormkit.diagnostics import Severity
from scormkit.targets.registry import TARGETS

from .written import MODULES, SERIES

KNOWN = {"SK-PKG-017"}
"""What is said of every package of a standard that the checker does not judge yet."""


def test_the_source_has_no_finding_so_no_topic_is_left_uncovered() -> None:
    report = load_course(SERIES).report
    assert [f"{each.id} {each.location.file}:{each.location.line} {each.message}" for each in report] == []


def test_where_each_topic_is_covered_is_written_down() -> None:
    sheet = SERIES / "COVERAGE.md"
    result = CliRunner().invoke(main, ["coverage", str(SERIES), "--output", str(sheet), "--check"])
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_it_is_built_for_every_target_without_a_finding(tmp_path: Path) -> None:
    result = build(SERIES, tmp_path, targets=("all",))
    found = [each for each in result.report if each.severity is not Severity.INFO or each.id not in KNOWN]
    assert [f"{each.id} {each.location} {each.message}" for each in found] == []
    assert len(result.packages) == len(TARGETS) * (len(MODULES) + 1)
