"""A report as text for people, in the form that editors and CI logs know: `file:line:column: severity ID: message`."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len

from scormkit.diagnostics import Diagnostic, Report, Severity
from scormkit.reporting.printable import printable

_INDENT = "    "
_TAB = 4
_WIDTH = 100
"""How many characters of a source line are shown."""
_BEFORE = 40
"""How many of them before the column, when a line is longer than that."""

_BOLD, _GREEN, _CYAN, _RESET = "\x1b[1m", "\x1b[32m", "\x1b[36m", "\x1b[0m"
_COLORS = {
    Severity.FATAL: "\x1b[1;31m",
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;34m",
    Severity.USAGE: "\x1b[1;35m",
}
_NAMES = {
    Severity.FATAL: ("fatal error", "fatal errors"),
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
    Severity.USAGE: ("remark on usage", "remarks on usage"),
}


def to_text(report: Report, *, color: bool = False) -> str:
    """All diagnostics in order, each ending in a newline; an empty string when there are none.

    A diagnostic is one line, then the source line with a caret under the column where both are known, then the hint.
    With `color` the text holds ANSI escape sequences. Whatever comes from the package or the course is made harmless.
    """
    return "".join(f"{line}\n" for diagnostic in report for line in _lines(diagnostic, color))


def summary(report: Report) -> str:
    """The report in one line without an end, such as `2 errors, 1 warning in 3 files`."""
    counts = Counter(diagnostic.severity for diagnostic in report)
    if not counts:
        return "no problems"
    parts = [_count(counts[severity], *_NAMES[severity]) for severity in Severity if counts[severity]]
    files = len({(diagnostic.location.file, diagnostic.location.member) for diagnostic in report})
    return f"{', '.join(parts)} in {_count(files, 'file', 'files')}"


def _lines(diagnostic: Diagnostic, color: bool) -> list[str]:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if color else text

    place = paint(printable(str(diagnostic.location)), _BOLD)
    severity = paint(diagnostic.severity.value, _COLORS[diagnostic.severity])
    lines = [f"{place}: {severity} {diagnostic.id}: {printable(diagnostic.message)}"]
    if diagnostic.excerpt and diagnostic.excerpt.strip():
        shown, indent = _excerpt(diagnostic.excerpt, diagnostic.location.column)
        lines.append(_INDENT + shown)
        if indent is not None:
            lines.append(_INDENT + " " * indent + paint("^", _GREEN))
    if diagnostic.hint:
        lines.append(f"{_INDENT}{paint('hint:', _CYAN)} {printable(diagnostic.hint)}")
    return lines


def _excerpt(line: str, column: int | None) -> tuple[str, int | None]:
    """The part of `line` around `column` as it is shown, and how many cells of it come before the caret."""
    at = min(column - 1, len(line)) if column else 0
    first = 0 if len(line) <= _WIDTH else max(0, min(at - _BEFORE, len(line) - _WIDTH))
    last = first + _WIDTH
    before = ("…" if first else "") + _visible(line[first:at])
    after = _visible(line[at:last], cell_len(before)) + ("…" if last < len(line) else "")
    return (before + after).rstrip(), cell_len(before) if column else None


def _visible(text: str, start: int = 0) -> str:
    """`text` with tabs as blanks up to the next tab stop, counted from `start` cells on, and the rest made harmless."""
    shown = ""
    for index, part in enumerate(text.split("\t")):
        if index:
            shown += " " * (_TAB - (start + cell_len(shown)) % _TAB)
        shown += printable(part)
    return shown


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
