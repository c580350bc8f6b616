"""The fault table: everything that can befall a learner at every connector, as rows of data.

A row says what befalls (`Row.story`), what the page says of it (`Row.says`) and what is there again afterwards
(`Row.keeps`). `test_faults` plays each of them, and then holds it to what holds for all: what the page said was kept is
there, and what the LMS knows of status and score went up only. `docs/faults.md` tells the table to administrators.
"""

from __future__ import annotations

from . import calls, changes, corruption, endings, killing, late, leaving, offline, requests, room, windows
from .row import Keeps, Row, check

TABLE: tuple[Row, ...] = (
    *killing.ROWS,
    *late.ROWS,
    *offline.ROWS,
    *leaving.ROWS,
    *endings.ROWS,
    *windows.ROWS,
    *room.ROWS,
    *changes.ROWS,
    *corruption.ROWS,
    *calls.ROWS,
    *requests.ROWS,
)

__all__ = ["TABLE", "Keeps", "Row", "check"]
