"""Groups of commands that import one only when it is called."""

from __future__ import annotations

from importlib import import_module

import click


class LazyGroup(click.Group):
    """A group whose commands stand each in a module of their own name, in `package`.

    Who checks a package does not wait for what builds one.
    """

    def __init__(self, *, package: str, names: tuple[str, ...], **options: object) -> None:
        """Make a group of these commands; the other options are click's."""
        super().__init__(**options)  # type: ignore[arg-type]
        self._package = package
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order that they are shown in."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name; None where there is none."""
        if cmd_name not in self._names:
            return None
        command: click.Command = getattr(import_module(f"{self._package}.{cmd_name}"), cmd_name)
        return command
