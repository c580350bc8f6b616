"""Settings files: where they are found, what they may say, and how mistakes in them are told."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scormkit.diagnostics import Severity
from scormkit.policy import Known, Settings, SettingsError, find_settings, read_settings
from scormkit.policy.reading import MAX_BYTES
from tests.policy.problems import NAMES

KNOWN = Known(lambda: NAMES, ("brightspace", "moodle"), ("en", "nl"))
WHOLE = """\
# What we want of our packages
[check]
select = ["SK-S12", "SK-WEB"]
ignore = [
    "SK-S12-007",  # as our LMS has it
    "image-text",
]
fail-on = "error"
lms = ["moodle"]
language = "nl"
timeout = 2.5
jobs = 3
baseline = "accepted/baseline.json"

[check.severity]
"SK-WEB" = "info"
page-title = "error"

[check.per-path-ignores]
"dist/old-*.zip" = ["SK-WEB"]
"*.html" = ["SK-WEB-004", "page-title"]
"""


def written(folder: Path, text: str | bytes, name: str = "scormkit.toml") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def read(folder: Path, text: str | bytes, name: str = "scormkit.toml") -> Settings:
    return read_settings(written(folder, text, name), KNOWN, display=name)


def refusal(folder: Path, text: str | bytes, name: str = "scormkit.toml") -> str:
    with pytest.raises(SettingsError) as caught:
        read(folder, text, name)
    return str(caught.value)


@pytest.mark.parametrize("shared", [False, True])
def test_every_setting_is_read_with_its_place(tmp_path: Path, shared: bool) -> None:
    text = WHOLE.replace("[check", "[tool.scormkit.check") if shared else WHOLE
    settings = read(tmp_path, text, "pyproject.toml" if shared else "scormkit.toml")
    assert [(each.name, each.where.line) for each in settings.select] == [("SK-S12", 3), ("SK-WEB", 3)]
    assert [(each.name, each.where.line) for each in settings.ignore] == [("SK-S12-007", 5), ("image-text", 6)]
    assert settings.ignore[0].excerpt == '    "SK-S12-007",  # as our LMS has it'
    assert settings.severity == (("SK-WEB", Severity.INFO), ("page-title", Severity.ERROR))
    assert [
        (each.pattern, [(rule.name, rule.where.line) for rule in each.rules]) for each in settings.path_ignores
    ] == [
        ("dist/old-*.zip", [("SK-WEB", 20)]),
        ("*.html", [("SK-WEB-004", 21), ("page-title", 21)]),
    ]
    assert (settings.fail_on, settings.lms, settings.language) == (Severity.ERROR, ("moodle",), "nl")
    assert (settings.timeout, settings.jobs) == (2.5, 3)
    assert settings.baseline == tmp_path / "accepted" / "baseline.json"
    assert settings.folder == tmp_path


@pytest.mark.parametrize("text", ["", "[check]", "\ufeff[check]\n"])
def test_an_empty_file_asks_for_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Settings(tmp_path)


def test_never_means_that_nothing_counts(tmp_path: Path) -> None:
    assert read(tmp_path, '[check]\nfail-on = "never"').fail_on is None


def test_the_nearest_file_counts_and_our_own_before_that_of_all(tmp_path: Path) -> None:
    deep = tmp_path / "one" / "two"
    deep.mkdir(parents=True)
    above = written(tmp_path, "[tool.scormkit.check]\n", "pyproject.toml")
    assert find_settings(deep) == above
    written(tmp_path / "one", "[tool.other]\n", "pyproject.toml")
    assert find_settings(deep) == above
    own = written(tmp_path, "")
    assert find_settings(deep) == own
    nearer = written(tmp_path / "one", "[tool.scormkit.check]\n", "pyproject.toml")
    assert find_settings(deep) == nearer


def test_a_file_of_others_that_is_broken_is_passed_over_and_one_that_speaks_of_us_is_not(tmp_path: Path) -> None:
    above = written(tmp_path, "[check]\n")
    here = tmp_path / "one"
    here.mkdir()
    broken = written(here, b"this is = = no TOML \xff", "pyproject.toml")
    assert find_settings(here) == above
    broken.write_text("[tool.scormkit.check\n")
    with pytest.raises(SettingsError, match=r"^pyproject\.toml: it is not TOML"):
        find_settings(here)
    (here / "deeper").mkdir()
    with pytest.raises(SettingsError, match=rf"^{re.escape(str(broken))}: it is not TOML"):
        find_settings(here / "deeper")


def test_a_baseline_that_is_no_path_is_told_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, "[check]\nbaseline = 3\n").startswith("scormkit.toml:2: check.baseline: ")


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path) -> None:
    above = written(tmp_path, "")
    (tmp_path / "one" / "scormkit.toml").mkdir(parents=True)
    assert find_settings(tmp_path / "one") == above


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('ignroe = ["SK-WEB"]', "check.ignroe: there is no such setting; did you mean `ignore`?"),
        ("colour = 1", "check.colour: there is no such setting; there are: select, ignore, severity, "),
        ('ignore = "SK-WEB"', 'check.ignore: a list of texts is expected, not the text `SK-WEB`; write it as ["…"'),
        ("select = [1]", "check.select: a list of texts is expected, not the number 1; "),
        ('ignore = ["SK-S12-070"]', "check.ignore: there is no rule `SK-S12-070`; did you mean `SK-S12-007`?"),
        ('ignore = ["zzzzz"]', "check.ignore: there is no rule `zzzzz`; `scormkit rules --all` lists them"),
        ('ignore = [""]', "check.ignore: there is no rule ``; "),
        ('fail-on = "eror"', "check.fail-on: `eror` is not known here; did you mean `error`?"),
        ("fail-on = 1", "check.fail-on: a text is expected, not the number 1; there are: error, warning, info, never"),
        ('lms = ["moodel"]', "check.lms: `moodel` is not known here; did you mean `moodle`?"),
        ('language = "fr"', "check.language: `fr` is not known here; there are: en, nl"),
        ("timeout = 0", "check.timeout: a number above 0 and up to 86400 is expected, not the number 0; "),
        ("timeout = nan", "check.timeout: a number above 0 and up to 86400 is expected, not the number nan; "),
        ("jobs = 1.5", "check.jobs: a whole number above 0 and up to 256 is expected, not the number 1.5; "),
        ("jobs = true", "check.jobs: a whole number above 0 and up to 256 is expected, not true; "),
        ("jobs = 2026-01-01", "check.jobs: a whole number above 0 and up to 256 is expected, not a date or a time; "),
        ("baseline = []", "check.baseline: the path of a file is expected, not a list; "),
        ('baseline = "a\\u0000b"', "check.baseline: the path of a file is expected, not the text"),
        ("severity = 1", "check.severity: a table is expected, not the number 1; write [check.severity], and lines"),
        ('severity = {SK-WEB = "off"}', "check.severity.SK-WEB: `off` is no severity; name the rule in `ignore`"),
        ('severity = {SK-WEB = "bad"}', "check.severity.SK-WEB: `bad` is not known here; "),
        ('severity = {SK-WBE = "info"}', "check.severity.SK-WBE: there is no rule `SK-WBE`; did you mean `SK-WEB`?"),
        ('per-path-ignores = {"../x" = ["SK-WEB"]}', "check.per-path-ignores.../x: a pattern names paths below the "),
        ('per-path-ignores = {"x" = "SK-WEB"}', "check.per-path-ignores.x: a list of texts is expected, not the text"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, line: str, said: str) -> None:
    told = refusal(tmp_path, f"\n[check]\n{line}\n")
    assert told.startswith((f"scormkit.toml:3: {said}", f"scormkit.toml: {said}"))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    lines = refusal(tmp_path, '[check]\njobs = 0\nignroe = []\nignore = ["SK-X"]\n').splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["scormkit.toml:2", "check.jobs"],
        ["scormkit.toml:3", "check.ignroe"],
        ["scormkit.toml:4", "check.ignore"],
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[check", "scormkit.toml: it is not TOML: "),
        (b"\n# caf\xe9\n", "scormkit.toml:2: it is not UTF-8; save the file with the encoding UTF-8"),
        (b"#" * (MAX_BYTES + 1), "scormkit.toml: it is larger than 1,048,576 bytes; "),
        (b"a = " + b"[" * 100_000, "scormkit.toml: it is not TOML"),
        (
            b'ignore = ["SK-WEB"]',
            "scormkit.toml: there is no table or key `ignore`; settings of the checker stand below",
        ),
        (b"check = 1", "scormkit.toml: check: the settings are no table"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    assert refusal(tmp_path, data).startswith(said)


def test_a_shared_file_that_is_named_has_our_table(tmp_path: Path) -> None:
    assert "it has no table [tool.scormkit.check]" in refusal(tmp_path, "[project]\n", "pyproject.toml")
    assert "`tool` is no table" in refusal(tmp_path, "tool = 1\n", "pyproject.toml")


def test_a_file_that_is_gone_a_folder_and_a_pipe_are_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="it cannot be read: No such file"):
        read_settings(tmp_path / "none.toml", KNOWN)
    with pytest.raises(SettingsError, match="it is no file"):
        read_settings(tmp_path, KNOWN)
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(SettingsError, match="it is no file"):
        read_settings(tmp_path / "pipe.toml", KNOWN)


def test_rules_are_not_gathered_where_no_rule_is_named(tmp_path: Path) -> None:
    def gather() -> None:
        raise AssertionError

    file = written(tmp_path, "[check]\njobs = 2\n")
    known = Known(gather, (), ("en",))  # type: ignore[arg-type]
    assert read_settings(file, known).jobs == 2
