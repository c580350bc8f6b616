"""The staging of each film: a module with the film's name that has `stage(script) -> Staging`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol

from course.studio.film.script import read_script


class Staging(Protocol):
    """A film that can be drawn at any second, each by itself; a scene is 800 units wide and 450 high."""

    poster: float
    """The second whose picture stands for the film."""

    def camera(self, time: float) -> tuple[float, float, float]:
        """What is in view: x and y of its upper left corner and its width, in units of the scene."""

    def draw(self, time: float) -> str:
        """The scene, as SVG without the element around it."""


def staging_of(script_file: Path) -> Staging:
    """The staging of the film whose script this is. Raises ScriptError if the script is wrong."""
    module = import_module(f"{__name__}.{script_file.stem}")
    staging: Staging = module.stage(read_script(script_file))
    return staging
