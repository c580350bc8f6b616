"""`scormkit new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import get_args

import click

from scormkit.cli.failure import CannotRunError
from scormkit.course.model import Language
from scormkit.starting import TEMPLATES, StartError, new_course


@click.command(short_help="Begin a course from a template.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--template",
    default="blank",
    show_default=True,
    type=click.Choice(TEMPLATES),
    help="blank: one page; course: two modules that show what there is; scenario: scenes that branch.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    type=click.Choice(get_args(Language)),
    help="The language of the course and of the notes in it.",
)
@click.option("--title", help="The title of the course.  [default: that of the template]")
def new(folder: Path, template: str, language: str, title: str | None) -> None:
    """Make a new course in DIR, a folder that is not there yet or is empty.

    It builds at once. Exit status: 0 when the course is there, 2 when it could not be made; then nothing was touched.
    """
    try:
        paths = new_course(folder, template, language, title)
    except StartError as error:
        raise CannotRunError(str(error)) from error
    where = folder.as_posix()
    click.echo(f"Made a course in {where}:")
    for path in paths:
        # What begins with a point is for editors and git.
        if not path.parts[0].startswith("."):
            click.echo(f"  {path}")
    click.echo("\nNext:")
    for step in (
        *([] if where == "." else [f"cd {shlex.quote(where)}"]),
        "scormkit build",
        "scormkit check dist/*.zip",
    ):
        click.echo(f"  {step}")
