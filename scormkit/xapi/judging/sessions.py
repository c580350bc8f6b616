"""Statements of one registration, put in order and held against the primary patterns of a profile (Prof 9.0)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, pairwise
from typing import Any, Literal

from scormkit.xapi.formats import moment
from scormkit.xapi.judging.claims import registration, subregistration
from scormkit.xapi.judging.model import Pattern, Profile
from scormkit.xapi.judging.patterns import Match, best, match
from scormkit.xapi.judging.values import text_at
from scormkit.xapi.vocabulary import VOIDED

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_MOST_SWAPS = 100
"""How often statements of one timestamp are put in another order before the order is held for what it is."""
_MOST_PLACES = 10
"""How far a statement is moved towards the first one of its timestamp."""


@dataclass(frozen=True, slots=True)
class Run:
    """The statements (by number) that have to follow one pattern together, in the order of their timestamps.

    `unsure` is the first whose place the timestamps do not tell, and `why` says what is wrong with its timestamp.
    """

    registration: str
    subregistration: str | None
    statements: tuple[int, ...]
    moments: tuple[datetime | None, ...]
    unsure: int | None = None
    why: str = ""


def runs(profile: Profile, version: str, indexes: Iterable[int], statements: Sequence[Any]) -> list[Run]:
    """The statements, all of which claim the version of the profile, by registration and subregistration.

    Where one statement of a registration has no subregistration, all of that registration follow one pattern.
    Statements without a registration are left out.
    """
    by_registration: dict[str, list[int]] = {}
    for index in indexes:
        name = registration(statements[index])
        if name is not None:
            by_registration.setdefault(name, []).append(index)
    found = []
    for name, group in by_registration.items():
        by_part: dict[str | None, list[int]] = {}
        for index in group:
            by_part.setdefault(subregistration(statements[index], profile, version), []).append(index)
        parts = {None: group} if None in by_part else by_part
        found += [_run(name, part, members, statements) for part, members in parts.items()]
    return found


def _run(name: str, part: str | None, indexes: list[int], statements: Sequence[Any]) -> Run:
    last: datetime | None = None
    placed: list[tuple[datetime | None, int]] = []
    unsure, why = None, ""
    for index in indexes:
        when = _when(statements[index])
        if when is None and unsure is None:
            unsure, why = index, "the statement has no timestamp that can be read"
        # One without a time keeps its place behind the one before it.
        last = when or last
        placed.append((last, index))
    ordered = sorted(placed, key=lambda each: (each[0] is not None, each[0] or _BEGINNING))
    if unsure is None:
        same = next((b for (a, _), (at, b) in pairwise(ordered) if a == at), None)
        unsure, why = (
            same,
            "the statement has the same timestamp as another of its registration" if same is not None else "",
        )
    return Run(name, part, tuple(index for _, index in ordered), tuple(at for at, _ in ordered), unsure, why)


def _when(statement: Any) -> datetime | None:
    """When it happened; an LRS that is told nothing takes the time at which it stored the statement (Data 2.4.7)."""
    return next((at for name in ("timestamp", "stored") if (at := moment(text_at(statement, name) or ""))), None)


def follow(
    run: Run, primary: Iterable[Pattern], patterns: Mapping[str, Pattern], templates: Mapping[int, Collection[str]]
) -> tuple[Match, tuple[int, ...]] | None:
    """The primary pattern that goes best with the statements, and their order; None where there is no pattern.

    Within one timestamp any order is allowed (ProfC 2.2), so where a statement does not fit, one of the same time that
    does is put before it, or it is put before others of the same time. `templates` are the ids of those that each
    statement is of. The patterns can be followed: `judge_depth` said so.
    """
    tried = [_in_some_order(run, pattern, patterns, templates) for pattern in primary]
    found = best(each for each, _ in tried)
    return next(((each, order) for each, order in tried if each is found), None) if found else None


def _in_some_order(
    run: Run, pattern: Pattern, patterns: Mapping[str, Pattern], templates: Mapping[int, Collection[str]]
) -> tuple[Match, tuple[int, ...]]:
    order = run.statements
    found = match(pattern, patterns, [templates[index] for index in order])
    left = _MOST_SWAPS
    while found.verdict == "failure" and found.reached < len(order):
        for other in islice(_other_orders(run, order, found, templates), left):
            left -= 1
            tried = match(pattern, patterns, [templates[index] for index in other])
            if tried.verdict != "failure" or tried.reached > found.reached:
                found, order = tried, other
                break
        else:
            break
    return found, order


def _other_orders(
    run: Run, order: tuple[int, ...], found: Match, templates: Mapping[int, Collection[str]]
) -> Iterator[tuple[int, ...]]:
    """Orders that the timestamps allow too, in which the statement that does not fit comes later, or earlier."""
    at = found.reached
    wanted = set(found.expected)
    fitting = next((each for each in _same_time(run, at, 1) if not wanted.isdisjoint(templates[order[each]])), None)
    if fitting is not None:
        yield (*order[:at], order[fitting], *order[at:fitting], *order[fitting + 1 :])
    for before in islice(_same_time(run, at, -1), _MOST_PLACES):
        yield (*order[:before], order[at], *order[before:at], *order[at + 1 :])


def _same_time(run: Run, at: int, step: Literal[1, -1]) -> Iterator[int]:
    """The places behind `at`, or with -1 those before it, whose statements have the same timestamp: nearest first."""
    other = at + step
    while 0 <= other < len(run.moments) and run.moments[other] == run.moments[at]:
        yield other
        other += step


def voided(statements: Sequence[Any]) -> frozenset[int]:
    """The statements that others among them take back (xAPI 1.0.3, Data 2.3.2), by number."""
    taken_back = {
        found.lower()
        for each in statements
        if text_at(each, "verb", "id") == VOIDED and text_at(each, "object", "objectType") == "StatementRef"
        if (found := text_at(each, "object", "id"))
    }
    return frozenset(
        index for index, each in enumerate(statements) if (text_at(each, "id") or "").lower() in taken_back
    )
