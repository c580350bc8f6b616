"""`scormkit xapi send`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import click
from platformdirs import user_config_path
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from scormkit.cli import files
from scormkit.cli.failure import CannotRunError
from scormkit.cli.looking import shown
from scormkit.reporting.printable import printable
from scormkit.xapi.json_text import JsonError
from scormkit.xapi.sending import Access, Fate, Limits, Outcome, Result, Sending
from scormkit.xapi.sending.keeping import Kept, default_path
from scormkit.xapi.sending.settings import SettingsError, from_environment, from_file, is_open_to_others
from scormkit.xapi.statement_files import is_template, read_statements

_STDIN_PATH = Path("statements.json")
"""What the file of statements would be called that come over stdin."""


class _Source(NamedTuple):
    """A statement and where it came from."""

    file: str
    place: str
    statement: Any


@click.command(short_help="Send statements to an LRS.")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path))
@click.option("--lrs", metavar="NAME", help="The LRS of this name in the config file.")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The config file.  [default: lrs.toml in the folder of your settings]",
)
@click.option(
    "--batch", default=Limits().statements, show_default=True, type=click.IntRange(min=1), help="Statements a request."
)
@click.option(
    "--keep",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to keep what the LRS did not take.  [default: FILE.unsent.json, beside the first FILE]",
)
def send(paths: tuple[Path, ...], lrs: str | None, config: Path | None, batch: int, keep: Path | None) -> None:
    """Send the statements of each FILE to a learning record store (LRS).

    FILE is a statement, an array, what an LRS answered, or has one statement a line; - reads standard input. The LRS is
    named by SCORMKIT_LRS_ENDPOINT, and opened by SCORMKIT_LRS_USERNAME and SCORMKIT_LRS_PASSWORD, or by
    SCORMKIT_LRS_AUTHORIZATION; or a table in the config file has endpoint, username and password.

    What was refused or not sent is kept in a file that can be sent as it is. Exit status: 0 the LRS has everything, 1
    some is kept in the file, 2 nothing was sent, since sending could not begin.
    """
    access = _access(lrs, config)
    sources = [source for path in paths for source in _read(path)]
    if not sources:
        click.echo("Nothing to send.", err=True)
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("sending", total=len(sources))

        def told(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        sending = Sending(access, [each.statement for each in sources], Limits(statements=batch), progress=told)
        path = keep or default_path(_STDIN_PATH if paths[0] == files.STDIN else paths[0])
        with _kept(path, sending) as kept:
            sending.run()
    _tell(sending.outcome, sources, kept)


def _access(lrs: str | None, config: Path | None) -> Access:
    """The LRS that is asked for, with warnings about secrets that are none."""
    try:
        access = None if lrs or config else from_environment(os.environ)
        if access is None:
            path = config or user_config_path("scormkit", appauthor=False) / "lrs.toml"
            if not (lrs or config or path.exists()):
                raise CannotRunError(f"no LRS is named: set SCORMKIT_LRS_ENDPOINT, or write {printable(str(path))}")
            access = from_file(path, lrs)
            if is_open_to_others(path):
                click.echo(f"Warning: others on this machine can read {printable(str(path))}: chmod 600", err=True)
    except SettingsError as error:
        raise CannotRunError(printable(str(error))) from None
    except OSError as error:
        raise files.cannot("read", path, error) from None
    if access.is_exposed:
        click.echo(f"Warning: {access.endpoint} is not https: anyone on the way can read the password", err=True)
    return access


def _read(path: Path) -> Iterator[_Source]:
    name = files.name_of(path)
    try:
        placed = read_statements(files.read(path))
    except (OSError, JsonError) as error:
        raise files.cannot("read", path, error) from error
    for place, statement in placed:
        if is_template(statement):
            raise CannotRunError(
                f"{printable(name)}: this is a statement template: `scormkit xapi fill` makes a statement of it"
            )
        yield _Source(name, place, statement)


@contextmanager
def _kept(path: Path, sending: Sending) -> Iterator[Kept]:
    """All statements in a file while they are sent, and then those that are left, however sending ends."""
    try:
        kept = Kept(path, sending.statements)
    except OSError as error:
        raise CannotRunError(f"{files.cannot('write', path, error).message}; --keep names another file") from error
    try:
        yield kept
    except KeyboardInterrupt:
        pass  # the outcome says what was left, and the exit status that something was
    finally:
        try:
            kept.settle(sending.outcome.left)
        except OSError as error:
            raise CannotRunError(f"{files.cannot('write', path, error).message}; {kept.path} has all") from error


def _tell(outcome: Outcome, sources: list[_Source], kept: Kept) -> None:
    lines = [
        _line(source, result)
        for source, result in zip(sources, outcome.results, strict=True)
        if result.fate is Fate.REFUSED or (result.fate is Fate.UNSENT and result.reason != outcome.stopped)
    ]
    shown(lambda _color: "".join(f"{each}\n" for each in lines))
    counts = ", ".join(f"{number} {fate.value}" for fate in Fate if (number := outcome.count(fate)))
    total = len(outcome.results)
    click.echo(f"{total} {'statement' if total == 1 else 'statements'}: {counts}.", err=True)
    if outcome.stopped:
        click.echo(f"Stopped: {printable(outcome.stopped)}", err=True)
    if nameless := sum(map(_is_new, sources, outcome.results)):
        what = "1 statement had no id and was" if nameless == 1 else f"{nameless} statements had no id and were"
        click.echo(f"{what} given one: sent from the same file again, the LRS would have it twice.", err=True)
    if outcome.left:
        where = printable(str(kept.path))
        if outcome.count(Fate.UNSENT):
            click.echo(f"What the LRS did not take is kept in {where}, ready to be sent.", err=True)
        else:
            click.echo(f"What was refused is kept in {where}, to be mended.", err=True)
        sys.exit(1)


def _is_new(source: _Source, result: Result) -> bool:
    """Whether the LRS has a statement under an id that its file does not know."""
    return result.fate is Fate.SENT and isinstance(source.statement, dict) and "id" not in source.statement


def _line(source: _Source, result: Result) -> str:
    identifier = result.statement.get("id", "") if isinstance(result.statement, dict) else ""
    what = " ".join(filter(None, (printable(source.file), source.place, printable(str(identifier)))))
    return "\n    ".join([f"{what}: {result.fate.value}", *map(printable, result.reason.split("\n"))])
