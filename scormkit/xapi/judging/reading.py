"""A profile's JSON -> `Profile`. What is malformed is left out: `profile_problems` is there to tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, cast, get_args

from scormkit.xapi.judging.jsonpath import PathError, compile_path
from scormkit.xapi.judging.model import (
    CONTEXT_TYPES,
    KINDS,
    Choice,
    Concept,
    Pattern,
    Presence,
    Profile,
    Rule,
    Template,
)
from scormkit.xapi.judging.values import comparable, member, objects, text_at, texts
from scormkit.xapi.validation.shapes import shown

_MULTIPLE = ("sequence", "alternates")

Part = TypeVar("Part", Template, Pattern)


def is_profile(document: Any) -> bool:
    """Whether a JSON value means to be a profile: its type says so (Prof 6.0)."""
    return text_at(document, "type") == "Profile"


def read_profile(document: Any) -> Profile:
    """The profile that the document describes, as far as it can be read: never an error.

    Templates and patterns without an id, templates whose determining properties cannot be read, rules whose location
    cannot be read and patterns that are not exactly one kind are left out; of two with one id the first counts.
    """
    parts = [each for name in ("concepts", "templates", "patterns") for each in objects(member(document, name))]
    versions = tuple(found for each in objects(member(document, "versions")) if (found := text_at(each, "id")))
    described = frozenset(found for each in parts if (found := text_at(each, "inScheme")))
    return Profile(
        id=text_at(document, "id") or "",
        name=_words(member(document, "prefLabel")),
        versions=versions,
        described=described & set(versions) or frozenset(versions[:1]),
        concepts=tuple(
            Concept(found, text_at(each, "type") or "")
            for each in objects(member(document, "concepts"))
            if (found := text_at(each, "id"))
        ),
        templates=_first_of_each_id(map(_template, objects(member(document, "templates")))),
        patterns=_first_of_each_id(map(_pattern, objects(member(document, "patterns")))),
    )


def _first_of_each_id(parts: Iterator[Part | None]) -> tuple[Part, ...]:
    found: dict[str, Part] = {}
    for part in parts:
        if part is not None:
            found.setdefault(part.id, part)
    return tuple(found.values())


def _template(value: dict[str, Any]) -> Template | None:
    found = text_at(value, "id")
    given = {role: _types(value[name]) for name, role in CONTEXT_TYPES.items() if name in value}
    attachments = _types(value.get("attachmentUsageType", []))
    # Without what cannot be read, the template would apply to more statements than it means.
    wider = any(not isinstance(value.get(name, ""), str) for name in ("verb", "objectActivityType"))
    if not found or wider or attachments is None or None in given.values():
        return None
    return Template(
        id=found,
        name=_words(value.get("prefLabel")),
        verb=text_at(value, "verb"),
        object_type=text_at(value, "objectActivityType"),
        types={role: asked for role, asked in given.items() if asked},
        attachments=attachments,
        object_references=_references(value.get("objectStatementRefTemplate")),
        context_references=_references(value.get("contextStatementRefTemplate")),
        rules=tuple(rule for each in objects(value.get("rules")) if (rule := _rule(each)) is not None),
    )


def _types(value: Any) -> frozenset[str] | None:
    """The IRIs of an array, or the one that stands alone, which is the same in JSON-LD; None for anything else."""
    values = value if isinstance(value, list) else [value]
    return frozenset(values) if all(isinstance(each, str) for each in values) else None


def _references(value: Any) -> frozenset[str] | None:
    return frozenset(texts(value)) if isinstance(value, list) else None


def _rule(value: dict[str, Any]) -> Rule | None:
    location, selector, presence = (value.get(name) for name in ("location", "selector", "presence"))
    try:
        return Rule(
            location=compile_path(location if isinstance(location, str) else ""),
            selector=compile_path(selector) if isinstance(selector, str) else None,
            presence=cast(Presence, presence) if presence in get_args(Presence) else None,
            any=_choice(value.get("any")),
            all=_choice(value.get("all")),
            none=_choice(value.get("none")),
            note=_words(value.get("scopeNote")),
        )
    except PathError:
        return None


def _choice(value: Any) -> Choice | None:
    if not isinstance(value, list):
        return None
    return Choice(frozenset(map(comparable, value)), shown(value[0] if len(value) == 1 else value))


def _pattern(value: dict[str, Any]) -> Pattern | None:
    found = text_at(value, "id")
    given = [kind for kind in KINDS if kind in value]
    if not found or len(given) != 1:
        return None
    (kind,) = given
    members = tuple(texts(value[kind] if kind in _MULTIPLE else [value[kind]]))
    primary = value.get("primary") is True
    return Pattern(found, kind, members, primary, _words(value.get("prefLabel"))) if members else None


def _words(value: Any) -> dict[str, str]:
    return {tag: words for tag, words in value.items() if isinstance(words, str)} if isinstance(value, dict) else {}
