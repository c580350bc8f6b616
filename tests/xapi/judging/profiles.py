"""A small profile about throwing balls, and statements that follow it."""

from __future__ import annotations

import copy
from typing import Any

P = "https://example.org/profile"
V2 = f"{P}/v2"
V1 = f"{P}/v1"
REGISTRATION = "6f6ae9a6-3a3f-4b55-8f4d-0123456789ab"
HEIGHT = f"{P}/extensions/height"

TEMPLATE = {
    "id": f"{P}/templates/thrown",
    "type": "StatementTemplate",
    "inScheme": V2,
    "prefLabel": {"en": "Thrown", "nl": "Gegooid"},
    "definition": {"en": "A ball was thrown."},
    "verb": f"{P}/verbs/threw",
    "objectActivityType": f"{P}/types/ball",
    "rules": [
        {
            "location": f"$.result.extensions['{HEIGHT}']",
            "presence": "included",
            "scopeNote": {"en": "The height in metres."},
        },
        {"location": "result.success", "any": [True]},
    ],
}
CAUGHT = {
    "id": f"{P}/templates/caught",
    "type": "StatementTemplate",
    "inScheme": V2,
    "prefLabel": {"en": "Caught"},
    "definition": {"en": "The ball was caught."},
    "verb": f"{P}/verbs/caught",
}
DROPPED = {
    "id": f"{P}/templates/dropped",
    "type": "StatementTemplate",
    "inScheme": V2,
    "prefLabel": {"en": "Dropped"},
    "definition": {"en": "The ball was dropped."},
    "verb": f"{P}/verbs/dropped",
}
PROFILE: dict[str, Any] = {
    "@context": "https://w3id.org/xapi/profiles/context",
    "id": P,
    "type": "Profile",
    "conformsTo": "https://w3id.org/xapi/profiles#1.0",
    "prefLabel": {"en": "Balls"},
    "definition": {"en": "Throwing balls."},
    "seeAlso": "https://example.org/about",
    "versions": [
        {"id": V2, "generatedAtTime": "2026-02-01T00:00:00Z", "wasRevisionOf": [V1]},
        {"id": V1, "generatedAtTime": "2026-01-01T00:00:00Z"},
    ],
    "author": {"type": "Organization", "name": "Example", "url": "https://example.org/"},
    "concepts": [
        {
            "id": f"{P}/verbs/threw",
            "type": "Verb",
            "inScheme": V2,
            "prefLabel": {"en": "threw"},
            "definition": {"en": "Threw a ball."},
            "broadMatch": ["http://activitystrea.ms/schema/1.0/play"],
            "narrower": [f"{P}/verbs/caught"],
        },
        {
            "id": f"{P}/verbs/caught",
            "type": "Verb",
            "inScheme": V2,
            "prefLabel": {"en": "caught"},
            "definition": {"en": "Caught a ball."},
        },
        {
            "id": HEIGHT,
            "type": "ResultExtension",
            "inScheme": V2,
            "prefLabel": {"en": "height"},
            "definition": {"en": "How high, in metres."},
            "recommendedVerbs": [f"{P}/verbs/threw"],
            "inlineSchema": '{"type": "number"}',
        },
        {
            "id": f"{P}/states/bag",
            "type": "StateResource",
            "inScheme": V2,
            "prefLabel": {"en": "bag"},
            "definition": {"en": "The balls left."},
            "contentType": "application/json",
        },
        {
            "id": f"{P}/activities/red",
            "type": "Activity",
            "inScheme": V2,
            "activityDefinition": {
                "@context": "https://w3id.org/xapi/profiles/activity-context",
                "name": {"en": "The red ball"},
                "type": f"{P}/types/ball",
            },
        },
    ],
    "templates": [TEMPLATE, CAUGHT, DROPPED],
    "patterns": [
        {
            "id": f"{P}/patterns/game",
            "type": "Pattern",
            "primary": True,
            "inScheme": V2,
            "prefLabel": {"en": "A game"},
            "definition": {"en": "One throw and its end."},
            "sequence": [f"{P}/templates/thrown", f"{P}/patterns/end"],
        },
        {
            "id": f"{P}/patterns/end",
            "type": "Pattern",
            "alternates": [f"{P}/templates/caught", f"{P}/templates/dropped"],
        },
    ],
}
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
