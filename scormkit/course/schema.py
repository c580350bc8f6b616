"""The JSON Schema of what an author writes, for editors: completion, descriptions and errors while typing.

It is draft-07, the newest that the YAML support of editors knows. It is made from the same models that judge a course,
so that an editor and a build agree on every key. What only a build can see (a file that is missing, an id that stands
twice) is left to it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from scormkit.course.model import CourseFile, Module, Page

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: Mapping[str, tuple[type[BaseModel], str]] = MappingProxyType(
    {
        "course": (CourseFile, "A course of scormkit: course.yaml"),
        "module": (Module, "A module of a course of scormkit: module.yaml"),
        "page": (Page, "A page of a module of scormkit, in a file that a module includes"),
    }
)
"""The kinds of files that there is a schema for: the model of each, and its title."""

_INCLUDE: dict[str, Any] = {
    "type": "object",
    "description": "What stands in another file of the course folder.",
    "properties": {"include": {"type": "string", "description": "The path of a .yaml file, seen from this file."}},
    "required": ["include"],
    "additionalProperties": False,
}


def schema(file: str) -> dict[str, Any]:
    """The schema of one kind of file. Raises KeyError where there is no such kind; `FILES` has all."""
    model, title = FILES[file]
    made = _draft_07(model.model_json_schema(mode="validation"))
    definitions = made.pop("definitions", {})
    return {"$schema": DRAFT, **made, "title": title, "definitions": {**definitions, "Include": _INCLUDE}}


def to_json(file: str) -> str:
    """The schema of one kind of file as text, the same for the same version of scormkit."""
    return json.dumps(schema(file), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _draft_07(value: Any) -> Any:
    """A schema that pydantic made for draft 2020-12, in the words of draft-07."""
    if isinstance(value, list):
        return [_draft_07(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "$defs" in value:
        value = {**value, "definitions": {_name(key): each for key, each in value["$defs"].items()}}
        del value["$defs"]
    made = {key: _draft_07(each) for key, each in value.items()}
    # A title that repeats the key in capitals tells an author nothing, and an editor would write `null` for a key.
    if isinstance(made.get("title"), str):
        del made["title"]
    if made.get("default", ...) is None:
        del made["default"]
    if "properties" in made:
        made["properties"] = {key: _or_include(each) for key, each in made["properties"].items()}
    if "items" in made:
        made["items"] = _or_include(made["items"])
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if "$ref" in made:
        # Draft-07 does not look at what stands beside a reference.
        reference = _reference(made.pop("$ref"))
        return {**made, "allOf": [{"$ref": reference}]} if made else {"$ref": reference}
    options = made.pop("anyOf", None) or made.pop("oneOf", None)
    discriminator = made.pop("discriminator", None)
    if discriminator:
        return {**made, **_by_kind(discriminator["mapping"])}
    return {**made, **_either(options)} if options else made


def _name(name: str) -> str:
    """The name of a definition, which editors show: `Option-in-choice` where several models go by `Option`."""
    *_, module, model = ["", *name.rsplit("__", 2)]
    return f"{model}-in-{module}" if module else model


def _reference(reference: str) -> str:
    return f"#/definitions/{_name(reference.rpartition('/')[2])}"


def _by_kind(kinds: Mapping[str, str]) -> dict[str, Any]:
    """An activity: by its kind one of several models, so that an editor speaks of that one and of no other."""
    models = {kind: _reference(reference) for kind, reference in kinds.items()}
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(models), "description": "What it is."}},
        "allOf": [
            {
                "if": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": kind}}},
                "then": {"$ref": reference},
            }
            for kind, reference in models.items()
        ],
    }


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    """One of several alternatives, which are of different types: the value's own type says which one is meant.

    With `anyOf` an editor would only say that none of them fits.
    """
    first, *others = options
    if not others:
        return first
    other = _either(others)
    if isinstance(first.get("type"), str) and "type" in other and not (_words(first) | _words(other)):
        types = other["type"] if isinstance(other["type"], list) else [other["type"]]
        # What one type asks for says nothing of another.
        return {**first, **other, "type": [first["type"], *types]}
    if other == {"type": "null"}:
        return {"if": other, "else": first}
    if "type" in other and not isinstance(other["type"], list):
        return {"if": {"type": other["type"]}, "then": other, "else": first}
    return {"if": {"type": first["type"]}, "then": first, "else": other}


def _words(value: dict[str, Any]) -> set[str]:
    """What a schema asks for whatever the type of the value is."""
    return set(value) & {"const", "enum", "if", "allOf"}


def _or_include(value: dict[str, Any]) -> dict[str, Any]:
    """A list or a mapping can stand in a file of its own."""
    types = value.get("type")
    scalar = types not in ("array", "object") and not {"allOf", "$ref", "if"} & set(value)
    if scalar:
        return value
    described: dict[str, Any] = {key: value.pop(key) for key in ("description", "default") if key in value}
    included = {"type": "object", "required": ["include"]}
    return {**described, "if": included, "then": {"$ref": "#/definitions/Include"}, "else": value}
