"""A build that is killed at any moment leaves each package whole: the old one or the new one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .test_building import change, copy_of_good

MOMENTS = 200

# One process imports everything once and begets the builds, so that each is killed while it builds and not while it
# starts. It prints, for each moment, what stood in the output folder after the kill.
SCRIPT = """
import hashlib, json, os, random, signal, sys, time
from pathlib import Path
from scormkit import build

old, new, out, moments = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
targets = ["scorm12", "scorm2004-4", "cmi5"]

def beget(course):
    child = os.fork()
    if not child:
        result = build(course, out, targets=targets)
        os._exit(0 if result.packages else 1)
    return child

def standing():
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(out.glob("*.zip"))}

known, longest = [], 0
for course in (new, old):
    began = time.monotonic()
    assert os.waitpid(beget(course), 0)[1] == 0
    longest = max(longest, time.monotonic() - began)
    known.append(standing())
moment = random.Random(7)
seen, ended = [], 0
for number in range(moments):
    child = beget((new, old)[number % 2])
    time.sleep(moment.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    done = os.waitpid(child, 0)[1] == 0
    ended += done
    longest *= 0.9 if done else 1.01  # the machine may be busier now, or less busy, than it was at first
    seen.append(standing())
assert os.waitpid(beget(new), 0)[1] == 0
print(json.dumps({"known": known, "seen": seen, "ended": ended, "last": standing(),
                  "left": sorted(each.name for each in out.iterdir() if not each.name.endswith(".zip"))}))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as Unix does")
def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_packages(tmp_path: Path) -> None:
    old, new = copy_of_good(tmp_path / "old"), copy_of_good(tmp_path / "new")
    change(new)
    for course in (old, new):  # so that every package differs
        for file in course.glob("modules/*/module.yaml"):
            file.write_text(file.read_text().replace("title: ", f"title: {course.name} ", 1))
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, old, new, tmp_path / "dist", str(MOMENTS)],
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(run.stdout)
    one, other = told["known"]
    assert all(one[name] != other[name] for name in one)
    assert len(one) == len(other) == 9
    for standing in told["seen"]:
        assert set(standing) == set(one)
        assert all(digest in (one[name], other[name]) for name, digest in standing.items())
    assert told["ended"] < MOMENTS / 2, "most builds were killed and did not come to their end"
    assert told["last"] == one, "what killed builds left behind is in nobody's way"
    assert not [name for name in told["left"] if "staging" in name]
