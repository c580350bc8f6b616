"""`scormkit check`, `explain` and `rules`: what is said where, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit import __version__
from scormkit.checking import rules as all_rules
from scormkit.cli.check import check
from scormkit.cli.explain import explain
from scormkit.cli.rules import rules
from tests.packages.cases import by_verdict

VALID, ERROR, WARNING, INFO, FATAL = "valid", "error", "warning", "info", "fatal"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_verdict(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(check, arguments)


def test_a_clean_package_says_nothing_on_stdout_and_exits_0() -> None:
    result = run(VALID)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Checked 1 package: no problems.\n"


def test_findings_go_to_stdout_the_summary_to_stderr_and_the_exit_status_is_1() -> None:
    result = run(ERROR, VALID, WARNING)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{ERROR}/imsmanifest.xml:9:18: error SK-S12-007: ")
    assert f"\n{WARNING}/imsmanifest.xml:18:74: warning SK-S12-036: " in result.stdout
    assert result.stderr == "Checked 3 packages: 1 error, 1 warning in 2 files.\n"


@pytest.mark.parametrize(
    ("package", "fail_on", "status"),
    [
        (INFO, None, 0),
        (INFO, "info", 1),
        (WARNING, None, 1),
        (WARNING, "error", 0),
        (ERROR, "error", 1),
        (FATAL, "error", 1),
        (VALID, "info", 0),
    ],
)
def test_what_counts_as_a_finding_can_be_chosen(package: str, fail_on: str | None, status: int) -> None:
    assert run(package, *(("--fail-on", fail_on) if fail_on else ())).exit_code == status


def test_a_path_that_cannot_be_read_is_one_line_and_exit_2_and_the_others_are_still_checked(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.zip")
    result = run("-q", missing, ERROR)
    assert result.exit_code == 2
    assert result.stderr == f"Error: cannot read {missing}: No such file or directory\n"
    assert "SK-S12-007" in result.stdout


def test_quiet_leaves_out_the_summary() -> None:
    assert run("-q", VALID).output == ""


def test_json_is_one_document_on_stdout() -> None:
    result = run("--format", "json", "-q", ERROR, VALID)
    document = json.loads(result.stdout)
    assert document["tool"]["version"] == __version__
    assert [found["id"] for found in document["diagnostics"]] == ["SK-S12-007"]
    assert result.exit_code == 1
    assert json.loads(run("--format", "json", "-q", VALID).stdout)["diagnostics"] == []


def test_no_package_is_misuse() -> None:
    assert run().exit_code == 2


@pytest.mark.parametrize("name", ["SK-S12-007", "sk-s12-007", "Default-Organization"])
def test_explain_takes_ids_and_aliases_in_any_case(name: str) -> None:
    result = CliRunner().invoke(explain, [name])
    assert result.exit_code == 0
    assert result.stdout.startswith("SK-S12-007 default-organization (error)\n\n`organizations` says by `default`")
    assert "\nBad: " in result.stdout
    assert result.stdout.endswith("Reference: SCORM 1.2 CAM, organizations\n")


@pytest.mark.parametrize("name", ["SK-SRC-001", "SK-BLD-001", "SK-PKG-019"])
def test_explain_knows_problems_of_sources_builds_and_reports_too(name: str) -> None:
    result = CliRunner().invoke(explain, [name])
    assert result.exit_code == 0
    assert result.stdout.startswith(name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("default-organisation", "did you mean `default-organization`?"), ("zzz", "`scormkit rules` lists")],
)
def test_an_unknown_name_is_exit_2_with_a_guess(name: str, hint: str) -> None:
    result = CliRunner().invoke(explain, [name])
    assert (result.exit_code, result.stdout) == (2, "")
    assert hint in result.stderr


def test_rules_lists_every_rule_with_alias_severity_and_title() -> None:
    lines = CliRunner().invoke(rules).stdout.splitlines()
    assert len(lines) == len(all_rules())
    rows = [line.split(maxsplit=3) for line in lines]
    assert ["SK-PKG-001", "not-a-zip", "fatal", "A package is a zip that opens."] in rows
