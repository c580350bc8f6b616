"""`scormkit check` with settings, baselines and options: what counts, what is told, and what is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.checking import lms_profiles
from scormkit.cli.check import check
from tests.packages.cases import by_verdict


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_verdict(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(check, arguments)


def found(result: Result) -> list[str]:
    return [line.split()[2].rstrip(":") for line in result.stdout.splitlines() if not line.startswith(" ")]


def settings(text: str, name: str = "scormkit.toml") -> None:
    Path(name).write_text(text, "utf-8")


def test_settings_are_found_and_can_be_named_or_left_out() -> None:
    settings('[check]\nignore = ["SK-S12-007"]\n')
    settings('[check]\nignore = ["SK-S12"]\n', "other.toml")
    assert (found(run("error")), run("error").exit_code) == ([], 0)
    assert found(run("error", "--no-config")) == ["SK-S12-007"]
    assert found(run("error", "warning", "--config", "other.toml")) == []
    assert run("error", "--config", "other.toml", "--no-config").exit_code == 2


def test_settings_of_a_folder_above_count_for_paths_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('[tool.scormkit.check.per-path-ignores]\n"error" = ["SK-S12"]\n', "pyproject.toml")
    monkeypatch.chdir(tmp_path / "valid")
    assert found(run("../error")) == []
    monkeypatch.chdir(tmp_path / "error")
    assert found(run(".")) == []
    assert found(run("imsmanifest.xml")) == []


def test_options_come_before_settings_and_ignores_add_up() -> None:
    settings('[check]\nselect = ["SK-PKG"]\nignore = ["SK-PKG"]\nfail-on = "info"\nlanguage = "nl"\n')
    assert found(run("error", "warning", "info")) == []
    result = run("error", "warning", "info", "--select", "SK-S12", "--ignore", "SK-S12-007", "--language", "en")
    assert found(result) == ["SK-S12-036"]
    assert "hint: " in result.stdout
    assert run("warning", "--select", "SK-S12", "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize(
    ("package", "fail_on", "status"),
    [("info", "info", 1), ("info", "warning", 0), ("error", "never", 0), ("fatal", "never", 0), ("valid", "info", 0)],
)
def test_what_counts_for_the_exit_status(package: str, fail_on: str, status: int) -> None:
    assert run(package, "--fail-on", fail_on).exit_code == status
    settings(f'[check]\nfail-on = "{fail_on}"\n')
    assert run(package).exit_code == status


def test_what_could_not_be_read_wins_whatever_counts() -> None:
    assert run("missing", "error", "--fail-on", "never").exit_code == 2


def test_a_severity_of_the_settings_counts() -> None:
    settings('[check.severity]\nSK-S12 = "info"\n')
    result = run("error")
    assert (found(result), result.exit_code) == (["SK-S12-007"], 0)
    assert ": info SK-S12-007: " in result.stdout


def test_names_are_split_at_commas() -> None:
    assert found(run("error", "warning", "--ignore", "SK-S12-007, default-organization,SK-S12-036")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ignore", "SK-S12-0007"), "there is no rule SK-S12-0007; did you mean `SK-S12-007`?"),
        (("--select", "nonsense-zz"), "there is no rule nonsense-zz; `scormkit rules --all` lists them"),
        (("--lms", "moodel"), "there are no rules for an LMS moodel; "),
        (("--timeout", "0"), "--timeout"),
        (("--jobs", "0"), "--jobs"),
        (("--language", "xx"), "--language"),
        (("--baseline", "none.json"), "Error: none.json: there is no such file; write it with --write-baseline"),
        (("--baseline", "a", "--write-baseline", "b"), "exclude each other"),
        (("--config", "none.toml"), "Error: none.toml: it cannot be read: No such file or directory"),
    ],
)
def test_an_option_that_cannot_be_followed_is_refused_before_anything_is_judged(
    arguments: tuple[str, ...], said: str
) -> None:
    result = run("error", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_all_mistakes_in_settings_are_told_and_nothing_is_judged() -> None:
    settings('[check]\nignroe = []\nselect = ["zzzzz"]\n')
    result = run("error")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "Error: scormkit.toml:2: check.ignroe: there is no such setting; did you mean `ignore`?",
        "Error: scormkit.toml:3: check.select: there is no rule `zzzzz`; `scormkit rules --all` lists them",
    ]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"#" * 2_000_000, b"[check", b"[check]\nignore = " + b"[" * 100_000])
def test_hostile_settings_are_one_line_and_exit_2(data: bytes) -> None:
    Path("scormkit.toml").write_bytes(data)
    result = run("error")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert result.stderr.startswith("Error: scormkit.toml")
    assert isinstance(result.exception, SystemExit)


def test_unused_ignores_are_told_as_notes() -> None:
    settings('[check]\nignore = ["SK-S12"]\n')
    result = run("valid", "--ignore", "SK-XML")
    assert (found(result), result.exit_code) == (["SK-CFG-001", "SK-CFG-001"], 0)
    assert result.stdout.startswith("--ignore: info SK-CFG-001: `SK-XML` is ignored, and nothing ")
    assert (
        "\nscormkit.toml:2: info SK-CFG-001: `SK-S12` is ignored, and nothing that was checked breaks it\n"
        in result.stdout
    )


def test_a_baseline_accepts_what_is_found_today_and_tells_what_is_new_and_what_is_gone() -> None:
    written = run("error", "fatal", "valid", "--write-baseline", "accepted.json")
    assert written.exit_code == 1  # what could not be judged cannot be accepted
    assert found(written) == ["SK-XML-001"]
    assert "Accepted 1 finding in accepted.json.\n" in written.stderr
    text = Path("accepted.json").read_text("utf-8")
    assert [one["rule"] for one in json.loads(text)["findings"]] == ["SK-S12-007"]
    again = run("error", "fatal", "valid", "--write-baseline", "accepted.json")
    assert (again.stdout, Path("accepted.json").read_text("utf-8")) == (written.stdout, text)

    settings('[check]\nbaseline = "accepted.json"\n')
    assert (found(run("error", "valid")), run("error", "valid").exit_code) == ([], 0)
    assert found(run("error", "warning", "--baseline", "accepted.json")) == ["SK-S12-036"]
    shutil.rmtree("error")
    shutil.copytree("valid", "error")
    stale = run("error")
    assert (found(stale), stale.exit_code) == (["SK-CFG-003"], 1)
    assert run("valid").exit_code == 0


def test_a_baseline_of_settings_above_is_found_and_told_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("error", "--write-baseline", "accepted.json")
    settings('[check]\nbaseline = "accepted.json"\n')
    assert found(run("error")) == []
    shutil.rmtree("error")
    shutil.copytree("valid", "error")
    assert run("error").stdout.startswith("accepted.json: warning SK-CFG-003: ")
    monkeypatch.chdir(tmp_path / "error")
    assert run(".").stdout.startswith(f"{tmp_path}/accepted.json: warning SK-CFG-003: SK-S12-007 is accepted in error/")


def test_a_current_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    result = run("x.zip")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: the current folder cannot be seen: No such file or directory\n"


def test_a_baseline_of_another_language_is_refused() -> None:
    run("error", "--write-baseline", "accepted.json", "--language", "nl")
    result = run("error", "--baseline", "accepted.json")
    assert result.exit_code == 2
    assert "it was written in the language 'nl', not 'en'" in result.stderr


def test_a_baseline_that_cannot_be_written_is_told() -> None:
    result = run("error", "--write-baseline", "no/such/folder.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot write no/such/folder.json: ")


def test_findings_are_told_in_dutch() -> None:
    result = run("error", "--language", "nl")
    assert "default is `ORG-1`" in result.stdout
    assert "hint: bedoelde je `org-1`?" in result.stdout
    assert result.stderr == "Checked 1 package: 1 error in 1 file.\n"


@pytest.mark.skipif(not lms_profiles(), reason="no LMS has rules of its own")
def test_rules_of_an_lms_are_asked_on_request_and_from_settings() -> None:
    manifest = Path("valid", "imsmanifest.xml")
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("<title>Start</title>", "<title>0</title>"), "utf-8")
    assert "SK-LMS-005" not in found(run("valid"))
    assert "SK-LMS-005" in found(run("valid", "--lms", "moodle"))
    settings('[check]\nlms = ["moodle"]\nignore = ["SK-LMS"]\n')
    assert found(run("valid")) == []
    settings('[check]\nignore = ["SK-LMS"]\n')
    assert found(run("valid")) == []  # a rule that nobody asked cannot be broken
