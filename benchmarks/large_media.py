"""A course with one gigabyte of films, built into one package, against `cp` of the same films.

`cp` alone leaves the copy in memory; a build sees its package on the disk, and so does `cp` with `sync`. After one word
of a page a build writes a new package, and copies all films into it; where nothing changed, it writes nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from courses import media_course
from measuring import build, in_own_process, interleaved, tell, tell_memory, timed

FILES = 16


def main(*, quick: bool) -> None:
    """Print how long `cp` takes and how long builds take."""
    size, runs = (1 << 20, 1) if quick else (64 << 20, 5)
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        folder = Path(name)
        course = media_course(folder / "course", FILES, size)
        films = sorted(course.glob("modules/*/media/*"))
        copies, cold, warm = folder / "copies", folder / "cold", folder / "warm"
        module = course / "modules" / "0" / "module.yaml"
        text = module.read_text(encoding="utf-8")
        numbers = count()
        build(course, warm, "scorm12")

        def copy(*, sync: bool, over: bool = False) -> float:
            if not over:
                shutil.rmtree(copies, ignore_errors=True)
                copies.mkdir()
            return timed(lambda: _copy(films, copies, sync=sync, over=over))

        def cold_build() -> float:
            shutil.rmtree(cold, ignore_errors=True)
            return in_own_process(partial(build, course, cold, "scorm12"))[0]

        def build_again() -> float:
            return in_own_process(partial(build, course, warm, "scorm12"))[0]

        def build_after_a_word() -> float:
            module.write_text(text.replace("The film", f"The film {next(numbers)}", 1), encoding="utf-8")
            return build_again()

        measures = {
            "cp": lambda: copy(sync=False),
            "cp and sync": lambda: copy(sync=True),
            "cp and sync, again": lambda: copy(sync=True, over=True),
            "build, cold": cold_build,
            "build, after one word": build_after_a_word,
            "build, again": build_again,
        }
        seconds = interleaved(runs, measures)
        for each in measures:
            peer = "cp and sync, again" if each.endswith(("again", "word")) else "cp and sync"
            tell(each, seconds[each], (peer, seconds[peer]))
        tell_memory("build, cold", in_own_process(partial(build, course, folder / "peak", "scorm12"))[1])


def _copy(films: list[Path], to: Path, *, sync: bool, over: bool) -> None:
    # What stands there is taken away first, as a build's new package takes the old one's place.
    options = ["--remove-destination"] if over else []
    subprocess.run(["cp", *options, *films, to], check=True)  # noqa: S603, S607 - a peer of our own choice
    if sync:
        subprocess.run(["sync", *(to / film.name for film in films), to], check=True)  # noqa: S603, S607


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
