"""Many pages against few: whether the time for a page, and the memory, stay the same.

The 100 pages are one module; the 10 000 are a hundred of those.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from courses import paged_course
from measuring import build, in_own_process, tell, tell_memory

PAGES = 100


def main(*, quick: bool) -> None:
    """Print the time for each page, and the peak of memory, of both."""
    sizes = (1, 5) if quick else (1, 100)
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        folder = Path(name)
        courses = {modules: paged_course(folder / f"course-{modules}", modules, PAGES) for modules in sizes}
        seconds: dict[int, list[float]] = {modules: [] for modules in sizes}
        peaks: dict[int, float] = {}
        for run in range(1 if quick else 3):
            for modules, course in courses.items():
                output = folder / f"dist-{modules}-{run}"
                # What takes as long for one page as for many, such as reading templates, is done before.
                prepare = partial(build, courses[sizes[0]], output / "before", "scorm12")
                spent, peaks[modules] = in_own_process(partial(build, course, output / "then", "scorm12"), prepare)
                seconds[modules].append(spent / (modules * PAGES))
    few, many = (sorted(seconds[modules])[len(seconds[modules]) // 2] for modules in sizes)
    tell(f"a page, one of {sizes[0] * PAGES:,}", few)
    tell(f"a page, one of {sizes[1] * PAGES:,}", many, (f"one of {sizes[0] * PAGES:,}", few))
    smaller = (f"{sizes[0] * PAGES:,} pages", peaks[sizes[0]])
    tell_memory(*smaller)
    tell_memory(f"{sizes[1] * PAGES:,} pages", peaks[sizes[1]], smaller)


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
