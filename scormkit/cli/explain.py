"""`scormkit explain`."""

from __future__ import annotations

import click

from scormkit.checking import definitions as checked
from scormkit.cli.failure import CannotRunError
from scormkit.concerns import DEFINITIONS as BUILDING
from scormkit.course.problems import DEFINITIONS as COURSE
from scormkit.hints import did_you_mean
from scormkit.xapi.judging.definitions import DEFINITIONS as XAPI


@click.command(short_help="Explain a problem by its id or alias.")
@click.argument("name", metavar="ID")
def explain(name: str) -> None:
    """Explain the problem with this ID, such as SK-S12-007, or with this alias, such as default-organization.

    Exit status: 0, or 2 when there is no such problem.
    """
    definitions = (*checked(), *COURSE, *BUILDING, *XAPI)
    names = [name for each in definitions for name in (each.id, each.alias)]
    wanted = name.strip().lower()
    found = next((each for each in definitions if wanted in (each.id.lower(), each.alias.lower())), None)
    if found is None:
        hint = did_you_mean(name, names, "`scormkit rules` lists the rules of `check`")
        raise CannotRunError(f"there is no problem called {name}; {hint}")
    click.echo(f"{found.id} {found.alias} ({found.severity.value})\n\n{found.explanation.strip()}")
    if found.reference:
        click.echo(f"\nReference: {found.reference}")
