"""What holds of every statement of one kind: the determining properties and rules of its template.

Source: xAPI Profiles 1.0, part two, 8.0 and 8.1. All here is structure; the texts that go with it are told by `note`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from scormkit.xapi.profile.events import MEMBERS, VERBS, Event
from scormkit.xapi.profile.names import category_iri, type_iri

Presence = Literal["included", "excluded", "recommended"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a template (8.1). `note` names the text that goes with it; None where it needs none."""

    location: str
    presence: Presence | None = None
    any: tuple[Any, ...] = ()
    all: tuple[Any, ...] = ()
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The rule without its text, as it stands in a profile."""
        lists = {name: list(values) for name, values in (("any", self.any), ("all", self.all)) if values}
        return {"location": self.location, **({"presence": self.presence} if self.presence else {}), **lists}


def determining(event: Event, profile: str) -> dict[str, Any]:
    """The properties that make the template apply to just these statements, as they stand in a profile (8.0)."""
    return {
        "verb": f"{VERBS}{event.verb}",
        "objectActivityType": event.subject.type,
        "contextCategoryActivityType": [type_iri(profile, event.subject.ids)],
    }


def rules(event: Event, profile: str) -> tuple[Rule, ...]:
    """The rules, in the order of a statement."""
    return (*_envelope(), *_about(event), *_result(event), *_context(event, profile))


def _envelope() -> Iterator[Rule]:
    # In cmi5 both are a must (9.1, 9.7); everywhere they keep a repeat harmless and the order known.
    yield Rule("$.id", "included")
    yield Rule("$.timestamp", "included", note="timestamp")


def _about(event: Event) -> Iterator[Rule]:
    subject = event.subject
    if subject.tracking is None:
        yield Rule("$.object.id", "included", note="launched_id")
        return
    yield Rule("$.object.id", "included", all=(subject.iri,))
    if subject.tracking.interaction is not None:
        yield Rule("$.object.definition.interactionType", "included", all=(subject.tracking.interaction,))


def _result(event: Event) -> Iterator[Rule]:
    row, subject = event.row, event.subject
    if not row.said and not row.apart:
        yield Rule("$.result", "excluded")
        return
    for member in MEMBERS:
        location = f"$.result.{'score.scaled' if member == 'score' else member}"
        fixed = row.said.get(member, row.apart.get(member))
        # What nobody can score or judge has neither, whatever the verb.
        possible = subject.scored or member not in ("score", "success")
        if member in row.said and possible:
            yield Rule(location, "included", all=_values(event, member, fixed), note=member)
        elif member in row.apart and possible:
            if fixed is not None:
                yield Rule(location, all=(fixed,), note=f"{member}_apart")
        else:
            yield Rule(f"$.result.{member}", "excluded", note="kept_back" if _keeps_back(event, member) else None)


def _values(event: Event, member: str, fixed: bool | None) -> tuple[Any, ...]:
    """All values that a member of the result can have; none where they cannot be told."""
    if fixed is not None:
        return (fixed,)
    if member == "success":
        return (True, False)
    tracking = event.subject.tracking
    if member != "response" or tracking is None:
        return ()
    if tracking.interaction == "true-false":
        return ("true", "false")
    if tracking.interaction == "likert":
        return tuple(component.id for component in tracking.components)
    return ()


def _keeps_back(event: Event, member: str) -> bool:
    """Whether there would be a response, if what the learner wrote were anyone else's to read."""
    tracking = event.subject.tracking
    return member == "response" and tracking is not None and tracking.personal is not None


def _context(event: Event, profile: str) -> Iterator[Rule]:
    yield Rule("$.context.registration", "included", note="registration")
    if event.subject.tracking is not None:
        yield Rule("$.context.contextActivities.parent[*].id", "included", note="parent")
    category = category_iri(profile, event.subject.ids)
    yield Rule("$.context.contextActivities.category[*].id", "included", any=(category,), note="category")
