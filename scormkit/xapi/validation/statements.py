"""Statements as a whole (xAPI 1.0.3, Data 2; what xAPI 2.0 adds on request)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from scormkit.identifiers import is_language_tag
from scormkit.xapi.formats import is_duration, is_media_type, is_sha2, is_timestamp, is_uuid
from scormkit.xapi.validation.activities import activities, activity
from scormkit.xapi.validation.actors import actor, agent, authority, group
from scormkit.xapi.validation.shapes import (
    Check,
    Problem,
    array,
    boolean,
    count,
    extensions,
    iri,
    is_number,
    language_map,
    number,
    one_of,
    record,
    text,
)
from scormkit.xapi.vocabulary import VOIDED

Version = Literal["1.0.3", "2.0.0"]


_WHEN = text(is_timestamp, "a timestamp with its zone, such as 2026-01-02T03:04:05.678Z", "Data 4.5")
_UUID = text(is_uuid, "a UUID", "Data 2.4.1")

_reference = record(
    "a statement reference",
    "Data 2.4.4.3",
    {"objectType": one_of(("StatementRef",), "Data 2.4.4.3"), "id": _UUID},
    ("objectType", "id"),
)
_verb = record("a verb", "Data 2.4.3", {"id": iri("Data 2.4.3"), "display": language_map}, ("id",))


def _score_in_its_range(value: dict[str, Any], path: str) -> Iterator[Problem]:
    scaled, raw, least, most = (
        each if is_number(each := value.get(name)) else None for name in ("scaled", "raw", "min", "max")
    )
    clause = "Data 2.4.5.1"
    if scaled is not None and not -1 <= scaled <= 1:
        yield Problem(f"{path}.scaled", f"{scaled} is not between -1 and 1", clause)
    if least is not None and most is not None and least >= most:
        yield Problem(path, f"min ({least}) is not less than max ({most})", clause)
        return
    if raw is not None and least is not None and raw < least:
        yield Problem(f"{path}.raw", f"{raw} is less than min ({least})", clause)
    if raw is not None and most is not None and raw > most:
        yield Problem(f"{path}.raw", f"{raw} is more than max ({most})", clause)


_score = record(
    "a score", "Data 2.4.5.1", dict.fromkeys(("scaled", "raw", "min", "max"), number), (), _score_in_its_range
)
_result = record(
    "a result",
    "Data 2.4.5",
    {
        "score": _score,
        "success": boolean,
        "completion": boolean,
        "response": text(),
        "duration": text(is_duration, "an ISO 8601 duration such as PT1H30M", "Data 4.6"),
        "extensions": extensions,
    },
)
_attachment = record(
    "an attachment",
    "Data 2.4.11",
    {
        "usageType": iri("Data 2.4.11"),
        "display": language_map,
        "description": language_map,
        "contentType": text(is_media_type, "a media type", "Data 2.4.11"),
        "length": count,
        "sha2": text(is_sha2, "a SHA-2 sum", "Data 2.4.11"),
        "fileUrl": iri("Data 2.4.11"),
    },
    ("usageType", "display", "contentType", "length", "sha2"),
)
_context_activities = record(
    "contextActivities", "Data 2.4.6.2", dict.fromkeys(("parent", "grouping", "category", "other"), activities)
)


def _related(what: str, who: Check) -> Check:
    """A context agent or group of xAPI 2.0 (IEEE 9274.1.1, 4.2.2)."""
    clause = "2.0, Context Agents and Groups"
    properties = {
        "objectType": one_of((f"context{what.capitalize()}",), clause),
        what: who,
        "relevantTypes": array(iri(clause), clause),
    }
    return record(f"a context {what}", clause, properties, ("objectType", what))


def _context(version: Version) -> Check:
    properties: dict[str, Check] = {
        "registration": _UUID,
        "instructor": actor,
        "team": group,
        "contextActivities": _context_activities,
        "revision": text(),
        "platform": text(),
        "language": text(is_language_tag, "a language tag", "Data 2.4.6"),
        "statement": _reference,
        "extensions": extensions,
    }
    if version == "2.0.0":
        clause = "2.0, Context"
        properties["contextAgents"] = array(_related("agent", agent), clause)
        properties["contextGroups"] = array(_related("group", group), clause)
    return record("a context", "Data 2.4.6", properties)


def _object(value: Any, path: str, kinds: dict[str, Check]) -> Iterator[Problem]:
    kind = value.get("objectType", "Activity") if isinstance(value, dict) else "Activity"
    check = kinds.get(kind) if isinstance(kind, str) else None
    if check is not None:
        yield from check(value, path)
    elif kind == "SubStatement":
        yield Problem(path, "a sub-statement has no sub-statement of its own", "Data 2.4.4.3")
    else:
        yield Problem(f"{path}.objectType", f"{kind!r} is not one of {', '.join(kinds)}", "Data 2.4.4")


def _about_an_activity(value: dict[str, Any], path: str) -> Iterator[Problem]:
    """`revision` and `platform` belong to statements about activities (Data 2.4.6)."""
    about, context = value.get("object"), value.get("context")
    if not isinstance(about, dict) or not isinstance(context, dict):
        return
    if about.get("objectType") not in ("Agent", "Group", "StatementRef", "SubStatement"):
        return
    for name in ("revision", "platform"):
        if name in context:
            yield Problem(f"{path}.context.{name}", f"{name} is for statements about an Activity", "Data 2.4.6")


def _voids_a_statement(value: dict[str, Any], path: str) -> Iterator[Problem]:
    verb, about = value.get("verb"), value.get("object")
    voids = isinstance(verb, dict) and verb.get("id") == VOIDED
    if voids and isinstance(about, dict) and about.get("objectType") != "StatementRef":
        yield Problem(f"{path}.object", "what is voided is named by a StatementRef", "Data 2.3.2")


def _statement_version(version: Version) -> Check:
    start = version[:3]
    return text(lambda given: given == start or given.startswith(f"{start}."), f"a version {start}.x", "Data 2.4.10")


@cache
def _check(version: Version) -> Check:
    """What makes a statement of this version of the specification."""
    simple: dict[str, Check] = {
        "Activity": activity,
        "Agent": actor,
        "Group": actor,
        "StatementRef": _reference,
    }
    shared: dict[str, Check] = {
        "actor": actor,
        "verb": _verb,
        "result": _result,
        "context": _context(version),
        "timestamp": _WHEN,
        "attachments": array(_attachment, "Data 2.4.11"),
    }
    sub_statement = record(
        "a sub-statement",
        "Data 2.4.4.3",
        {
            **shared,
            "objectType": one_of(("SubStatement",), "Data 2.4.4.3"),
            "object": lambda value, path: _object(value, path, simple),
        },
        ("actor", "verb", "object"),
        _about_an_activity,
    )
    every = {**simple, "SubStatement": sub_statement}
    return record(
        "a statement",
        "Data 2.4",
        {
            **shared,
            "id": _UUID,
            "object": lambda value, path: _object(value, path, every),
            "stored": _WHEN,
            "authority": authority,
            "version": _statement_version(version),
        },
        ("actor", "verb", "object"),
        _about_an_activity,
        _voids_a_statement,
    )


def statement_problems(value: Any, *, version: Version = "1.0.3", path: str = "$") -> tuple[Problem, ...]:
    """What keeps a JSON value from being a statement, in the order of the value; nothing where all is well.

    `value` is what `json_text.read_json` gives. `version` is the xAPI version that the sender claims: 2.0 adds
    `contextAgents` and `contextGroups`. `path` is where the value stands in its document. Syntax only is judged
    (Comm 3.0): what a verb or an activity means is for profiles.
    """
    return tuple(_check(version)(value, path))
