"""`scormkit xapi fill`."""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from scormkit.cli import files
from scormkit.cli.failure import CannotRunError
from scormkit.reporting.printable import printable
from scormkit.xapi.templates import FillError, FillProblem, NoTemplateError
from scormkit.xapi.templates import fill as fill_template
from scormkit.xapi.templates.actors import FORMS, read_actor

_OWN_OPTIONS = ("id", "actor", "activity", "registration", "timestamp")


@click.command(short_help="Fill in a statement template.")
@click.argument("template", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--actor", metavar="WHO", help=f"The learner: {FORMS}.")
@click.option("--registration", metavar="UUID", help="The registration of the learner's attempt.")
@click.option("--timestamp", metavar="TIME", help="When it happened, such as 2026-01-02T03:04:05.678Z.  [default: now]")
@click.option("--id", "statement_id", metavar="UUID", help="The id of the statement.  [default: a new one]")
@click.option(
    "--activity",
    metavar="IRI",
    help="The id under which the LMS launched the course or the module.  [default: the course's own]",
)
@click.option(
    "--result",
    "results",
    metavar="NAME=VALUE",
    multiple=True,
    help="A member of the result, such as success=true; may be given several times.",
)
@files.output
def fill(
    template: Path,
    actor: str | None,
    registration: str | None,
    timestamp: str | None,
    statement_id: str | None,
    activity: str | None,
    results: tuple[str, ...],
    output: Path | None,
) -> None:
    """Fill in TEMPLATE, a file that `scormkit xapi templates` or a build wrote, and print the statement.

    The file's table says what can be filled in. With --id and --timestamp the same command gives the same statement.

    Exit status: 0 when the statement is valid, 1 when a value is missing or wrong, 2 when the template could not be
    read or the statement could not be written.
    """
    values: dict[str, Any] = {
        "id": statement_id or str(uuid.uuid4()),
        "timestamp": timestamp or f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z",
        **{name: text for name, text in (("registration", registration), ("activity", activity)) if text is not None},
    }
    problems = [*_add_actor(values, actor), *_add_results(values, results)]
    known_wrong = {each.name for each in problems}
    statement: dict[str, Any] = {}
    try:
        statement = fill_template(files.read_json(template), values)
    except NoTemplateError as error:
        raise CannotRunError(printable(f"{template} is no statement template: {error}")) from error
    except FillError as error:
        problems += [each for each in error.problems if each.name not in known_wrong]
    if problems:
        _tell(problems)
    files.write([json.dumps(statement, ensure_ascii=False, indent=2).encode() + b"\n"], output)


def _add_actor(values: dict[str, Any], text: str | None) -> Iterator[FillProblem]:
    if text is not None:
        try:
            values["actor"] = read_actor(text)
        except ValueError as error:
            yield FillProblem("actor", str(error), f"give {FORMS}")


def _add_results(values: dict[str, Any], results: Iterable[str]) -> Iterator[FillProblem]:
    seen: set[str] = set()
    for each in results:
        name, sign, value = each.partition("=")
        if name in _OWN_OPTIONS:
            yield FillProblem(name, "is no member of the result", f"write it as --{name} VALUE")
        elif not sign or not name:
            yield FillProblem(name, "is no member of the result", "write --result NAME=VALUE, such as success=true")
        elif name in seen:
            yield FillProblem(name, "is given twice", "give it once")
        else:
            values[name] = value
        seen.add(name)


def _tell(problems: Iterable[FillProblem]) -> None:
    """Say all that is wrong, and end with exit status 1."""
    found = list(problems)
    for each in found:
        # What is wrong with the whole statement is named by its place in it.
        name = each.name if each.name.startswith("$") else f"--{each.name}"
        option = name if each.name in _OWN_OPTIONS or each.name.startswith("$") else f"--result {each.name}".rstrip()
        click.echo(f"error: {printable(option)} {printable(each.message)}\n    hint: {printable(each.hint)}", err=True)
    click.echo(f"Nothing was filled in: {len(found)} error{'s' if len(found) != 1 else ''}.", err=True)
    sys.exit(1)
