"""`scormkit check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scormkit.checking import rules
from scormkit.checking.words import sentences
from scormkit.cli import files, progress, settings
from scormkit.cli.failure import CannotRunError
from scormkit.cli.formats import FORMATS, TEXT, Told
from scormkit.cli.looking import quiet_option, shown
from scormkit.cli.stdin import arrived
from scormkit.diagnostics import Report
from scormkit.examining import Examined, Kind, Options, Subject, examine_all, subjects
from scormkit.examining.many import is_little, unheard
from scormkit.policy import Baseline, Checked, Settings, SettingsError, apply, read_baseline
from scormkit.reporting.printable import printable
from scormkit.reporting.text import summary

_INTERRUPTED = 130
"""The exit status of who was stopped by Ctrl-C, as shells have it."""


@click.command(short_help="Judge packages, from whatever tool.")
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    # What cannot be read is told path by path, and keeps nobody from the others.
    type=click.Path(allow_dash=True, readable=False, path_type=Path),
)
@click.option(
    "--format",
    "style",
    default=TEXT,
    show_default=True,
    type=click.Choice(list(FORMATS)),
    help="text is for people, the others are for machines.",
)
@files.output
@settings.options
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Accept all that is found now, and write it to this file.",
)
@quiet_option
def check(
    paths: tuple[Path, ...],
    style: str,
    output: Path | None,
    write_baseline: Path | None,
    quiet: bool,
    **given: Any,
) -> None:
    """Judge each PATH: a package of whatever tool, a folder of packages, a course, or an xAPI profile or statements.

    A package is a zip, an unpacked folder, or its imsmanifest.xml, cmi5.xml or tincan.xml alone; - reads one from
    standard input. Settings come from scormkit.toml, or [tool.scormkit.check] in pyproject.toml.

    Findings go to stdout, everything else to stderr. Exit status: 0 clean, 1 findings as bad as --fail-on, 2 something
    could not be read or the check could not run.
    """
    if write_baseline is not None and given["baseline"] is not None:
        raise click.UsageError("--baseline and --write-baseline exclude each other")
    try:
        wanted = settings.chosen(**given)
        baseline = _baseline(wanted, write_baseline)
        with ExitStack() as stack:
            found = _judged(_subjects(paths, stack), wanted, quiet)
    except SettingsError as error:
        settings.refuse(error)
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo("Stopped: nothing is told of what was judged so far.", err=True)
        sys.exit(_INTERRUPTED)
    failed = [f"cannot read {each.subject.display}: {each.failure}" for each in found if each.failure is not None]
    for line in failed:
        click.echo(f"Error: {printable(line)}", err=True)
    judged = [each for each in found if each.failure is None]
    report = _told(judged, wanted, baseline, write_baseline)
    _write(Told(report, sorted(each.subject.display for each in judged), wanted.fail_on), style, output)
    if judged and not quiet:
        accepted = write_baseline or (baseline and baseline.file)
        beyond = f" beyond {printable(str(accepted))}" if accepted else ""
        click.echo(f"Checked {_counted(judged)}: {summary(report)}{beyond}.", err=True)
    counting = wanted.fail_on is not None and len(report.at_least(wanted.fail_on)) > 0
    sys.exit(2 if failed else int(counting))


def _baseline(wanted: Settings, to_write: Path | None) -> Baseline | None:
    if wanted.baseline is None or to_write is not None:
        return None
    return read_baseline(wanted.baseline, wanted.language)


def _subjects(paths: Sequence[Path], stack: ExitStack) -> list[Subject]:
    """What is to be judged, in the order given, each once."""
    found: dict[Path, Subject] = {}
    for path in dict.fromkeys(paths):
        for each in (stack.enter_context(arrived()),) if path == files.STDIN else subjects(path):
            found.setdefault(each.path, each)
    return list(found.values())


def _judged(wanted: Sequence[Subject], how: Settings, quiet: bool) -> tuple[Examined, ...]:
    hidden = quiet or not progress.can_be_seen() or is_little(wanted)
    options = Options(how.lms, how.language)
    try:
        with nullcontext(unheard) if hidden else progress.shown(len(wanted)) as told:
            return examine_all(wanted, options, jobs=how.jobs, timeout=how.timeout, progress=told)
    except OSError as error:
        raise CannotRunError(f"no process to judge in can be started: {error}; give one path at a time") from error


def _told(judged: Sequence[Examined], wanted: Settings, baseline: Baseline | None, to_write: Path | None) -> Report:
    """What is told of all that was found; with `to_write`, it is accepted first."""
    report = Report.of(one for each in judged for one in each.report)
    if wanted.is_plain and baseline is None and to_write is None:
        return report
    unasked = {rule.definition.id for rule in rules() if rule.lms is not None and rule.lms not in wanted.lms}
    checked = Checked([each.subject.display for each in judged], unasked)
    names, words = settings.names(), sentences(wanted.language)
    if to_write is None:
        return apply(report, wanted, names, checked, baseline=baseline, words=words)
    accepted = Baseline.of(apply(report, wanted, names, checked, words=words), to_write, wanted.language)
    files.write([accepted.text().encode()], to_write)
    number = sum(accepted.counts.values())
    click.echo(f"Accepted {number} {'finding' if number == 1 else 'findings'} in {printable(str(to_write))}.", err=True)
    return apply(report, wanted, names, checked, baseline=accepted, words=words)


def _write(told: Told, style: str, output: Path | None) -> None:
    if output is not None:
        files.write([FORMATS[style](told).encode("utf-8", "backslashreplace")], output)
    else:
        shown(lambda color: FORMATS[style](replace(told, color=color)))


def _counted(judged: Sequence[Examined]) -> str:
    """How many were judged, by what they are: `2 packages and 1 course`."""
    counts = Counter(each.kind for each in judged)
    parts = [f"{counts[kind]} {kind.value}{'s' if counts[kind] != 1 else ''}" for kind in Kind if counts[kind]]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
