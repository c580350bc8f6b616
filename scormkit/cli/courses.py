"""What the commands share that are given a course: which one it is, and what is said where it has problems."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from scormkit.course.reading import COURSE_FILE
from scormkit.diagnostics import Report
from scormkit.reporting.text import summary, to_text

argument = click.argument("course", required=False, type=click.Path(path_type=Path))
"""The course of a command; `source` says which one it is where none is given."""


def source(given: Path | None) -> Path:
    """The course that is `given`; otherwise the one in ./course, or in the current folder."""
    return given or (Path("course") if Path("course", COURSE_FILE).is_file() else Path())


def tell(report: Report) -> None:
    """Say all that is to be said of the course."""
    if len(report):
        click.echo(to_text(report, color=sys.stderr.isatty()), err=True, nl=False)


def refuse(report: Report) -> NoReturn:
    """Say that its errors leave nothing to write, and end with exit status 1."""
    click.echo(f"Nothing was written: {summary(report)}.", err=True)
    sys.exit(1)
