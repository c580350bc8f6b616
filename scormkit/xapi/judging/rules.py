"""The rules of statement templates, held against one statement (xAPI Profiles 1.0, part three, 2.1: `follows_rule`).

Part two, 8.1, holds `any`, `all` and `none` against what is recommended where a value is matchable, and never against
what is excluded. The pseudocode of part three refuses more: what is recommended and unmatchable, and what is excluded
and for that reason not among `any`. What part two allows is no fault of a statement, so that is followed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from scormkit.xapi.judging.model import Rule
from scormkit.xapi.judging.values import comparable
from scormkit.xapi.validation.shapes import shown


class _Unmatchable(Enum):
    """What a selector that leads nowhere gives for its location."""

    UNMATCHABLE = "unmatchable"


UNMATCHABLE: Final = _Unmatchable.UNMATCHABLE
"""Stands among the values of a rule for each location at which the selector finds nothing (Prof 8.1)."""

_MOST_SHOWN = 3


def values_of(rule: Rule, statement: Any) -> list[Any]:
    """The values that a rule is about, `UNMATCHABLE` among them; `statement` has arrays as context activities."""
    found = rule.location.find(statement)
    if rule.selector is None:
        return found
    return [each for value in found for each in rule.selector.find(value) or [UNMATCHABLE]]


def breaches(statement: Any, rule: Rule) -> Iterator[str]:
    """What the statement does that the rule forbids, or lacks that it asks for; nothing where it is followed.

    Each text says what was found and what is asked; it goes on after the location of the rule. `statement` has arrays
    as context activities (`with_arrays`).
    """
    values = values_of(rule, statement)
    matchable = [value for value in values if value is not UNMATCHABLE]
    lost = len(matchable) < len(values)
    if rule.presence == "included":
        if not values:
            yield "is missing"
        elif lost:
            yield "is missing in some of the places where it has to be"
    if rule.presence == "excluded":
        if matchable:
            yield f"must not be there, but is {_list(matchable)}"
        return
    if rule.presence == "recommended" and not matchable:
        return
    missing = rule.presence == "included" and not values
    keys = [comparable(value) for value in matchable]
    if rule.any is not None and not missing and rule.any.values.isdisjoint(keys):
        yield f"must hold {rule.any.shown}" + _found(matchable, one_of=len(rule.any.values) > 1)
    if rule.all is not None:
        others = [value for value, key in zip(matchable, keys, strict=True) if key not in rule.all.values]
        if others:
            asked = "only be one of" if len(rule.all.values) > 1 else "be"
            yield f"must {asked} {rule.all.shown}, but is {_list(others)}"
        elif lost and rule.presence != "included":
            yield "is missing in some of the places where only certain values may be"
    if rule.none is not None:
        refused = [value for value, key in zip(matchable, keys, strict=True) if key in rule.none.values]
        if refused:
            yield f"must not be {_list(refused)}"


def _found(values: list[Any], *, one_of: bool) -> str:
    prefix = ", at least one of these" if one_of else ""
    return f"{prefix}, but is {_list(values)}" if values else f"{prefix}, but is missing"


def _list(values: list[Any]) -> str:
    texts = [shown(value) for value in values[:_MOST_SHOWN]]
    more = len(values) - len(texts)
    return ", ".join(texts) + (f" and {more} more" if more else "")
