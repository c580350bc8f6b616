"""Tables of which a test takes all rows: it goes on after one that fails, and names all that did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class Rows:
    """What came of the rows so far."""

    def __init__(self) -> None:
        self._wrong: dict[str, Exception] = {}
        self._skipped: dict[str, str] = {}

    @contextmanager
    def row(self, name: str) -> Iterator[None]:
        """Keep what fails, or asks to be skipped, in this row; the next one is taken all the same."""
        try:
            yield
        except pytest.skip.Exception as skipped:
            self._skipped[name] = str(skipped)
        except Exception as error:
            error.add_note(f"in the row: {name}")
            self._wrong[name] = error

    def end(self) -> None:
        """Fail with all rows that failed; without any, be skipped if one was, so that it is seen.

        Raises:
            ExceptionGroup: at least one row failed; its message names each.
        """
        if self._wrong:
            raise ExceptionGroup("; ".join(self._wrong), list(self._wrong.values()))
        if self._skipped:
            name, reason = next(iter(self._skipped.items()))
            pytest.skip(f"{len(self._skipped)} rows, of which the first is {name}: {reason}")


@contextmanager
def table() -> Iterator[Rows]:
    """Gives the rows of a table to a test, and the test its end."""
    rows = Rows()
    yield rows
    rows.end()
