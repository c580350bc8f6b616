"""Statements and profiles -> a verdict: the one function that puts the rest of the room to work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from scormkit.xapi.comparing import same_statement
from scormkit.xapi.judging import telling
from scormkit.xapi.judging.claims import Claims, categories, registration, subregistration_problems
from scormkit.xapi.judging.model import Profile
from scormkit.xapi.judging.references import with_references
from scormkit.xapi.judging.sessions import Run, follow, runs, voided
from scormkit.xapi.judging.shelves import Library, Shelf
from scormkit.xapi.judging.templates import Fit, Templates, outcome
from scormkit.xapi.judging.values import text_at, with_arrays
from scormkit.xapi.judging.verdict import Finding, JudgedStatement, Session, Verdict
from scormkit.xapi.validation import Version, statement_problems


def judge(
    statements: Sequence[Any],
    profiles: Sequence[Profile] = (),
    *,
    version: Version = "1.0.3",
    together: bool = True,
) -> Verdict:
    """Judge statements, as `read_json` gives them, against xAPI and against profiles.

    Each statement is held against xAPI of this version and against all templates. One that names a version of a
    profile among its category activities claims that profile: it has to follow the rules of the templates that apply to
    it (Prof 5.0), and, where the profile has primary patterns, has to be part of one (Prof 9.0), together with the
    others of its registration and in the order of the timestamps. For the others, broken rules are remarks only.
    One that was sent again, with its id, is part of its session once, and one that another of them voids is part of
    none. What a StatementRef leads to is looked for among these statements. Any JSON value is judged; none is an error.

    Statements that are examples, and not `together` what someone sent, are judged each by itself: there are no
    sessions, and registrations and ids that they share do not matter.
    """
    return _Judge(statements, Library(profiles), version, together).verdict()


class _Judge:
    def __init__(self, given: Sequence[Any], library: Library, version: Version, together: bool) -> None:
        self._given = given
        self._together = together
        self._library = library
        self._values = [with_arrays(each) if isinstance(each, dict) else each for each in given]
        self._findings: list[Finding] = []
        self._apart = set(voided(given))
        templates = Templates(library.templates.values())
        self._fits = with_references(self._values, [templates.fits(each) for each in self._values])
        self._problems = [statement_problems(each, version=version) for each in given]
        self._claimed: list[list[tuple[Shelf, str]]] = [[] for _ in given]
        self._aside: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)

    def verdict(self) -> Verdict:
        self._read_claims()
        for index in range(len(self._given)):
            self._findings += self._of_statement(index)
        sessions = []
        if self._together:
            self._findings += self._twice()
            sessions = [session for shelf in self._library.shelves for session in self._sessions(shelf)]
        self._findings += self._beside()
        judged = tuple(
            JudgedStatement(value, problems, fits, tuple(version for _, version in claimed))
            for value, problems, fits, claimed in zip(
                self._given, self._problems, self._fits, self._claimed, strict=True
            )
        )
        return Verdict(judged, tuple(sessions), tuple(self._findings))

    def _read_claims(self) -> None:
        claims = [(number, shelf, Claims(shelf.profile)) for number, shelf in enumerate(self._library.shelves)]
        for index, value in enumerate(self._values):
            names = categories(value) if claims else ()
            claimed = [(shelf, found) for _, shelf, meaning in claims if names and (found := meaning.version(names))]
            self._claimed[index] = claimed
            # Of a profile that was given in several versions, the statement is judged by its own.
            known = {shelf.profile.id for shelf, _ in claimed}
            for number, shelf, meaning in claims if names else ():
                if shelf.profile.id in known:
                    continue
                if found := meaning.elsewhere(names):
                    self._aside[number, "elsewhere", found].append(index)
                elif found := meaning.unknown(names):
                    self._aside[number, "unknown", found].append(index)

    def _of_statement(self, index: int) -> Iterator[Finding]:
        for problem in self._problems[index]:
            yield telling.invalid(index, problem)
        value, claimed = self._values[index], self._claimed[index]
        binding = {name for shelf, _ in claimed for name in shelf.templates}
        for fit in self._fits[index]:
            for breach in fit.breaches:
                yield telling.broken(index, breach, claimed=fit.template.id in binding)
        for shelf, _ in claimed:
            if shelf.declared and not self._fitting(index, shelf):
                yield telling.without_template(index, value, shelf.profile)
            if shelf.declared and self._together and registration(value) is None:
                yield telling.without_registration(index, shelf.profile)
        for text in subregistration_problems(value):
            yield telling.subregistration(index, text)
        yield from self._library.misplaced_extensions(index, value)

    def _fitting(self, index: int, shelf: Shelf) -> list[Fit]:
        return [fit for fit in self._fits[index] if fit.template.id in shelf.templates]

    def _twice(self) -> Iterator[Finding]:
        """Ids that stand for two things; a statement that was sent again as it was is noted, and no problem."""
        first: dict[str, int] = {}
        for index, value in enumerate(self._given):
            name = (text_at(value, "id") or "").lower()
            other = first.setdefault(name, index)
            if name and other != index:
                valid = not self._problems[index] and not self._problems[other]
                if valid and same_statement(self._given[other], value):
                    self._apart.add(index)
                else:
                    yield telling.twice(index, name)

    def _beside(self) -> Iterator[Finding]:
        """Claims that lead nowhere: one finding for all statements that make the same one."""
        for (number, what, name), indexes in self._aside.items():
            tell = telling.elsewhere if what == "elsewhere" else telling.unknown
            yield tell(indexes, name, self._library.shelves[number].profile)

    def _sessions(self, shelf: Shelf) -> Iterator[Session]:
        self._findings += shelf.faults
        by_version: defaultdict[str, list[int]] = defaultdict(list)
        for index, claimed in enumerate(self._claimed):
            for each, version in claimed:
                if each is shelf and index not in self._apart:
                    by_version[version].append(index)
        for version, indexes in by_version.items() if shelf.declared else ():
            for run in runs(shelf.profile, version, indexes, self._values):
                yield self._session(shelf, version, run)

    def _session(self, shelf: Shelf, version: str, run: Run) -> Session:
        if run.unsure is not None:
            self._findings.append(telling.unsure(run.unsure, run))
        fitting = {index: self._fitting(index, shelf) for index in run.statements}
        names = {index: {fit.template.id for fit in fits} for index, fits in fitting.items()}
        followed = follow(run, shelf.primary, shelf.patterns, names)
        parts = (shelf.profile, version, run.registration, run.subregistration)
        if followed is None:
            return Session(*parts, run.statements, "failed", None)
        match, order = followed
        expected = tuple(shelf.templates[name] for name in match.expected if name in shelf.templates)
        bad = next((at for at in order if outcome(fitting[at]) != "success"), None)
        if match.verdict == "failure":
            at = order[match.reached]
            session = Session(*parts, order, "failed", match.pattern, expected, at)
            if fitting[at]:  # else it matches nothing, which was said
                self._findings.append(telling.astray(session, fitting[at], match.reached, sure=run.unsure is None))
        elif bad is not None:
            session = Session(*parts, order, "failed", match.pattern, (), bad)
        elif match.verdict == "partial":
            session = Session(*parts, order, "partial", match.pattern, expected)
            self._findings.append(telling.unfinished(session))
        else:
            session = Session(*parts, order, "success", match.pattern, expected)
        return session
