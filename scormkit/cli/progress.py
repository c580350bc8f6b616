"""How far a check is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from scormkit.examining import Subject
from scormkit.examining.many import Progress
from scormkit.reporting.printable import printable


def can_be_seen() -> bool:
    """Whether someone looks at stderr, as far as that can be told; a log of a pipeline is no place for it."""
    err: TextIO | None = sys.stderr  # none where it was closed
    return err is not None and err.isatty()


@contextmanager
def shown(total: int) -> Iterator[Progress]:
    """Draw on stderr, while this lasts, how many of `total` are judged and which was the last; nothing of it stays."""
    from rich import progress as drawn  # these take a while to import, and most checks are soon done
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Column

    console = Console(stderr=True)
    # A long name must not push out how far it is.
    name = Column(no_wrap=True, overflow="ellipsis", max_width=max(8, console.width // 3))
    columns = (
        drawn.SpinnerColumn(),
        drawn.TextColumn("{task.description}", table_column=name),
        drawn.BarColumn(),
        drawn.MofNCompleteColumn(),
        drawn.TimeElapsedColumn(),
    )
    with drawn.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("checking", total=total)

        def told(subject: Subject, done: int, total: int) -> None:
            bar.update(task, description=escape(printable(subject.path.name)), completed=done, total=total)

        yield told
