"""`scormkit xapi`: what a course says to a learning record store, and whether it is said well."""

from __future__ import annotations

import click

from scormkit.cli.lazy import LazyGroup

COMMANDS = ("profile", "templates", "fill", "validate", "send")
"""The commands of the group, each in a module of its own name."""


@click.group(cls=LazyGroup, package=__name__, names=COMMANDS, short_help="xAPI profile, statement templates, LRS.")
def xapi() -> None:
    """Write the xAPI profile and statement templates of a course; fill, validate and send statements."""
