"""The series in `course/` for all targets: from nothing, after a word of one page was changed, and once more."""

from __future__ import annotations

import re
import shutil
import sys
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import build, in_own_process, interleaved, tell

SERIES = Path(__file__).resolve().parent.parent / "course"


def main(*, quick: bool) -> None:
    """Print how long each takes, and how many packages a word touches."""
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        course, cold, warm = Path(name) / "course", Path(name) / "cold", Path(name) / "warm"
        shutil.copytree(SERIES, course)
        module = next(iter(sorted(course.glob("modules/*/module.yaml"))))
        text = module.read_text(encoding="utf-8")
        numbers = count()
        written: set[str] = set()
        build(course, warm, "all")

        def again() -> float:
            return in_own_process(partial(build, course, warm, "all"))[0]

        def cold_build() -> float:
            shutil.rmtree(cold, ignore_errors=True)
            return in_own_process(partial(build, course, cold, "all"))[0]

        def after_a_word() -> float:
            changed, found = re.subn(r"(text: \|\n +)", rf"\g<1>Word{next(numbers)} ", text, count=1)
            if not found:
                raise SystemExit(f"no text in {module}")
            module.write_text(changed, encoding="utf-8")
            before = {file: file.stat().st_ino for file in warm.glob("*.zip")}
            seconds = again()
            written.update(file.name for file in before if file.stat().st_ino != before[file])
            return seconds

        measures = {"build, cold": cold_build, "build, after one word": after_a_word, "build, again": again}
        seconds = interleaved(1 if quick else 5, measures)
        packages = len(list(warm.glob("*.zip")))
    for each in measures:
        tell(each, seconds[each], ("build, cold", seconds["build, cold"]))
    print(f"a word wrote {len(written)} of {packages} packages")  # noqa: T201 - a benchmark prints


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
