"""`scormkit rules` and `scormkit explain`: all that can be found, by id, alias or the beginning of ids."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from scormkit.checking import lms_profiles
from scormkit.checking import rules as all_rules
from scormkit.checking.words import titles
from scormkit.cli.definitions import everything, of_check
from scormkit.cli.explain import explain
from scormkit.cli.rules import rules
from tests.rows import table


def listed(*arguments: str) -> list[str]:
    result = CliRunner().invoke(rules, arguments)
    assert result.exit_code == 0
    return [line.split()[0] for line in result.stdout.splitlines()]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(explain, arguments)


def test_ids_and_aliases_are_used_once_whoever_says_them() -> None:
    found = everything()
    names = [name for each in found for name in (each.id, each.alias)]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert set(of_check()) < set(found)
    assert [each.id for each in found] == sorted(each.id for each in found)


def test_rules_are_those_of_packages_and_all_is_all() -> None:
    assert listed() == [rule.definition.id for rule in all_rules()]
    assert listed("--all") == [each.id for each in everything()]


def test_names_choose_from_all() -> None:
    assert listed("SK-CFG") == ["SK-CFG-001", "SK-CFG-002", "SK-CFG-003"]
    assert listed("sk-chk-", "default-organization", "SK-CFG-001") == [
        "SK-CFG-001",
        *(f"SK-CHK-00{number}" for number in range(1, 6)),
        "SK-S12-007",
    ]
    assert {each.split("-")[1] for each in listed("SK-XAPI", "SK-BLD", "SK-SRC")} == {"XAPI", "BLD", "SRC"}


def test_a_name_of_nothing_is_exit_2_with_a_guess() -> None:
    result = CliRunner().invoke(rules, ["SK-S12-0077"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: there is no rule called SK-S12-0077; did you mean `SK-S12-007`?\n"
    assert "\x1b" not in CliRunner().invoke(rules, ["\x1b[2J"]).output


@pytest.mark.parametrize("lms", lms_profiles())
def test_rules_of_an_lms_are_its_own(lms: str) -> None:
    assert listed("--lms", lms) == [rule.definition.id for rule in all_rules() if rule.lms == lms]
    assert CliRunner().invoke(rules, ["--lms", f"{lms}x"]).exit_code == 2


def test_rules_as_json_say_all_that_there_is_to_know() -> None:
    result = CliRunner().invoke(rules, ["--format", "json", "SK-S12-007", "SK-PKG-001", "SK-CFG-001"])
    config, zipped, default = json.loads(result.stdout)
    assert default == {
        "id": "SK-S12-007",
        "alias": "default-organization",
        "severity": "error",
        "title": default["explanation"].splitlines()[0],
        "explanation": default["explanation"],
        "reference": "SCORM 1.2 CAM, organizations",
        "editions": ["SCORM 1.2"],
        "lms": None,
    }
    assert (zipped["editions"], config["editions"], config["reference"]) == (None, None, None)


def test_titles_are_told_in_dutch() -> None:
    title = titles("nl")["SK-CFG-001"]
    lines = CliRunner().invoke(rules, ["SK-CFG-001", "--language", "nl"]).stdout.splitlines()
    assert lines == [f"SK-CFG-001  unused-ignore  info  {title}"]
    found = json.loads(CliRunner().invoke(rules, ["SK-CFG-001", "--language", "nl", "--format", "json"]).stdout)
    assert found[0]["title"] == title
    assert run("unused-ignore", "--language", "nl").stdout.startswith(
        f"SK-CFG-001 unused-ignore (info)\n\n{title}\n\nEvery rule that is ignored is broken somewhere.\n"
    )


def test_everything_that_can_be_said_has_its_page() -> None:
    with table() as rows:
        for each in everything():
            with rows.row(each.id):
                result = run(each.alias.upper())
                assert result.exit_code == 0
                assert result.stdout.startswith(f"{each.id} {each.alias} (")


def test_a_page_says_what_a_rule_holds_for() -> None:
    assert "\nHolds for: SCORM 1.2\n\nReference: " in run("SK-S12-007").stdout
    assert "Holds for" not in run("SK-PKG-001").stdout
    of_lms = next(rule for rule in all_rules() if rule.lms is not None)
    assert f"only with --lms {of_lms.lms}\n" in run(of_lms.definition.id).stdout
