"""The files of a course's statement templates: for each its place, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from scormkit.render.site import Site
from scormkit.xapi.activities import merged
from scormkit.xapi.profile.document import what
from scormkit.xapi.profile.events import Event, events
from scormkit.xapi.profile.names import profile_iri
from scormkit.xapi.profile.templates import template
from scormkit.xapi.profile.version import profile_version
from scormkit.xapi.templates.filling import fill
from scormkit.xapi.templates.placeholders import placeholders
from scormkit.xapi.templates.statement import statement
from scormkit.xapi.texts import Texts, titles


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template to send statements by. `path` is relative, with `/`; `value` is what stands in the file, as JSON."""

    path: str
    value: dict[str, Any]

    @property
    def content(self) -> bytes:
        """The file."""
        return to_json(self.value, indent=2) + b"\n"


def template_paths(site: Site) -> Iterator[str]:
    """The paths of all template files. Raises ValueError where the course has no `base_iri`."""
    return map(_path, events(site))


def template_files(sites: Sequence[Site]) -> Iterator[TemplateFile]:
    """A file for each template of the course's profile, one by one.

    `sites` are the course in all languages that it is built in, its own first; the texts are in all of these, and in
    English. The same sites give the same bytes. Raises ValueError where the course has no `base_iri`.
    """
    texts = Texts.of(sites)
    site = sites[0]
    version = profile_version(site)
    for several in zip(*map(events, sites), strict=True):
        yield TemplateFile(_path(several[0]), _value(site, several, texts, version, sites))


def _value(site: Site, several: Sequence[Event], texts: Texts, version: str, sites: Sequence[Site]) -> dict[str, Any]:
    event = several[0]
    subject = event.subject
    profile = profile_iri(site)
    title = titles(sites, [each.subject for each in several])
    made = template(event, profile)
    places = placeholders(made, site.iri(*subject.ids[:1]))
    definition = merged([each.subject.definition for each in several])
    value = {
        "template": made.id,
        "profile": version,
        "title": texts.say(event.verb, title),
        "definition": texts.say(f"{what(subject)}_{event.verb}", title),
        "statement": statement(made, places, definition, profile, version),
        "placeholders": [place.as_json(texts) for place in places],
    }
    return {**value, "example": fill(value, {place.name: place.example for place in places if place.required})}


def _path(event: Event) -> str:
    name = "-".join([*(event.subject.ids or ("course",))[1:], event.verb])
    return f"{event.subject.ids[0]}/{name}.json" if event.subject.ids else f"course-{event.verb}.json"
