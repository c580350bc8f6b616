"""What the commands share that read and write files of any kind: how they are named, and what keeps them from it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from scormkit.archive.keeping import replacing
from scormkit.cli.failure import CannotRunError
from scormkit.reporting.printable import printable

STDIN = Path("-")

output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, and not to the terminal.",
)
"""The option of a command that prints what others may want in a file."""


def name_of(path: Path) -> str:
    """What a file is called in what is said of it."""
    return "stdin" if path == STDIN else str(path)


def read(path: Path) -> bytes:
    """What a file holds, or what comes over standard input, which is empty from the second time on. Raises OSError."""
    return sys.stdin.buffer.read() if path == STDIN else path.read_bytes()


def read_json(path: Path) -> Any:
    """The JSON value in a file, behind a byte order mark. Raises CannotRunError."""
    from scormkit.xapi.json_text import JsonError, without_mark
    from scormkit.xapi.json_text import read_json as value_of

    try:
        return value_of(without_mark(path.read_bytes()))
    except (OSError, JsonError) as error:
        raise cannot("read", path, error) from error


def write(pieces: Iterable[bytes], to: Path | None) -> None:
    """Write the pieces to the terminal, or to a file that then appears whole or not at all. Raises CannotRunError.

    A link is followed; a pipe or a device such as /dev/null, which cannot be replaced, is written to.
    """
    if to is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    try:
        is_special = to.exists() and not to.is_file()
        with to.open("wb") if is_special else replacing(to.resolve() if to.is_symlink() else to) as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise cannot("write", to, error) from error


def cannot(verb: str, path: Path, error: Exception) -> CannotRunError:
    """That `path` cannot be read or written and why, in one line; where it is for another file, with its name."""
    if not isinstance(error, OSError):
        reason = str(error)
    else:
        reason = error.strerror or str(error)
        if error.filename is not None and Path(error.filename) != path:
            reason = f"{reason}: {Path(error.filename).as_posix()}"
    return CannotRunError(printable(f"cannot {verb} {name_of(path)}: {reason}"))
