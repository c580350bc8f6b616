"""The one SQLite database behind the LRS, in memory or in a file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS statements (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stored TEXT NOT NULL,
    verb TEXT NOT NULL,
    registration TEXT,
    target TEXT,
    voided INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS statements_by_target ON statements (target);
CREATE TABLE IF NOT EXISTS mentions (
    seq INTEGER NOT NULL REFERENCES statements (seq),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    broad INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS mentions_by_key ON mentions (kind, key);
CREATE TABLE IF NOT EXISTS words (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE TABLE IF NOT EXISTS documents (
    resource TEXT NOT NULL,
    activity TEXT NOT NULL,
    agent TEXT NOT NULL,
    registration TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    body BLOB NOT NULL,
    updated TEXT NOT NULL,
    PRIMARY KEY (resource, activity, agent, registration, id)
);
"""


def open_database(path: Path | None) -> sqlite3.Connection:
    """The database at `path`, made where it is missing; without a path one that is gone when it is closed.

    Whoever uses it from several threads holds a lock meanwhile.
    """
    connection = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
    connection.executescript(_SCHEMA)
    return connection
