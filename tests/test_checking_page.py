"""What docs/checking.md says is so."""

from __future__ import annotations

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit import __version__
from scormkit.archive.limits import GIB, MIB, Limits
from scormkit.checking import MOST_ALIKE, languages, lms_profiles, source
from scormkit.cli import main
from scormkit.cli.check import check
from scormkit.cli.formats import FORMATS
from scormkit.cli.settings import names
from scormkit.examining import DEFAULT_TIMEOUT, worker, xapi
from scormkit.policy import Known, read_settings
from tests.packages.cases import case

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("course.zip", "w") as file:
        for name, content in case("scorm12/P12-05-default-names-nothing-error").files.items():
            file.writestr(name, content)


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return str(found)


def test_every_option_is_told_and_no_other() -> None:
    there = {name for option in check.params for name in option.opts if name.startswith("-")}
    table = PAGE.partition("\n## Options\n")[2].partition("\n## ")[0]
    told = {
        name for line in re.findall(r"^\| (`-.*?) \|", table, re.MULTILINE) for name in re.findall(r"--?[a-z-]+", line)
    }
    assert told == there
    of_others = {"--profile"}
    assert set(re.findall(r"`(--[a-z-]+)", PAGE)) - there - of_others == set()


def test_every_setting_is_shown_as_it_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "scormkit.toml"
    file.write_text(block("toml"), "utf-8")
    settings = read_settings(file, Known(names, lms_profiles(), languages()))
    shown = set(re.findall(r"^(?:\[check\.)?([a-z-]+)(?:\]| =)", block("toml"), re.MULTILINE))
    assert shown == {
        "select", "ignore", "severity", "per-path-ignores", "fail-on",
        "lms", "language", "timeout", "jobs", "baseline",
    }  # fmt: skip
    assert len(settings.path_ignores) == len(settings.severity) == 2
    assert not CliRunner().invoke(main, ["check", "course.zip", "--fail-on", "never"]).stdout.startswith("Error")


def test_the_finding_that_it_shows_is_found_in_text_and_in_json() -> None:
    found = CliRunner().invoke(main, ["check", "course.zip"])
    assert found.exit_code == 1
    assert found.stdout in PAGE
    told = json.loads(CliRunner().invoke(main, ["check", "course.zip", "--format", "json"]).stdout)
    shown = json.loads(block("json"))
    shown["tool"]["version"] = __version__
    assert shown == told


def test_each_command_says_what_the_page_shows() -> None:
    shown = re.findall(r"^\$ scormkit (check course.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)
    assert len(shown) == 2
    for command, said in shown:
        assert CliRunner().invoke(main, shlex.split(command)).output == said


def test_the_problems_formats_languages_and_lmss_that_it_names_are_there() -> None:
    for name in re.findall(r"`(SK-[A-Z0-9-]+)`", PAGE):
        assert names().known(name)
    assert all(f"`{name}`" in PAGE for name in (*FORMATS, *languages(), *lms_profiles()))


def test_the_limits_are_those_of_the_code() -> None:
    table = PAGE.partition("\n## A package is hostile until checked\n")[2]
    told = [line.split(" | ")[1].removesuffix(" |") for line in table.splitlines() if line.startswith("| ")][1:]
    limits = Limits()
    assert limits.total_size == limits.member_size
    assert told == [
        f"{limits.members:,}",
        f"{limits.total_size // GIB} GiB",
        str(limits.ratio),
        f"{source.MAX_BYTES // MIB} MiB",
        f"{source.MAX_NODES:,}",
        str(source.MAX_DEPTH),
        f"{xapi.MAX_BYTES // MIB} MiB",
        str(MOST_ALIKE),
        f"{DEFAULT_TIMEOUT:g}",
        f"{worker.MOST_MEMORY // GIB} GiB",
    ]
    assert f"past {limits.ratio_floor // MIB} MiB" in table
