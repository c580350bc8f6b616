"""The player's own unit tests, which run in Node, and the types of all our JavaScript, which TypeScript checks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scormkit.activities.contract import Tracking
from scormkit.activities.registry import kinds
from scormkit.render.scripts import activities, player
from scormkit.render.site import Trackable
from scormkit.render.state import worst_case

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    beside = Path(sys.executable).with_name("node")
    command = str(beside) if beside.exists() else shutil.which("node")
    if command is None:
        pytest.skip("there is no Node on this machine")
    return subprocess.run(
        [command, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


def test_the_units_of_the_player():
    tests = sorted(str(file.relative_to(ROOT)) for file in Path(__file__).parent.glob("*.test.js"))
    assert tests
    run = node("--test", "--test-reporter=spec", *tests)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_types_of_our_javascript():
    run = node("node_modules/typescript/bin/tsc", "--project", "tsconfig.json", "--listFiles")
    assert run.returncode == 0, run.stdout + run.stderr
    checked = {Path(line) for line in run.stdout.splitlines()}
    ours = {*ROOT.glob("scormkit/player/**/*.js"), *ROOT.glob("scormkit/activities/*/behaviour.js")}
    assert ours <= checked


@pytest.mark.parametrize("connector", ["scorm12", "scorm2004", "cmi5", "tincan", "web"])
def test_the_joined_and_minified_script_is_sound(connector, tmp_path):
    script = tmp_path / "player.js"
    for text in (player(connector), activities(connector, frozenset(kinds()))):
        script.write_bytes(text)
        run = node("--check", str(script))
        assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("pages", "trackables"),
    [
        (["a"], []),
        (["one", "twenty_characters_xx"], [("q", 1)]),
        (["stem", "deur", "tafel"], [("stop1", 1), ("several", 36), ("r", 1)]),
    ],
)
def test_python_and_the_player_agree_on_the_worst_case(pages, trackables):
    arguments = json.dumps([pages, [{"id": name, "size": size} for name, size in trackables]])
    code = (
        f'import {{ worstCase }} from "./tests/player/room.js";process.stdout.write(String(worstCase(...{arguments})));'
    )
    run = node("--input-type=module", "--eval", code)
    assert run.returncode == 0, run.stderr
    ours = [
        Trackable(name, "choice", "p", Tracking("t", size, verb="interacted"), required=True, weight=0)
        for name, size in trackables
    ]
    assert int(run.stdout) == worst_case(pages, ours)
