"""Statements and profiles -> a verdict: the one function that puts the rest of the room to work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from scormkit.diagnostics import Definition
from scormkit.xapi.comparing import same_statement
from scormkit.xapi.judging import definitions as say
from scormkit.xapi.judging.claims import Claims, categories, registration, subregistration_problems
from scormkit.xapi.judging.cures import cure
from scormkit.xapi.judging.library import Library, Shelf
from scormkit.xapi.judging.model import Profile, label
from scormkit.xapi.judging.references import with_references
from scormkit.xapi.judging.sessions import Run, follow, runs
from scormkit.xapi.judging.templates import Breach, Fit, Templates
from scormkit.xapi.judging.values import text_at, with_arrays
from scormkit.xapi.judging.verdict import Finding, JudgedStatement, Session, Verdict
from scormkit.xapi.validation import Version, statement_problems

_MOST_NAMED = 6


def judge(statements: Sequence[Any], profiles: Sequence[Profile] = (), *, version: Version = "1.0.3") -> Verdict:
    """Judge statements, as `read_json` gives them, against xAPI and against profiles.

    Each statement is held against xAPI of this version and against all templates. One that names a version of a
    profile among its category activities claims that profile: it has to follow the rules of the templates that apply to
    it (Prof 5.0), and, where the profile has primary patterns, has to be part of one (Prof 9.0), together with the
    others of its registration and in the order of the timestamps. For the others, broken rules are remarks only.
    What a StatementRef leads to is looked for among these statements. Any JSON value is judged; none is an error.
    """
    return _Judge(statements, Library(profiles), version).verdict()


class _Judge:
    def __init__(self, given: Sequence[Any], library: Library, version: Version) -> None:
        self._given = given
        self._version = version
        self._library = library
        self._values = [with_arrays(each) if isinstance(each, dict) else each for each in given]
        self._findings: list[Finding] = []
        templates = Templates(library.templates.values())
        self._fits = with_references(self._values, [templates.fits(each) for each in self._values])
        self._problems = [statement_problems(each, version=version) for each in given]
        self._claimed: list[list[tuple[Shelf, str]]] = [[] for _ in given]
        self._aside: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)

    def verdict(self) -> Verdict:
        self._read_claims()
        for index in range(len(self._given)):
            self._findings += self._of_statement(index)
        self._findings += self._twice()
        self._findings += self._beside()
        sessions = [session for shelf in self._library.shelves for session in self._sessions(shelf)]
        judged = tuple(
            JudgedStatement(value, problems, fits, tuple(shelf.profile.id for shelf, _ in claimed))
            for value, problems, fits, claimed in zip(
                self._given, self._problems, self._fits, self._claimed, strict=True
            )
        )
        return Verdict(judged, tuple(sessions), tuple(self._findings))

    def _read_claims(self) -> None:
        claims = [(number, shelf, Claims(shelf.profile)) for number, shelf in enumerate(self._library.shelves)]
        for index, value in enumerate(self._values):
            names = categories(value) if claims else ()
            for number, shelf, meaning in claims if names else ():
                if found := meaning.version(names):
                    self._claimed[index].append((shelf, found))
                elif found := meaning.elsewhere(names):
                    self._aside[number, "elsewhere", found].append(index)
                elif found := meaning.unknown(names):
                    self._aside[number, "unknown", found].append(index)

    def _of_statement(self, index: int) -> Iterator[Finding]:
        for problem in self._problems[index]:
            text = f"{problem.text} (xAPI {problem.clause})"
            yield Finding(say.STATEMENT_INVALID, index, problem.path, text, cure(problem.clause))
        value, claimed = self._values[index], self._claimed[index]
        binding = {name for shelf, _ in claimed for name in shelf.templates}
        for fit in self._fits[index]:
            definition = say.RULE_BROKEN if fit.template.id in binding else say.RULE_NOT_CLAIMED
            yield from (_broken(definition, index, breach) for breach in fit.breaches)
        for shelf, _ in claimed:
            if shelf.primary and not self._fitting(index, shelf):
                yield _no_template(index, value, shelf.profile)
            if shelf.primary and registration(value) is None:
                text = f"the statement claims {shelf.profile}, whose patterns go by registrations, and has none"
                yield Finding(
                    say.NO_REGISTRATION,
                    index,
                    "$.context.registration",
                    text,
                    "give all statements of a session one UUID",
                )
        for text in subregistration_problems(value):
            yield Finding(
                say.SUBREGISTRATION_INVALID,
                index,
                "$.context.extensions",
                text,
                "leave it out where each registration has one run of the pattern; it is needed for several only",
            )
        yield from self._library.misplaced_extensions(index, value)

    def _fitting(self, index: int, shelf: Shelf) -> list[Fit]:
        return [fit for fit in self._fits[index] if fit.template.id in shelf.templates]

    def _twice(self) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for index, value in enumerate(self._given):
            name = (text_at(value, "id") or "").lower()
            if not name:
                continue
            other = first.setdefault(name, index)
            if other != index:
                valid = not self._problems[index] and not self._problems[other]
                same = valid and same_statement(self._given[other], value)
                what = "says the same" if same else "says something else"
                text = f"another statement has the id {name} already, and {what}"
                yield Finding(say.STATEMENT_ID_TWICE, index, "$.id", text, "give each statement a UUID of its own")

    def _beside(self) -> Iterator[Finding]:
        """Claims that lead nowhere: one finding for all statements that make the same one."""
        for (number, what, name), indexes in self._aside.items():
            profile = self._library.shelves[number].profile
            more = f", and {len(indexes) - 1} more" if len(indexes) > 1 else ""
            if what == "elsewhere":
                described = ", ".join(sorted(profile.described))
                text = f"the statement{more} claims {name}, and the document describes {described}; not judged by it"
                hint = f"judge it by the document of {name}"
                yield Finding(say.VERSION_ELSEWHERE, indexes[0], "$.context.contextActivities.category", text, hint)
            else:
                text = f"{name} among the category activities{more} is no version that {profile} lists"
                hint = f"name a version: {', '.join(sorted(profile.described)) or 'the profile lists none'}"
                yield Finding(say.VERSION_UNKNOWN, indexes[0], "$.context.contextActivities.category", text, hint)

    def _sessions(self, shelf: Shelf) -> Iterator[Session]:
        self._findings += shelf.faults
        by_version: dict[str, list[int]] = {}
        for index, claimed in enumerate(self._claimed):
            for each, version in claimed:
                if each is shelf:
                    by_version.setdefault(version, []).append(index)
        if shelf.declared:
            for version, indexes in by_version.items():
                for run in runs(shelf.profile, version, indexes, self._values):
                    yield self._session(shelf, version, run)

    def _session(self, shelf: Shelf, version: str, run: Run) -> Session:
        if run.unsure is not None:
            text = f"{run.why}; the order in which they were given is taken"
            hint = "give every statement a timestamp of its own, with milliseconds"
            self._findings.append(Finding(say.ORDER_UNSURE, run.unsure, "$.timestamp", text, hint))
        fitting = {index: self._fitting(index, shelf) for index in run.statements}
        names = {index: {fit.template.id for fit in fits} for index, fits in fitting.items()}
        followed = follow(run, shelf.primary, shelf.patterns, names)
        parts = (shelf.profile, version, run.registration, run.subregistration)
        if followed is None:
            return Session(*parts, run.statements, "failed", None)
        match, order = followed
        expected = tuple(shelf.templates[name] for name in match.expected if name in shelf.templates)
        bad = next((at for at in order if not fitting[at] or not all(fit.followed for fit in fitting[at])), None)
        if match.verdict == "failure":
            at = order[match.reached]
            session = Session(*parts, order, "failed", match.pattern, expected, at)
            if fitting[at]:
                self._findings.append(_astray(session, fitting[at], match.reached))
        elif bad is not None:
            session = Session(*parts, order, "failed", match.pattern, (), bad)
        elif match.verdict == "partial":
            session = Session(*parts, order, "partial", match.pattern, expected)
            text = f"the {len(order)} statements of {session.name} follow “{match.pattern}” so far"
            hint = f"what can come next: {_names(session)}" if expected else ""
            self._findings.append(Finding(say.UNFINISHED, order[-1], "$", text, hint))
        else:
            session = Session(*parts, order, "success", match.pattern, expected)
        return session


def _broken(definition: Definition, index: int, breach: Breach) -> Finding:
    path, subject = _place(breach)
    note = label(breach.rule.note) if breach.rule else ""
    text = f"{subject}{breach.text} (template “{breach.template}”)"
    return Finding(definition, index, path, text, note or "do as the template says, or leave the profile's version out")


def _place(breach: Breach) -> tuple[str, str]:
    """Where in the statement, and how the text begins: a path of several branches says by itself what it is about."""
    location = breach.rule.location if breach.rule else None
    if location is not None and len(location.branches) > 1:
        return "$", f"`{breach.where}` "
    where = (location.text if location else breach.where).strip()
    path = where if where.startswith("$") else f"${where}" if where.startswith("[") else f"$.{where}"
    selector = breach.rule.selector if breach.rule else None
    return path, f"`{selector.text}` there " if selector else ""


def _no_template(index: int, value: Any, profile: Profile) -> Finding:
    verb = text_at(value, "verb", "id") or "none"
    kind = text_at(value, "object", "definition", "type") or "none"
    text = f"no template of {profile} applies (verb {verb}, type of the object {kind})"
    hint = "mend verb, types or categories, or leave the profile's version out of the category activities"
    return Finding(say.NO_TEMPLATE, index, "$", text, hint)


def _astray(session: Session, fits: list[Fit], before: int) -> Finding:
    came = " and ".join(f"“{fit.template}”" for fit in fits[:_MOST_NAMED])
    could = f"{_names(session)} could have come" if session.expected else "the pattern was at its end"
    text = f"after {before} statements of {session.name}, {came} came where {could} (pattern “{session.pattern}”)"
    hint = "send what the pattern asks for, in the order of the timestamps; a new attempt has a new registration"
    return Finding(say.NO_PATTERN, session.failed_at, "$", text, hint)


def _names(session: Session) -> str:
    names = list(dict.fromkeys(f"“{template}”" for template in session.expected))
    more = len(names) - _MOST_NAMED
    return " or ".join(names[:_MOST_NAMED]) + (f" or one of {more} more" if more > 0 else "")
