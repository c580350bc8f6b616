"""The reference page of the course definition, made from the model: `python -m scormkit.course.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from scormkit.activities.registry import kinds
from scormkit.course.model import CourseFile, Module

_HEAD = """# The course definition

*Made from the model by `make docs`; change the descriptions there.*

A course is a folder with `course.yaml`, and a folder with `module.yaml` for each module. Files are UTF-8 and plain
YAML 1.2: `true` and `false` are truth values, `yes`, `no` and dates are text. Unknown keys are errors. Paths are
relative to the file that names them and stay inside the course folder.

Where a key takes *Markdown*, it takes CommonMark with tables. Raw HTML is refused, a picture is an activity of its own,
and a link goes to a web address, a mail address, or a page of the module: `#p-` and the page's id.

An `id` is a small letter, then at most 19 small letters, digits or underscores. Learners' progress is kept under it, so
it stays as it is when the text around it changes. A `slug` is small letters and digits, joined by single hyphens.
"""


def reference() -> str:
    """The page, in Markdown: a table of keys for each thing that an author writes."""
    activities = [kind.model for kind in kinds().values()]
    # Through one schema for all, so that every nested model has one name and one table.
    roots: list[type[BaseModel]] = [CourseFile, Module, *activities]
    _, schema = models_json_schema([(model, "validation") for model in roots])
    models = schema["$defs"]
    headings = {"CourseFile": "`course.yaml`", "Module": "`module.yaml`"}
    headings |= {kind.model.__name__: f"`kind: {name}`" for name, kind in kinds().items()}
    tables = {name: "\n".join(_table(model, models)) for name, model in models.items()}
    nested = sorted(
        name for name in set(models) - set(headings) if any(_link(name) in each for each in tables.values())
    )
    ordered = [*[*headings][:2], *nested, *[*headings][2:]]
    parts = [
        f"## {headings.get(name, name)}\n\n{models[name].get('description', '')}\n\n{tables[name]}" for name in ordered
    ]
    return "\n\n".join(part.strip() for part in (_HEAD, *parts)) + "\n"


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _table(model: dict[str, Any], models: dict[str, Any]) -> Iterator[str]:
    required = model.get("required", [])
    yield "| key | what it takes | | meaning |"
    yield "|---|---|---|---|"
    for key, value in model["properties"].items():
        need = "required" if key in required else _default(value.get("default"))
        yield f"| `{key}` | {_type(value, models)} | {need} | {value.get('description', '')} |"


def _default(value: Any) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return f"default `{str(value).lower() if isinstance(value, bool) else value}`"


def _type(value: dict[str, Any], models: dict[str, Any]) -> str:
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in value["enum"])
    if "$ref" in value:
        return _link(value["$ref"].rpartition("/")[2])
    if "discriminator" in value:
        return "an activity of any kind"
    if options := value.get("anyOf") or value.get("allOf"):
        return " or ".join(_type(each, models) for each in options if each.get("type") != "null")
    if value.get("type") == "array":
        return f"list of {_type(value['items'], models)}"
    names = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`", "number": "number"}
    return names[value["type"]] + _bounds(value)


def _bounds(value: dict[str, Any]) -> str:
    low = value.get("minimum", value.get("exclusiveMinimum"))
    high = value.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    return f", {value['maxLength']} characters at most" if "maxLength" in value else ""


if __name__ == "__main__":
    sys.stdout.write(reference())
