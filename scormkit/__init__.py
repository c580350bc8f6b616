"""scormkit: one course definition in, packages for any LMS out, and a checker for anyone's packages.

>>> import scormkit
>>> result = scormkit.build("course", "dist")          # doctest: +SKIP
>>> for problem in scormkit.check("someones.zip"):     # doctest: +SKIP
...     print(problem.location, problem.message)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scormkit.version import __version__

if TYPE_CHECKING:
    from scormkit.building import BuildError, BuildResult, build
    from scormkit.checking import check
    from scormkit.course.model import Course
    from scormkit.course.reading import load_course
    from scormkit.diagnostics import Diagnostic, Location, Report, Severity

__all__ = [
    "BuildError",
    "BuildResult",
    "Course",
    "Diagnostic",
    "Location",
    "Report",
    "Severity",
    "__version__",
    "build",
    "check",
    "load_course",
]

_ROOMS = {
    "BuildError": "building",
    "BuildResult": "building",
    "build": "building",
    "check": "checking",
    "Course": "course.model",
    "load_course": "course.reading",
    "Diagnostic": "diagnostics",
    "Location": "diagnostics",
    "Report": "diagnostics",
    "Severity": "diagnostics",
}


def __getattr__(name: str) -> Any:
    # A room is opened when it is first asked for: who only checks packages does not wait for what builds them.
    if name in _ROOMS:
        return getattr(import_module(f"scormkit.{_ROOMS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
