"""`scormkit explain`."""

from __future__ import annotations

import click

from scormkit.checking import Rule, languages
from scormkit.checking import rules as all_rules
from scormkit.checking.words import titles
from scormkit.cli.definitions import everything
from scormkit.cli.failure import CannotRunError
from scormkit.cli.looking import shown
from scormkit.hints import did_you_mean
from scormkit.reporting.printable import printable


@click.command(short_help="Explain a problem by its id or alias.")
@click.argument("name", metavar="ID")
@click.option("--language", default="en", show_default=True, type=click.Choice(languages()), help="That of the title.")
def explain(name: str, language: str) -> None:
    """Explain the problem with this ID, such as SK-S12-007, or with this alias, such as default-organization.

    Exit status: 0, or 2 when there is no such problem.
    """
    definitions = everything()
    wanted = name.strip().lower()
    found = next((each for each in definitions if wanted in (each.id.lower(), each.alias.lower())), None)
    if found is None:
        names = [name for each in definitions for name in (each.id, each.alias)]
        hint = did_you_mean(name, names, "`scormkit rules` lists the rules of `check`")
        raise CannotRunError(printable(f"there is no problem called {name}; {hint}"))
    parts = [f"{found.id} {found.alias} ({found.severity.value})"]
    if title := titles(language).get(found.id):
        parts.append(title)
    parts.append(found.explanation.strip())
    parts += [holds(rule) for rule in all_rules() if rule.definition.id == found.id and not _is_general(rule)]
    if found.reference:
        parts.append(f"Reference: {found.reference}")
    text = "\n\n".join(parts)
    shown(lambda _color: f"{text}\n")


def holds(rule: Rule) -> str:
    """What a rule holds for, in one line."""
    editions = sorted(each.value for each in rule.editions or ())
    where = [", ".join(editions)] if editions else []
    if rule.lms is not None:
        where.append(f"only with --lms {rule.lms}")
    return f"Holds for: {'; '.join(where)}"


def _is_general(rule: Rule) -> bool:
    return rule.editions is None and rule.lms is None
