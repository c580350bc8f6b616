"""The formats that a report of `scormkit check` can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from scormkit.cli.definitions import of_check
from scormkit.diagnostics import Report, Severity
from scormkit.reporting.as_json import to_json
from scormkit.reporting.text import to_text
from scormkit.version import __version__

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be written: a report, the names of all that was judged, and from which severity on it counts.

    `fail_on` is None where nothing counts.
    """

    report: Report
    judged: Sequence[str]
    fail_on: Severity | None
    color: bool = False


def _sarif(told: Told) -> str:
    from scormkit.reporting.sarif import to_sarif

    return to_sarif(told.report, version=__version__, definitions=of_check())


def _junit(told: Told) -> str:
    from scormkit.reporting.junit import to_junit

    return to_junit(told.report, packages=told.judged, fail_on=told.fail_on or Severity.FATAL)


def _github(told: Told) -> str:
    from scormkit.reporting.github import to_github

    return to_github(told.report)


def _gitlab(told: Told) -> str:
    from scormkit.reporting.gitlab import to_gitlab

    return to_gitlab(told.report)


FORMATS: Mapping[str, Callable[[Told], str]] = MappingProxyType(
    {
        TEXT: lambda told: to_text(told.report, color=told.color),
        "json": lambda told: to_json(told.report, version=__version__),
        "sarif": _sarif,
        "junit": _junit,
        "github": _github,
        "gitlab": _gitlab,
    }
)
"""What writes each, by its name on the command line; each text ends in a newline, or is empty."""
