"""`scormkit rules`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import click

from scormkit.checking import Rule, languages
from scormkit.checking import rules as all_rules
from scormkit.checking.words import titles
from scormkit.cli import settings
from scormkit.cli.definitions import everything
from scormkit.cli.failure import CannotRunError
from scormkit.cli.looking import shown, style_option
from scormkit.diagnostics import Definition
from scormkit.hints import did_you_mean
from scormkit.policy import Names
from scormkit.reporting.printable import printable


@click.command(short_help="List what can be found.")
@click.argument("names", metavar="[ID...]", nargs=-1)
@click.option(
    "--all", "every", is_flag=True, help="List what can be found in courses, builds, statements, settings too."
)
@click.option("--lms", metavar="LMS", multiple=True, callback=settings.lms, help="List the rules of this LMS alone.")
@click.option("--language", default="en", show_default=True, type=click.Choice(languages()), help="That of titles.")
@style_option
def rules(names: tuple[str, ...], every: bool, lms: tuple[str, ...], language: str, style: str) -> None:
    """List the rules of `scormkit check`: id, alias, severity, title.

    With an ID, an alias, or the beginning of ids such as SK-S24 or SK-XAPI, those alone, of whatever command.

    Exit status: 0, or 2 when there is nothing of such a name.
    """
    by_id = {rule.definition.id: rule for rule in all_rules()}
    listed = everything() if every or names else tuple(rule.definition for rule in all_rules())
    if names:
        listed = tuple(each for each in listed if each.id in _meant(names, listed))
    if lms:
        listed = tuple(each for each in listed if each.id in by_id and by_id[each.id].lms in lms)
    translated = titles(language)
    if style == "json":
        found = [_object(each, by_id.get(each.id), translated.get(each.id)) for each in listed]
        document = json.dumps(found, indent=2, ensure_ascii=True)
        shown(lambda _color: f"{document}\n")
        return
    rows = [(each.id, each.alias, each.severity.value, translated.get(each.id) or title(each)) for each in listed]
    text = "".join(f"{line}\n" for line in _columns(rows))
    shown(lambda _color: text)


def title(definition: Definition) -> str:
    """The first line of what explains it."""
    return definition.explanation.strip().partition("\n")[0]


def _meant(names: Sequence[str], there: Sequence[Definition]) -> frozenset[str]:
    known = Names(there)
    found: set[str] = set()
    for name in names:
        exact = known.exact(name)
        meant = known.beginning(name) | ({exact} if exact else set())
        if not meant:
            candidates = [name for each in there for name in (each.id, each.alias)]
            hint = did_you_mean(name, candidates, "`scormkit rules --all` lists what there is")
            raise CannotRunError(printable(f"there is no rule called {name}; {hint}"))
        found |= meant
    return frozenset(found)


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """All but the last column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for *short, last in rows:
        yield "  ".join([*(text.ljust(width) for text, width in zip(short, widths, strict=True)), last])


def _object(definition: Definition, rule: Rule | None, translated: str | None) -> dict[str, object]:
    """One entry of the JSON list; `editions` is null for what holds for all, `lms` for what holds everywhere."""
    editions = None if rule is None or rule.editions is None else sorted(each.value for each in rule.editions)
    return {
        "id": definition.id,
        "alias": definition.alias,
        "severity": definition.severity.value,
        "title": translated or title(definition),
        "explanation": definition.explanation.strip(),
        "reference": definition.reference or None,
        "editions": editions,
        "lms": None if rule is None else rule.lms,
    }
