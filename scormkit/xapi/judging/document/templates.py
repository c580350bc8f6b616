"""Statement templates of a profile and their rules (xAPI Profiles 1.0, part two, 8.0 and 8.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from scormkit.xapi.judging.document.faults import (
    Check,
    Fault,
    array,
    boolean,
    iri,
    language_map,
    one_of,
    record,
)
from scormkit.xapi.judging.document.terms import unknown_keys
from scormkit.xapi.judging.jsonpath import PathError, compile_path
from scormkit.xapi.judging.model import CONTEXT_TYPES
from scormkit.xapi.judging.values import objects, text_at, texts
from scormkit.xapi.validation.shapes import kind_of, shown

_REFERENCES = ("objectStatementRefTemplate", "contextStatementRefTemplate")
_DETERMINING = ("verb", "objectActivityType", *CONTEXT_TYPES, "attachmentUsageType")


def _path(value: Any, path: str) -> Iterator[Fault]:
    hint = "write names, whole numbers from 0 and *, such as $.context.extensions['https://www.example.org/name']"
    if not isinstance(value, str):
        yield Fault(path, f"a JSONPath is a string, not {kind_of(value)}", "8.1", hint)
        return
    try:
        compile_path(value)
    except PathError as error:
        yield Fault(path, f"{shown(value)} is not a JSONPath that a rule can have: {error}", "8.1", hint)


_rule = record(
    "a rule",
    "8.1",
    {
        "location": _path,
        "selector": _path,
        "presence": one_of("8.1", "included", "excluded", "recommended"),
        "any": array("8.1"),
        "all": array("8.1"),
        "none": array("8.1"),
        "scopeNote": language_map("8.1"),
    },
    ("location",),
)


def _whole_rule(value: Any, path: str) -> Iterator[Fault]:
    yield from _rule(value, path)
    if not isinstance(value, dict):
        return
    given = [name for name in ("presence", "any", "all", "none") if name in value]
    if not given:
        hint = "say what the rule asks for; to ask for nothing, leave the rule out"
        yield Fault(path, "the rule has none of presence, any, all and none", "8.1", hint)
    if value.get("presence") == "excluded" and len(given) > 1:
        hint = "leave any, all and none out where nothing may be there"
        yield Fault(path, f"the rule excludes every value, and has {given[1]} all the same", "8.1", hint, advice=True)


def _properties() -> dict[str, Check]:
    clause = "8.0"
    return {
        "id": iri(clause),
        "type": one_of(clause, "StatementTemplate"),
        "inScheme": iri(clause),
        "prefLabel": language_map(clause),
        "definition": language_map(clause),
        "deprecated": boolean(clause),
        "verb": iri(clause),
        "objectActivityType": iri(clause),
        **dict.fromkeys((*CONTEXT_TYPES, "attachmentUsageType", *_REFERENCES), array(clause, iri(clause))),
        "rules": array(clause, _whole_rule),
    }


_template = record("a statement template", "8.0", _properties(), ("id", "type", "inScheme", "prefLabel", "definition"))


def template_faults(values: list[Any], path: str, context: Any) -> Iterator[Fault]:
    """What is wrong with the statement templates of a profile that has this `@context`."""
    known: Collection[str] = {found for each in objects(values) if (found := text_at(each, "id"))}
    for index, value in enumerate(values):
        where = f"{path}[{index}]"
        yield from _template(value, where)
        if not isinstance(value, dict):
            continue
        for number, rule in enumerate(value["rules"] if isinstance(value.get("rules"), list) else ()):
            if isinstance(rule, dict):
                yield from unknown_keys(rule, f"{where}.rules[{number}]", [context, value.get("@context")])
        if "objectStatementRefTemplate" in value and "objectActivityType" in value:
            hint = "keep one of them: the object is a StatementRef or an activity"
            yield Fault(where, "the template has both objectStatementRefTemplate and objectActivityType", "8.0", hint)
        if not any(name in value for name in _DETERMINING):
            hint = "name a verb or an activity type"
            text = "the template has no determining property, so it applies to every statement"
            yield Fault(where, text, "8.0", hint, advice=True)
        for name in _REFERENCES:
            for place, other in enumerate(texts(value.get(name))):
                if other not in known:
                    hint = "name a template of this version of the profile"
                    yield Fault(f"{where}.{name}[{place}]", f"{other} is no template of this profile", "8.0", hint)
