"""From a tree to the model: the model's errors become diagnostics that name the value's own place and a cure."""

from __future__ import annotations

import os.path
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from scormkit.activities.contract import MediaType, Model, Remark, inside, mistake
from scormkit.activities.registry import kinds
from scormkit.course import problems
from scormkit.course.captions import read_captions
from scormkit.course.markdown import judge
from scormkit.course.pictures import judge_picture
from scormkit.course.source import Mark, read_source
from scormkit.course.tree import Node, Step
from scormkit.diagnostics import Definition, Diagnostic, Severity
from scormkit.hints import did_you_mean, nearest

M = TypeVar("M", bound=Model)

_SUFFIXES: dict[MediaType, tuple[str, str]] = {
    "picture": ("a picture that browsers show", "svg png jpg jpeg gif webp avif"),
    "video": ("a film that browsers play", "mp4 webm"),
    "audio": ("a recording that browsers play", "mp3 m4a ogg opus wav"),
    "captions": ("a file with captions", "vtt"),
    "font": ("a font that browsers load", "woff2"),
    "file": (
        "a file that learners can open",
        "pdf docx odt rtf xlsx ods pptx odp txt csv ics epub svg png jpg jpeg gif webp mp3 m4a mp4 webm",
    ),
}
_TYPES: dict[str, tuple[str, str | None]] = {
    "string": ("text", "put it between quotes"),
    "bool": ("true or false", "write true or false, without quotes"),
    "int": ("a whole number", "write digits only, without quotes"),
    "float": ("a number", "write a number, without quotes"),
    "tuple": ("a list", "begin each item on a line of its own with a dash"),
    "model": ("a mapping of keys and values", "write its keys on lines of their own, indented by two blanks"),
}
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
    r"/$": "a web address that begins with http:// or https:// and ends in a slash",
    r"^[0-9]{1,2}:[0-5][0-9](?:\.[0-9]{1,3})?$": "minutes and seconds, such as 1:05 or 0:12.5, between quotes",
}
"""What the patterns of the model's texts mean."""
_EMPTY = {"modules": "course has no modules", "pages": "module has no pages", "content": "page has no content"}


@dataclass(frozen=True, slots=True)
class Context:
    """What models ask about the file that they are read from: `SourceContext` of the activity contract.

    `references` and `terms` are what texts may cite and explain.
    """

    folder: Path
    course_folder: Path
    references: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    def media(self, name: str, what: MediaType) -> Path:
        """The file called `name`, seen from the folder of the file that names it; it has to be in the course folder."""
        path = Path(os.path.normpath(getattr(name, "folder", self.folder) / name))
        if "\\" in name or Path(name).is_absolute() or not path.resolve().is_relative_to(self.course_folder.resolve()):
            raise PydanticCustomError("media_outside", "`{name}` leaves the course folder", {"name": name})
        # A disk that is blind to capitals finds the file under any spelling; the servers of most LMSs do not.
        if not path.is_file() or path.name not in _names(path.parent):
            found = self._elsewhere(path)
            hint = f"did you mean `{found}`?" if found else None
            raise PydanticCustomError("media_missing", "there is no file `{name}`", {"name": name, "hint": hint})
        meaning, suffixes = _SUFFIXES[what]
        if path.suffix.lower()[1:] not in suffixes.split():
            hint = f"use {' or '.join(', '.join(suffixes.split()).rsplit(', ', 1))}"
            raise PydanticCustomError(
                "media_type", "`{name}` is not {meaning}", {"name": name, "meaning": meaning, "hint": hint}
            )
        if what == "picture" and (problem := judge_picture(path)):
            raise mistake(problem.definition, problem.message, problem.hint)
        if what == "captions":
            _judge_captions(path, name)
        return path

    def _elsewhere(self, path: Path) -> str | None:
        """The file that may have been meant: one of nearly that name beside it, or of that very name in the course."""
        guess = nearest(path.name, _names(path.parent))
        if guess:
            return Path(os.path.relpath(path.with_name(guess), self.folder)).as_posix()
        same = (each for each in sorted(self.course_folder.rglob("*")) if each.name == path.name and each.is_file())
        return next((Path(os.path.relpath(each, self.folder)).as_posix() for each in same), None)

    def markdown(self, text: str) -> None:
        """Judge a Markdown text."""
        if problem := judge(text, self.references, self.terms):
            raise PydanticCustomError("markdown", "{message}", asdict(problem) | {"definition": problem.definition})


def _judge_captions(path: Path, name: str) -> None:
    source = read_source(path, name)
    if isinstance(source, Diagnostic):
        raise mistake(problems.CAPTIONS, f"`{name}`: {source.message}", source.hint or "save it as UTF-8 text")
    wrong = read_captions(source.text).problems
    if wrong:
        more = f", and {len(wrong) - 1} more like it" if len(wrong) > 1 else ""
        raise mistake(problems.CAPTIONS, f"`{name}`, line {wrong[0].line}: {wrong[0].message}{more}", wrong[0].hint)


def validate(model: type[M], tree: Node, context: Context) -> tuple[M | None, list[Diagnostic]]:
    """The tree as a `model`, or None and all that is wrong with it; what a sound model remarks on comes along."""
    try:
        found = model.model_validate(tree.data(), context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [_diagnostic(model, tree, each) for each in errors if not _is_echo(tree, each, errors)]
    parts: Iterable[tuple[tuple[Step, ...], Model]] = [((), found), *inside(found)]
    remarks = [_remark(tree.find((*steps, *each.at)), each) for steps, part in parts for each in part.remarks()]
    return (None if any(each.severity >= Severity.ERROR for each in remarks) else found), remarks


def _remark(node: Node, remark: Remark) -> Diagnostic:
    return node.problem(remark.definition, remark.message, remark.hint)


def _is_echo(tree: Node, error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Whether what is wrong is said elsewhere.

    A list is called too short where items of it are wrong, which is said at the items; an included file that could not
    be read is no value of its own; a key that is only misspelt is not missing as well.
    """
    node = tree.find(error["loc"])
    if node.missing:
        return True
    if error["type"] == "missing":
        *owner, key = error["loc"]
        unknown = [
            str(each["loc"][-1])
            for each in errors
            if each["type"] == "extra_forbidden" and list(each["loc"][:-1]) == owner
        ]
        return nearest(str(key), unknown) is not None
    return (
        error["type"] == "too_short"
        and isinstance(node.value, list)
        and len(node.value) > error["ctx"]["actual_length"]
    )


def _diagnostic(model: type[Model], tree: Node, error: ErrorDetails) -> Diagnostic:
    definition, message, hint = _explain(model, error)
    node, mark = _place(tree, error)
    return node.source.problem(definition, mark, message, hint)


def _place(tree: Node, error: ErrorDetails) -> tuple[Node, Mark]:
    steps: tuple[Step, ...] = error["loc"]
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        owner = tree.find(steps[:-1])
        return owner, owner.keys[str(steps[-1])]
    if kind == "union_tag_invalid":
        steps = (*steps, "kind")
    node = tree.find((*steps, *context.get("at", ())))
    if kind == "markdown":
        line = node.mark.line if node.first is None else node.first + context["line"]
        place = node.source.find(line, context["fragment"])
        # Text in quotes or over several lines is not always found as it was read.
        if node.first is not None or (context["fragment"] and place.column > node.mark.column):
            return node, place
    return node, node.mark


def _explain(model: type[Model], error: ErrorDetails) -> tuple[Definition, str, str | None]:
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
        return _explain_kind(kind, str(context.get("tag", "")))
    if kind == "literal_error":
        choices = context["expected"].replace("'", "`")
        return problems.NOT_ONE_OF, f"`{name}` is {_show(value)}, but has to be {choices}", None
    if kind == "too_short" and not value and name in _EMPTY:
        return problems.EMPTY, f"the {_EMPTY[name]}", f"add at least one item under `{name}:`"
    if kind == "string_pattern_mismatch":
        return problems.BAD_FORMAT, f"`{name}` cannot be {_show(value)}", _form(context["pattern"])
    if kind in ("markdown", "mistake"):
        return context["definition"], context["message"], context["hint"]
    if kind in _MEDIA_CURES:
        definition, cure = _MEDIA_CURES[kind]
        return definition, error["msg"], context.get("hint") or cure
    if kind.endswith("_type"):
        return _explain_type(kind, name, value)
    if kind in _BOUNDS:
        return problems.OUT_OF_RANGE, f"`{name}` {_bound(kind, value, context)}", None
    return problems.INVALID, f"`{name}`: {error['msg']}", None


def _explain_type(kind: str, name: str, value: Any) -> tuple[Definition, str, str | None]:
    wanted, cure = next(
        (found for prefix, found in _TYPES.items() if kind.startswith(prefix)), ("another type of value", None)
    )
    if kind.startswith("string") and not isinstance(value, bool | int | float):
        cure = None
    return problems.WRONG_TYPE, f"`{name}` is {_show(value)}, but has to be {wanted}", cure


def _bound(kind: str, value: Any, context: dict[str, Any]) -> str:
    """What is out of bounds, as in: has 1 item, but needs at least 2."""
    words, key = _BOUNDS[kind]
    if isinstance(value, str):
        return f"has {len(value)} characters, but {words.format('has to have')} {context[key]}"
    if isinstance(value, list):
        return f"has {_count(len(value))}, but {words.format('has to have')} {context[key]}"
    return f"is {value}, but {words.format('has to be')} {context[key]}"


def _count(items: int) -> str:
    return "1 item" if items == 1 else f"{items} items"


def _explain_kind(kind: str, tag: str) -> tuple[Definition, str, str | None]:
    known = ", ".join(kinds())
    if kind == "union_tag_not_found":
        return problems.MISSING_KEY, "the key `kind` is missing", f"add `kind:` with one of: {known}"
    return problems.UNKNOWN_KIND, f"there is no kind of activity `{tag}`", _known(tag, list(kinds()))


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


def _names(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir()) if folder.is_dir() else []
