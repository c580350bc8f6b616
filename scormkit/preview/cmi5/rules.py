"""What an assignable unit may send, and when (cmi5 7.1, 9, 10.2). A wrong AU is refused, and told why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from scormkit.preview.cmi5.sessions import Progress, Session
from scormkit.preview.lrs.messages import RefusedError
from scormkit.xapi import vocabulary as v
from scormkit.xapi.comparing import as_list
from scormkit.xapi.formats import moment
from scormkit.xapi.validation.shapes import is_number

_JUDGED = (v.PASSED, v.FAILED)
_SUCCESS = {v.PASSED: True, v.FAILED: False}


def judge(statements: Sequence[dict[str, Any]], session: Session) -> Progress:
    """How far the session is after these valid statements.

    Raises `RefusedError`: 400 for what is wrong with a statement itself, 403 for what may not be said now.
    """
    progress = session.progress
    achieved = set(session.achieved)
    for statement in statements:
        if session.over == "abandoned":
            raise RefusedError(403, "the session is abandoned: nothing more may be sent (cmi5 9.3.6)")
        when = _judge_every(statement, session)
        # What was said before may arrive later: a page that goes away waits for no answers.
        if progress.terminated is not None and when >= progress.terminated:
            raise RefusedError(403, "the session is terminated: nothing more may be said (cmi5 7.1.2, 9.3.8)")
        verb = statement["verb"]["id"]
        if is_defined(statement):
            _judge_defined(statement, session)
            _judge_order(verb, session, progress, achieved)
            _judge_result(statement, session)
            achieved.add(verb)
            progress = replace(progress, verbs=(*progress.verbs, verb), initialized=progress.initialized or when)
        elif v.INITIALIZED not in progress.verbs:
            raise RefusedError(403, "initialized is the first statement of a session, of any kind (cmi5 9.3.2)")
        progress = _in_time(progress, verb if is_defined(statement) else "", when)
    return progress


def is_defined(statement: dict[str, Any]) -> bool:
    """Whether a statement is "cmi5 defined": it has the category of cmi5 (cmi5 7.1.3)."""
    return v.CMI5_CATEGORY in _categories(statement)


def _judge_every(statement: dict[str, Any], session: Session) -> datetime:
    """What holds for every statement, defined or allowed; gives its moment."""
    if "id" not in statement:
        raise RefusedError(400, "the AU gives every statement its id (cmi5 9.1)")
    given = statement.get("timestamp")
    when = moment(given) if given else None
    if given is None or when is None:
        raise RefusedError(400, "every statement has a timestamp (cmi5 9.7)")
    if not given.endswith(("Z", "+00:00", "+0000", "+00")):
        raise RefusedError(400, f"timestamps are in UTC, not {given} (cmi5 9.7)")
    if {"objectType": "Agent", **statement["actor"]} != {"objectType": "Agent", **session.actor}:
        raise RefusedError(403, "the actor is the one of the launch, as it was given (cmi5 8.1, 9.2)")
    if statement["verb"]["id"] == v.VOIDED:
        raise RefusedError(403, "an AU voids no statements (cmi5 6.3)")
    context = statement.get("context", {})
    registration = context.get("registration", "")
    if registration.lower() != session.registration.id:
        raise RefusedError(400, f"context.registration is {registration or 'missing'}, not the launch's (cmi5 9.6.1)")
    missing = _missing(session.template, context, "context")
    if missing:
        raise RefusedError(400, f"the contextTemplate is not in the context: {missing} (cmi5 10.2.1)")
    return when


def _judge_defined(statement: dict[str, Any], session: Session) -> None:
    verb = statement["verb"]["id"]
    if verb in v.LMS_VERBS:
        raise RefusedError(403, f"{v.word(verb)} is for the LMS to say (cmi5 9.3)")
    if verb not in v.AU_VERBS:
        raise RefusedError(400, f"cmi5 defines no verb {verb}: leave the category cmi5 out (cmi5 7.1.3, 9.3)")
    about = statement["object"]
    if about.get("objectType", "Activity") != "Activity" or about["id"] != session.activity_id:
        raise RefusedError(400, f"the object is {about.get('id')}, not the activityId of the launch (cmi5 9.4)")


def _judge_order(verb: str, session: Session, progress: Progress, achieved: set[str]) -> None:
    name = v.word(verb)
    if verb == v.INITIALIZED:
        for document in (v.LAUNCH_DATA, v.PREFERENCES):
            if document not in session.read:
                raise RefusedError(403, f"an AU reads {document} before it says anything (cmi5 10.2.1, 11.0)")
    elif v.INITIALIZED not in progress.verbs:
        raise RefusedError(403, f"initialized comes before {name} (cmi5 9.3.2)")
    if verb in progress.verbs:
        raise RefusedError(403, f"{name} was sent in this session already (cmi5 9.3)")
    if session.mode != "Normal" and verb not in (v.INITIALIZED, v.TERMINATED):
        raise RefusedError(403, f"the launchMode is {session.mode}: {name} is not sent (cmi5 10.2.2)")
    if verb in _JUDGED and any(each in progress.verbs for each in _JUDGED):
        raise RefusedError(403, "a session has passed or failed, not both (cmi5 9.3)")
    if verb in (v.COMPLETED, v.PASSED) and verb in achieved:
        raise RefusedError(403, f"{name} was sent under this registration already (cmi5 9.3)")
    if verb == v.FAILED and v.PASSED in achieved:
        raise RefusedError(403, "failed does not follow passed under one registration (cmi5 9.3)")


def _judge_result(statement: dict[str, Any], session: Session) -> None:
    verb = statement["verb"]["id"]
    name = v.word(verb)
    result = statement.get("result", {})
    for key, wanted in (
        ("success", _SUCCESS.get(verb)),
        ("completion", True if verb == v.COMPLETED else None),
    ):
        if result.get(key) is not wanted:
            should = "leaves it out" if wanted is None else f"says {str(wanted).lower()}"
            found = str(result.get(key, "missing")).lower()
            raise RefusedError(400, f"result.{key} is {found}: {name} {should} (cmi5 9.5.2, 9.5.3)")
    if verb != v.INITIALIZED and "duration" not in result:
        raise RefusedError(400, f"{name} has a result.duration (cmi5 9.5.4.1)")
    progress = result.get("extensions", {}).get(v.PROGRESS)
    if progress is not None and (not is_number(progress) or progress != int(progress) or not 0 <= progress <= 100):
        raise RefusedError(400, f"progress is a whole number from 0 to 100, not {progress} (cmi5 9.5.5.1)")
    _judge_move_on(statement, "success" in result or "completion" in result)
    score = result.get("score")
    if score is not None and verb not in _JUDGED:
        raise RefusedError(400, f"{name} has no score (cmi5 9.5.1)")
    _judge_score(score or {})
    _judge_mastery(statement, score or {}, session)


def _judge_move_on(statement: dict[str, Any], wanted: bool) -> None:
    if (v.MOVE_ON_CATEGORY in _categories(statement)) != wanted:
        shown, says = ("with", "has") if wanted else ("without", "does not have")
        raise RefusedError(400, f"a statement {shown} success or completion {says} the category moveon (cmi5 9.6.2.2)")


def _judge_score(score: dict[str, Any]) -> None:
    if not 0 <= score.get("scaled", 0) <= 1:
        raise RefusedError(400, f"a scaled score is from 0 to 1, not {score['scaled']} (cmi5 9.5.1)")
    if "raw" in score and not {"min", "max"} <= score.keys():
        raise RefusedError(400, "a raw score comes with min and max (cmi5 9.5.1)")
    for name in ("raw", "min", "max"):
        if name in score and score[name] != int(score[name]):
            raise RefusedError(400, f"score.{name} is a whole number, not {score[name]} (cmi5 9.5.1)")


def _judge_mastery(statement: dict[str, Any], score: dict[str, Any], session: Session) -> None:
    mastery, scaled = session.au.mastery_score, score.get("scaled")
    said = statement["context"].get("extensions", {}).get(v.MASTERY_SCORE)
    verb = statement["verb"]["id"]
    if verb in _JUDGED and mastery is not None and scaled is not None:
        if said is None:
            raise RefusedError(400, "what is judged by the masteryScore carries it as an extension (cmi5 9.6.3.2)")
        if (scaled >= mastery) != (verb == v.PASSED):
            raise RefusedError(
                403, f"{v.word(verb)} does not fit a score of {scaled}, mastery being {mastery} (cmi5 9.3)"
            )
    if said is not None and said != mastery:
        raise RefusedError(400, f"the extension masteryscore says {said}, the launch data {mastery} (cmi5 9.6.3.2)")


def _in_time(progress: Progress, defined_verb: str, when: datetime) -> Progress:
    """The order is that of the timestamps (cmi5 9.3)."""
    if progress.initialized is not None and when < progress.initialized:
        raise RefusedError(403, "the timestamp is before that of initialized (cmi5 9.3)")
    if defined_verb == v.TERMINATED and progress.latest is not None and when < progress.latest:
        raise RefusedError(403, "the timestamp of terminated is before that of another statement (cmi5 9.3)")
    terminated = when if defined_verb == v.TERMINATED else progress.terminated
    return replace(progress, latest=max(when, progress.latest or when), terminated=terminated)


def _categories(statement: dict[str, Any]) -> list[str]:
    given = statement.get("context", {}).get("contextActivities", {}).get("category", [])
    return [each["id"] for each in as_list(given)]


def _missing(template: Any, given: Any, path: str) -> str:
    """The path of the first part of the template that is not in what was given; empty where all of it is."""
    if isinstance(template, dict) and isinstance(given, dict):
        for key, value in template.items():
            if key not in given:
                return f"{path}.{key} is missing"
            found = _missing(value, given[key], f"{path}.{key}")
            if found:
                return found
        return ""
    if isinstance(template, list):
        ids = [each.get("id") for each in as_list(given)]
        gone = next((each["id"] for each in template if each["id"] not in ids), None)
        return f"{path} lacks {gone}" if gone else ""
    return "" if template == given else f"{path} is {given!r} instead of {template!r}"


def duration(spent: timedelta) -> str:
    """A duration as xAPI writes it, to the hundredth of a second (xAPI 1.0.3, Data 4.6)."""
    return f"PT{max(spent.total_seconds(), 0):.2f}S"
