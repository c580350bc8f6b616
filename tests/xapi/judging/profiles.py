"""A small profile about throwing balls, and statements that follow it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases"
PROFILES = CASES / "profiles"

PROFILE: dict[str, Any] = json.loads((PROFILES / "balls.jsonld").read_text("utf-8"))
TEMPLATE, CAUGHT, DROPPED = PROFILE["templates"]
P = PROFILE["id"]
V2, V1 = (each["id"] for each in PROFILE["versions"])
REGISTRATION = "6f6ae9a6-3a3f-4b55-8f4d-0123456789ab"
HEIGHT = f"{P}/extensions/height"
GONE = object()


def changed(value: Any, *changes: tuple[str, Any]) -> Any:
    """A copy with members changed, added or (GONE) taken away, each told by a way such as `templates.0.verb`.

    A backslash before a dot keeps it in the key.
    """
    found = copy.deepcopy(value)
    for way, new in changes:
        *steps, last = [step.replace("\0", ".") for step in way.replace("\\.", "\0").split(".")]
        at = found
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
        key = int(last) if isinstance(at, list) else last
        if new is GONE:
            del at[key]
        elif isinstance(at, list) and key == len(at):
            at.append(new)
        else:
            at[key] = new
    return found


def said(verb: str, number: int, *changes: tuple[str, Any]) -> dict[str, Any]:
    """A statement that claims the profile: threw, caught or dropped, in the second `number`."""
    statement = {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "actor": {"mbox": "mailto:a@example.org"},
        "verb": {"id": f"{P}/verbs/{verb}"},
        "object": {"id": f"{P}/activities/red", "definition": {"type": f"{P}/types/ball"}},
        "context": {"registration": REGISTRATION, "contextActivities": {"category": [{"id": V2}]}},
        "timestamp": f"2026-03-01T00:{number // 60:02d}:{number % 60:02d}.000Z",
    }
    if verb == "threw":
        statement["result"] = {"success": True, "extensions": {HEIGHT: 3}}
    return changed(statement, *changes)
