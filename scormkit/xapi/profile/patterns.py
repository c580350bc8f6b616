"""The patterns of a course's profile, without their texts: in which order statements come.

Source: xAPI Profiles 1.0, part two, 9.0, and the order that `scormkit/player/connectors/late/xapi.js` keeps. A session
begins with `initialized`; activities are done at any time; `completed`, and then `passed`, come as soon as they are
earned; `failed` waits for the end, since the learner may yet pass, and cmi5 has no session with both (9.3). A tab that
is closed by force says neither `failed` nor `terminated`.

Matching is greedy and never goes back (part three, 2.2). It need not: which part a statement belongs to shows by its
verb and subject alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from scormkit.xapi.profile.names import pattern_iri
from scormkit.xapi.profile.templates import Step

Kind = Literal["sequence", "alternates", "optional", "oneOrMore", "zeroOrMore"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: `members` are ids of templates and patterns, one alone for the last three kinds.

    `name` says what it is of: `series`, `module` and `session` stand for themselves, the others are parts of these.
    `ids` are those of the module, or none for the whole course. A primary pattern is one that statements are held
    against; the others are parts of it.
    """

    id: str
    name: str
    ids: tuple[str, ...]
    kind: Kind
    members: tuple[str, ...]
    primary: bool

    @property
    def structure(self) -> dict[str, Any]:
        """The members, as they stand in a profile."""
        return _structure(self.kind, self.members)


def patterns(steps: Iterable[Step], profile: str) -> Iterator[Pattern]:
    """The patterns of all templates of a course: parts stand before the whole.

    Each module has a pattern of its own; all of them, and the page that leads to them, have one together, for an LMS
    may launch several under one registration.
    """
    sessions: list[str] = []
    for ids, group in groupby(steps, key=lambda each: each.ids[:1]):
        parts = _Parts(profile, ids)
        session = _session(parts, list(group))
        sessions.append(session)
        if ids:
            parts.add("oneOrMore", "module", session, primary=True)
        yield from parts.made
    if len(sessions) > 1:
        parts = _Parts(profile, ())
        parts.add("oneOrMore", "series", parts.add("alternates", "sessions", *sessions), primary=True)
        yield from parts.made


@dataclass(frozen=True, slots=True)
class _Parts:
    """The patterns of a module or the course, as they are made."""

    profile: str
    ids: tuple[str, ...]
    made: list[Pattern] = field(default_factory=list)

    def add(self, kind: Kind, name: str, *members: str, primary: bool = False) -> str:
        """Make a pattern; gives its id."""
        iri = pattern_iri(self.profile, self.ids, name, _structure(kind, members))
        self.made.append(Pattern(iri, name, self.ids, kind, members, primary))
        return iri


def _session(parts: _Parts, steps: Sequence[Step]) -> str:
    """What is said from `initialized` to `terminated`."""
    verbs = {each.verb: each.template for each in steps if len(each.ids) < 2}
    activities = [each.template for each in steps if len(each.ids) == 2]
    meanwhile: tuple[str, ...] = ()
    if activities:
        one = activities[0] if len(activities) == 1 else parts.add("alternates", "any-activity", *activities)
        meanwhile = (parts.add("zeroOrMore", "activities", one),)
    then = {
        "completed": _and_on(parts, "completed", verbs, meanwhile),
        "verdict": _verdict(parts, verbs, meanwhile),
        "terminated": verbs["terminated"],
    }
    perhaps = [parts.add("optional", f"perhaps-{name}", each) for name, each in then.items() if each is not None]
    return parts.add("sequence", "session", verbs["initialized"], *meanwhile, *perhaps)


def _verdict(parts: _Parts, verbs: Mapping[str, str], meanwhile: tuple[str, ...]) -> str | None:
    """Passed or failed, as far as either is possible."""
    passed = _and_on(parts, "passed", verbs, meanwhile) if "passed" in verbs else None
    failed = verbs.get("failed")
    return parts.add("alternates", "verdict", passed, failed) if passed and failed else passed or failed


def _and_on(parts: _Parts, verb: str, verbs: Mapping[str, str], meanwhile: tuple[str, ...]) -> str:
    """A statement, after which activities may go on."""
    return parts.add("sequence", f"{verb}-and-on", verbs[verb], *meanwhile) if meanwhile else verbs[verb]


def _structure(kind: Kind, members: tuple[str, ...]) -> dict[str, Any]:
    return {kind: list(members) if kind in ("sequence", "alternates") else members[0]}
