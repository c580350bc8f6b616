"""`scormkit rules`."""

from __future__ import annotations

import click

from scormkit.checking import rules as all_rules


@click.command()
def rules() -> None:
    """List the rules of `scormkit check`: id, alias, severity, title."""
    rows = [
        (rule.definition.id, rule.definition.alias, rule.definition.severity.value, rule.title) for rule in all_rules()
    ]
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:3]]
    for *short, title in rows:
        cells = [text.ljust(width) for text, width in zip(short, widths, strict=True)]
        click.echo("  ".join([*cells, title]))
