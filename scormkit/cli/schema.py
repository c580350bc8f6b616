"""`scormkit schema`: the JSON Schema of a course's files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import files
from scormkit.course.schema import FILES, to_json


@click.command(short_help="Print the JSON Schema of a course's files, for editors.")
@click.argument("file", type=click.Choice(list(FILES)))
@files.output
def schema(file: str, output: Path | None) -> None:
    """Print the JSON Schema (draft-07) of course.yaml, module.yaml or a page that is included.

    An editor with YAML support then completes keys, explains them and marks mistakes while you type. Write as the first
    line of a file where its schema is: `# yaml-language-server: $schema=module.schema.json`

    Exit status: 0, or 2 when the schema could not be written.
    """
    files.write([to_json(file).encode()], output)
