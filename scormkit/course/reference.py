"""The reference page of the course definition, made from the model: `python -m scormkit.course.reference`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import PlainValidatorFunctionSchema

from scormkit.activities.contract import (
    AnyFile,
    AudioFile,
    CaptionsFile,
    FontFile,
    Id,
    OptionId,
    PictureFile,
    VideoFile,
)
from scormkit.activities.fields import Slug
from scormkit.activities.registry import kinds
from scormkit.course.colour import Colour
from scormkit.course.model import CourseFile, Module
from scormkit.course.publishing import BaseIri, Date, Email, Url
from scormkit.course.references import CiteKey

_HEAD = """# The course definition

*Made from the model by `make docs`; change the descriptions there.*

A course is a folder with `course.yaml`, and a folder with `module.yaml` for each module. Files are UTF-8 and plain
YAML 1.2: `true` and `false` are truth values, `yes`, `no` and dates are text. Unknown keys are errors. How to write
texts, and how the parts of a course come together, stands in [authoring.md](authoring.md).

| what a key takes | is |
|---|---|
| text | one line, shown as it is written |
| Markdown | text with emphasis, lists, links and more; `{include: texts/intro.md}` takes it from a file |
| id | a small letter, then at most 19 small letters, digits or underscores |
| character | one small letter or digit: an id inside a question |
| slug | small letters and digits, joined by single hyphens |
| path | a file of the course folder, as seen from the file that names it |
| list, mapping | several values; `{include: pages/first.yaml}` takes them from a file |

Learners' progress is kept under ids. So an id stays as it is when the text around it changes.
"""

_PATHS = (
    (PictureFile, "path of a picture"),
    (VideoFile, "path of a film"),
    (AudioFile, "path of a recording"),
    (CaptionsFile, "path of a caption file"),
    (FontFile, "path of a font"),
    (AnyFile, "path of a file"),
)
_TAKES = "takes"
"""Where a schema of ours keeps what a value is, where JSON Schema knows nothing but text."""
_FORMS: dict[str, str] = {
    next(part.pattern for part in get_args(alias)[1:] if getattr(part, "pattern", None)): name
    for alias, name in (
        (Id, "id"),
        (OptionId, "character"),
        (Slug, "slug"),
        (CiteKey, "id, 40 characters at most"),
        (Email, "mail address"),
        (Url, "web address"),
        (BaseIri, "web address"),
        (Date, "date"),
        (Colour, "colour"),
    )
}
_NAMES = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`", "number": "number"}


class _Schema(GenerateJsonSchema):
    """JSON Schema that tells what a path leads to."""

    def function_plain_schema(self, schema: PlainValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_plain_schema(schema)
        for alias, takes in _PATHS:
            if schema["function"]["function"] is get_args(alias)[1].func:
                made = {**made, _TAKES: takes}
        return made


def reference() -> str:
    """The page, in Markdown: for each file and each kind a table of keys, and below it tables of what is inside it."""
    parts = [_HEAD, "## `course.yaml`", *_described(CourseFile, "course.yaml"), "## `module.yaml`"]
    parts += [*_described(Module, "module.yaml"), _kinds()]
    for name, kind in kinds().items():
        parts += [f"## `kind: {name}`", *_described(kind.model, name)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _kinds() -> str:
    """All kinds at a glance."""
    lines = ["## All kinds of activity", "", "| kind | what it is |", "|---|---|"]
    for name, kind in kinds().items():
        meaning = (kind.model.__doc__ or "").strip().partition("\n\n")[0]
        lines.append(f"| [`{name}`](#{_anchor(f'kind: {name}')}) | {_cell(meaning)} |")
    return "\n".join(lines)


def _described(model: type[BaseModel], owner: str) -> Iterator[str]:
    """What a model is, its keys, and the models inside it, each once, in the order of the keys that lead to them."""
    schema = model.model_json_schema(schema_generator=_Schema)
    models = schema.get("$defs", {})
    # A model that can hold itself, through the activities in it, is told as one of its own parts.
    done = [_referred(schema)] if "$ref" in schema else []
    whole = models[done[0]] if done else schema
    yield whole.get("description", "")
    yield _table(whole, models, owner)
    todo = [*_inside(whole)]
    while todo:
        name = todo.pop(0)
        if name not in done:
            done.append(name)
            todo = [*_inside(models[name]), *todo]
            yield f"### {_heading(name, owner)}\n\n{models[name].get('description', '')}"
            yield _table(models[name], models, owner)


def _inside(value: Any) -> Iterator[str]:
    """The names of the models that a schema refers to; those of the kinds have sections of their own."""
    if isinstance(value, list):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict) and "discriminator" not in value:
        if "$ref" in value:
            yield _referred(value)
        for key, each in value.items():
            if key != "$defs":
                yield from _inside(each)


def _referred(value: Mapping[str, Any]) -> str:
    return str(value["$ref"]).rpartition("/")[2]


def _heading(name: str, owner: str) -> str:
    return f"{name} in {owner}"


def _anchor(heading: str) -> str:
    """The anchor of a heading, as GitHub and GitLab make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _table(model: Mapping[str, Any], models: Mapping[str, Any], owner: str) -> str:
    lines = ["| key | what it takes | | meaning |", "|---|---|---|---|"]
    required = model.get("required", [])
    # What holds other activities says first what it is itself.
    for key, value in sorted(model["properties"].items(), key=lambda item: item[0] == "content"):
        if key != "kind":
            need = "required" if key in required else _default(value.get("default"))
            # Pydantic leaves out a description that the model referred to has as well.
            meaning = value.get("description") or models[_referred(value)]["description"]
            lines.append(f"| `{key}` | {_type(value, owner)} | {need} | {_cell(meaning)} |")
    # A kind that has no keys but its name.
    return "\n".join(lines) if len(lines) > 2 else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _default(value: Any) -> str:
    if value is None or isinstance(value, dict) or value == []:
        return ""
    values = value if isinstance(value, list) else [value]
    return f"default {', '.join(f'`{_yaml(each)}`' for each in values)}"


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _type(value: Mapping[str, Any], owner: str) -> str:
    """What a value may be, in words."""
    if _TAKES in value:
        return str(value[_TAKES])
    if value.get("contentMediaType") == "text/markdown":
        return "Markdown"
    if "const" in value or "enum" in value:
        return ", ".join(f"`{_yaml(each)}`" for each in value.get("enum", [value.get("const")]))
    if "$ref" in value:
        heading = _heading(_referred(value), owner)
        return f"[{_referred(value)}](#{_anchor(heading)})"
    if "discriminator" in value:
        return "[activity of any kind](#all-kinds-of-activity)"
    if options := value.get("anyOf") or value.get("oneOf") or value.get("allOf"):
        return " or ".join(_type(each, owner) for each in options if each.get("type") != "null")
    if value.get("type") == "array":
        each = _type(value["items"], owner).replace("path of", "paths of")
        return f"list of {each}{_count(value.get('minItems', 0), value.get('maxItems'))}"
    if value.get("type") == "object":
        (inner,) = (
            value["patternProperties"].values() if "patternProperties" in value else [value["additionalProperties"]]
        )
        return f"mapping of ids to {_type(inner, owner)}"
    if value.get("pattern") in _FORMS:
        return _FORMS[value["pattern"]]
    return _NAMES[value["type"]] + _bounds(value)


def _count(least: int, most: int | None) -> str:
    """How many items a list has; that a list has one at least goes without saying."""
    if least > 1:
        return f", {least} to {most}" if most is not None else f", {least} at least"
    return f", {most} at most" if most is not None else ""


def _bounds(value: Mapping[str, Any]) -> str:
    """How long a text or how large a number may be."""
    low, above, high = (value.get(key) for key in ("minimum", "exclusiveMinimum", "maximum"))
    if "maxLength" in value:
        return f" ({value['maxLength']} characters at most)"
    if low is not None and high is not None:
        return f" ({_number(low)} to {_number(high)})"
    parts = [f"more than {_number(above)}"] if above is not None else []
    parts += [f"{_number(low)} at least"] if low is not None else []
    parts += [f"{_number(high)} at most"] if high is not None else []
    return f" ({', '.join(parts)})" if parts else ""


def _number(value: float) -> str:
    """A number as an author writes it, such as 100000."""
    return str(int(value) if value == int(value) else value)


if __name__ == "__main__":
    sys.stdout.write(reference())
