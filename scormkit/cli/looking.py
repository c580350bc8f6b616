"""What the commands that judge or show what there is share: options, writing to the terminal, and giving up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from scormkit.cli.failure import CannotRunError
from scormkit.reporting.printable import printable

if TYPE_CHECKING:
    from scormkit.inspecting import UnreadableError

style_option = click.option(
    "--format",
    "style",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="text is for people, json for machines.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Leave out the summary.")


def shown(text: Callable[[bool], str]) -> None:
    """Write a text to stdout, which is asked for with or without colour as stdout takes it.

    Raises CannotRunError where there is no stdout, or no room behind it: a report that was cut short looks like a good
    one. A reader that goes away is not our mistake, and is left to click.
    """
    out: TextIO | None = sys.stdout
    if out is None:
        raise CannotRunError("cannot write to stdout: it is closed")
    # A console that is not UTF-8 must not turn an accent in a title into a traceback.
    encoding = getattr(out, "encoding", None) or "utf-8"
    wanted = text(out.isatty() and not os.environ.get("NO_COLOR"))
    try:
        click.echo(wanted.encode(encoding, "backslashreplace").decode(encoding), nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written is tried again at the end of Python, which would complain of it in its own way.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        raise CannotRunError(f"cannot write to stdout: {error.strerror or error}") from error


def unreadable(error: OSError | UnreadableError, *paths: Path) -> NoReturn:
    """Say in one line what could not be read, and end with exit status 2."""
    if isinstance(error, OSError):
        where = error.filename if error.filename is not None else ", ".join(map(str, paths))
        click.echo(f"Error: cannot read {printable(str(where))}: {error.strerror or error}", err=True)
    else:
        click.echo(f"Error: {printable(str(error))}", err=True)
    sys.exit(2)
