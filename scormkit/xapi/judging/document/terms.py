"""Keys of values in rules, which JSON-LD drops unless an additional `@context` has them (xAPI Profiles 1.0, 8.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.xapi.judging.document.faults import Fault

CONTEXT = "https://w3id.org/xapi/profiles/context"
"""The JSON-LD context of profiles (Prof 6.0)."""


def unknown_keys(rule: dict[str, Any], path: str, contexts: list[Any]) -> Iterator[Fault]:
    """Keys of objects in `any`, `all` and `none` that none of the contexts has, which are those around the rule."""
    for name in ("any", "all", "none"):
        for key in _unknown(rule.get(name), [*contexts, rule.get("@context")]):
            hint = f"add a @context that says which IRI {key} stands for, or write that IRI"
            yield Fault(f"{path}.{name}", f"no @context has the key {key}", "8.1", hint)


def _unknown(value: Any, contexts: list[Any]) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = [(value, contexts)]
    while waiting:
        each, around = waiting.pop()
        if isinstance(each, list):
            waiting += [(one, around) for one in each]
        elif isinstance(each, dict):
            around = [*around, each.get("@context")]
            terms = _terms(around)
            if terms is None:
                continue
            found |= {key: None for key in each if key not in terms and key[:1] != "@" and ":" not in key}
            waiting += [(one, around) for key, one in each.items() if key != "@context"]
    return found


def _terms(contexts: list[Any]) -> set[str] | None:
    """What the contexts that stand in the profile define; None where one from elsewhere, or @vocab, may define all."""
    terms: set[str] = set()
    for each in [one for given in contexts for one in (given if isinstance(given, list) else [given])]:
        if isinstance(each, dict) and not each.keys() & {"@vocab", "@import"}:
            terms |= each.keys()
        elif each is not None and each != CONTEXT:
            return None
    return terms
