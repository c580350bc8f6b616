"""Reading a course for what it says to a learning record store."""

from __future__ import annotations

from pathlib import Path

from scormkit.cli import courses, files
from scormkit.describing import Described, describe


def read(given: Path | None) -> Described:
    """The course, `given` or found; says what is to be said of it, and ends with exit status 1 where it has errors."""
    source = courses.source(given)
    try:
        found = describe(source)
    except OSError as error:
        raise files.cannot("read", source, error) from error
    courses.tell(found.report)
    if found.report.has_errors:
        courses.refuse(found.report)
    return found
