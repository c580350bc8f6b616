"""The places of a statement that are filled in: what belongs there, and where it stands."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from scormkit.xapi.profile.events import MEMBERS, Event
from scormkit.xapi.templates import answers
from scormkit.xapi.texts import Texts, note_key

Type = Literal["uuid", "agent", "iri", "text", "truth", "number", "duration", "timestamp"]

TYPES: dict[str, Type] = {
    "response": "text",
    "success": "truth",
    "score": "number",
    "completion": "truth",
    "duration": "duration",
}
"""Of the members of a result."""

_LEARNER = {"objectType": "Agent", "account": {"homePage": "https://lms.example.org/", "name": "learner-1"}}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place to be filled in.

    `at` is where it stands, as JSONPath without wildcards. `meaning` is the key of the text that explains it. `default`
    is what stands there if nothing is given; where there is none and it is not `required`, nothing does. `allowed` are
    all values that it can have, `parts` all that a text can be joined of with `[,]`; both are empty where it is free.
    """

    name: str
    at: str
    type: Type
    required: bool
    meaning: str
    example: Any
    default: str | None = None
    allowed: tuple[Any, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What stands in its place."""
        return f"{{{{{self.name}}}}}"

    def as_json(self, texts: Texts) -> dict[str, Any]:
        """The row of the table."""
        row: dict[str, Any] = {"name": self.name, "at": self.at, "type": self.type, "required": self.required}
        row["meaning"] = texts.say(self.meaning)
        if self.default is not None:
            row["default"] = self.default
        row |= {name: list(values) for name, values in (("allowed", self.allowed), ("parts", self.parts)) if values}
        return {**row, "example": self.example}


def placeholders(template: str, event: Event, launched: str) -> tuple[Placeholder, ...]:
    """The places of a statement of this kind, in the order of a statement.

    `template` is the id of its template, `launched` the course's own id for what is launched: the whole course or a
    module.
    """
    at = "$.object.id" if event.subject.tracking is None else "$.context.contextActivities.parent[0].id"
    return (
        # Each example has an id of its own, always the same.
        Placeholder("id", "$.id", "uuid", True, "placeholder_id", str(uuid.uuid5(uuid.NAMESPACE_URL, template))),
        Placeholder("actor", "$.actor", "agent", True, "placeholder_actor", _LEARNER),
        Placeholder("activity", at, "iri", False, "placeholder_activity", launched, default=launched),
        *_result(event),
        Placeholder(
            "registration",
            "$.context.registration",
            "uuid",
            True,
            "registration",
            str(uuid.uuid5(uuid.NAMESPACE_URL, launched)),
        ),
        Placeholder("timestamp", "$.timestamp", "timestamp", True, "timestamp", "2026-01-02T03:04:05.678Z"),
    )


def _result(event: Event) -> Iterator[Placeholder]:
    row = event.row
    for name in MEMBERS:
        if name in ("score", "success") and not event.subject.scored:
            continue
        said = name in row.said
        if said and row.said[name] is None:
            yield _member(event, name, note_key(name, event), required=True)
        elif name in row.apart:
            key = "placeholder_score_apart" if name == "score" else f"{name}_apart"
            fixed = row.apart[name]
            yield _member(event, name, key, required=False, allowed=() if fixed is None else (fixed,))


def _member(event: Event, name: str, meaning: str, *, required: bool, allowed: tuple[Any, ...] = ()) -> Placeholder:
    tracking = event.subject.tracking
    parts: tuple[str, ...] = ()
    if name == "response" and tracking is not None:
        parts = answers.parts(tracking)
        if tracking.interaction in ("true-false", "likert"):
            allowed, parts = parts, ()
    return Placeholder(
        name,
        f"$.result.{'score.scaled' if name == 'score' else name}",
        TYPES[name],
        required,
        meaning,
        _example(event, name),
        allowed=allowed,
        parts=parts,
    )


def _example(event: Event, name: str) -> Any:
    tracking = event.subject.tracking
    if name == "response" and tracking is not None:
        return answers.example(tracking)
    if name == "duration":
        return "PT12M30S" if tracking is None else "PT1M30S"
    # The example of an answer is a right one; who failed has nothing right.
    return (0 if event.verb == "failed" else 1) if name == "score" else True
