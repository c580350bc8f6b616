"""`scormkit diff`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from scormkit.cli.looking import shown, style_option, unreadable
from scormkit.inspecting import UnreadableError, compare
from scormkit.inspecting.as_json import to_json
from scormkit.inspecting.comparison_text import to_text
from scormkit.version import __version__


@click.command(short_help="Say whether learners keep their progress when one package replaces another.")
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@style_option
def diff(old: Path, new: Path, style: str) -> None:
    """Compare two packages, and say whether learners keep their progress when NEW replaces OLD in an LMS.

    Both may be of any edition and made by whatever tool. Exit status: 0 learners keep all their progress, 1 some of it
    is lost or at risk, 2 one of the packages could not be read.
    """
    try:
        comparison = compare(old, new)
    except (OSError, UnreadableError) as error:
        unreadable(error, old, new)
    if style == "json":
        click.echo(to_json(comparison, version=__version__), nl=False)
    else:
        shown(lambda color: to_text(comparison, color=color))
    sys.exit(0 if comparison.keeps_progress else 1)
