"""From a tree to the model: the model's errors become diagnostics that name the value's own place and a cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scormkit.activities.contract import Model, Remark, inside
from scormkit.course.context import Context
from scormkit.course.explaining import explain
from scormkit.course.markdown import TextProblem
from scormkit.course.source import Mark
from scormkit.course.tree import Node, Step
from scormkit.diagnostics import Diagnostic, Severity
from scormkit.hints import nearest

M = TypeVar("M", bound=Model)


def validate(model: type[M], tree: Node, context: Context) -> tuple[M | None, list[Diagnostic]]:
    """The tree as a `model`, or None and all that is wrong with it; what a sound model remarks on comes along."""
    try:
        found = model.model_validate(tree.data(), context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [
            found for each in errors if not _is_echo(tree, each, errors) for found in _diagnostics(model, tree, each)
        ]
    parts: Iterable[tuple[tuple[Step, ...], Model]] = [((), found), *inside(found)]
    remarks = [_remark(tree, (*steps, *each.at), each) for steps, part in parts for each in part.remarks()]
    return (None if any(each.severity >= Severity.ERROR for each in remarks) else found), remarks


def _remark(tree: Node, steps: tuple[Step, ...], remark: Remark) -> Diagnostic:
    node, mark = _spot(tree, steps)
    return node.source.problem(remark.definition, mark, remark.message, remark.hint)


def _spot(tree: Node, steps: tuple[Step, ...]) -> tuple[Node, Mark]:
    """Where the value at the end of `steps` is; or its key, where `[key]` is the last step."""
    if steps and steps[-1] == "[key]":
        owner = tree.find(steps[:-2])
        return owner, owner.keys.get(str(steps[-2]), owner.mark)
    node = tree.find(steps)
    return node, node.mark


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


def _diagnostics(model: type[Model], tree: Node, error: ErrorDetails) -> Iterator[Diagnostic]:
    node, mark = _place(tree, error)
    if error["type"] == "markdown":
        for problem in error["ctx"]["problems"]:
            yield node.source.problem(problem.definition, _place_in_text(node, problem), problem.message, problem.hint)
    else:
        definition, message, hint = explain(model, error)
        yield node.source.problem(definition, mark, message, hint)


def _place(tree: Node, error: ErrorDetails) -> tuple[Node, Mark]:
    steps: tuple[Step, ...] = error["loc"]
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        owner = tree.find(steps[:-1])
        return owner, owner.keys[str(steps[-1])]
    if kind == "union_tag_invalid":
        steps = (*steps, "kind")
    return _spot(tree, (*steps, *context.get("at", ())))


def _place_in_text(node: Node, problem: TextProblem) -> Mark:
    line = node.mark.line if node.first is None else node.first + problem.line
    place = node.source.find(line, problem.fragment)
    # Text in quotes or over several lines is not always found as it was read.
    found = node.first is not None or (problem.fragment and place.column > node.mark.column)
    return place if found else node.mark
