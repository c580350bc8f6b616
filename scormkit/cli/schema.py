"""`scormkit schema`: the JSON Schemas of a course's files, for editors, and of a report, for programs."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import files
from scormkit.course.schema import FILES, to_json
from scormkit.reporting.as_json import SCHEMA

_REPORT = "report"


@click.command(short_help="Print the JSON Schema of a course's files or of a report.")
@click.argument("file", type=click.Choice([*FILES, _REPORT]))
@files.output
def schema(file: str, output: Path | None) -> None:
    """Print a JSON Schema (draft-07): of course.yaml, module.yaml, a page that is included, or a report.

    With the first three an editor with YAML support completes keys, explains them and marks mistakes while you type.
    Write as the first line of a file where its schema is: `# yaml-language-server: $schema=module.schema.json`

    A report is what `scormkit check --format json` writes.

    Exit status: 0, or 2 when the schema could not be written.
    """
    schema = SCHEMA.read_bytes() if file == _REPORT else to_json(file).encode()
    files.write([schema], output)
