"""The profile of a course as a document: JSON-LD that says in words and in rules what its packages tell an LRS.

Source: xAPI Profiles 1.0, part two (Structure), 6.0 to 10.0. What others have defined, such as the verbs of ADL, is
named by its IRI and not defined anew (7.0).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic_core import to_json

from scormkit.render.site import Site
from scormkit.xapi.activities import in_order
from scormkit.xapi.profile.events import Event, Subject, events
from scormkit.xapi.profile.names import profile_iri, type_iri
from scormkit.xapi.profile.patterns import Pattern, patterns
from scormkit.xapi.profile.rules import Rule
from scormkit.xapi.profile.templates import template
from scormkit.xapi.profile.version import Outline, profile_outline
from scormkit.xapi.texts import Texts, note_key, titles

_CONTEXT = "https://w3id.org/xapi/profiles/context"
_ACTIVITY_CONTEXT = "https://w3id.org/xapi/profiles/activity-context"
_CONFORMS_TO = "https://w3id.org/xapi/profiles#1.0"

UNDATED = "1980-01-01"
"""Stands where a course does not say when it was released, as in the packages: there is no clock in what is built."""

Item = dict[str, Any]


def course_profile(sites: Sequence[Site]) -> Item:
    """The profile of a course as a JSON value. For `sites` and errors see `profile_text`."""
    value: Item = json.loads("".join(profile_text(sites)))
    return value


def profile_text(sites: Sequence[Site], outline: Outline | None = None) -> Iterator[str]:
    """The profile of a course as JSON, piece by piece, so that one of thousands of activities takes little room.

    `sites` are the course in all languages that it is built in, its own first. The texts are in all of these, and what
    scormkit words is in English too. `outline` is that of the profile, where it is known. The same sites give the same
    text. Raises ValueError where the course has no `base_iri`.
    """
    writer = _Writer(sites, outline or profile_outline(sites))
    yield to_json(writer.head(), indent=2).decode().removesuffix("\n}")
    for name, items in (
        ("concepts", writer.concepts),
        ("templates", writer.templates),
        ("patterns", writer.patterns),
    ):
        yield f',\n  "{name}": ['
        yield from _listed(items)
        yield "\n  ]"
    yield "\n}\n"


def _listed(items: Callable[[], Iterator[Item]]) -> Iterator[str]:
    for number, item in enumerate(items()):
        text = to_json(item, indent=2).decode()
        yield (",\n    " if number else "\n    ") + text.replace("\n", "\n    ")


class _Writer:
    """Makes the parts of a profile, one by one."""

    def __init__(self, sites: Sequence[Site], outline: Outline) -> None:
        self.sites = sites
        self.site = sites[0]
        self.texts = Texts.of(sites)
        self.profile = profile_iri(self.site)
        self.outline = outline
        self.version = outline.version
        self.names = {site.language: site.title for site in sites}

    def head(self) -> Item:
        """All that stands before the lists (6.0 to 6.2)."""
        site = self.site
        url = {"seeAlso": site.contact.url} if site.contact and site.contact.url else {}
        return {
            "@context": _CONTEXT,
            "id": self.profile,
            "type": "Profile",
            "conformsTo": _CONFORMS_TO,
            "prefLabel": self.texts.say("profile", self.names),
            "definition": self.texts.say("profile_definition", self.names),
            **url,
            "versions": [{"id": self.version, "generatedAtTime": f"{site.released or UNDATED}T00:00:00Z"}],
            "author": _author(site),
        }

    def concepts(self) -> Iterator[Item]:
        """The types that tell subjects apart (7.1), and the activities as statements have them (7.4).

        A type of ours marks statements and is no kind of module or question, so that it has no broader match at ADL.
        """
        last: tuple[str, ...] | None = None
        for first, *others in zip(*map(events, self.sites), strict=True):
            subject = first.subject
            if subject.ids != last:
                last = subject.ids
                yield self._type(subject, titles(self.sites, [subject, *(other.subject for other in others)]))
        for activity in self.outline.activities():
            definition = {"@context": _ACTIVITY_CONTEXT, **in_order(activity["definition"])}
            yield {
                "id": activity["id"],
                "type": "Activity",
                "inScheme": self.version,
                "activityDefinition": definition,
            }

    def templates(self) -> Iterator[Item]:
        """A template for each kind of statement (8.0)."""
        for first, *others in zip(*map(events, self.sites), strict=True):
            title = titles(self.sites, [first.subject, *(other.subject for other in others)])
            made = template(first, self.profile)
            yield {
                "id": made.id,
                "type": "StatementTemplate",
                "inScheme": self.version,
                "prefLabel": self.texts.say(first.verb, title),
                "definition": self.texts.say(f"{what(first.subject)}_{first.verb}", title),
                **made.determining,
                "rules": [self._rule(rule, first) for rule in made.rules],
            }

    def patterns(self) -> Iterator[Item]:
        """The order of statements (9.0)."""
        modules: dict[tuple[str, ...], dict[str, str]] = {
            (first.id,): {site.language: unit.title for site, unit in zip(self.sites, units, strict=True)}
            for units in zip(*(site.units for site in self.sites), strict=True)
            for first in units[:1]
        }
        for pattern in patterns(self.outline.steps, self.profile):
            texts = self._texts_of(pattern, modules.get(pattern.ids, self.names))
            primary = {"primary": True} if pattern.primary else {}
            yield {
                "id": pattern.id,
                "type": "Pattern",
                **primary,
                "inScheme": self.version,
                **texts,
                **pattern.structure,
            }

    def _type(self, subject: Subject, title: dict[str, str]) -> Item:
        key = f"type_{what(subject)}"
        return {
            "id": type_iri(self.profile, subject.ids),
            "type": "ActivityType",
            "inScheme": self.version,
            "prefLabel": self.texts.say(key, title),
            "definition": self.texts.say(f"{key}_definition", title),
        }

    def _rule(self, rule: Rule, event: Event) -> Item:
        note = {"scopeNote": self.texts.say(note_key(rule.note, event))} if rule.note else {}
        return {**rule.as_json(), **note}

    def _texts_of(self, pattern: Pattern, title: dict[str, str]) -> Item:
        """The texts of what stands for itself; what is part of it needs none (9.0)."""
        if not pattern.primary and pattern.name != "session":
            return {}
        key = f"pattern_{pattern.name}" if pattern.ids or pattern.primary else "pattern_course_session"
        return {"prefLabel": self.texts.say(key, title), "definition": self.texts.say(f"{key}_definition", title)}


def what(subject: Subject) -> str:
    """What a subject is, in the keys of texts."""
    return ("course", "module", "activity")[len(subject.ids)]


def _author(site: Site) -> Item:
    """Who answers for the profile (6.2): whom one can turn to, else who publishes the course or made it."""
    contact = site.contact
    publishers = [each.name for each in site.contributors if each.role == "publisher"]
    houses = [each.organization for each in site.contributors if each.organization]
    names = [*([contact.name] if contact and contact.name else []), *publishers, *houses]
    people = [each.name for each in site.contributors]
    kind = "Person" if people and not names else "Organization"
    url = {"url": contact.url} if contact and contact.url else {}
    return {"type": kind, "name": [*names, *people, site.title][0], **url}
