"""How a command says that it could not run."""

from __future__ import annotations

import click


class CannotRunError(click.ClickException):
    """A reason outside what was asked about: shown in one line on stderr, exit status 2."""

    exit_code = 2
