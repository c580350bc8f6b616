"""The statements that an LRS holds: stored once, never changed, found by filters."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from scormkit.preview.lrs.mentions import activities, mentions
from scormkit.preview.lrs.messages import dump
from scormkit.xapi.comparing import as_list
from scormkit.xapi.formats import moment, timestamp
from scormkit.xapi.vocabulary import VOIDED


@dataclass(frozen=True, slots=True)
class Query:
    """The filters of the statement resource (Comm 2.1.3); None where one is not asked for."""

    agent: str | None = None
    """The key of an agent, as `mentions.agent_key` gives it."""
    related_agents: bool = False
    activity: str | None = None
    related_activities: bool = False
    verb: str | None = None
    registration: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    ascending: bool = False
    limit: int = 0
    """How many statements at most; 0 for as many as the store gives at once."""
    after: int | None = None
    """Go on behind the statement with this number."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the statements that a query finds; `after` leads to the next where there are more."""

    statements: tuple[dict[str, Any], ...]
    after: int | None


class StatementStore:
    """Statements in a database. Whoever uses it from several threads holds a lock meanwhile."""

    def __init__(self, database: sqlite3.Connection, clock: Callable[[], datetime], page_size: int) -> None:
        """`clock` gives the time of storing; `page_size` is how many statements a page has at most."""
        self._database = database
        self._clock = clock
        self._page_size = page_size
        last = database.execute("SELECT max(stored) FROM statements").fetchone()[0]
        self._last = moment(last) if last else None

    def now(self) -> datetime:
        """A time of storing: the clock's, but later than every one before, so that order and time agree."""
        now = self._clock()
        if self._last is not None and now <= self._last:
            now = self._last + timedelta(microseconds=1)
        self._last = now
        return now

    def add(self, statement: dict[str, Any]) -> None:
        """Store a statement that is complete: with its id, `stored` and `authority`."""
        identifier, about = statement["id"].lower(), statement["object"]
        target = about["id"].lower() if about.get("objectType") == "StatementRef" else None
        verb = statement["verb"]["id"]
        registration = statement.get("context", {}).get("registration")
        # A statement may be voided before it arrives.
        voided = verb != VOIDED and self._is_voided(identifier)
        seq = self._database.execute(
            "INSERT INTO statements (id, stored, verb, registration, target, voided, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                identifier,
                statement["stored"],
                verb,
                registration.lower() if registration else None,
                target,
                voided,
                dump(statement),
            ),
        ).lastrowid
        self._database.executemany(
            "INSERT INTO mentions (seq, kind, key, broad) VALUES (?, ?, ?, ?)",
            [(seq, each.kind, each.key, each.broad) for each in mentions(statement)],
        )
        if verb == VOIDED:
            self._database.execute("UPDATE statements SET voided = 1 WHERE id = ? AND verb != ?", (target, VOIDED))
        self._learn(statement)

    def get(self, identifier: str) -> dict[str, Any] | None:
        """The statement with this id, voided or not."""
        row = self._database.execute("SELECT body FROM statements WHERE id = ?", (identifier.lower(),)).fetchone()
        return json.loads(row[0]) if row else None

    def is_voided(self, identifier: str) -> bool:
        """Whether a statement that is stored has been taken back."""
        row = self._database.execute("SELECT voided FROM statements WHERE id = ?", (identifier.lower(),)).fetchone()
        return bool(row and row[0])

    def all(self) -> Iterator[dict[str, Any]]:
        """Every statement, voided ones too, in the order of storing."""
        for (body,) in self._database.execute("SELECT body FROM statements ORDER BY seq").fetchall():
            yield json.loads(body)

    def find(self, query: Query) -> Page:
        """What a query finds, the newest first unless it says otherwise.

        A statement about a statement is found where the one that it is about would be, voided or not; voided
        statements themselves are not given (Comm 2.1.3, 2.1.4).
        """
        filters, values = _filters(query)
        times, time_values = _times(query)
        limit = min(query.limit or self._page_size, self._page_size)
        direction = "ASC" if query.ascending else "DESC"
        # The clauses are made of constants; what was asked for is bound.
        sql = (
            f"WITH RECURSIVE found (id) AS (SELECT id FROM statements AS s WHERE {filters}"  # noqa: S608
            " UNION SELECT s.id FROM statements AS s JOIN found ON s.target = found.id)"
            f" SELECT seq, body FROM statements WHERE id IN found AND voided = 0 AND {times}"
            f" ORDER BY seq {direction} LIMIT ?"
        )
        rows = self._database.execute(sql, (*values, *time_values, limit + 1)).fetchall()
        after = rows[limit - 1][0] if len(rows) > limit else None
        return Page(tuple(json.loads(body) for _, body in rows[:limit]), after)

    def definition(self, activity: str) -> dict[str, Any]:
        """What statements have said of an activity; empty where none did."""
        return self._words("activity", activity)

    def display(self, verb: str) -> dict[str, Any]:
        """The words for a verb by language; empty where no statement had any."""
        return self._words("verb", verb)

    def _is_voided(self, identifier: str) -> bool:
        sql = "SELECT 1 FROM statements WHERE target = ? AND verb = ?"
        return self._database.execute(sql, (identifier, VOIDED)).fetchone() is not None

    def _words(self, kind: str, identifier: str) -> dict[str, Any]:
        sql = "SELECT body FROM words WHERE kind = ? AND id = ?"
        row = self._database.execute(sql, (kind, identifier)).fetchone()
        found: dict[str, Any] = json.loads(row[0]) if row else {}
        return found

    def _learn(self, statement: dict[str, Any]) -> None:
        """Add the statement's definitions and displays to what is known; the newest word counts."""
        for activity in activities(statement):
            if "definition" in activity:
                self._add_words("activity", activity["id"], activity["definition"])
        if "display" in statement["verb"]:
            self._add_words("verb", statement["verb"]["id"], statement["verb"]["display"])
        if statement["object"].get("objectType") == "SubStatement" and "display" in statement["object"]["verb"]:
            self._add_words("verb", statement["object"]["verb"]["id"], statement["object"]["verb"]["display"])

    def _add_words(self, kind: str, identifier: str, given: dict[str, Any]) -> None:
        known = self._words(kind, identifier)
        merged = {**known, **given}
        for name in ("name", "description", "extensions"):
            if kind == "activity" and name in known and name in given:
                merged[name] = {**known[name], **given[name]}
        sql = "INSERT OR REPLACE INTO words (kind, id, body) VALUES (?, ?, ?)"
        self._database.execute(sql, (kind, identifier, dump(merged)))


def completed(statement: dict[str, Any], stored: datetime, authority: dict[str, Any], version: str) -> dict[str, Any]:
    """A statement as it is kept: with what the store sets, and context activities as arrays (Data 2.4, 2.4.6.2)."""
    found = {**statement, "stored": timestamp(stored), "authority": authority}
    found.setdefault("timestamp", found["stored"])
    found.setdefault("version", version)
    found = _with_arrays(found)
    if found["object"].get("objectType") == "SubStatement":
        found["object"] = _with_arrays(found["object"])
    return found


def _with_arrays(statement: dict[str, Any]) -> dict[str, Any]:
    context = statement.get("context", {})
    if "contextActivities" not in context:
        return statement
    listed = {name: as_list(given) for name, given in context["contextActivities"].items()}
    return {**statement, "context": {**context, "contextActivities": listed}}


def _filters(query: Query) -> tuple[str, list[Any]]:
    """The conditions that a statement meets by itself or through the one that it is about."""
    clauses = ["1"]
    values: list[Any] = []
    for kind, key, broad in (
        ("agent", query.agent, query.related_agents),
        ("activity", query.activity, query.related_activities),
    ):
        if key is not None:
            clauses.append("EXISTS (SELECT 1 FROM mentions WHERE seq = s.seq AND kind = ? AND key = ? AND broad <= ?)")
            values += [kind, key, broad]
    for column, value in (("verb", query.verb), ("registration", query.registration)):
        if value is not None:
            clauses.append(f"s.{column} = ?")
            values.append(value)
    return " AND ".join(clauses), values


def _times(query: Query) -> tuple[str, list[Any]]:
    """The conditions on the time and place in the sequence of a statement itself."""
    clauses = ["1"]
    values: list[Any] = []
    for sign, when in ((">", query.since), ("<=", query.until)):
        if when is not None:
            clauses.append(f"stored {sign} ?")
            values.append(timestamp(when))
    if query.after is not None:
        clauses.append(f"seq {'>' if query.ascending else '<'} ?")
        values.append(query.after)
    return " AND ".join(clauses), values
