"""The series in `course/` for all targets: built in full, and again after one word of one page was changed."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import build, in_own_process, tell

SERIES = Path(__file__).resolve().parent.parent / "course"


def main(*, quick: bool) -> None:
    """Print how long both take."""
    full: list[float] = []
    again: list[float] = []
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        course, output = Path(name) / "course", Path(name) / "dist"
        shutil.copytree(SERIES, course)
        module = next(iter(sorted(course.glob("modules/*/module.yaml"))))
        text = module.read_text(encoding="utf-8")
        for run in range(1 if quick else 5):
            shutil.rmtree(output, ignore_errors=True)
            full.append(in_own_process(partial(build, course, output, "all"))[0])
            module.write_text(text.replace("title: ", f"title: Word{run} ", 1), encoding="utf-8")
            again.append(in_own_process(partial(build, course, output, "all"))[0])
    whole = sorted(full)[len(full) // 2]
    tell("full build, all targets", whole)
    tell("build after a one-word change", sorted(again)[len(again) // 2], ("the full build", whole))


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
