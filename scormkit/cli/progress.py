"""How far a check is, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scormkit.examining import Subject
from scormkit.examining.many import Progress
from scormkit.reporting.printable import printable


@contextmanager
def shown(total: int) -> Iterator[Progress]:
    """Draw on stderr, while this lasts, how many of `total` are judged and which was the last; nothing of it stays."""
    from rich import progress as drawn  # these take a while to import, and most checks are soon done
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Column

    columns = (
        drawn.SpinnerColumn(),
        drawn.TextColumn("{task.description}", table_column=Column(no_wrap=True, overflow="ellipsis")),
        drawn.BarColumn(),
        drawn.MofNCompleteColumn(),
        drawn.TimeElapsedColumn(),
    )
    with drawn.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking", total=total)

        def told(subject: Subject, done: int, total: int) -> None:
            bar.update(task, description=escape(printable(subject.path.name)), completed=done, total=total)

        yield told
