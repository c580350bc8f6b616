"""The options of `scormkit check` that stand in settings too, and both together as `Settings`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import click

from scormkit.checking import languages, lms_profiles
from scormkit.cli.definitions import of_check
from scormkit.cli.failure import CannotRunError
from scormkit.diagnostics import Location
from scormkit.hints import did_you_mean
from scormkit.policy import Entry, Known, Names, Settings, SettingsError, find_settings, read_settings
from scormkit.policy.tables import LONGEST_TIMEOUT, MOST_JOBS, THRESHOLDS

_RULES = "a rule's id or alias, or the beginning of ids such as SK-WEB; several with commas"


@cache
def names() -> Names:
    """All rules that may be named."""
    return Names(of_check())


def _split(values: Collection[str]) -> Iterator[str]:
    return (name.strip() for value in values for name in value.split(",") if name.strip())


def _rules(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[Entry, ...]:
    found = []
    for name in _split(values):
        if not names().known(name):
            raise click.BadParameter(f"there is no rule {name}; {names().hint(name)}", context, option)
        found.append(Entry(name, Location(option.opts[0])))
    return tuple(found)


def lms(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The LMSs that are named, each once. Raises BadParameter."""
    there = lms_profiles()
    for name in _split(values):
        if name not in there:
            hint = did_you_mean(name, there, f"there are: {', '.join(there)}" if there else "there are none")
            raise click.BadParameter(f"there are no rules for an LMS {name}; {hint}", context, option)
    return tuple(dict.fromkeys(_split(values)))


_OPTIONS = (
    click.option(
        "--fail-on",
        metavar="SEVERITY",
        type=click.Choice(list(THRESHOLDS)),
        help=f"The mildest severity that counts for the exit status: {', '.join(THRESHOLDS)}.  [default: warning]",
    ),
    click.option("--select", metavar="RULE", multiple=True, callback=_rules, help=f"Tell of nothing else: {_RULES}."),
    click.option("--ignore", metavar="RULE", multiple=True, callback=_rules, help=f"Do not tell of this: {_RULES}."),
    click.option(
        "--lms",
        metavar="LMS",
        multiple=True,
        callback=lms,
        help=f"Ask the rules of this LMS too: {', '.join(lms_profiles())}.",
    ),
    click.option("--language", type=click.Choice(languages()), help="The language of findings.  [default: en]"),
    click.option(
        "--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Do not tell what this file accepts."
    ),
    click.option(
        "--jobs", metavar="N", type=click.IntRange(1, MOST_JOBS), help="Judge so many at once.  [default: one a core]"
    ),
    click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(0, LONGEST_TIMEOUT, min_open=True),
        help="What a package may take; one that takes longer is a finding.  [default: 300]",
    ),
    click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The settings file.  [default: the nearest scormkit.toml or pyproject.toml]",
    ),
    click.option("--no-config", is_flag=True, help="Read no settings file."),
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that `chosen` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(
    *, config: Path | None, no_config: bool, fail_on: str | None, ignore: tuple[Entry, ...], **given: Any
) -> Settings:
    """The settings of the file, which is found or named, with what the options say in place of it.

    What `--ignore` names comes on top of what the file ignores. Raises SettingsError, and UsageError for options that
    exclude each other.
    """
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    settings = _from_file(config, no_config)
    said = {key: value for key, value in given.items() if value not in (None, ())}
    if fail_on is not None:
        said["fail_on"] = THRESHOLDS[fail_on]
    return replace(settings, ignore=(*settings.ignore, *ignore), **said)


def _from_file(config: Path | None, no_config: bool) -> Settings:
    try:
        here = Path.cwd()
    except OSError as error:
        raise CannotRunError(f"the current folder cannot be seen: {error.strerror}") from error
    path = None if no_config else config or find_settings(here)
    if path is None:
        return Settings(here)
    known = Known(names, lms_profiles(), languages())
    settings = read_settings(path, known, display=str(_from(here, path)))
    return replace(settings, baseline=settings.baseline and _from(here, settings.baseline))


def _from(here: Path, path: Path) -> Path:
    """A path as it is told: from here where it lies here."""
    return path.relative_to(here) if path.is_relative_to(here) else path


def refuse(error: SettingsError) -> None:
    """Say all that is wrong with settings."""
    for line in str(error).splitlines():
        click.echo(f"Error: {line}", err=True)
