"""What the commands that judge or show what there is share: options, writing to the terminal, and giving up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

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
    """Write a text to stdout, which is asked for with or without colour as stdout takes it."""
    # A console that is not UTF-8 must not turn an accent in a title into a traceback.
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    wanted = text(sys.stdout.isatty() and "NO_COLOR" not in os.environ)
    click.echo(wanted.encode(encoding, "backslashreplace").decode(encoding), nl=False)


def unreadable(error: OSError | UnreadableError, *paths: Path) -> NoReturn:
    """Say in one line what could not be read, and end with exit status 2."""
    if isinstance(error, OSError):
        where = error.filename if error.filename is not None else ", ".join(map(str, paths))
        click.echo(f"Error: cannot read {printable(str(where))}: {error.strerror or error}", err=True)
    else:
        click.echo(f"Error: {printable(str(error))}", err=True)
    sys.exit(2)
