"""A report as workflow commands of GitHub Actions, which become annotations at the lines they speak of."""

from __future__ import annotations

from collections.abc import Mapping

from scormkit.diagnostics import Diagnostic, Report, Severity
from scormkit.reporting.printable import printable

_COMMANDS: Mapping[Severity, str] = {
    Severity.FATAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.USAGE: "notice",
}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


def to_github(report: Report) -> str:
    """A line a diagnostic: `::error file=…,line=…,col=…,title=…::message`; an empty string when there are none.

    Whatever could end the command, or begin another, is escaped as the runner undoes it; what a hostile package could
    do to a terminal is written out.
    """
    return "".join(f"{_command(one)}\n" for one in report)


def _command(one: Diagnostic) -> str:
    place = one.location
    properties = {
        "file": printable(place.path),
        "line": place.line,
        "col": place.column,
        "title": f"{one.id} {one.alias}",
    }
    told = ",".join(
        f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in properties.items() if value is not None
    )
    text = printable(one.message) if one.hint is None else f"{printable(one.message)}\n{printable(one.hint)}"
    return f"::{_COMMANDS[one.severity]} {told}::{_escaped(text, _IN_MESSAGE)}"


def _escaped(text: str, by: Mapping[str, str]) -> str:
    return "".join(by.get(character, character) for character in text)
