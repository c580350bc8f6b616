"""`scormkit explain`."""

from __future__ import annotations

from difflib import get_close_matches

import click

from scormkit.building import DEFINITIONS as BUILDING
from scormkit.checking import definitions
from scormkit.cli.failure import CannotRunError
from scormkit.course.problems import DEFINITIONS as COURSE
from scormkit.diagnostics import Definition


@click.command()
@click.argument("name", metavar="ID")
def explain(name: str) -> None:
    """Explain the problem with this ID, such as SK-S12-007, or with this alias, such as default-organization.

    Exit status: 0, or 2 when there is no such problem.
    """
    known: dict[str, Definition] = {}
    for definition in (*definitions(), *COURSE, *BUILDING):
        known[definition.id.lower()] = known[definition.alias.lower()] = definition
    found = known.get(name.strip().lower())
    if found is None:
        near = get_close_matches(name.strip().lower(), known, n=1)
        hint = f"did you mean {_written(near[0], known)}?" if near else "`scormkit rules` lists the rules of `check`."
        raise CannotRunError(f"there is no problem called {name}; {hint}")
    click.echo(f"{found.id} {found.alias} ({found.severity.value})\n\n{found.explanation.strip()}")
    if found.reference:
        click.echo(f"\nReference: {found.reference}")


def _written(key: str, known: dict[str, Definition]) -> str:
    """The id or alias as it is written, from its form in small letters."""
    definition = known[key]
    return definition.id if definition.id.lower() == key else definition.alias
