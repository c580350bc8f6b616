"""`scormkit schema`: the JSON Schema of a course's files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli.failure import CannotRunError
from scormkit.course.schema import FILES, to_json


@click.command(short_help="Print the JSON Schema of a course's files, for editors.")
@click.argument("file", type=click.Choice(list(FILES)))
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, and not to the terminal.",
)
def schema(file: str, output: Path | None) -> None:
    """Print the JSON Schema (draft-07) of course.yaml, module.yaml or a page that is included.

    An editor with YAML support then completes keys, explains them and marks mistakes while you type. Write as the first
    line of a file where its schema is: `# yaml-language-server: $schema=module.schema.json`

    Exit status: 0, or 2 when the schema could not be written.
    """
    text = to_json(file)
    if output is None:
        click.echo(text, nl=False)
    else:
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CannotRunError(f"cannot write {output.as_posix()}: {error.strerror or error}") from error
