"""`scormkit inspect` and `scormkit diff`: what is said where, and with which exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit import __version__
from scormkit.cli import main
from scormkit.cli.looking import shown
from tests.inspecting.packages import item, manifest, page, sco, zipped

CASES = Path(__file__).parents[1] / "packages" / "scorm12"
VALID = str(CASES / "PKG-02-manifest-at-root-valid" / "package")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_inspect_shows_the_tree_and_the_sizes() -> None:
    result = run("inspect", VALID)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:8] == [
        f"{VALID}: SCORM 1.2",
        "  title         Course",
        "  identifier    course-1",
        "  version       1.0",
        "  described by  imsmanifest.xml",
        "",
        "Course  org-1",
        "└── asset  Start  item-1",
    ]
    assert "\x1b" not in result.stdout


def test_inspect_gives_json_with_sorted_names_the_same_every_time() -> None:
    result = run("inspect", VALID, "--format", "json")
    document = json.loads(result.stdout)
    assert document["tool"] == {"name": "scormkit", "version": __version__}
    assert (document["kind"], document["organizations"][0]["nodes"][0]["role"]) == ("SCORM 1.2", "asset")
    assert result.stdout == json.dumps(document, indent=2, sort_keys=True) + "\n"
    assert run("inspect", VALID, "--format", "json").stdout == result.stdout


def test_a_broken_manifest_is_shown_in_part_with_exit_1_and_a_hint() -> None:
    broken = CASES / "XML-01-tag-not-closed-fatal" / "package"
    result = run("inspect", broken)
    assert result.exit_code == 1
    assert "\nremark: imsmanifest.xml:" in result.stdout
    assert result.stdout.endswith(f"hint: scormkit check {broken} tells more\n")


@pytest.mark.parametrize("command", ["inspect", "diff"])
def test_what_cannot_be_read_is_one_line_and_exit_2(tmp_path: Path, command: str) -> None:
    others = [VALID] if command == "diff" else []
    missing, fake = tmp_path / "missing.zip", tmp_path / "fake.zip"
    fake.write_bytes(b"%PDF-1.7")
    result = run(command, *others, missing)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: cannot read {missing}: No such file or directory\n"
    result = run(command, fake, *others)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: {fake} is a PDF, not a zip\n"


def test_names_from_strangers_cannot_play_with_the_terminal(tmp_path: Path) -> None:
    text = manifest(item("i1", "&#x202e;One [bold]", "r1"), sco("r1", "one.html"))
    path = zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "a\x1b[2J.html": ""})
    for result in (run("inspect", path), run("diff", path, path)):
        assert "\\u202eOne [bold]" in result.stdout
        assert "\x1b" not in result.stdout
    assert "a\\x1b[2J.html" in run("inspect", path).stdout


def test_diff_says_whether_progress_is_kept_and_ends_accordingly(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"))
    old = zipped(tmp_path / "old.zip", {"imsmanifest.xml": text, "one.html": page({"q1": "choice", "q2": "choice"})})
    new = zipped(tmp_path / "new.zip", {"imsmanifest.xml": text, "one.html": page({"q1": "choice"})})
    kept = run("diff", old, old)
    assert kept.exit_code == 0
    assert "\nlearners' progress: kept\n  1 item keeps its identifier\n" in kept.stdout
    lost = run("diff", old, new)
    assert lost.exit_code == 1
    assert lost.stdout == (
        f"{old} (SCORM 1.2) -> {new} (SCORM 1.2)\n"
        "learners' progress: partly lost\n"
        "  1 item loses something inside\n"
        "\n"
        "kept: SCO One  i1\n"
        "    inside: 1 activity kept\n"
        "      activities gone: q2\n"
        "    progress partly lost: answers lost: q2\n"
        "\n"
        "files: 1 changed, 0 added, 0 removed, 1 the same\n"
        "  changed  one.html\n"
    )


def test_diff_gives_json_too() -> None:
    result = run("diff", VALID, VALID, "--format", "json")
    document = json.loads(result.stdout)
    assert (result.exit_code, document["progress"], document["items"][0]["fate"]) == (0, "kept", "kept")
    assert result.stdout == json.dumps(document, indent=2, sort_keys=True) + "\n"


class Terminal(io.StringIO):
    """A screen that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("screen", "no_color", "expected"),
    [(Terminal(), None, True), (Terminal(), "1", False), (Terminal(), "", True), (io.StringIO(), None, False)],
)
def test_colour_is_for_terminals_and_for_who_wants_it(
    screen: io.StringIO, no_color: str | None, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty NO_COLOR counts as none (no-color.org)."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr("sys.stdout", screen)
    shown(lambda color: "colour" if color else "plain")
    assert screen.getvalue() == ("colour" if expected else "plain")
