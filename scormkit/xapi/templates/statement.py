"""The statement of a template, with marks where something is to be filled in. Made with tincan.

tincan takes no marks for ids, times and numbers. So it is given values that it takes, which marks then replace.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import tincan

from scormkit.xapi.profile.events import VERBS, Event
from scormkit.xapi.profile.names import category_iri, type_iri
from scormkit.xapi.profile.templates import Template
from scormkit.xapi.templates.placeholders import Placeholder
from scormkit.xapi.templates.places import put

_UUID = uuid.UUID("00000000-0000-4000-8000-000000000000")
_STANDS_IN: Mapping[str, Any] = {
    "response": "-",
    "success": True,
    "score": tincan.Score(scaled=1),
    "completion": True,
    "duration": timedelta(seconds=1),
}
_ORDER = ("id", "actor", "verb", "object", "result", "context", "timestamp")


def statement(
    template: Template, places: Sequence[Placeholder], definition: Mapping[str, Any], profile: str, version: str
) -> dict[str, Any]:
    """The statement as a JSON value. `definition` is the activity's, in all languages."""
    event = template.event
    subject = event.subject
    made = tincan.Statement(
        id=_UUID,
        actor=tincan.Agent(account=tincan.AgentAccount(home_page="https://example.org/", name="-")),
        verb=tincan.Verb(id=VERBS + event.verb, display=tincan.LanguageMap({"en": event.verb})),
        object=tincan.Activity(id=subject.iri),
        context=tincan.Context(
            registration=_UUID, context_activities=tincan.ContextActivities(**_around(event, profile, version))
        ),
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
    )
    said = {place.name: _STANDS_IN[place.name] for place in places if place.name in _STANDS_IN}
    said |= {name: fixed for name, fixed in event.row.said.items() if fixed is not None}
    if said:
        made.result = tincan.Result(**said)
    value: dict[str, Any] = made.as_version("1.0.3")
    # Who sends a statement leaves its version to the LRS (xAPI 1.0.3, Data 2.4.10).
    del value["version"]
    value["object"]["definition"] = dict(definition)
    for place in places:
        put(value, place.at, place.mark)
    return {name: _sorted(value[name]) for name in _ORDER if name in value}


def _around(event: Event, profile: str, version: str) -> dict[str, list[tincan.Activity]]:
    """The activities around the object. Within cmi5 its own categories stand before these (cmi5 9.6.2)."""
    ids = event.subject.ids
    kind = tincan.ActivityDefinition(type=type_iri(profile, ids))
    category = [tincan.Activity(id=version), tincan.Activity(id=category_iri(profile, ids), definition=kind)]
    parent = [] if event.subject.tracking is None else [tincan.Activity(id=event.subject.iri.rpartition("/")[0])]
    return {"category": category, **({"parent": parent} if parent else {})}


def _sorted(value: Any) -> Any:
    """The value with the keys of all objects in order: tincan has them as its attributes were set."""
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(each) for each in value] if isinstance(value, list) else value
