"""`scormkit xapi profile`."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import courses, files
from scormkit.cli.xapi.course import read


@click.command(short_help="Write the xAPI profile of a course.")
@courses.argument
@files.output
def profile(course: Path | None, output: Path | None) -> None:
    """Write the xAPI profile (xAPI Profiles 1.0) of COURSE (default: ./course, else the current folder).

    It says what the packages of the course tell a learning record store: each kind of statement, the rules for it, and
    the order of statements. A build writes the same to xapi/profile.jsonld.

    Exit status: 0 when the profile is written, 1 when the course has errors or no base_iri, 2 when it could not be
    written.
    """
    files.write((piece.encode() for piece in read(course).profile()), output)
