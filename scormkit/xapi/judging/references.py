"""Templates that ask for a StatementRef to a statement of certain templates (Prof 8.0; ProfC 2.1).

Statements refer to statements that refer to others, in circles at worst. So nothing is called within itself: every
template is held for followed at first, and loses that as soon as all that its reference may stand for has lost it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scormkit.xapi.judging.model import Template
from scormkit.xapi.judging.templates import Breach, Fit
from scormkit.xapi.judging.values import member, text_at

_AT = {"object": ("object",), "context.statement": ("context", "statement")}


def with_references(statements: Sequence[Any], fits: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """The fits of all statements, with what their StatementRefs break.

    A statement that is not at hand is not held against anyone. "Matching" a template means, as in Prof 8.0, that it
    applies and that its rules are followed; the pseudocode of ProfC 2.1 would count a broken one as well.
    """
    asking = [(index, fit.template) for index, found in enumerate(fits) for fit in found if _asked(fit.template)]
    if not asking:
        return list(fits)
    by_id = {text.lower(): index for index, each in enumerate(statements) if (text := text_at(each, "id"))}
    followed = [{fit.template.id for fit in found if fit.followed} for found in fits]
    broken: defaultdict[tuple[int, str], list[Breach]] = defaultdict(list)
    referring: defaultdict[int, list[tuple[int, Template]]] = defaultdict(list)
    for index, template in asking:
        for name in _asked(template):
            target = by_id.get(_id(member(statements[index], *_AT[name])))
            if target is not None:
                referring[target].append((index, template))
    waiting = asking
    while waiting:
        index, template = waiting.pop()
        if (index, template.id) in broken:
            continue
        found = list(_breaches(statements[index], template, by_id, followed))
        if found:
            broken[index, template.id] = found
            if template.id in followed[index]:
                followed[index].discard(template.id)
                waiting.extend(referring[index])
    return [
        tuple(replace(fit, breaches=(*fit.breaches, *broken.get((index, fit.template.id), ()))) for fit in found)
        for index, found in enumerate(fits)
    ]


def _asked(template: Template) -> dict[str, frozenset[str]]:
    """The places at which the template asks for a StatementRef, and the templates that it may lead to."""
    asked = {"object": template.object_references, "context.statement": template.context_references}
    return {name: templates for name, templates in asked.items() if templates is not None}


def _id(reference: Any) -> str:
    """The id that a StatementRef names, in lower case: UUIDs are the same in either (RFC 4122, 3)."""
    return (text_at(reference, "id") or "").lower()


def _breaches(statement: Any, template: Template, by_id: dict[str, int], followed: list[set[str]]) -> list[Breach]:
    found = []
    for name, templates in _asked(template).items():
        reference = member(statement, *_AT[name])
        if text_at(reference, "objectType") != "StatementRef":
            found.append(Breach(template, None, name, "must be a StatementRef"))
            continue
        target = by_id.get(_id(reference))
        if target is not None and templates.isdisjoint(followed[target]):
            asked = " or ".join(sorted(templates))
            found.append(Breach(template, None, name, f"must lead to a statement that matches {asked}, but does not"))
    return found
