"""The statement of a template, with marks where something is to be filled in. Made with tincan.

tincan takes no marks for ids, times and numbers. So it makes a mould, of values that it takes, for all statements that
have the same members; marks, and what is the course's own, then come to stand in its places.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import tincan

from scormkit.xapi.activities import in_order
from scormkit.xapi.profile.events import VERBS, Event
from scormkit.xapi.profile.names import category_iri, type_iri
from scormkit.xapi.templates.placeholders import Placeholder
from scormkit.xapi.templates.places import copied, drop, put

_UUID = uuid.UUID("00000000-0000-4000-8000-000000000000")
_IRI = "https://example.org/"
_STANDS_IN: Mapping[str, Any] = {
    "response": "-",
    "success": True,
    "score": tincan.Score(scaled=1),
    "completion": True,
    "duration": timedelta(seconds=1),
}
_ORDER = ("id", "actor", "verb", "object", "result", "context", "timestamp")


def statement(
    event: Event, places: Sequence[Placeholder], definition: Mapping[str, Any], profile: str, version: str
) -> dict[str, Any]:
    """The statement as a JSON value. `definition` is the activity's, in all languages.

    Within cmi5 its own categories stand before these (cmi5 9.6.2).
    """
    subject, fixed = event.subject, {name: value for name, value in event.row.said.items() if value is not None}
    members = tuple(name for name in _STANDS_IN if name in fixed or any(place.name == name for place in places))
    value: dict[str, Any] = copied(_mould(event.verb, members, subject.tracking is not None))
    for name, content in fixed.items():
        put(value, f"$.result.{name}", content)
    put(value, "$.object.id", subject.iri)
    put(value, "$.object.definition", in_order(definition))
    put(value, "$.context.contextActivities.category[0].id", version)
    put(value, "$.context.contextActivities.category[1].id", category_iri(profile, subject.ids))
    put(value, "$.context.contextActivities.category[1].definition.type", type_iri(profile, subject.ids))
    for place in places:
        put(value, place.at, place.mark)
    return value


def example(statement: Mapping[str, Any], places: Sequence[Placeholder]) -> dict[str, Any]:
    """The statement filled in with the examples of all that is required."""
    value: dict[str, Any] = copied(statement)
    for place in reversed(places):
        if place.required or place.default is not None:
            put(value, place.at, place.example)
        else:
            drop(value, place.at)
    return value


@cache
def _mould(verb: str, members: tuple[str, ...], has_parent: bool) -> dict[str, Any]:
    """A statement with this verb and these members of its result, in the order of xAPI's specification."""
    something = tincan.ActivityDefinition(type=_IRI)
    around = {"category": [tincan.Activity(id=_IRI), tincan.Activity(id=_IRI, definition=something)]}
    if has_parent:
        around["parent"] = [tincan.Activity(id=_IRI)]
    made = tincan.Statement(
        id=_UUID,
        actor=tincan.Agent(account=tincan.AgentAccount(home_page=_IRI, name="-")),
        verb=tincan.Verb(id=VERBS + verb, display=tincan.LanguageMap({"en": verb})),
        object=tincan.Activity(id=_IRI, definition=something),
        context=tincan.Context(registration=_UUID, context_activities=tincan.ContextActivities(**around)),
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
    )
    if members:
        made.result = tincan.Result(**{name: _STANDS_IN[name] for name in members})
    value: dict[str, Any] = made.as_version("1.0.3")
    # The version is left out: who sends a statement leaves it to the LRS (xAPI 1.0.3, Data 2.4.10).
    return {name: in_order(value[name]) for name in _ORDER if name in value}
