"""`scormkit check` of a package of one gigabyte against `unzip -t` of the same, and the most memory that it takes.

Both read every byte and compare every checksum; the check also judges what it reads.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import interleaved, tell, tell_memory, timed
from packages import COMMAND, large_package


def main(*, quick: bool) -> None:
    """Print how long each takes, and the peak of memory."""
    mebibytes, runs = (16, 1) if quick else (1024, 3)
    package = large_package(mebibytes)
    check = [*COMMAND, str(package)]
    peaks: list[float] = []
    measures = {"scormkit check": lambda: _check(check, peaks)}
    unzip = shutil.which("unzip")
    if unzip is None:
        print("unzip is not here, so there is nothing to compare with")  # noqa: T201 - a benchmark prints
    else:
        measures = {"unzip -t": lambda: timed(lambda: _run([unzip, "-tqq", str(package)])), **measures}
    if (cores := _cores()) < 2:
        print(f"{cores} core: the goal is for two")  # noqa: T201 - a benchmark prints
    _check(check, [])  # so that the package is in memory for all, and Python's own files too
    peaks.clear()
    seconds = interleaved(runs, measures)
    for name, spent in seconds.items():
        tell(name, spent, ("unzip -t", seconds["unzip -t"]) if "unzip -t" in seconds else None)
    tell_memory("scormkit check, largest process", max(peaks))


def _check(command: list[str], peaks: list[float]) -> float:
    """The seconds that it takes; the largest of its processes, in MiB, goes to `peaks`."""

    def run() -> None:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"the check ended with {process.returncode}")
        # Kibibytes on Linux, bytes on macOS. A child begins with what its parent had, and this one has little.
        peaks.append(usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))

    return timed(run)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - a peer of our own choice


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
