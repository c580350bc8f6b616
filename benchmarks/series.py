"""The series in `course/`: each target alone, and all of them together."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import build, in_own_process, interleaved, tell

from scormkit.targets.registry import TARGETS

SERIES = Path(__file__).resolve().parent.parent / "course"


def main(*, quick: bool) -> None:
    """Print how long each takes, from nothing."""
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        output = Path(name) / "dist"

        def measure(target: str) -> float:
            shutil.rmtree(output, ignore_errors=True)
            return in_own_process(partial(build, SERIES, output, target))[0]

        measures = {target: partial(measure, target) for target in (*TARGETS, "all")}
        seconds = interleaved(1 if quick else 5, measures)
    for target, each in seconds.items():
        tell(target, each, ("all", seconds["all"]))


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
