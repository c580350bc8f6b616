"""The words for what is found in statements and sessions: each finding with its place, its cure and its clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scormkit.diagnostics import Definition
from scormkit.xapi.judging import definitions as say
from scormkit.xapi.judging.cures import cure
from scormkit.xapi.judging.model import Profile, label
from scormkit.xapi.judging.sessions import Run
from scormkit.xapi.judging.templates import Breach, Fit
from scormkit.xapi.judging.values import text_at
from scormkit.xapi.judging.verdict import Finding, Session
from scormkit.xapi.validation import Problem

_MOST_NAMED = 6
_CATEGORIES = "$.context.contextActivities.category"


def invalid(index: int, problem: Problem) -> Finding:
    """The statement breaks xAPI."""
    clause = f"xAPI {problem.clause}"
    return Finding(say.STATEMENT_INVALID, index, problem.path, problem.text, cure(problem.clause), clause)


def twice(index: int, name: str) -> Finding:
    """The statement has the id of another one before it."""
    text = f"another statement has the id {name} already, and says something else"
    return Finding(
        say.STATEMENT_ID_TWICE, index, "$.id", text, "give each statement a UUID of its own", "xAPI Data 2.4.1"
    )


def broken(index: int, breach: Breach, *, claimed: bool) -> Finding:
    """The statement does not do what a template asks; the rule's scope note is the cure, where it has one."""
    definition: Definition = say.RULE_BROKEN if claimed else say.RULE_NOT_CLAIMED
    path, subject = _place(breach)
    text = f"{subject}{breach.text} (template “{breach.template}”)"
    note = label(breach.rule.note) if breach.rule else ""
    hint = note or "do as the template says, or leave the profile's version out of the category activities"
    return Finding(definition, index, path, text, hint, "Profiles 8.1" if breach.rule else "Profiles 8.0")


def _place(breach: Breach) -> tuple[str, str]:
    """Where in the statement, and how the text begins: a path of several branches says by itself what it is about."""
    location = breach.rule.location if breach.rule else None
    if location is not None and len(location.branches) > 1:
        return "$", f"`{breach.where}` "
    where = (location.text if location else breach.where).strip()
    path = where if where.startswith("$") else f"${where}" if where.startswith("[") else f"$.{where}"
    selector = breach.rule.selector if breach.rule else None
    return path, f"`{selector.text}` there " if selector else ""


def without_template(index: int, value: Any, profile: Profile) -> Finding:
    """The statement claims the profile and is none of its statements."""
    verb = text_at(value, "verb", "id") or "none"
    kind = text_at(value, "object", "definition", "type") or "none"
    text = f"no template of “{profile}” applies (verb {verb}, type of the object {kind})"
    hint = "mend verb, types or categories, or leave the profile's version out of the category activities"
    return Finding(say.NO_TEMPLATE, index, "$", text, hint, "Profiles 9.0")


def without_registration(index: int, profile: Profile) -> Finding:
    """The statement claims a profile with patterns and has no registration."""
    text = f"the statement claims “{profile}”, whose patterns go by registrations, and has none"
    hint = "give all statements of a session one UUID"
    return Finding(say.NO_REGISTRATION, index, "$.context.registration", text, hint, "Profiles 9.0")


def subregistration(index: int, text: str) -> Finding:
    """The statement has subregistrations that are none."""
    hint = "leave it out where each registration has one run of the pattern; it is needed for several only"
    return Finding(say.SUBREGISTRATION_INVALID, index, "$.context.extensions", text, hint, "Profiles 9.0")


def elsewhere(indexes: Sequence[int], name: str, profile: Profile) -> Finding:
    """The statements claim a version that the profile lists and the document does not describe."""
    text = f"{_several(indexes)} {name}, and the document describes {_described(profile)}; not judged by it"
    hint = f"judge it by the document of {name}"
    return Finding(say.VERSION_ELSEWHERE, indexes[0], _CATEGORIES, text, hint, "Profiles 5.0")


def unknown(indexes: Sequence[int], name: str, profile: Profile) -> Finding:
    """The statements claim the profile itself, or a version that it does not list."""
    text = f"{_several(indexes)} {name}, which is no version that “{profile}” lists"
    return Finding(
        say.VERSION_UNKNOWN, indexes[0], _CATEGORIES, text, f"name a version: {_described(profile)}", "Profiles 5.0"
    )


def _several(indexes: Sequence[int]) -> str:
    more = len(indexes) - 1
    return f"the statement and {more} more claim" if more else "the statement claims"


def _described(profile: Profile) -> str:
    return ", ".join(sorted(profile.described)) or "none"


def unsure(index: int, run: Run) -> Finding:
    """The timestamps of a session do not tell its order."""
    text = f"{run.why}; the order in which they were given is taken"
    hint = "give every statement a timestamp of its own, with milliseconds"
    return Finding(say.ORDER_UNSURE, index, "$.timestamp", text, hint, "Profiles 9.0")


def unfinished(session: Session) -> Finding:
    """The session follows a pattern so far."""
    said = f"{_count(len(session.statements))} of {session.name} {'follow' if session.statements[1:] else 'follows'}"
    hint = f"what can come next: {_names(session)}" if session.expected else ""
    text = f"{said} “{session.pattern}” so far"
    return Finding(say.UNFINISHED, session.statements[-1], "$", text, hint, "Profiles 9.0")


def astray(session: Session, fits: Sequence[Fit], before: int, *, sure: bool) -> Finding:
    """The session follows no pattern; `before` statements did. The order is `sure` where the timestamps tell it."""
    came = " and ".join(f"“{fit.template}”" for fit in fits[:_MOST_NAMED])
    could = f"{_names(session)} could have come" if session.expected else "the pattern was at its end"
    place = f"after {_count(before)}" if before else "at the beginning"
    text = f"{place} of {session.name}, {came} came where {could} (pattern “{session.pattern}”)"
    hint = "send what the pattern asks for, in the order of the timestamps; a new attempt has a new registration"
    if not sure:
        hint = "give every statement a timestamp of its own: not all have one, and in another order they may follow it"
    return Finding(say.NO_PATTERN, session.failed_at, "$", text, hint, "Profiles 9.0")


def _count(number: int) -> str:
    return f"{number} {'statement' if number == 1 else 'statements'}"


def _names(session: Session) -> str:
    names = list(dict.fromkeys(f"“{template}”" for template in session.expected))
    more = len(names) - _MOST_NAMED
    return " or ".join(names[:_MOST_NAMED]) + (f" or one of {more} more" if more > 0 else "")
