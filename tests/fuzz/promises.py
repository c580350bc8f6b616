"""What the checker promises of any file whatever."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from scormkit.checking import MOST_ALIKE, check, definitions, languages
from scormkit.diagnostics import Report, Severity

LONGEST = 700
"""Of a message or a hint, in characters; what is longer loses its middle."""
_KNOWN = {one.id: one for one in definitions()}


def hold(path: Path) -> Report:
    """Check the package at `path`, and hold the report to all promises; returns it.

    It ends, says the same each time and in each language, names known rules, and has a message, a hint and a place for
    each finding; nothing in it is endless.
    """
    report = check(path, display="package.zip")
    assert list(check(path, display="package.zip")) == list(report)
    for language in languages():
        told = check(path, display="package.zip", language=language)
        assert [(one.id, one.location) for one in told] == [(one.id, one.location) for one in report]
    for found in report:
        definition = _KNOWN[found.id]
        assert found.severity is definition.severity
        assert found.reference == definition.reference
        assert 0 < len(found.message) <= LONGEST, found
        assert found.hint, found
        assert len(found.hint) <= LONGEST, found
        assert found.location.file == "package.zip"
        assert found.location.line is None or found.location.line >= 1, found
        assert found.location.column is None or found.location.column >= 1, found
    counts = Counter(found.id for found in report)
    assert all(count <= MOST_ALIKE for count in counts.values())
    fatal = [found for found in report if found.severity is Severity.FATAL]
    assert len(fatal) <= 1 or len({found.location.member for found in fatal}) == len(fatal), fatal
    return report
