"""Documents by what they belong to: an activity, an agent, a registration, and their own id."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scormkit.xapi.formats import timestamp

Resource = Literal["activities/state", "activities/profile", "agents/profile"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Where documents are kept. Empty strings stand for what a resource has not, or what was not given."""

    resource: Resource
    activity: str = ""
    agent: str = ""
    """The key of the agent, as `mentions.agent_key` gives it."""
    registration: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it is kept."""

    owner: Owner
    id: str
    type: str
    """The media type that it came with."""
    body: bytes
    updated: str

    @property
    def etag(self) -> str:
        """The SHA-1 of the contents in quotes, as Comm 3.1 wants it."""
        return etag(self.body)


def etag(body: bytes) -> str:
    """The entity tag of contents."""
    return f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()}"'


_COLUMNS = "resource, activity, agent, registration, id, type, body, updated"


class DocumentStore:
    """Documents in a database. Whoever uses it from several threads holds a lock meanwhile."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Use the tables of `database.open_database`."""
        self._database = database

    def get(self, owner: Owner, identifier: str) -> Document | None:
        """The document, or None."""
        where = "resource = ? AND activity = ? AND agent = ? AND registration = ? AND id = ?"
        return next(iter(self._select(where, (*_values(owner), identifier))), None)

    def put(self, owner: Owner, identifier: str, kind: str, body: bytes, when: datetime) -> None:
        """Keep a document, in the place of the one that is there."""
        self._database.execute(
            f"INSERT OR REPLACE INTO documents ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (*_values(owner), identifier, kind, body, timestamp(when)),
        )

    def delete(self, document: Document) -> None:
        """Drop a document."""
        self._database.execute(
            "DELETE FROM documents WHERE resource = ? AND activity = ? AND agent = ? AND registration = ? AND id = ?",
            (*_values(document.owner), document.id),
        )

    def find(self, owner: Owner, since: datetime | None = None) -> list[Document]:
        """The documents of an owner, by id; without a registration those of every one (Comm 2.3)."""
        where = "resource = ? AND activity = ? AND agent = ?"
        values = _values(owner)[:3]
        if owner.registration:
            where, values = f"{where} AND registration = ?", _values(owner)
        return [each for each in self._select(where, values) if since is None or each.updated > timestamp(since)]

    def all(self) -> list[Document]:
        """Every document, by what it belongs to."""
        return self._select("1", ())

    def _select(self, where: str, values: tuple[str, ...]) -> list[Document]:
        # `where` is made of constants; what was asked for is bound.
        sql = f"SELECT {_COLUMNS} FROM documents WHERE {where} ORDER BY id, activity, agent, registration"  # noqa: S608
        rows = self._database.execute(sql, values).fetchall()
        return [
            Document(Owner(resource, activity, agent, registration), identifier, kind, bytes(body), updated)
            for resource, activity, agent, registration, identifier, kind, body, updated in rows
        ]


def _values(owner: Owner) -> tuple[str, ...]:
    return owner.resource, owner.activity, owner.agent, owner.registration
