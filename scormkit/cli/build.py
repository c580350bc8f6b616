"""`scormkit build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from scormkit.building import ALL, BuildError, BuiltPackage
from scormkit.building import build as build_course
from scormkit.cli import courses
from scormkit.cli.failure import CannotRunError
from scormkit.course.model import Language
from scormkit.reporting.text import summary, to_text
from scormkit.targets.registry import TARGETS


@click.command(short_help="Build the packages of a course.")
@courses.argument
@click.option(
    "-o", "--output", default="dist", show_default=True, type=click.Path(path_type=Path), help="Where packages go."
)
@click.option(
    "-t",
    "--target",
    "targets",
    multiple=True,
    type=click.Choice([*TARGETS, ALL]),
    help="The standard to build for, or all of them; may be given several times.  [default: scorm12]",
)
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(get_args(Language)),
    help="The language to build in; may be given several times.  [default: the course's own and its translations]",
)
def build(course: Path | None, output: Path, targets: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Build the packages of COURSE, a folder with a course.yaml (default: ./course, else the current folder).

    Exit status: 0 when all packages stand in the output folder, 1 when the course has errors (the output folder is
    then as it was), 2 when the build could not run.
    """
    source = courses.source(course)
    errors = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    try:
        with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
            task = bar.add_task("reading", total=None)
            result = build_course(
                source,
                output,
                targets=targets or ("scorm12",),
                languages=languages or None,
                progress=lambda step, done, total: bar.update(task, description=step, completed=done, total=total),
            )
    except BuildError as error:
        raise CannotRunError(str(error)) from error
    if len(result.report):
        click.echo(to_text(result.report, color=errors.is_terminal), err=True, nl=False)
    if result.report.has_errors:
        click.echo(f"Nothing was built: {summary(result.report)}.", err=True)
        sys.exit(1)
    for package in result.packages:
        click.echo(_line(package))


def _line(package: BuiltPackage) -> str:
    modules = "1 module" if package.modules == 1 else f"{package.modules} modules"
    return f"{package.path.as_posix()}  {_size(package.size)}  {modules}"


def _size(size: int) -> str:
    """A size for people: in kB or MB of 1000, as file managers show it."""
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
