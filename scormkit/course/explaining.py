"""What a model's errors say to an author: which problem it is, what is wrong in plain words, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from scormkit.activities.contract import Model
from scormkit.activities.registry import kinds
from scormkit.course import problems
from scormkit.course.publishing import BASE_IRI, DATE
from scormkit.course.tree import Step
from scormkit.diagnostics import Definition
from scormkit.hints import did_you_mean

_TYPES: dict[str, tuple[str, str]] = {
    "string": ("text", "put it between quotes"),
    "bool": ("true or false", "write true or false, without quotes"),
    "int": ("a whole number", "write digits only, without quotes or a point"),
    "float": ("a number", "write a number, without quotes"),
    "tuple": ("a list", "begin each item on a line of its own with a dash"),
    "model": ("a mapping of keys and values", "write its keys on lines of their own, indented by two blanks"),
    "dict": ("a mapping of keys and values", "write its keys on lines of their own, indented by two blanks"),
}
_ONE_TEXT = "write one text, without dashes; put it between quotes where it holds brackets, braces or a colon"
_BOUNDS = {
    "greater_than_equal": ("{} at least", "ge"),
    "greater_than": ("{} more than", "gt"),
    "less_than_equal": ("{} at most", "le"),
    "less_than": ("{} less than", "lt"),
    "string_too_short": ("{} at least", "min_length"),
    "string_too_long": ("{} at most", "max_length"),
    "too_short": ("{} at least", "min_length"),
    "too_long": ("{} at most", "max_length"),
}
_MEDIA_CURES = {
    "media_missing": (problems.MEDIA_MISSING, "write the path as seen from this file's folder, with `/`"),
    "media_outside": (problems.MEDIA_OUTSIDE, "copy the file into the course folder and name it there"),
    "media_type": (problems.MEDIA_TYPE, None),
}
_FORMS = {
    r"^[a-z][a-z0-9_]{0,19}$": "a small letter first, then at most 19 small letters, digits or underscores",
    r"^[a-z0-9]$": "one small letter or digit",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "small letters and digits, joined by single hyphens",
    r"^[^@\s]+@[^@\s]+\.[^@\s.]+$": "a mail address, such as naam@voorbeeld.nl",
    r"^https?://[^\s]+$": "a web address that begins with http:// or https://",
    DATE: "a day that there is: year, month and day, such as 2026-08-31",
    BASE_IRI: (
        "an address with a host that ends in a slash, such as https://www.example.org/courses/, without blanks and "
        'without any of ? # " < > [ ] { } | \\ ^ `; a % begins two hexadecimal digits'
    ),
    r"^[0-9]{1,2}:[0-5][0-9](?:\.[0-9]{1,3})?$": "minutes and seconds, such as 1:05 or 0:12.5, between quotes",
}
"""What the patterns of the model's texts mean."""
_EMPTY = {"modules": "course has no modules", "pages": "module has no pages", "content": "page has no content"}


def explain(model: type[Model], error: ErrorDetails) -> tuple[Definition, str, str | None]:
    """Which problem a model's error is, what to say about it, and what to do."""
    kind, value, steps = error["type"], error["input"], error["loc"]
    context = error.get("ctx", {})
    # A step in brackets is an alternative of the model, and not a key.
    steps = tuple(step for step in steps if not str(step).startswith("("))
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    if kind == "missing":
        return problems.MISSING_KEY, f"the key `{name}` is missing", f"add `{name}:` here{_what(model, steps)}"
    if kind == "extra_forbidden":
        known = _keys(_model_at(model, steps[:-1]))
        return problems.UNKNOWN_KEY, f"the key `{name}` is not known here", _known(name, known)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _explain_kind(value)
    if steps and steps[-1] == "[key]":
        return problems.BAD_FORMAT, f"the key `{steps[-2]}` is no id", _form(str(context.get("pattern")))
    what = f"an item of `{name}`" if steps and isinstance(steps[-1], int) else f"`{name}`"
    if kind == "literal_error":
        choices = context["expected"].replace("'", "`")
        return problems.NOT_ONE_OF, f"{what} is {_show(value)}, but has to be {choices}", None
    if kind == "too_short" and not value and name in _EMPTY:
        empty = "part has no modules" if "parts" in steps else _EMPTY[name]
        return problems.EMPTY, f"the {empty}", f"add at least one item under `{name}:`"
    if kind == "string_too_short" and not value:
        return problems.OUT_OF_RANGE, f"{what} is empty", "write a text"
    if kind == "string_pattern_mismatch":
        return problems.BAD_FORMAT, f"{what} cannot be {_show(value)}", _form(context["pattern"])
    if kind == "mistake":
        return context["definition"], context["message"], context["hint"]
    if kind in _MEDIA_CURES:
        definition, cure = _MEDIA_CURES[kind]
        return definition, error["msg"], context.get("hint") or cure
    if any(kind.startswith(prefix) for prefix in _TYPES) and kind.endswith("_type"):
        return _explain_type(kind, what, value, _model_at(model, steps))
    if kind in _BOUNDS:
        return problems.OUT_OF_RANGE, f"{what} {_bound(kind, value, context)}", None
    return problems.INVALID, f"{what}: {error['msg']}", None


def _explain_type(kind: str, what: str, value: Any, wanted: type[BaseModel] | None) -> tuple[Definition, str, str]:
    """`what` is the value as it is called, `wanted` the model that has to stand there, if it is one."""
    name, cure = next(found for prefix, found in _TYPES.items() if kind.startswith(prefix))
    if name.startswith("a mapping") and isinstance(value, list):
        cure += ", without dashes"
    if value is None:
        cure = "write what belongs here, or remove it"
    elif name == "text" and isinstance(value, list | dict):
        cure = _ONE_TEXT
    elif wanted and (needed := [key for key, field in wanted.model_fields.items() if field.is_required()]):
        cure += f": {', '.join(needed)}"
    return problems.WRONG_TYPE, f"{what} is {_show(value)}, but has to be {name}", cure


def _bound(kind: str, value: Any, context: dict[str, Any]) -> str:
    """What is out of bounds, as in: has 1 item, but needs at least 2."""
    words, key = _BOUNDS[kind]
    bound = f"{context[key]:g}" if isinstance(context[key], float) else context[key]
    if isinstance(value, str):
        return f"has {len(value)} characters, but {words.format('has to have')} {bound}"
    if isinstance(value, list):
        return f"has {_count(len(value))}, but {words.format('has to have')} {bound}"
    return f"is {value}, but {words.format('has to be')} {bound}"


def _count(items: int) -> str:
    return "1 item" if items == 1 else f"{items} items"


def _explain_kind(value: Any) -> tuple[Definition, str, str]:
    known = list(kinds())
    if not isinstance(value, dict):
        hint = "write `kind: text` there, and what is to be read under `text:`"
        return problems.WRONG_TYPE, f"{_show(value)} is no activity", hint
    if "kind" not in value:
        # A kind that is written as a key, as in `- choice:`, says which one was meant.
        guess = next((key for key in value if key in known and key != "text"), None)
        if guess is None and "text" in value and not set(value) - {"text", "id"}:
            guess = "text"
        hint = f"add `kind: {guess}`" if guess else f"add `kind:` with one of: {', '.join(known)}"
        return problems.MISSING_KEY, "the key `kind` is missing", hint
    if not isinstance(value["kind"], str):
        return _explain_type("string_type", "`kind`", value["kind"], None)
    return problems.UNKNOWN_KIND, f"there is no kind of activity `{value['kind']}`", _known(value["kind"], known)


def _known(word: str, known: list[str]) -> str:
    return did_you_mean(word, known, f"what can stand here: {', '.join(known)}")


def _what(model: type[Model], steps: tuple[Step, ...]) -> str:
    owner = _model_at(model, steps[:-1])
    description = owner.model_fields[str(steps[-1])].description if owner else None
    return f": {description[0].lower()}{description[1:].rstrip('.')}" if description else ""


def _form(pattern: str) -> str:
    """What to write where a text does not have the form that is asked for."""
    return f"write {_FORMS.get(pattern, 'one line, without blanks before or after it')}"


def _model_at(model: type[BaseModel], steps: Iterable[Step]) -> type[BaseModel] | None:
    """The model of the mapping at the end of `steps`, which run as the model's errors have them."""
    current: Any = model
    for step in steps:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(step)
            current = field.annotation if field else None
        elif isinstance(step, str):
            current = kinds()[step].model if step in kinds() else None
        elif get_origin(current) is tuple:
            current = get_args(current)[0]
        current = _bare(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """`X` of an `X | None`; anything else as it is."""
    if get_origin(annotation) in (Union, UnionType):
        others = [each for each in get_args(annotation) if each is not type(None)]
        return others[0] if len(others) == 1 else annotation
    return annotation


def _keys(model: type[BaseModel] | None) -> list[str]:
    return list(model.model_fields) if model else []


def _show(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"
