"""`scormkit check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from scormkit.checking import check as check_package
from scormkit.cli.looking import quiet_option, shown, style_option
from scormkit.diagnostics import Report, Severity
from scormkit.reporting.as_json import to_json
from scormkit.reporting.printable import printable
from scormkit.reporting.text import summary, to_text
from scormkit.version import __version__

_THRESHOLDS = [severity.value for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)]


@click.command(short_help="Judge packages, from whatever tool.")
@click.argument("packages", metavar="PACKAGE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@style_option
@click.option(
    "--fail-on",
    default=Severity.WARNING.value,
    show_default=True,
    type=click.Choice(_THRESHOLDS),
    help="The mildest severity that counts as a finding for the exit status.",
)
@quiet_option
def check(packages: tuple[Path, ...], style: str, fail_on: str, quiet: bool) -> None:
    """Judge each PACKAGE: a zip or an unpacked folder, made by whatever tool.

    Findings go to stdout, everything else to stderr. Exit status: 0 clean, 1 findings, 2 a package could not be read.
    """
    report, unreadable = Report(), 0
    for path in packages:
        try:
            report += check_package(path)
        except OSError as error:
            unreadable += 1
            click.echo(f"Error: cannot read {printable(str(path))}: {error.strerror or error}", err=True)
    if style == "json":
        click.echo(to_json(report, version=__version__), nl=False)
    elif len(report):
        shown(lambda color: to_text(report, color=color))
    checked = len(packages) - unreadable
    if checked and not quiet:
        click.echo(f"Checked {checked} {'package' if checked == 1 else 'packages'}: {summary(report)}.", err=True)
    sys.exit(2 if unreadable else int(bool(len(report.at_least(Severity(fail_on))))))
