"""All stills of the series, by the file they become."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from course.studio.stills import module1, module2, module3, module4

MODULES = {"1": module1.STILLS, "2": module2.STILLS, "3": module3.STILLS, "4": module4.STILLS}


def stills(modules: Path) -> Iterator[tuple[Path, str]]:
    """Every picture's file below the folder of modules, and what is to stand in it."""
    for module, drawn in MODULES.items():
        for name, draw in drawn.items():
            yield modules / module / "media" / f"{name}.svg", draw()
