"""Concepts of a profile (xAPI Profiles 1.0, part two, 7.0 to 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scormkit.xapi.formats import is_media_type
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.judging.cures import cure
from scormkit.xapi.judging.document.faults import (
    Check,
    Fault,
    array,
    boolean,
    context,
    iri,
    language_map,
    one_of,
    record,
    text,
)
from scormkit.xapi.judging.values import objects, text_at, texts
from scormkit.xapi.validation.activities import definition
from scormkit.xapi.validation.shapes import at, kind_of, shown

ACTIVITY_CONTEXT = "https://w3id.org/xapi/profiles/activity-context"
"""The JSON-LD context of activity definitions (Prof 7.4)."""

_WORDS = ("Verb", "ActivityType", "AttachmentUsageType")
_EXTENSIONS = ("ContextExtension", "ResultExtension", "ActivityExtension")
_DOCUMENTS = ("StateResource", "AgentProfileResource", "ActivityProfileResource")
_INSIDE = ("broader", "narrower", "related")
_OUTSIDE = ("broadMatch", "narrowMatch", "relatedMatch", "exactMatch")


def _json_schema(value: Any, path: str) -> Iterator[Fault]:
    hint = "write the JSON Schema as one string, with its quotes escaped"
    if not isinstance(value, str):
        yield Fault(path, f"an inline schema is a string, not {kind_of(value)}", "7.2, 7.3", hint)
        return
    try:
        schema = read_json(value)
    except JsonError as error:
        yield Fault(path, f"the inline schema cannot be read: {error}", "7.2, 7.3", hint)
        return
    if not isinstance(schema, dict | bool):
        yield Fault(path, f"a JSON Schema is an object, not {kind_of(schema)}", "7.2, 7.3", hint)


def _activity_definition(value: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, f"an activity definition is an object, not {kind_of(value)}", "7.4", "write an object")
        return
    if "@context" not in value:
        yield Fault(path, "the activity definition has no @context", "7.4", f"add {ACTIVITY_CONTEXT} as @context")
    else:
        yield from context("7.4", ACTIVITY_CONTEXT)(value["@context"], f"{path}.@context")
    for problem in definition({key: each for key, each in value.items() if key != "@context"}, path):
        yield Fault(problem.path, f"{problem.text} (xAPI {problem.clause})", "7.4", cure(problem.clause))
    extensions = value.get("extensions")
    for key, member in extensions.items() if isinstance(extensions, dict) else ():
        for each in member if isinstance(member, list) else [member]:
            if isinstance(each, dict) and "@context" not in each:
                where = at(f"{path}.extensions", key)
                yield Fault(where, "an object in an extension has no @context", "7.4", "add the @context of its keys")
                break


def _concept(clause: str, types: tuple[str, ...], required: tuple[str, ...], **more: Check) -> Check:
    own = {"id": iri(clause), "type": one_of(clause, *types), "inScheme": iri(clause), "deprecated": boolean(clause)}
    if "Activity" not in types:
        own |= {"prefLabel": language_map(clause), "definition": language_map(clause)}
        required = (*required, "prefLabel", "definition")
    return record(f"a concept of type {' or '.join(types)}", clause, {**own, **more}, ("id", "inScheme", *required))


def _by_type() -> Mapping[str, Check]:
    found: dict[str, Check] = {}
    relations = dict.fromkeys((*_INSIDE, *_OUTSIDE), array("7.1", iri("7.1")))
    for kind in _WORDS:
        found[kind] = _concept("7.1", (kind,), (), **relations)
    schemas: dict[str, Check] = {"schema": iri("7.2, 7.3"), "inlineSchema": _json_schema}
    for kind in _EXTENSIONS:
        recommended = "recommendedActivityTypes" if kind == "ActivityExtension" else "recommendedVerbs"
        each = {recommended: array("7.2", iri("7.2")), "context": iri("7.2")}
        found[kind] = _concept("7.2", (kind,), (), **each, **schemas)
    media = text("7.3", is_media_type, "a media type", "write a media type, such as application/json")
    for kind in _DOCUMENTS:
        found[kind] = _concept("7.3", (kind,), ("contentType",), contentType=media, context=iri("7.3"), **schemas)
    found["Activity"] = _concept("7.4", ("Activity",), ("activityDefinition",), activityDefinition=_activity_definition)
    return found


_BY_TYPE = _by_type()


def concept_faults(values: list[Any], path: str) -> Iterator[Fault]:
    """What is wrong with the concepts of a profile, one by one and as related to each other."""
    types = {text_at(each, "id"): text_at(each, "type") for each in objects(values)}
    for index, value in enumerate(values):
        where = f"{path}[{index}]"
        if not isinstance(value, dict):
            yield from record("a concept", "7.0", {})(value, where)
            continue
        kind = text_at(value, "type") or ""
        check = _BY_TYPE.get(kind)
        if check is None:
            hint = f"write one of {', '.join(_BY_TYPE)}"
            missing = (
                "the concept has no type" if "type" not in value else f"{shown(value['type'])} is no type of concept"
            )
            yield Fault(where if "type" not in value else f"{where}.type", missing, "7.0", hint)
            continue
        yield from check(value, where)
        if "schema" in value and "inlineSchema" in value:
            hint = "keep one of schema and inlineSchema"
            yield Fault(where, "the concept has both schema and inlineSchema", "7.2, 7.3", hint)
        if kind in _WORDS:
            yield from _relations(value, where, kind, types)


def _relations(value: dict[str, Any], path: str, kind: str, types: Mapping[str | None, str | None]) -> Iterator[Fault]:
    if "related" in value and value.get("deprecated") is not True:
        hint = "use relatedMatch, or set deprecated to true"
        yield Fault(f"{path}.related", "related is for deprecated concepts only", "7.1", hint)
    for name in _INSIDE:
        for index, other in enumerate(texts(value.get(name))):
            if types.get(other) != kind:
                what = f"is of type {types[other]}" if types.get(other) else "is not in this profile"
                hint = f"name a concept of type {kind} of this profile, or use a …Match property for one of elsewhere"
                yield Fault(f"{path}.{name}[{index}]", f"{other} {what}", "7.1", hint)
    for name in _OUTSIDE:
        for index, other in enumerate(texts(value.get(name))):
            if other in types:
                hint = "use broader, narrower or related for a concept of this profile"
                yield Fault(f"{path}.{name}[{index}]", f"{other} is in this profile", "7.1", hint)
