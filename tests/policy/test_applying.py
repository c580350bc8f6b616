"""What is left of a report by what a team asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scormkit.diagnostics import Report, Severity
from scormkit.policy import Checked, PathIgnore, Settings, apply
from tests.policy.problems import NAMES, entry, problem

ALL = Report.of(
    [
        problem("SK-PKG-012", member="Thumbs.db"),
        problem("SK-S12-007", member="imsmanifest.xml"),
        problem("SK-WEB-003", member="pages/one.html"),
        problem("SK-WEB-004", member="pages/two.html"),
        problem("SK-WEB-003", "b.zip", "index.html"),
        problem("SK-PKG-001", "broken.zip", None, None),
    ]
)
CHECKED = Checked(["a.zip", "b.zip", "broken.zip"])
NOTHING = Settings(Path.cwd())


def told(settings: Settings, report: Report = ALL, checked: Checked = CHECKED) -> list[str]:
    return [
        f"{each.id} {each.location.path}" if not each.id.startswith("SK-CFG") else f"{each.id} {each.message}"
        for each in apply(report, settings, NAMES, checked)
    ]


def test_without_settings_all_is_told() -> None:
    assert apply(ALL, NOTHING, NAMES, CHECKED) == ALL


@pytest.mark.parametrize("name", ["SK-S12-007", "sk-s12-007", "default-organization", "SK-S12", "sk-s12-"])
def test_nothing_but_what_is_selected_is_told_and_that_a_package_could_not_be_judged(name: str) -> None:
    assert told(replace(NOTHING, select=(entry(name),))) == [
        "SK-S12-007 a.zip/imsmanifest.xml",
        "SK-PKG-001 broken.zip",
    ]


def test_the_beginning_of_an_id_ends_with_a_part_of_it() -> None:
    assert told(replace(NOTHING, select=(entry("SK-S1"), entry("SK-WEB-00")))) == ["SK-PKG-001 broken.zip"]
    assert len(told(replace(NOTHING, select=(entry("SK"),)))) == len(ALL)


def test_what_is_ignored_is_left_out() -> None:
    left = told(replace(NOTHING, ignore=(entry("SK-WEB"), entry("leftover"))))
    assert left == ["SK-S12-007 a.zip/imsmanifest.xml", "SK-PKG-001 broken.zip"]


def test_what_is_selected_and_ignored_is_left_out() -> None:
    settings = replace(NOTHING, select=(entry("SK-WEB"),), ignore=(entry("SK-WEB-003"),))
    assert told(settings) == ["SK-WEB-004 a.zip/pages/two.html", "SK-PKG-001 broken.zip"]


def test_a_package_that_could_not_be_judged_is_ignored_only_by_the_name_of_the_rule() -> None:
    assert "SK-PKG-001 broken.zip" in told(replace(NOTHING, ignore=(entry("SK-PKG"),)))
    assert "SK-PKG-001 broken.zip" in told(replace(NOTHING, ignore=(entry("SK"),)))
    assert "SK-PKG-001 broken.zip" not in told(replace(NOTHING, ignore=(entry("not-a-zip"),)))


def test_an_ignore_that_leaves_nothing_out_is_told_with_its_place() -> None:
    settings = replace(NOTHING, ignore=(entry("SK-WEB"), entry("moodle-title", 3)))
    (remark,) = [each for each in apply(ALL, settings, NAMES, CHECKED) if each.id == "SK-CFG-001"]
    assert (remark.severity, str(remark.location)) == (Severity.INFO, "scormkit.toml:3")
    assert remark.message == "`moodle-title` is ignored, and nothing that was checked breaks it"


@pytest.mark.parametrize(
    ("settings", "checked"),
    [
        (NOTHING, Checked([])),
        (NOTHING, Checked(["a.zip"], {"SK-LMS-001"})),
        (replace(NOTHING, select=(entry("SK-WEB"),)), Checked(["a.zip"])),
    ],
)
def test_nothing_is_said_of_what_is_ignored_where_its_rule_was_not_asked(settings: Settings, checked: Checked) -> None:
    assert told(replace(settings, ignore=(entry("SK-LMS"),)), Report(), checked) == []


def test_a_name_is_used_where_another_covers_the_same() -> None:
    assert not [one for one in told(replace(NOTHING, ignore=(entry("SK-WEB"), entry("SK-WEB-003")))) if "CFG" in one]


def test_severities_are_those_of_the_settings_and_the_closest_name_counts() -> None:
    severity = (("SK-WEB-003", Severity.ERROR), ("SK", Severity.WARNING), ("SK-WEB", Severity.INFO))
    found = {each.id: each.severity for each in apply(ALL, replace(NOTHING, severity=severity), NAMES, CHECKED)}
    assert found == {
        "SK-PKG-001": Severity.FATAL,
        "SK-PKG-012": Severity.WARNING,
        "SK-S12-007": Severity.WARNING,
        "SK-WEB-003": Severity.ERROR,
        "SK-WEB-004": Severity.INFO,
    }


def ignoring(pattern: str, *rules: str) -> Settings:
    return replace(NOTHING, path_ignores=(PathIgnore(pattern, tuple(map(entry, rules))),))


@pytest.mark.parametrize("pattern", ["a.zip/pages", "a.zip/**/*.html", "a.zip/pages/*", "pages", "*/pages", "a.zip"])
def test_rules_are_ignored_where_a_pattern_matches(pattern: str) -> None:
    assert told(ignoring(pattern, "SK-WEB")) == [
        "SK-PKG-012 a.zip/Thumbs.db",
        "SK-S12-007 a.zip/imsmanifest.xml",
        "SK-WEB-003 b.zip/index.html",
        "SK-PKG-001 broken.zip",
    ]


def test_patterns_start_from_the_folder_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dist").mkdir()
    monkeypatch.chdir(tmp_path / "dist")
    settings = replace(ignoring("dist/a.zip", "SK-WEB"), folder=tmp_path)
    report = Report.of([problem("SK-WEB-003", "a.zip"), problem("SK-WEB-003", str(tmp_path / "dist" / "a.zip"))])
    assert told(settings, report, Checked(["a.zip"])) == []


def test_a_pattern_that_matches_nothing_is_told() -> None:
    found = told(ignoring("c.zip", "SK-WEB", "SK-S12-007"))
    assert [one for one in found if "CFG" in one] == ["SK-CFG-002 nothing that was checked matches `c.zip`"]


def test_a_rule_that_nothing_breaks_where_the_pattern_matches_is_told() -> None:
    found = told(ignoring("b.zip", "SK-WEB", "SK-S12-007"))
    said = "SK-CFG-002 `SK-S12-007` is ignored for `b.zip`, and nothing there breaks it"
    assert [one for one in found if "CFG" in one] == [said]


def test_a_pattern_that_matches_a_clean_package_matches() -> None:
    found = told(ignoring("a.zip", "SK-WEB"), Report(), Checked(["a.zip"]))
    assert found == ["SK-CFG-002 `SK-WEB` is ignored for `a.zip`, and nothing there breaks it"]


def test_remarks_on_settings_can_be_ignored_and_judged_otherwise() -> None:
    unused = entry("SK-LMS")
    assert told(replace(NOTHING, ignore=(unused, entry("SK-CFG")))) == told(NOTHING)
    settings = replace(NOTHING, ignore=(unused,), severity=(("unused-ignore", Severity.ERROR),))
    assert [each.severity for each in apply(Report(), settings, NAMES, CHECKED)] == [Severity.ERROR]


def test_remarks_are_told_in_the_language_of_the_findings() -> None:
    english = "`{rule}` is ignored, and nothing that was checked breaks it"
    words = {english: "`{rule}`: voor niets genegeerd"}
    settings = replace(NOTHING, ignore=(entry("SK-LMS"),))
    (found,) = apply(Report(), settings, NAMES, CHECKED, words=words)
    assert found.message == "`SK-LMS`: voor niets genegeerd"
