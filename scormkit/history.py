"""What learners can lose from one build to the next: ids of the last build that this one does not have.

An LMS keeps a learner's place and answers under the ids of modules, pages and activities. An id that is gone takes with
it what was kept under it, and only its author knows whether that is meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scormkit.render.site import Site

_BESIDE = re.compile(r"(?:[a-z0-9_-]+/){0,2}[A-Za-z0-9_-]+(?:\.[A-Za-z0-9-]+)*")
"""A plain name, in two folders at most: nothing that leads out of the output folder."""

MODULES = "modules"
"""The key of `build.json` that holds what this module writes and reads."""


BESIDE = "beside"
"""The key that holds the names of the files that lie beside the packages."""


@dataclass(frozen=True, slots=True)
class Loss:
    """An id that is gone: of what, in which module, and what is lost with it."""

    what: str
    id: str
    module: str
    lost: str


def record(site: Site) -> list[dict[str, Any]]:
    """The ids that learners' progress hangs on, for `build.json`."""
    return [
        {"id": unit.id, "pages": list(unit.pages), "activities": [each.id for each in unit.trackables]}
        for unit in site.units
    ]


def losses(build_file: Path, site: Site) -> Iterator[Loss]:
    """What the last build of this course had, by its `build.json`, and this one has not.

    Says nothing where there is no such file, where it cannot be understood, or where it is of another course.
    """
    for before in _modules(build_file, site.id):
        now = next((unit for unit in site.units if unit.id == before["id"]), None)
        if now is None:
            yield Loss("module", before["id"], before["id"], "all that they did in it")
            continue
        kept = {each.id for each in now.trackables}
        yield from (
            Loss("activity", each, now.id, "their answer to it") for each in before["activities"] if each not in kept
        )
        yield from (
            Loss("page", each, now.id, "that they have seen it") for each in before["pages"] if each not in now.pages
        )


def beside(build_file: Path) -> frozenset[str]:
    """The files that the last build put beside its packages. None where it does not say, or says something odd."""
    try:
        names = json.loads(build_file.read_text(encoding="utf-8"))[BESIDE]
        return frozenset(name for name in names if _BESIDE.fullmatch(name))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _modules(build_file: Path, course: str) -> list[Mapping[str, Any]]:
    try:
        last = json.loads(build_file.read_text(encoding="utf-8"))
        modules = last[MODULES] if last["course"]["id"] == course else []
        return [each for each in modules if all(isinstance(each[key], list) for key in ("pages", "activities"))]
    except (OSError, ValueError, KeyError, TypeError):
        return []
