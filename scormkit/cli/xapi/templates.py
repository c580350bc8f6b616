"""`scormkit xapi templates`."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import courses, files
from scormkit.cli.xapi.course import read


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
    example. `scormkit xapi fill` fills one in. Templates that this course makes no more are taken away; all other files
    stay. A build does the same.

    Exit status: 0 when the templates are written, 1 when the course has errors or no base_iri, 2 when they could not be
    written.
    """
    found = read(course)
    try:
        written = found.write_templates(output)
    except OSError as error:
        raise files.cannot("write", output, error) from error
    for each in written.removed:
        click.echo(f"{(output / each).as_posix()}  removed: the course has it no more", err=True)
    click.echo(f"{output.as_posix()}  {written.number} templates")
