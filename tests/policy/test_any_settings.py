"""Whatever stands in a settings file or a baseline, it is read or refused, and nothing else happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from scormkit.diagnostics import Report, Severity
from scormkit.policy import Baseline, Checked, Known, Settings, SettingsError, apply, read_baseline, read_settings
from scormkit.policy.patterns import PathPattern
from scormkit.policy.tables import Table
from tests.policy.problems import NAMES, RULES, problem

KNOWN = Known(lambda: NAMES, ("moodle",), ("en", "nl"))
KEYS = st.sampled_from(
    [
        "select",
        "ignore",
        "severity",
        "per-path-ignores",
        "fail-on",
        "lms",
        "language",
        "timeout",
        "jobs",
        "baseline",
        "x",
    ]
)
WORDS = st.sampled_from(["SK-WEB", "SK", "page-title", "error", "info", "moodle", "nl", "*.zip", "**", "..", "a/b", ""])
VALUES = st.recursive(
    WORDS | st.text(max_size=5) | st.integers() | st.floats() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PROBLEMS = [problem(rule, file, member) for rule in RULES for file in ("a.zip", "b.zip") for member in ("x.html", None)]


Read = TypeVar("Read")


def result(read: Callable[[], Read]) -> Read | str:
    """What was read, or the words that it was refused with."""
    try:
        return read()
    except SettingsError as error:
        return str(error)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"[check]\n{text}".encode()))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "scormkit.toml")
        file.write_bytes(data)
        found = result(lambda: read_settings(file, KNOWN))
        assert isinstance(found, Settings) or found.startswith(str(file))


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.lists(st.text(max_size=20), max_size=5))
def test_any_table_is_read_or_its_problems_are_told_and_what_is_read_can_be_gone_by(
    values: dict[str, object], lines: list[str]
) -> None:
    table = Table("scormkit.toml", lines, "check", KNOWN)
    settings = table.settings(values, Path.cwd())
    assert bool(table.problems) or not (values.keys() & {"x"})
    told = apply(Report.of(PROBLEMS), settings, NAMES, Checked(["a.zip", "b.zip"]))
    of_packages = [each for each in told if not each.id.startswith("SK-CFG")]
    assert {(each.id, each.location) for each in of_packages} <= {(each.id, each.location) for each in PROBLEMS}
    named = {entry.name for entry in settings.ignore} | {
        rule.name for each in settings.path_ignores for rule in each.rules
    }
    if not named & {"SK-PKG-001", "not-a-zip"}:
        fatal = [each for each in PROBLEMS if each.severity is Severity.FATAL]
        assert {each.location for each in fatal} <= {each.location for each in of_packages}


@given(JSON | JSON.map(lambda value: {"baseline": 1, "language": "en", "findings": value}))
def test_any_json_is_a_baseline_or_refused(value: object) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "baseline.json")
        file.write_text(json.dumps(value), "utf-8")
        found = result(lambda: read_baseline(file, "en"))
        assert isinstance(found, Baseline) or found.startswith(str(file))


@given(st.lists(st.sampled_from(PROBLEMS), max_size=12), st.lists(st.sampled_from(PROBLEMS), max_size=12))
def test_after_accepting_nothing_is_told_but_what_is_new_or_gone(before: list[object], after: list[object]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "baseline.json")
        accepted = Report.of(before)  # type: ignore[arg-type]
        file.write_text(Baseline.of(accepted, file, "en").text(), "utf-8")
        baseline = read_baseline(file, "en")
        now = Report.of(after)  # type: ignore[arg-type]
        told = set(apply(now, Settings(Path.cwd()), NAMES, Checked(["a.zip", "b.zip"]), baseline=baseline))
        new = {one for one in now if one.severity is Severity.FATAL or one not in set(accepted)}
        assert {one for one in told if one.id != "SK-CFG-003"} == new


@given(st.text(max_size=12), st.lists(st.text(max_size=6), max_size=5))
def test_any_pattern_matches_any_path_or_not(pattern: str, path: list[str]) -> None:
    try:
        read = PathPattern(pattern)
    except ValueError:
        return
    if read.matches(path):
        assert read.matches([*path, "below"])
