"""The fuzzer that sees what code it reaches, for a bounded number of packages; `make fuzz` runs more."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = 250
SEED = 2026


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not here: see the extra `fuzz`")
def test_no_package_that_the_fuzzer_finds_breaks_a_promise(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    command = [sys.executable, "-m", "tests.fuzz.fuzz_check", f"-runs={RUNS}", f"-seed={SEED}"]
    options = ["-max_len=4096", "-len_control=0", f"-artifact_prefix={tmp_path}/", str(corpus)]
    done = subprocess.run(
        [*command, *options], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, told[-5_000:]
    assert f"Done {RUNS} runs" in told
    covered = [int(found) for found in re.findall(r"cov: (\d+)", told)]
    assert covered[-1] > covered[0], "the fuzzer does not see what it reaches"
    assert len(list(corpus.iterdir())) > 10
