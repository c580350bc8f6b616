"""Statements of one registration, put in order and held against the primary patterns of a profile (Prof 9.0)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from scormkit.xapi.formats import moment
from scormkit.xapi.judging.claims import registration, subregistration
from scormkit.xapi.judging.model import Pattern, Profile
from scormkit.xapi.judging.patterns import Match, best, match
from scormkit.xapi.judging.values import text_at

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_MOST_SWAPS = 100
"""How often statements of one timestamp are put in another order before the order is held for what it is."""


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
    does is put before it. `templates` are the ids of those that each statement is of. The patterns can be followed:
    `judge_depth` said so.
    """
    tried = [_in_some_order(run, pattern, patterns, templates) for pattern in primary]
    found = best(each for each, _ in tried)
    return next(((each, order) for each, order in tried if each is found), None) if found else None


def _in_some_order(
    run: Run, pattern: Pattern, patterns: Mapping[str, Pattern], templates: Mapping[int, Collection[str]]
) -> tuple[Match, tuple[int, ...]]:
    order = list(run.statements)
    found = match(pattern, patterns, [templates[index] for index in order])
    for _ in range(_MOST_SWAPS):
        at = found.reached
        if found.verdict != "failure" or at >= len(order):
            break
        wanted = set(found.expected)
        other = next((each for each in _same_time(run, at) if not wanted.isdisjoint(templates[order[each]])), None)
        if other is None:
            break
        order.insert(at, order.pop(other))
        found = match(pattern, patterns, [templates[index] for index in order])
        if found.reached <= at:
            break
    return found, tuple(order)


def _same_time(run: Run, at: int) -> Iterable[int]:
    """The places behind `at` whose statements have the same timestamp."""
    for later in range(at + 1, len(run.moments)):
        if run.moments[later] != run.moments[at]:
            return
        yield later
