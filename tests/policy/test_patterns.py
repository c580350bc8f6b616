"""Which paths a pattern matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.policy.patterns import PathPattern, seen_from


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("a.zip", "a.zip", True),
        ("a.zip", "dist/a.zip/index.html", True),
        ("/a.zip", "dist/a.zip", True),
        ("./dist/a.zip", "dist/a.zip", True),
        ("dist/a.zip", "other/dist/a.zip", False),
        ("dist", "dist/a.zip", True),
        ("dist/", "dist/a.zip", True),
        ("dist/*.zip", "dist/a.zip/index.html", True),
        ("dist/*.zip", "dist/sub/a.zip", False),
        ("dist/**/*.zip", "dist/a.zip", True),
        ("dist/**/*.zip", "dist/one/two/a.zip", True),
        ("dist/**", "dist/one/two/a.zip", True),
        ("**/*.html", "dist/a.zip/pages/one.html", True),
        ("*.html", "dist/a.zip/pages/one.html", True),
        ("*.html", "dist/a.zip/pages/one.HTML", False),
        ("a.zip/*.html", "a.zip/pages/one.html", False),
        ("a?.zip", "a1.zip", True),
        ("a[12].zip", "a2.zip", True),
        ("a[!12].zip", "a2.zip", False),
        ("a.zip", "a.zip.zip", False),
        ("*", "anything", True),
        ("a\\b.zip", "a/b.zip", True),
    ],
)
def test_a_pattern_matches(pattern: str, path: str, matches: bool) -> None:
    assert PathPattern(pattern).matches(path.split("/")) is matches


@pytest.mark.parametrize("pattern", ["", "/", ".", "../a.zip", "a/../b"])
def test_a_pattern_that_names_nothing_below_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="below the folder"):
        PathPattern(pattern)


def test_no_path_makes_a_pattern_slow() -> None:
    # One that goes through all ways to match never ends here.
    pattern = PathPattern("/".join(["**", "a*a*a*a*b"] * 20))
    assert not pattern.matches(["a" * 200] * 500)


def test_a_path_is_seen_from_a_folder_by_its_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert seen_from(tmp_path, "./dist/a.zip") == "dist/a.zip"
    assert seen_from(tmp_path, str(tmp_path / "a.zip")) == "a.zip"
    assert seen_from(tmp_path / "sub", "a.zip") == (tmp_path / "a.zip").as_posix()
    assert seen_from(Path(), "a.zip") == "a.zip"
