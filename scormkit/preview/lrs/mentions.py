"""Whom and what a statement speaks of, as the filters of the statement resource ask for it (Comm 2.1.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from scormkit.preview.lrs.messages import dump
from scormkit.xapi.comparing import as_list


@dataclass(frozen=True, slots=True)
class Mention:
    """An agent or activity by its key; `broad` where only `related_agents` or `related_activities` finds it."""

    kind: Literal["agent", "activity"]
    key: str
    broad: bool


def agent_key(agent: dict[str, Any]) -> str | None:
    """One text for the identifier of an agent or group; None for an anonymous group."""
    for name in ("mbox", "mbox_sha1sum", "openid"):
        if name in agent:
            return f"{name} {agent[name]}"
    account = agent.get("account")
    return f"account {dump([account['homePage'], account['name']])}" if account else None


def mentions(statement: dict[str, Any]) -> frozenset[Mention]:
    """All that a stored statement mentions."""
    found = {*_of_statement(statement, broad=False)}
    if "authority" in statement:
        found |= {*_agents(statement["authority"], broad=True)}
    return frozenset(found)


def _of_statement(statement: dict[str, Any], *, broad: bool) -> Iterator[Mention]:
    yield from _agents(statement["actor"], broad=broad)
    about = statement["object"]
    kind = about.get("objectType", "Activity")
    if kind == "Activity":
        yield Mention("activity", about["id"], broad)
    elif kind in ("Agent", "Group"):
        yield from _agents(about, broad=broad)
    elif kind == "SubStatement":
        yield from _of_statement(about, broad=True)
    context = statement.get("context", {})
    for name in ("instructor", "team"):
        if name in context:
            yield from _agents(context[name], broad=True)
    for each in (*context.get("contextAgents", ()), *context.get("contextGroups", ())):
        yield from _agents(each.get("agent") or each["group"], broad=True)
    for given in context.get("contextActivities", {}).values():
        for activity in as_list(given):
            yield Mention("activity", activity["id"], broad=True)


def _agents(agent: dict[str, Any], *, broad: bool) -> Iterator[Mention]:
    for each in (agent, *agent.get("member", ())):
        key = agent_key(each)
        if key is not None:
            yield Mention("agent", key, broad)


def activities(statement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All activities of a statement and its sub-statement, with the definitions that they came with."""
    about = statement["object"]
    kind = about.get("objectType", "Activity")
    if kind == "Activity":
        yield about
    elif kind == "SubStatement":
        yield from activities(about)
    for given in statement.get("context", {}).get("contextActivities", {}).values():
        yield from as_list(given)
