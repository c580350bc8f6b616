"""`scormkit check` with paths of all kinds and in all formats."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import check as command
from scormkit.cli.check import check
from tests.examining import odd_workers
from tests.packages.cases import by_verdict

GALLERY = Path(__file__).parents[2] / "examples" / "gallery"
VALID, ERROR = Path("valid"), Path("error")
STATEMENT = (
    b'{"actor": {"mbox": "mailto:a@b.nl"}, "verb": {"id": "https://x.nl/v"}, "object": {"id": "https://x.nl/a"}}'
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_verdict(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(check, [str(one) for one in arguments], input=stdin)


def zipped(folder: Path, name: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as file:
        for each in sorted(folder.rglob("*")):
            file.write(each, each.relative_to(folder))


def test_a_folder_of_packages_stands_for_them() -> None:
    for number in range(3):
        zipped(ERROR, f"dist/{number}.zip")
    zipped(VALID, "dist/valid.zip")
    result = run("dist", "dist/0.zip", "./dist/0.zip")
    assert [line.split(":")[0] for line in result.stdout.splitlines() if " SK-S12-007: " in line] == [
        f"dist/{number}.zip/imsmanifest.xml" for number in range(3)
    ]
    assert result.stderr == "Checked 4 packages: 3 errors in 3 files.\n"
    assert run("dist", "--jobs", "1", "--timeout", "60").output == result.output


def test_what_was_judged_is_counted_by_its_kind() -> None:
    Path("one.json").write_bytes(STATEMENT)
    Path("two.jsonl").write_bytes(STATEMENT)
    shutil.copytree(GALLERY, "gallery")
    result = run(VALID, "one.json", "two.jsonl", "gallery")
    assert result.stderr.startswith("Checked 1 package, 1 course and 2 xAPI files: ")


@pytest.mark.parametrize(
    ("name", "found"),
    [("a.zip", "SK-S12-007"), ("manifest.xml", "SK-S12-007"), ("wrong.json", "SK-XAPI-002"), ("empty", "SK-PKG-001")],
)
def test_standard_input_is_judged_as_what_it_is(name: str, found: str) -> None:
    zipped(ERROR, "a.zip")
    shutil.copy(ERROR / "imsmanifest.xml", "manifest.xml")
    Path("wrong.json").write_bytes(STATEMENT.replace(b"mailto:", b""))
    Path("empty").touch()
    result = run("-", "-", stdin=Path(name).read_bytes())
    assert (result.exit_code, f" {found}: " in result.stdout) == (1, True)
    assert result.stdout.startswith("stdin")
    assert "Checked 1 " in result.stderr


def test_a_package_on_standard_input_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from scormkit.archive.limits import Limits
    from scormkit.cli import stdin

    monkeypatch.setattr(stdin, "_PIECE", 4)
    monkeypatch.setattr(stdin, "Limits", lambda: Limits(total_size=10))
    result = run("-", stdin=b"x" * 11)
    assert (result.exit_code, result.stderr) == (2, "Error: stdin holds more than 10 bytes\n")


@pytest.mark.parametrize("style", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_every_format_goes_to_the_terminal_or_to_a_file_and_is_the_same(style: str) -> None:
    told = run(ERROR, VALID, "--format", style)
    assert told.exit_code == 1
    assert "default is `ORG-1`" in told.stdout
    filed = run(ERROR, VALID, "--format", style, "-o", "report")
    assert (filed.exit_code, filed.stdout, filed.stderr) == (1, "", told.stderr)
    assert Path("report").read_text("utf-8") == told.stdout == run(VALID, ERROR, "--format", style).stdout


def test_formats_for_machines_are_whole_where_nothing_is_found() -> None:
    assert json.loads(run(VALID, "--format", "sarif").stdout)["runs"][0]["results"] == []
    assert json.loads(run(VALID, "--format", "gitlab").stdout) == []
    assert str(VALID) in run(VALID, "--format", "junit").stdout
    assert run(VALID, "--format", "github").stdout == ""


def test_a_file_that_cannot_be_written_is_told() -> None:
    result = run(ERROR, "-o", "no/such/report")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot write no/such/report: ")


@pytest.mark.parametrize("number", [1, 3])
def test_paths_that_are_no_files_are_told_and_keep_nobody(number: int) -> None:
    os.mkfifo("pipe.zip")
    errors = []
    for each in range(number):
        zipped(ERROR, f"{each}.zip")
        errors.append(f"{each}.zip")
    result = run("-q", "pipe.zip", "missing", "missing", *errors)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "Error: cannot read pipe.zip: neither a file nor a folder",
        "Error: cannot read missing: No such file or directory",
    ]
    assert result.stdout.count(" SK-S12-007: ") == number


def test_a_folder_without_permission_is_told_and_keeps_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("locked").mkdir()
    real = os.scandir

    def scandir(path: object) -> object:
        if Path(str(path)).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return real(str(path))

    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(os, "scandir", scandir)
    result = run("locked", ERROR)
    assert (result.exit_code, " SK-S12-007: " in result.stdout) == (2, True)
    assert result.stderr.splitlines()[0] == "Error: cannot read locked: Permission denied"


def test_a_folder_inside_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("course/locked").mkdir(parents=True)
    real = os.scandir

    def scandir(path: object) -> object:
        if Path(str(path)).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return real(str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    result = run("course")
    locked = str(Path("course/locked"))
    assert (result.exit_code, result.stderr) == (2, f"Error: cannot read course: Permission denied: {locked}\n")


def test_a_path_that_vanishes_while_it_waits_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    zipped(VALID, "dist/a.zip")
    real = command.subjects

    def vanishing(path: Path) -> object:
        found = real(path)
        Path("dist/a.zip").unlink()
        return found

    monkeypatch.setattr(command, "subjects", vanishing)
    result = run("dist")
    assert (result.exit_code, result.stderr) == (2, "Error: cannot read dist/a.zip: No such file or directory\n")


def test_a_name_that_plays_with_the_terminal_is_written_out() -> None:
    zipped(ERROR, "a\x1b[2Jb.zip")
    result = run("a\x1b[2Jb.zip", "\x1b[2J")
    assert "\x1b" not in result.output
    assert "a\\x1b[2Jb.zip/imsmanifest.xml:9:18: error" in result.stdout


@pytest.mark.slow
def test_a_package_that_takes_too_long_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from scormkit.examining import crew

    monkeypatch.setattr(crew, "work", odd_workers.odd)
    zipped(ERROR, "stuck.zip")
    zipped(ERROR, "other.zip")
    result = run("stuck.zip", "other.zip", "--timeout", "3", "--ignore", "SK-CHK")
    assert result.exit_code == 1
    assert "stuck.zip: fatal SK-CHK-001: judging this took longer than 3 s and was stopped\n" in result.stdout
    assert " SK-S12-007: " in result.stdout


def test_ctrl_c_is_one_line_and_the_exit_status_of_shells(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "examine_all", interrupted)
    result = run(VALID)
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == "Stopped: nothing is told of what was judged so far.\n"


def started(*arguments: str, stderr: int = subprocess.PIPE, work: str = "") -> subprocess.Popen[bytes]:
    """The command in a process of its own; `work` names one of the odd workers."""
    odd = (
        f"from scormkit.examining import crew; from tests.examining import odd_workers; crew.work = odd_workers.{work}"
    )
    code = f"{odd if work else ''}\nfrom scormkit.cli import main; main(prog_name='scormkit')"
    command = [sys.executable, "-c", code, "check", *arguments]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True, env=env)


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_traceback() -> None:
    for number in range(300):
        zipped(ERROR, f"dist/{number}.zip")
    with started("-q", "dist") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode != 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs to see when processes start")
def test_ctrl_c_on_a_terminal_ends_every_process() -> None:
    names = ["stuck.zip", *(f"{number}.zip" for number in range(4))]
    for name in names:
        Path(name).write_bytes(b"x" * 100)
    with started(*names, work="odd") as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while process.poll() is None and len(children.read_text().split()) < 2:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err == b"Stopped: nothing is told of what was judged so far.\n"


@pytest.mark.slow
def test_long_work_shows_how_far_it_is_on_a_terminal_and_nowhere_else() -> None:
    import pty

    for number in range(20):
        zipped(ERROR, f"dist/{'long' * 40}{number}.zip")
    ours, theirs = pty.openpty()
    shown = b""
    with started("dist", stderr=theirs) as process:
        os.close(theirs)
        assert process.stdout is not None
        out = process.stdout.read()
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # the other side of the terminal is closed
            pass
    os.close(ours)
    assert process.returncode == 1
    assert re.search(rb"longlong[^\r\n]*\d/20", shown), "a long name pushes out how far it is"
    assert out.count(b" SK-S12-007: ") == 20
    assert b"\x1b" not in out
