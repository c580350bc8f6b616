"""The texts of a course that are others in another language, each under an id made from the ids of the source.

Which values are such texts is read from the annotations of the models (`TRANSLATABLE` of the activity contract), so
that a new kind of activity needs nothing to be translated.

An id is an NMTOKEN (XML 1.0, 2.3), as XLIFF 2.0 asks. What stands in an activity that has an id goes by the module and
that id, wherever the activity is moved: `m1:stop1:options.a.feedback`. Everything else goes by its path from the
module or from `course.yaml`: `m1:pages.deur.title`, `course.yaml:title`. An item of a list goes by its `id`; one
without an id by its kind and its number among its like (`story2`), or by its number alone. Such a number moves when
something is put before it; `memory.match` then finds the translation by the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from scormkit.activities.contract import TRANSLATABLE, Activity, Model
from scormkit.course.tree import Node

_OUTSIDE = re.compile(r"[^A-Za-z0-9_-]")

_Alternative: TypeAlias = tuple[Any, tuple[Any, ...]]
"""A type, and what is said of it in its annotation."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the course that texts stand in, with all that it includes.

    `id` is `course.yaml` or the id of a module; `original` is the path of `file` in the course folder.
    """

    id: str
    original: str
    file: Path
    model: type[Model]
    tree: Node


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the author wrote it: `name` is the whole path to it, `kind` the activity that it stands in.

    `source` is the text with `\\n` as line end and without blanks at its end; `longest` is in characters.
    """

    id: str
    part: str
    name: str
    source: str
    kind: str | None
    description: str
    markdown: bool
    longest: int | None


def texts(parts: Iterable[Part]) -> tuple[Text, ...]:
    """All texts of these parts, as the author ordered them."""
    found: list[Text] = []

    def keep(text: Text, node: Node) -> Node:
        found.append(text)
        return node

    for part in parts:
        change_texts(part, keep)
    return tuple(found)


def change_texts(part: Part, change: Callable[[Text, Node], Node]) -> Node:
    """The tree of a part in which every text is what `change` makes of it. The part's own tree stays as it is."""
    return _Walk(part.id, change).model(part.model, part.tree, _Place())


def plain(text: str) -> str:
    """A text as it is compared: line ends and blanks at the end say nothing."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: `path` counts from the activity `anchor`, or from the part; `name` always from the part."""

    anchor: str | None = None
    path: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    kind: str | None = None
    description: str = ""

    def step(self, key: str) -> _Place:
        step = _OUTSIDE.sub(_escaped, key)
        return replace(self, path=(*self.path, step), name=(*self.name, step))


@dataclass(slots=True)
class _Walk:
    part: str
    change: Callable[[Text, Node], Node]
    taken: set[str] = field(default_factory=set)

    def model(self, model: type[BaseModel], node: Node, place: _Place) -> Node:
        if not isinstance(node.value, dict):
            return node
        if issubclass(model, Activity):
            place = replace(place, kind=_text(node, "kind"))
            if name := _text(node, "id"):
                place = replace(place, anchor=_OUTSIDE.sub(_escaped, name), path=())
        made = dict(node.value)
        for key, child in node.value.items():
            if info := model.model_fields.get(key):
                inner = replace(place.step(key), description=info.description or place.description)
                made[key] = self.value(info.annotation, tuple(info.metadata), child, inner)
        return replace(node, value=made)

    def value(self, annotation: Any, metadata: tuple[Any, ...], node: Node, place: _Place) -> Node:
        alternatives = list(_alternatives(annotation, metadata))
        if isinstance(node.value, str):
            return self.text(alternatives, node, place)
        if isinstance(node.value, list):
            inner = next((get_args(bare) for bare, _ in alternatives if _origin(bare) in (tuple, list)), ())
            return self.items(inner[0], node, place) if inner else node
        if isinstance(node.value, dict):
            if model := _model(alternatives, node):
                return self.model(model, node, place)
            for bare, _ in alternatives:
                if _origin(bare) is dict:
                    kind = get_args(bare)[1]
                    made = {key: self.value(kind, (), each, place.step(key)) for key, each in node.value.items()}
                    return replace(node, value=made)
        return node

    def items(self, annotation: Any, node: Node, place: _Place) -> Node:
        counts: dict[str, int] = {}
        made = []
        for item in node.value if isinstance(node.value, list) else ():
            key = _text(item, "id")
            if key is None:
                like = _text(item, "kind") or ""
                counts[like] = counts.get(like, 0) + 1
                key = f"{like}{counts[like]}"
            made.append(self.value(annotation, (), item, place.step(key)))
        return replace(node, value=made)

    def text(self, alternatives: list[_Alternative], node: Node, place: _Place) -> Node:
        if any(_origin(bare) is Literal and node.value in get_args(bare) for bare, _ in alternatives):
            return node
        metadata = next((said for bare, said in alternatives if bare is str and TRANSLATABLE in said), None)
        source = plain(str(node.value))
        if metadata is None or not source.strip():
            return node
        longest = [length for each in metadata if (length := getattr(each, "max_length", None)) is not None]
        text = Text(
            id=self.free(":".join(filter(None, (self.part, place.anchor, ".".join(place.path))))),
            part=self.part,
            name="/".join(place.name),
            source=source,
            kind=place.kind,
            description=place.description,
            markdown=any(_is_markdown(each) for each in metadata),
            longest=min(longest, default=None),
        )
        return self.change(text, node)

    def free(self, wanted: str) -> str:
        """The id, or one like it where two things of a faulty course claim the same."""
        free, number = wanted, 2
        while free in self.taken:
            free, number = f"{wanted}-{number}", number + 1
        self.taken.add(free)
        return free


def _text(node: Node, key: str) -> str | None:
    child = node.value.get(key) if isinstance(node.value, dict) else None
    return child.value if child is not None and isinstance(child.value, str) and child.value else None


def _origin(annotation: Any) -> Any:
    return get_origin(annotation)


def _alternatives(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[_Alternative]:
    """Every type that an annotation lets a value have."""
    if _origin(annotation) is Annotated:
        bare, *said = get_args(annotation)
        inner = (part for each in said for part in (each.metadata if isinstance(each, FieldInfo) else [each]))
        yield from _alternatives(bare, (*metadata, *inner))
    elif _origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each, metadata)
    else:
        yield annotation, metadata


def _model(alternatives: list[_Alternative], node: Node) -> type[BaseModel] | None:
    """The model that a mapping is meant to be: the only one, else the one whose fixed words and keys fit."""
    models = [bare for bare, _ in alternatives if isinstance(bare, type) and issubclass(bare, BaseModel)]
    if len(models) == 1:
        return models[0]
    fitting = [model for model in models if _words_fit(model, node)]
    keys = set(node.value) if isinstance(node.value, dict) else set()
    return next((each for each in fitting if keys <= set(each.model_fields)), fitting[0] if fitting else None)


def _words_fit(model: type[BaseModel], node: Node) -> bool:
    for key, info in model.model_fields.items():
        if info.is_required() and _origin(info.annotation) is Literal:
            child = node.value.get(key) if isinstance(node.value, dict) else None
            if child is None or child.value not in get_args(info.annotation):
                return False
    return True


def _is_markdown(said: Any) -> bool:
    return isinstance(said, WithJsonSchema) and (said.json_schema or {}).get("contentMediaType") == "text/markdown"


def _escaped(found: re.Match[str]) -> str:
    return f"-{ord(found.group()):x}-"
