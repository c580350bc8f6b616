"""The statement templates of a course's profile, without their texts: one for each kind of statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from scormkit.render.site import Site
from scormkit.xapi.profile.events import Event, events
from scormkit.xapi.profile.names import profile_iri, template_iri
from scormkit.xapi.profile.rules import Rule, determining, rules


class Step(NamedTuple):
    """A template as far as the order of statements goes: its id, the ids of its subject, and its verb."""

    template: str
    ids: tuple[str, ...]
    verb: str


@dataclass(frozen=True, slots=True)
class Template:
    """A statement template (xAPI Profiles 1.0, part two, 8.0): its id, what it is of, and what makes it apply."""

    id: str
    event: Event
    determining: dict[str, Any]
    rules: tuple[Rule, ...]

    @property
    def structure(self) -> dict[str, Any]:
        """All in it that is no text, as it stands in a profile; another structure makes another id."""
        return {**self.determining, "rules": [rule.as_json() for rule in self.rules]}

    @property
    def step(self) -> Step:
        """The template in little room."""
        return Step(self.id, self.event.subject.ids, self.event.verb)


def templates(site: Site) -> Iterator[Template]:
    """The templates in the order of `events`. Raises ValueError where the course has no `base_iri`."""
    return (template(event, profile_iri(site)) for event in events(site))


def template(event: Event, profile: str) -> Template:
    """The template of this kind of statement, in the profile of this IRI."""
    found = Template("", event, determining(event, profile), rules(event, profile))
    iri = template_iri(profile, event.subject.ids, event.verb, found.structure)
    return Template(iri, event, found.determining, found.rules)
