"""The command line: one small file per command; the library has all the logic."""

from __future__ import annotations

import click

from scormkit.cli.lazy import LazyGroup
from scormkit.version import __version__

COMMANDS = ("new", "build", "coverage", "check", "inspect", "diff", "xapi", "explain", "i18n", "rules", "schema")
"""The commands, each in a module of its own name."""


@click.group(cls=LazyGroup, package=__name__, names=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """One course definition in, packages for any LMS out, and a checker for anyone's packages."""
