"""What `scormkit check` does where its output cannot go."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CODE = "from scormkit.cli import main; main(prog_name='scormkit')"


def to(where: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run in a shell that redirects as `where` says."""
    line = ["sh", "-c", f'exec "$@" {where}', "sh", sys.executable, "-c", CODE, *arguments]
    return subprocess.run(line, capture_output=True, check=False)


@pytest.mark.parametrize(
    "arguments", [("check", "nothing.json"), ("explain", "SK-PKG-002"), ("rules", "--format", "json")]
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_one_line_and_exit_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    made(tmp_path)
    found = to(">/dev/full", *(str(tmp_path / each) if "." in each else each for each in arguments))
    assert (found.returncode, found.stderr) == (2, b"Error: cannot write to stdout: No space left on device\n")


def test_a_closed_stdout_is_one_line_and_exit_status_2(tmp_path: Path) -> None:
    made(tmp_path)
    found = to(">&-", "check", str(tmp_path / "nothing.json"))
    assert (found.returncode, found.stderr) == (2, b"Error: cannot write to stdout: it is closed\n")


def test_a_closed_stderr_keeps_nobody_from_the_findings(tmp_path: Path) -> None:
    made(tmp_path)
    found = to("2>&-", "check", str(tmp_path / "nothing.json"))
    assert found.returncode == 1
    assert b" error SK-CHK-004: " in found.stdout


def test_a_closed_stdin_is_one_line_and_exit_status_2() -> None:
    found = to("<&-", "check", "-")
    assert (found.returncode, found.stderr) == (2, b"Error: cannot read stdin: it is closed\n")


def made(folder: Path) -> None:
    (folder / "nothing.json").write_text('{"a": 1}', "utf-8")
