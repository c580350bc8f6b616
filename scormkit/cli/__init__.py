"""The command line: one small file per command; the library has all the logic."""

from __future__ import annotations

from importlib import import_module

import click

from scormkit.version import __version__

COMMANDS = ("new", "build", "check", "inspect", "diff", "explain", "i18n", "rules", "schema")
"""The commands, each in a module of its own name."""


class _Commands(click.Group):
    """A group that imports a command when it is called: who checks a package does not wait for what builds one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"scormkit.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """One course definition in, packages for any LMS out, and a checker for anyone's packages."""
