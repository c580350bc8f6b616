"""A profile as a whole (xAPI Profiles 1.0, part two, 4.0, 6.0 to 6.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.xapi.formats import is_timestamp, moment
from scormkit.xapi.judging.document.concepts import concept_faults
from scormkit.xapi.judging.document.faults import (
    Fault,
    array,
    context,
    iri,
    is_void,
    language_map,
    one_of,
    record,
    text,
)
from scormkit.xapi.judging.document.patterns import pattern_faults
from scormkit.xapi.judging.document.templates import template_faults
from scormkit.xapi.judging.document.terms import CONTEXT
from scormkit.xapi.judging.values import objects, text_at, texts
from scormkit.xapi.validation.shapes import at, kind_of

CONFORMS_TO = "https://w3id.org/xapi/profiles#1.0"
"""The version of the profile specification that is judged by (Prof 6.0)."""

_PARTS = {"concepts": "7.0", "templates": "8.0", "patterns": "9.0"}
"""What a profile is made of, each with its clause."""

_version = record(
    "a version",
    "6.1",
    {
        "id": iri("6.1"),
        "wasRevisionOf": array("6.1", iri("6.1")),
        "generatedAtTime": text(
            "6.1", is_timestamp, "a timestamp with its zone", "write one such as 2026-01-02T03:04:05Z"
        ),
    },
    ("id", "generatedAtTime"),
)
_author = record(
    "an author",
    "6.2",
    {"type": one_of("6.2", "Organization", "Person"), "name": text("6.2"), "url": iri("6.2")},
    ("type", "name"),
)
_profile = record(
    "a profile",
    "6.0",
    {
        "id": iri("6.0"),
        "@context": context("6.0", CONTEXT),
        "type": one_of("6.0", "Profile"),
        "conformsTo": one_of("6.0", CONFORMS_TO),
        "prefLabel": language_map("6.0"),
        "definition": language_map("6.0"),
        "seeAlso": iri("6.0"),
        "versions": array("6.0", _version),
        "author": _author,
        **dict.fromkeys(_PARTS, array("6.0")),
    },
    ("id", "@context", "type", "conformsTo", "prefLabel", "definition", "versions", "author"),
)


def profile_problems(document: Any) -> tuple[Fault, ...]:
    """What keeps a JSON value from being a profile, and what it had better not do; nothing where all is well.

    `document` is what `read_json` gives. That a template's or pattern's id changes with its content (Prof 8.0, 9.0) and
    that no other profile has the same concept (7.0) cannot be seen in one document and is not judged.
    """
    found = list(_profile(document, "$"))
    if isinstance(document, dict):
        found += _voids(document)
        found += _versions(document)
        found += _ids(document)
        found += _schemes(document)
        parts = {name: each if isinstance(each := document.get(name), list) else [] for name in _PARTS}
        templates = {name for each in objects(parts["templates"]) if (name := text_at(each, "id"))}
        found += concept_faults(parts["concepts"], "$.concepts")
        found += template_faults(parts["templates"], "$.templates", document.get("@context"))
        found += pattern_faults(parts["patterns"], "$.patterns", templates, text_at(document, "id") or "")
    return tuple(dict.fromkeys(found))


def _voids(document: dict[str, Any]) -> Iterator[Fault]:
    waiting: list[tuple[Any, str]] = [(document, "$")]
    while waiting:
        value, path = waiting.pop()
        if is_void(value) and path != "$":
            yield Fault(path, f"{_void_name(value)} is no value in a profile", "4.0", "leave the property out")
        elif isinstance(value, dict):
            waiting += [(each, at(path, key)) for key, each in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(each, f"{path}[{index}]") for index, each in reversed(list(enumerate(value)))]


def _void_name(value: Any) -> str:
    return (
        "an empty string" if value == "" else kind_of(value) if value is None else f"{kind_of(value)} without members"
    )


def _versions(document: dict[str, Any]) -> Iterator[Fault]:
    given = document.get("versions")
    versions = (
        [(index, each) for index, each in enumerate(given) if isinstance(each, dict)] if isinstance(given, list) else []
    )
    seen: set[str] = set()
    for index, each in versions:
        name = text_at(each, "id")
        where = f"$.versions[{index}].id"
        if name and name == text_at(document, "id"):
            yield Fault(where, "the version has the id of the profile", "6.1", "give the version an id of its own")
        elif name and name in seen:
            yield Fault(where, f"two versions have the id {name}", "6.1", "give each version an id of its own")
        seen.add(name or "")
        if name and name in texts(each.get("wasRevisionOf")):
            where = f"$.versions[{index}].wasRevisionOf"
            yield Fault(where, "the version is a revision of itself", "6.1", "name the version before it")
    times = [(at, index, each) for index, each in versions if (at := moment(text_at(each, "generatedAtTime") or ""))]
    first = min(times, default=None, key=lambda each: (each[0], "wasRevisionOf" in each[2], -each[1]))
    for index, each in versions:
        if first is not None and index != first[1] and "wasRevisionOf" not in each:
            hint = "name the version, or the versions, that it was made from"
            yield Fault(f"$.versions[{index}]", "a version that succeeds another has no wasRevisionOf", "6.1", hint)


def _ids(document: dict[str, Any]) -> Iterator[Fault]:
    """Ids that stand for two things."""
    seen = {name: "the profile"} if (name := text_at(document, "id")) else {}
    seen |= {name: "a version" for each in objects(document.get("versions")) if (name := text_at(each, "id"))}
    for clause, path, each in _parts(document):
        name = text_at(each, "id")
        if not name:
            continue
        if name in seen:
            hint = "give each concept, template and pattern an id of its own"
            yield Fault(f"{path}.id", f"the id {name} is that of {seen[name]} already", clause, hint)
        seen.setdefault(name, path)


def _schemes(document: dict[str, Any]) -> Iterator[Fault]:
    """Versions that parts say to belong to: one and the same, and one that is listed."""
    listed = [name for each in objects(document.get("versions")) if (name := text_at(each, "id"))]
    if not listed:
        return  # which is said of the versions
    described: str | None = None
    for clause, path, each in _parts(document):
        scheme = text_at(each, "inScheme")
        if not scheme:
            continue
        where, hint = f"{path}.inScheme", "name the version that this document describes"
        if scheme not in listed:
            yield Fault(where, f"{scheme} is none of the versions of the profile", clause, hint)
            continue
        described = described or scheme
        if scheme != described:
            text = f"a document describes one version; this is {scheme}, and {described} stands elsewhere"
            yield Fault(where, text, clause, hint)


def _parts(document: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """All concepts, templates and patterns: the clause that is about them, the place, and what stands there."""
    for part, clause in _PARTS.items():
        given = document.get(part)
        for index, each in enumerate(given if isinstance(given, list) else ()):
            yield clause, f"$.{part}[{index}]", each
