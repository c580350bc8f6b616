"""Patterns of a profile (xAPI Profiles 1.0, part two, 9.0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scormkit.xapi.judging.document.faults import (
    Fault,
    array,
    boolean,
    iri,
    language_map,
    one_of,
    record,
)
from scormkit.xapi.judging.model import KINDS
from scormkit.xapi.judging.patterns import MAX_DEPTH
from scormkit.xapi.judging.values import objects, text_at

_LISTS = ("sequence", "alternates")

_pattern = record(
    "a pattern",
    "9.0",
    {
        "id": iri("9.0"),
        "type": one_of("9.0", "Pattern"),
        "primary": boolean("9.0"),
        "inScheme": iri("9.0"),
        "prefLabel": language_map("9.0"),
        "definition": language_map("9.0"),
        "deprecated": boolean("9.0"),
        **dict.fromkeys(_LISTS, array("9.0", iri("9.0"))),
        **dict.fromkeys(("optional", "oneOrMore", "zeroOrMore"), iri("9.0")),
    },
    ("id", "type"),
)


def pattern_faults(values: list[Any], path: str, templates: set[str], profile: str) -> Iterator[Fault]:
    """What is wrong with the patterns of a profile; `templates` are the ids of its templates, `profile` is its own."""
    by_id = {found: each for each in objects(values) if (found := text_at(each, "id"))}
    used = Counter(name for each in by_id.values() for name, _ in _members(each))
    for index, value in enumerate(values):
        where = f"{path}[{index}]"
        yield from _pattern(value, where)
        if not isinstance(value, dict):
            continue
        given = [kind for kind in KINDS if kind in value]
        if len(given) != 1:
            has = " and ".join(given) or "none"
            hint = f"keep exactly one of {', '.join(KINDS)}"
            yield Fault(where, f"a pattern is exactly one of {', '.join(KINDS)}; this has {has}", "9.0", hint)
        for name in ("prefLabel", "definition") if value.get("primary") is True else ():
            if name not in value:
                yield Fault(where, f"a primary pattern has a {name}; this has none", "9.0", f"add {name}")
        yield from _too_few(value, where, by_id, used)
        yield from _wrong_members(value, where, by_id, templates, profile)
    yield from _circles(by_id, {id(each): f"{path}[{index}]" for index, each in enumerate(values)})


def _members(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The ids that a pattern names, each with its place in the pattern."""
    for kind in KINDS:
        given = value.get(kind)
        if isinstance(given, str):
            yield given, f".{kind}"
        elif kind in _LISTS and isinstance(given, list):
            for index, each in enumerate(given):
                if isinstance(each, str) and each:
                    yield each, f".{kind}[{index}]"


def _too_few(
    value: dict[str, Any], path: str, by_id: Mapping[str, dict[str, Any]], used: Counter[str]
) -> Iterator[Fault]:
    for kind in _LISTS:
        given = value.get(kind)
        if not isinstance(given, list) or len(given) != 1:
            continue
        # What is none of these patterns is a template, of this profile or of another (9.0).
        alone = value.get("primary") is True and isinstance(given[0], str) and given[0] not in by_id
        if kind == "sequence" and alone and not used[text_at(value, "id") or ""]:
            continue
        hint = (
            "name what it is made of where this pattern is named; only a primary sequence of one template may be alone"
        )
        yield Fault(f"{path}.{kind}", f"{kind} has at least two members; this has one", "9.0", hint)


def _wrong_members(
    value: dict[str, Any], path: str, by_id: Mapping[str, dict[str, Any]], templates: set[str], profile: str
) -> Iterator[Fault]:
    for name, place in _members(value):
        inner = by_id.get(name)
        if inner is None and name not in templates and profile and name.startswith(f"{profile.rstrip('/#')}/"):
            hint = "correct the id, or describe the template or pattern"
            yield Fault(f"{path}{place}", f"{name} is no template or pattern of this profile", "9.0", hint)
        if inner is not None and place.startswith(".alternates"):
            loose = next((kind for kind in ("optional", "zeroOrMore") if kind in inner), None)
            if loose:
                hint = "make the alternates optional as a whole, or use oneOrMore"
                yield Fault(f"{path}{place}", f"{name} is {loose}, which alternates must not hold", "9.0", hint)


def _circles(by_id: Mapping[str, dict[str, Any]], paths: Mapping[int, str]) -> Iterator[Fault]:
    """Patterns that hold themselves at any depth, each circle once; and those that nest too deep to be followed."""
    height: dict[str, int] = {}
    way: dict[str, None] = {}
    for start in by_id:
        waiting = [(start, False)]
        while waiting:
            name, left = waiting.pop()
            inner = [(other, place) for other, place in _members(by_id[name]) if other in by_id]
            where = paths[id(by_id[name])]
            if left:
                del way[name]
                height[name] = 1 + max((height.get(other, 0) for other, _ in inner), default=0)
                if height[name] == MAX_DEPTH + 1:
                    text = f"patterns nest more than {MAX_DEPTH} deep here; sessions cannot be held against them"
                    yield Fault(where, text, "9.0", "make patterns of fewer levels", advice=True)
            elif name not in height and name not in way:
                way[name] = None
                waiting.append((name, True))
                for other, place in inner:
                    if other in way:
                        text = f"the pattern {other} is within itself"
                        yield Fault(f"{where}{place}", text, "9.0", "take it out; use oneOrMore to repeat")
                    else:
                        waiting.append((other, False))
