"""Patterns, held against statements in their order (xAPI Profiles 1.0, part three, 2.2: `matches`).

Patterns are greedy: nothing goes back to try less. What an element does from a statement on depends on nothing else, so
it is worked out once for each element and statement; alternates in alternates cost no more than their number.

In one point the pseudocode of 2.2 is not followed: its `zeroOrMore` takes a repetition that ends in its midst, for want
of statements, for a full one ("partial" with nothing left becomes "success"), where its `oneOrMore` and its table of
outcomes call that partial. Here both do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scormkit.xapi.judging.model import Pattern

MAX_DEPTH = 100
"""How deep patterns may nest; real ones stay under ten."""

Outcome = Literal["success", "partial", "failure"]
_Result = tuple[Outcome, int]


@dataclass(frozen=True, slots=True)
class Match:
    """How far a pattern goes with some statements.

    `outcome` and `taken`, the number of statements that the pattern took, are those of `matches` in part three, 2.2.
    `reached` is the number of statements up to the first that nothing in the pattern could take, and `expected` are
    the ids of the templates that could have come there, in the order of the pattern; all the statements are reached
    where they ended before the pattern did.
    """

    pattern: Pattern
    outcome: Outcome
    taken: int
    reached: int
    expected: tuple[str, ...]
    of: int

    @property
    def verdict(self) -> Outcome:
        """Whether the statements are what the pattern asks for, as a whole: partial where more has to come."""
        if self.outcome == "partial":
            return "partial"
        return "success" if self.outcome == "success" and self.taken == self.of else "failure"


class PatternError(ValueError):
    """Raised for a pattern that cannot be followed: it holds itself, or nests too deep."""


def match(pattern: Pattern, patterns: Mapping[str, Pattern], statements: Sequence[Collection[str]]) -> Match:
    """Follow a pattern from the first statement on.

    `patterns` are all that may be named, by id; what is named and is none of them is a template. Of each statement the
    ids of its templates are given, in the order in which the statements were made. Raises `PatternError`.
    """
    judge_depth(pattern, patterns)
    follower = _Follower(patterns, statements)
    outcome, taken = follower.matches(pattern.id, 0)
    end = len(statements)
    if outcome == "partial" or (outcome == "success" and taken == end):
        return Match(pattern, outcome, taken, end, tuple(follower.wanted), end)
    reached = max(follower.stuck, taken if outcome == "success" else 0)
    expected = tuple(follower.expected) if reached == follower.stuck else ()
    return Match(pattern, outcome, taken, reached, expected, end)


def best(matches: Iterable[Match]) -> Match | None:
    """The one that goes best with the statements: fully, to their end, or furthest.

    Where several fail equally far, the one that could have gone on in the most ways says most of what was awaited; of
    equals in that too it is the first.
    """
    rank = {"success": 2, "partial": 1, "failure": 0}
    return max(
        matches,
        key=lambda each: (rank[each.verdict], each.reached, each.verdict == "failure" and len(each.expected)),
        default=None,
    )


def judge_depth(pattern: Pattern, patterns: Mapping[str, Pattern]) -> None:
    """Raise `PatternError` where a pattern holds itself at any depth (Prof 9.0), or nests deeper than `MAX_DEPTH`."""
    height: dict[str, int] = {}
    way: dict[str, None] = {}
    waiting: list[tuple[Pattern, bool]] = [(pattern, False)]
    while waiting:
        each, left = waiting.pop()
        inner = [patterns[name] for name in each.members if name in patterns]
        if left:
            del way[each.id]
            height[each.id] = 1 + max((height[one.id] for one in inner), default=0)
            if height[each.id] > MAX_DEPTH:
                raise PatternError(f"patterns nest more than {MAX_DEPTH} deep")
        elif each.id in way:
            raise PatternError(f"the pattern {each.id} is within itself")
        elif each.id not in height:
            way[each.id] = None
            waiting.append((each, True))
            waiting.extend((one, False) for one in inner)


class _Follower:
    """Follows one pattern.

    `stuck` is the furthest statement that some template was tried on in vain, `expected` are the templates tried there,
    and `wanted` those that were tried when the statements had ended.
    """

    def __init__(self, patterns: Mapping[str, Pattern], statements: Sequence[Collection[str]]) -> None:
        self._patterns = patterns
        self._statements = statements
        self._end = len(statements)
        self._known: dict[tuple[str, int], _Result] = {}
        self._repeating: dict[tuple[str, int], _Result] = {}
        self.stuck = 0
        self.expected: dict[str, None] = {}
        self.wanted: dict[str, None] = {}

    def matches(self, name: str, at: int) -> _Result:
        pattern = self._patterns.get(name)
        if pattern is None:
            return self._template(name, at)
        known = self._known.get((name, at))
        if known is None:
            known = self._known[name, at] = self._pattern(pattern, at)
        return known

    def _pattern(self, pattern: Pattern, at: int) -> _Result:
        if pattern.kind == "sequence":
            return self._sequence(pattern.members, at)
        if pattern.kind == "alternates":
            return self._alternates(pattern.members, at)
        (inner,) = pattern.members
        if pattern.kind == "optional":
            return self._optional(inner, at)
        return self._repeated(pattern.id, inner, at, least=int(pattern.kind == "oneOrMore"))

    def _template(self, name: str, at: int) -> _Result:
        if at < self._end and name in self._statements[at]:
            return "success", at + 1
        if at == self._end:
            self.wanted[name] = None
            return "partial", at
        if at > self.stuck:
            self.stuck, self.expected = at, {}
        if at == self.stuck:
            self.expected[name] = None
        return "failure", at

    def _sequence(self, members: tuple[str, ...], at: int) -> _Result:
        now = at
        for name in members:
            outcome, now = self.matches(name, now)
            if outcome == "failure":
                return "failure", at
            if outcome == "partial":
                return "partial", self._end
        return "success", now

    def _alternates(self, members: tuple[str, ...], at: int) -> _Result:
        found = [self.matches(name, at) for name in members]
        longest = max((now for outcome, now in found if outcome == "success"), default=None)
        if longest is not None:
            return "success", longest
        return ("partial", self._end) if any(outcome == "partial" for outcome, _ in found) else ("failure", at)

    def _optional(self, inner: str, at: int) -> _Result:
        outcome, now = self.matches(inner, at)
        if at == self._end or outcome == "failure":
            return "success", at
        return outcome, now

    def _repeated(self, name: str, inner: str, at: int, *, least: int) -> _Result:
        """`oneOrMore` and `zeroOrMore`; all that begin where one of the repetitions began come to the same end."""
        starts: list[int] = []
        last = at
        while (name, last) not in self._repeating:
            outcome, now = self.matches(inner, last)
            if outcome == "success" and now > last:
                starts.append(last)
                last = now
                continue
            enough = outcome == "success" or len(starts) >= least
            if outcome == "partial" and not (enough and last == self._end):
                result: _Result = ("partial", last if enough else self._end)
            else:
                result = ("success", last) if enough else ("failure", at)
            break
        else:
            result = self._repeating[name, last]
        self._repeating.update(((name, start), result) for start in starts)
        return result
