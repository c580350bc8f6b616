"""`scormkit xapi templates`."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli.failure import CannotRunError
from scormkit.cli.xapi import course as courses


@click.command(short_help="Write the statement templates of a course.")
@courses.argument
@click.option(
    "-o",
    "--output",
    default=Path("dist", "xapi"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that they go to.",
)
def templates(course: Path | None, output: Path) -> None:
    """Write the statement templates of COURSE (default: ./course, else the current folder), ready to be filled in.

    There is a file for each kind of statement: the statement with places to fill in, a table of these places, and an
    example. `scormkit xapi fill` fills one in. A build writes the same, and takes away those that are no more.

    Exit status: 0 when the templates are written, 1 when the course has errors or no base_iri, 2 when they could not be
    written.
    """
    found = courses.read(course)
    try:
        count = found.write_templates(output)
    except OSError as error:
        raise CannotRunError(f"cannot write {output.as_posix()}: {courses.reason(error)}") from error
    click.echo(f"{output.as_posix()}  {count} templates")
