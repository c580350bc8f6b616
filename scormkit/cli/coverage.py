"""`scormkit coverage`: where a course covers its topics."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from scormkit.cli import courses, files
from scormkit.course.reading import load_course
from scormkit.guides.coverage import coverage_sheet


@click.command(short_help="List where a course covers its topics.")
@courses.argument
@files.output
@click.option("--check", is_flag=True, help="Write nothing; see whether the file of -o is what would be written.")
def coverage(course: Path | None, output: Path | None, check: bool) -> None:
    """List where COURSE (default: ./course, else the current folder) covers each of its topics, as a Markdown sheet.

    Topics are declared in course.yaml under `topics`; pages and activities name them under `covers`. The sheet is in
    the language of the course, and says what is not covered yet.

    Exit status: 0 when the sheet is written, or is as it should be; 1 when the course has errors or, with --check, when
    the file is not what would be written; 2 when the sheet could not be read or written.
    """
    if check and output is None:
        raise click.UsageError("--check needs a file to look at: name it with -o")
    loaded = load_course(courses.source(course))
    courses.tell(loaded.report)
    if loaded.course is None:
        courses.refuse(loaded.report)
    sheet = coverage_sheet(loaded.course, _command(Path(loaded.file).parent, output)).encode()
    if output is None or not check:
        files.write([sheet], output)
    elif _there(output) != sheet:
        again = shlex.join(["scormkit", "coverage", courses.source(course).as_posix(), "-o", output.as_posix()])
        click.echo(f"{output.as_posix()} is not what the course gives now. Make it again: {again}", err=True)
        sys.exit(1)


def _command(folder: Path, output: Path | None) -> str:
    """What makes the sheet in the folder of the course: the same words, wherever they are given."""
    if output is None:
        return "scormkit coverage"
    path = Path(os.path.relpath(output.resolve(), folder.resolve())).as_posix()
    return shlex.join(["scormkit", "coverage", ".", "-o", path])


def _there(file: Path) -> bytes | None:
    """What the file holds; None where there is no such file."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise files.cannot("read", file, error) from error
