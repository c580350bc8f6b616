"""`scormkit inspect`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from scormkit.cli.looking import shown, style_option, unreadable
from scormkit.inspecting import UnreadableError
from scormkit.inspecting import inspect as inspect_package
from scormkit.inspecting.as_json import to_json
from scormkit.inspecting.overview_text import to_text
from scormkit.version import __version__


@click.command(short_help="Show what is in a package, from whatever tool.")
@click.argument("package", metavar="PACKAGE", type=click.Path(path_type=Path))
@style_option
def inspect(package: Path, style: str) -> None:
    """Show what is in PACKAGE: what an LMS opens and obeys, its metadata, and what it weighs.

    PACKAGE is a zip, an unpacked folder, or a cmi5.xml or tincan.xml alone, of any edition and made by whatever tool.
    Exit status: 0 shown, 1 shown in part (remarks say what could not be read), 2 it could not be read.
    """
    try:
        overview = inspect_package(package)
    except (OSError, UnreadableError) as error:
        unreadable(error, package)
    if style == "json":
        click.echo(to_json(overview, version=__version__), nl=False)
    else:
        shown(lambda color: to_text(overview, color=color))
    sys.exit(int(bool(overview.remarks)))
