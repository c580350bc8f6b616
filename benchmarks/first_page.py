"""What stands between a learner and the first page of each module of the series.

Told are, for each target, the bytes (as gzip makes them, without pictures) and requests that the first page needs; how
long the whole player is with all kinds of activity; and, in a real browser beside an API of SCORM 1.2 that counts, how
often the LMS is asked to save for each page that is turned, and how long the longest task of the page takes on a
processor four times slower, in time of that processor alone, beside the same page without any script.
"""

from __future__ import annotations

import gzip
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from browsing import Files, browser, saved, visit, without_scripts
from measuring import build
from playwright.sync_api import Browser

from scormkit.activities.registry import kinds
from scormkit.render.scripts import activities, late_connector, player

SERIES = Path(__file__).resolve().parent.parent / "course"
CONNECTORS = {"scorm12": "scorm12", "scorm2004-4": "scorm2004", "cmi5": "cmi5", "tincan": "tincan", "web": "web"}
FIRST, SCRIPT_AND_STYLE, REQUESTS, WHOLE, TASK = 14_600, 8_000, 3, 30_000, 50
RUNS = 5
PAGES = 3
_NEEDED = re.compile(rb'<(?:script[^>]* src|link rel="stylesheet" href)="([^"]+)"')


def main(*, quick: bool) -> None:
    """Print all of it, and how much each may be at most."""
    with TemporaryDirectory(prefix="scormkit-benchmark-") as name:
        build(SERIES, Path(name), *CONNECTORS)
        for target, connector in CONNECTORS.items():
            _tell_bytes(target, connector, Path(name))
        with browser() as chromium:
            for path in sorted(Path(name).glob("*-m?-*-scorm12.zip"))[: 1 if quick else None]:
                _tell_browsing(path.stem, chromium, _files(path), 1 if quick else RUNS)


def _files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {each: file.read(each) for each in file.namelist()}


def _starts(files: Files) -> list[str]:
    """The first documents of the modules."""
    return [path for path in sorted(files) if re.fullmatch(r"m\d+/index\.html", path)]


def _needed(files: Files, start: str) -> list[str]:
    """What the first page of a module cannot do without."""
    return [start, *(each.decode().replace("../", "") for each in _NEEDED.findall(files[start]))]


def _length(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def _tell_bytes(target: str, connector: str, folder: Path) -> None:
    most: dict[str, int] = defaultdict(int)
    for path in folder.glob(f"*-{target}.zip"):
        files = _files(path)
        for start in _starts(files):
            sizes = {each: _length(files[each]) for each in _needed(files, start)}
            most["bytes"] = max(most["bytes"], sum(sizes.values()))
            most["code"] = max(most["code"], sum(sizes.values()) - sizes[start])
            most["requests"] = max(most["requests"], len(sizes))
    behind = late_connector(connector)
    whole = [player(connector), activities(connector, frozenset(kinds())), behind or b""]
    print(f"{target}, the longest of all modules")  # noqa: T201 - a benchmark prints
    _row("first page, bytes", most["bytes"], FIRST)
    _row("of which script and style", most["code"], SCRIPT_AND_STYLE)
    _row("requests", most["requests"], REQUESTS)
    if behind:
        _row("the way to the record store, which comes next", _length(behind), None)
    _row("player with all kinds of activity, bytes", sum(_length(each) for each in whole if each), WHOLE)


def _tell_browsing(name: str, chromium: Browser, files: Files, runs: int) -> None:
    (start,) = _starts(files)
    visits = [visit(chromium, files, start) for _ in range(runs)]
    bare = [visit(chromium, without_scripts(files, start), start) for _ in range(runs)]
    asked = [each for each in visits[0].early if each not in _needed(files, start)]
    if asked:
        raise SystemExit(f"{name} asks for {asked} as well before it has loaded")
    # Whatever else the machine does makes a task longer, and never shorter.
    print(name)  # noqa: T201 - a benchmark prints
    _row("requests in the browser", len(visits[0].early), REQUESTS)
    _row("later, bytes", sum(_length(files[path]) for path in visits[0].later), None)
    _row("longest task in which a script runs, ms", min(max(each.tasks) for each in visits), TASK)
    _row("longest of all, ms", min(each.longest for each in visits), None)
    _row("longest of all without script, ms", min(each.longest for each in bare), None)
    _row("times saved for a page turned", saved(chromium, files, start, PAGES), 1)


def _row(what: str, value: float, most: int | None) -> None:
    goal = "" if most is None else f"   at most {most:,}{'' if value <= most else '   MISSED'}"
    print(f"  {what:<46}{round(value, 1):>9,}{goal}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
