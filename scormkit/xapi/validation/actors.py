"""Agents and groups (xAPI 1.0.3, Data 2.4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scormkit.xapi.formats import is_mailbox, is_sha1
from scormkit.xapi.validation.shapes import Check, Problem, array, iri, one_of, record, text

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
"""The inverse functional identifiers (Data 2.4.2.3): an agent has exactly one."""

_IDENTIFIERS = "Data 2.4.2.3"

_SHARED: dict[str, Check] = {
    "name": text(),
    "mbox": text(is_mailbox, "a mailto IRI with an address", _IDENTIFIERS),
    "mbox_sha1sum": text(is_sha1, "a SHA-1 sum", _IDENTIFIERS),
    "openid": iri(_IDENTIFIERS),
    "account": record(
        "an account", "Data 2.4.2.4", {"homePage": iri("Data 2.4.2.4"), "name": text()}, ("homePage", "name")
    ),
}


def _given(value: dict[str, Any]) -> list[str]:
    return [name for name in IDENTIFIERS if name in value]


def _one_identifier(value: dict[str, Any], path: str) -> Iterator[Problem]:
    given = _given(value)
    if not given:
        yield Problem(path, f"an agent has exactly one of {', '.join(IDENTIFIERS)}; this has none", _IDENTIFIERS)
    elif len(given) > 1:
        yield Problem(path, f"an agent has exactly one identifier; this has {' and '.join(given)}", _IDENTIFIERS)


def _identified_or_with_members(value: dict[str, Any], path: str) -> Iterator[Problem]:
    given = _given(value)
    if len(given) > 1:
        yield Problem(path, f"a group has at most one identifier; this has {' and '.join(given)}", _IDENTIFIERS)
    elif not given and not value.get("member"):
        yield Problem(path, "a group without an identifier has members; this has none", "Data 2.4.2.2")


agent: Check = record(
    "an agent", "Data 2.4.2.1", {"objectType": one_of(("Agent",), "Data 2.4.2.1"), **_SHARED}, (), _one_identifier
)
"""An agent; groups are refused."""

group: Check = record(
    "a group",
    "Data 2.4.2.2",
    {"objectType": one_of(("Group",), "Data 2.4.2.2"), "member": array(agent, "Data 2.4.2.2"), **_SHARED},
    ("objectType",),
    _identified_or_with_members,
)
"""A group, identified or anonymous; its members are agents."""


def actor(value: Any, path: str) -> Iterator[Problem]:
    """An agent or a group."""
    kind = value.get("objectType", "Agent") if isinstance(value, dict) else "Agent"
    if kind not in ("Agent", "Group"):
        yield Problem(f"{path}.objectType", f"an actor is an Agent or a Group, not {kind!r}", "Data 2.4.2")
    else:
        yield from (group if kind == "Group" else agent)(value, path)


def identified(value: Any, path: str) -> Iterator[Problem]:
    """An agent or a group that can be looked for: it has an identifier (Comm 2.1.3)."""
    found = list(actor(value, path))
    yield from found
    if not found and not _given(value):
        yield Problem(path, "a group without an identifier cannot be looked for", "Comm 2.1.3")


def authority(value: Any, path: str) -> Iterator[Problem]:
    """Who vouches for a statement: an agent, or an application with its user (Data 2.4.9)."""
    found = list(actor(value, path))
    yield from found
    if not found and value.get("objectType") == "Group" and (_given(value) or len(value["member"]) != 2):
        yield Problem(path, "an authority that is a group is anonymous and has two members", "Data 2.4.9")
