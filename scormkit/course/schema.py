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
    made = {("definitions" if key == "$defs" else key): _draft_07(each) for key, each in value.items()}
    made.pop("discriminator", None)
    # A title that repeats the key in capitals tells an author nothing.
    if isinstance(made.get("title"), str):
        del made["title"]
    if "properties" in made:
        made["properties"] = {key: _or_include(each) for key, each in made["properties"].items()}
    if "items" in made:
        made["items"] = _or_include(made["items"])
    if "$ref" in made:
        # Draft-07 does not look at what stands beside a reference.
        reference = made.pop("$ref").replace("#/$defs/", "#/definitions/")
        return {**made, "allOf": [{"$ref": reference}]} if made else {"$ref": reference}
    return made


def _or_include(value: dict[str, Any]) -> dict[str, Any]:
    """A list or a mapping can stand in a file of its own."""
    whole = value.get("type") in ("array", "object") or "allOf" in value or "$ref" in value or "oneOf" in value
    if not whole:
        return value
    described: dict[str, Any] = {key: value.pop(key) for key in ("description", "default") if key in value}
    return {**described, "anyOf": [value, {"$ref": "#/definitions/Include"}]}
