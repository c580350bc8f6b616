"""What the commands that read a course have in common."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from scormkit.cli import files
from scormkit.course.reading import COURSE_FILE
from scormkit.describing import Described, describe
from scormkit.reporting.text import summary, to_text

argument = click.argument("course", required=False, type=click.Path(path_type=Path))


def read(given: Path | None) -> Described:
    """The course, `given` or found; says what is to be said of it, and ends with exit status 1 where it has errors."""
    source = given or (Path("course") if Path("course", COURSE_FILE).is_file() else Path())
    try:
        found = describe(source)
    except OSError as error:
        raise files.cannot("read", source, error) from error
    if len(found.report):
        click.echo(to_text(found.report, color=sys.stderr.isatty()), err=True, nl=False)
    if found.report.has_errors:
        click.echo(f"Nothing was written: {summary(found.report)}.", err=True)
        sys.exit(1)
    return found
