"""`scormkit i18n`: a course in other languages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from scormkit.cli import courses
from scormkit.cli.failure import CannotRunError
from scormkit.course.i18n.exchange import Exchanged, bring_in, languages
from scormkit.course.i18n.exchange import export as export_texts
from scormkit.course.i18n.memory import Status
from scormkit.course.model import Language
from scormkit.reporting.text import summary, to_text


@click.group(short_help="Carry texts to translators and back.")
def i18n() -> None:
    """Carry the texts of a course to translators and back, as XLIFF 2.0.

    The course keeps its translations in the folder i18n, one file for each language. They can be edited in place with
    any translation tool, or sent out with `export -o` and brought back with `import`.
    """


@i18n.command("export", short_help="Write the texts of a course for translation.")
@courses.argument
@click.option(
    "--to",
    "into",
    multiple=True,
    type=click.Choice(get_args(Language)),
    help="The language to translate into; may be given several times.  [default: all `translations` of the course]",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, not to the course's."
)
def export(course: Path | None, into: tuple[str, ...], output: Path | None) -> None:
    """Write all texts of COURSE, with what is translated already, to i18n/<language>.xlf or to a file to send out.

    Exit status: 0 when the file stands there, 1 when the course has errors, 2 when the export could not run.
    """
    source = courses.source(course)
    wanted = into or languages(source)
    if not wanted:
        raise CannotRunError("the course names no `translations`: say into which language, with --to")
    if output and len(wanted) > 1:
        raise CannotRunError("one file holds one language: say which one, with --to")
    try:
        done = [export_texts(source, language, output) for language in wanted]
    except ValueError as error:
        raise CannotRunError(str(error)) from error
    except OSError as error:
        raise CannotRunError(_reason(error)) from error
    _tell(done, "written")


@i18n.command("import", short_help="Take in what translators sent back.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--course", type=click.Path(path_type=Path), help="The course.  [default: ./course, or this folder]")
def import_(files: tuple[Path, ...], course: Path | None) -> None:
    """Take each FILE that a translator sent back into the course.

    Every translated text is judged as the author's own is. Exit status: 0 when everything was taken in, 1 when
    something has errors (the course is then as it was), 2 when the import could not run.
    """
    try:
        done = bring_in(courses.source(course), files)
    except ValueError as error:
        raise CannotRunError(str(error)) from error
    except OSError as error:
        raise CannotRunError(_reason(error)) from error
    _tell(done, "taken in")


def _reason(error: OSError) -> str:
    name = f" {error.filename}" if error.filename else ""
    return f"cannot read or write{name}: {error.strerror or error}"


def _tell(done: list[Exchanged] | tuple[Exchanged, ...], verb: str) -> None:
    failed = False
    for each in done:
        if len(each.report):
            click.echo(to_text(each.report, color=sys.stderr.isatty()), err=True, nl=False)
        if each.file is None:
            failed = True
            what = f"{each.language}: nothing was {verb}" if each.language else f"Nothing was {verb}"
            click.echo(f"{what}: {summary(each.report)}.", err=True)
            continue
        click.echo(_line(each))
        if each.unknown:
            names = ", ".join(each.unknown)
            click.echo(
                f"Kept at the end of {each.file.as_posix()}, since the course has no such text: {names}", err=True
            )
        if not each.listed:
            click.echo(
                f"To build the course in this language, add it in course.yaml: translations: [{each.language}]",
                err=True,
            )
    if failed:
        sys.exit(1)


def _line(done: Exchanged) -> str:
    counts = [f"{done.count(status)} {status.value}" for status in Status]
    unknown = [f"{len(done.unknown)} unknown"] if done.unknown else []
    return "  ".join([str(done.file and done.file.as_posix()), ", ".join([*counts, *unknown])])
