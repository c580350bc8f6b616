"""The files of a course's statement templates: for each its place, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from scormkit.render.site import Site
from scormkit.xapi.profile.document import what
from scormkit.xapi.profile.events import Event, events
from scormkit.xapi.profile.names import profile_iri
from scormkit.xapi.profile.version import Outline, profile_outline
from scormkit.xapi.templates.placeholders import placeholders
from scormkit.xapi.templates.statement import example, statement
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


def template_files(sites: Sequence[Site], outline: Outline | None = None) -> Iterator[TemplateFile]:
    """A file for each template of the course's profile, one by one.

    `sites` are the course in all languages that it is built in, its own first; the texts are in all of these, and in
    English. `outline` is that of the profile, where it is known. The same sites give the same bytes. Raises ValueError
    where the course has no `base_iri`.
    """
    site, texts = sites[0], Texts.of(sites)
    known = outline or profile_outline(sites)
    for step, *several in zip(known.steps, *map(events, sites), strict=True):
        event = several[0]
        title = titles(sites, [each.subject for each in several])
        places = placeholders(step.template, event, site.iri(*step.ids[:1]))
        made = statement(event, places, known.definition(event.subject.iri), profile_iri(site), known.version)
        value = {
            "template": step.template,
            "profile": known.version,
            "title": texts.say(step.verb, title),
            "definition": texts.say(f"{what(event.subject)}_{step.verb}", title),
            "statement": made,
            "placeholders": [place.as_json(texts) for place in places],
            "example": example(made, places),
        }
        yield TemplateFile(_path(event), value)


def _path(event: Event) -> str:
    name = "-".join([*(event.subject.ids or ("course",))[1:], event.verb])
    return f"{event.subject.ids[0]}/{name}.json" if event.subject.ids else f"course-{event.verb}.json"
