"""What a team has accepted is not told again, and what is new is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from scormkit.diagnostics import Report, Severity
from scormkit.policy import Baseline, Checked, PathIgnore, Settings, SettingsError, apply, read_baseline
from tests.policy.problems import NAMES, entry, problem

ONE = problem("SK-WEB-003", line=4, excerpt='  <img src="a.png">', message="`a.png` has no text")
TWO = problem("SK-WEB-004", member="two.html", message="no title")
FATAL = problem("SK-PKG-001", "broken.zip", None, None)


def accepted(tmp_path: Path, *found: object) -> Baseline:
    file = tmp_path / "baseline.json"
    file.write_text(Baseline.of(Report.of(found), file, "en").text())  # type: ignore[arg-type]
    return read_baseline(file, "en")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(
    baseline: Baseline, *found: object, settings: Settings | None = None, paths: tuple[str, ...] = ("a.zip",)
) -> list[str]:
    report = Report.of(found)  # type: ignore[arg-type]
    settings = settings or Settings(Path.cwd())
    return [each.id for each in apply(report, settings, NAMES, Checked(paths), baseline=baseline)]


def test_what_is_accepted_is_not_told(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE, TWO)
    assert told(baseline, ONE, TWO) == []
    assert told(baseline, ONE, TWO, problem("SK-S12-007")) == ["SK-S12-007"]


def test_a_finding_stays_accepted_when_lines_move_or_it_is_said_otherwise(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE, TWO)
    moved = replace(ONE, location=replace(ONE.location, line=40), excerpt='<img src="a.png">', message="no text")
    assert told(baseline, moved, replace(TWO, location=replace(TWO.location, line=9))) == []


def test_a_finding_in_another_package_or_member_is_new(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE)
    other = [replace(ONE, location=replace(ONE.location, **change)) for change in ({"file": "b.zip"}, {"member": "x"})]
    assert told(baseline, ONE, *other) == ["SK-WEB-003", "SK-WEB-003"]


def test_a_second_finding_like_an_accepted_one_is_new(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE)
    assert told(baseline, ONE, replace(ONE, location=replace(ONE.location, line=5))) == ["SK-WEB-003"]


def test_a_line_without_end_is_not_what_a_finding_is_known_by(tmp_path: Path) -> None:
    long = replace(ONE, excerpt="<p>" * 1000)
    baseline = accepted(tmp_path, long)
    assert told(baseline, replace(long, excerpt="<p>" * 999)) == []
    assert "SK-WEB-003" in told(baseline, replace(long, message="`b.png` has no text"))


def test_that_a_package_could_not_be_judged_is_never_accepted(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, FATAL, ONE)
    assert len(baseline.counts) == 1
    assert told(baseline, FATAL, ONE, paths=("a.zip", "broken.zip")) == ["SK-PKG-001"]


def test_what_is_accepted_and_there_no_more_is_told(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE, replace(ONE, location=replace(ONE.location, line=9)), TWO)
    found = list(apply(Report.of([TWO]), Settings(Path.cwd()), NAMES, Checked(["a.zip"]), baseline=baseline))
    (stale,) = found
    assert (stale.id, stale.severity, stale.location.file) == ("SK-CFG-003", Severity.WARNING, str(baseline.file))
    assert (
        stale.message
        == "SK-WEB-003 is accepted in a.zip/index.html (2 times), and is no longer there: `a.png` has no text"
    )


def test_nothing_is_said_of_what_was_not_part_of_the_run(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, ONE)
    here = Settings(Path.cwd())
    assert told(baseline, paths=("b.zip",)) == []
    assert told(baseline, problem("SK-PKG-001", "a.zip", None)) == ["SK-PKG-001"]
    assert told(baseline, settings=replace(here, select=(entry("SK-S12"),))) == []
    assert told(baseline, ONE, settings=replace(here, ignore=(entry("SK-WEB"),))) == []
    patterns = (PathIgnore("a.zip", (entry("SK-WEB"),)),)
    assert told(baseline, ONE, settings=replace(here, path_ignores=patterns)) == []
    unasked = Checked(["a.zip"], {"SK-WEB-003"})
    assert list(apply(Report(), here, NAMES, unasked, baseline=baseline)) == []


def test_what_lies_in_a_folder_that_was_checked_was_part_of_the_run(tmp_path: Path) -> None:
    baseline = accepted(tmp_path, problem("SK-WEB-003", "course/one/module.yaml", None))
    assert told(baseline, paths=("course",)) == ["SK-CFG-003"]


def test_packages_are_known_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline = accepted(tmp_path, problem("SK-WEB-003", "dist/a.zip"))
    (tmp_path / "dist").mkdir()
    monkeypatch.chdir(tmp_path / "dist")
    assert told(baseline, problem("SK-WEB-003", "a.zip")) == []
    assert told(baseline, problem("SK-WEB-003", str(tmp_path / "dist" / "a.zip"))) == []


def test_the_file_is_the_same_for_the_same_findings_in_any_order(tmp_path: Path) -> None:
    texts = {Baseline.of(Report((*found,)), tmp_path / "b.json", "en").text() for found in ((ONE, TWO), (TWO, ONE))}
    (text,) = texts
    assert text.isascii()
    document = json.loads(text)
    assert (document["baseline"], document["language"]) == (1, "en")
    assert document["findings"][0] == {
        "package": "a.zip",
        "member": "index.html",
        "rule": "SK-WEB-003",
        "digest": hashlib.sha256(b'<img src="a.png">').hexdigest()[:16],
        "count": 1,
        "message": "`a.png` has no text",
    }


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is no baseline"),
        (b'{"baseline": 2}', "it is no baseline"),
        (b'{"baseline": 1, "language": "nl", "findings": []}', "in the language 'nl', not 'en'"),
        (b'{"baseline": 1, "language": "en"}', "`findings[0]` is no finding"),
        (b'{"baseline": 1, "language": "en", "findings": [{"package": 1}]}', "`findings[0]` is no finding"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        read_baseline(file, "en")
    assert reason in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_baseline_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file; write it with --write-baseline"):
        read_baseline(tmp_path / "none.json", "en")
    with pytest.raises(SettingsError, match="it is no file"):
        read_baseline(tmp_path, "en")
