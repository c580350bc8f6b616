"""A thousand small packages: by the library in one process, by `scormkit check` with one job, and with one a core."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from measuring import interleaved, tell, timed
from packages import COMMAND, small_packages

from scormkit.checking import check


def main(*, quick: bool) -> None:
    """Print how long all take, and how many that is in a second for each core."""
    count, runs = (20, 1) if quick else (1_000, 3)
    paths = small_packages(count)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2:
        print("1 core: several jobs take turns on it")  # noqa: T201 - a benchmark prints
    uses = {"the library, one process": 1, "scormkit check --jobs 1": 1, f"scormkit check --jobs {cores}": cores}
    check(paths[0])  # the first check loads what all need
    seconds = interleaved(
        runs,
        {
            "the library, one process": lambda: timed(lambda: [check(path) for path in paths]),
            "scormkit check --jobs 1": lambda: timed(lambda: _run(paths[0].parent, 1)),
            f"scormkit check --jobs {cores}": lambda: timed(lambda: _run(paths[0].parent, cores)),
        },
    )
    for name, spent in seconds.items():
        tell(name, spent)
        print(f"{'':<44} {count / spent / uses[name]:9.0f} packages a second for each core")  # noqa: T201


def _run(folder: Path, jobs: int) -> None:
    done = subprocess.run(  # noqa: S603
        [*COMMAND, "--jobs", str(jobs), str(folder)],
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parents[1],
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"the check ended with {done.returncode}")


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
