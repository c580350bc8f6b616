"""What docs/xapi.md shows is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "xapi.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ scormkit (xapi .*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)


@pytest.mark.slow
def test_each_command_says_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "gallery", tmp_path / "examples" / "gallery")
    monkeypatch.chdir(tmp_path)
    shown = [(command, said) for command, said in SHOWN if not command.startswith("xapi send")]
    assert {command.split()[1] for command, _ in shown} == {"profile", "templates", "fill", "validate"}
    for command, said in shown:
        found = CliRunner().invoke(main, shlex.split(command))
        assert found.exit_code == (1 if "error: " in said else 0), command
        # The gallery shows what is kept by the LMS, and is warned of it each time.
        told = re.sub(r"^examples/.*\n(?: .*\n)*", "", found.output, flags=re.MULTILINE)
        assert told == said, command


def test_the_finding_that_it_shows_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    good = '{"actor": {"mbox": "mailto:a@b.nl"}, "verb": {"id": "https://x.nl/v"}, "object": {"id": "https://x.nl/a"}'
    Path("wrong.json").write_text(good + ', "result": {"duration": "12 seconds"}}', encoding="utf-8")
    found = CliRunner().invoke(main, ["xapi", "validate", "wrong.json"])
    assert found.stdout in PAGE
