"""A profile as judging needs it: concepts, statement templates with their rules, patterns, versions.

Source: xAPI Profiles 1.0, part two (called Prof in messages); part three is called ProfC.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scormkit.xapi.judging.jsonpath import Path

Presence = Literal["included", "excluded", "recommended"]
Kind = Literal["sequence", "alternates", "optional", "oneOrMore", "zeroOrMore"]

KINDS: tuple[Kind, ...] = ("sequence", "alternates", "optional", "oneOrMore", "zeroOrMore")
"""What a pattern can be; it is exactly one of them (Prof 9.0)."""

CONTEXT_TYPES = {
    "contextGroupingActivityType": "grouping",
    "contextParentActivityType": "parent",
    "contextOtherActivityType": "other",
    "contextCategoryActivityType": "category",
}
"""The determining properties that name types of context activities, and where in a statement those stand (Prof 8.0)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The values of `any`, `all` or `none`: as they can be compared, and as a reader sees them."""

    values: frozenset[Hashable]
    shown: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a template (Prof 8.1). What is not given is None; `note` is the scope note by language."""

    location: Path
    selector: Path | None = None
    presence: Presence | None = None
    any: Choice | None = None
    all: Choice | None = None
    none: Choice | None = None
    note: Mapping[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """The place that the rule is about, as the profile writes it."""
        return self.location.text if self.selector is None else f"{self.location.text} → {self.selector.text}"


@dataclass(frozen=True, slots=True)
class Template:
    """One way that a statement may be made (Prof 8.0).

    `types` holds, by role (grouping, parent, other, category), the activity types that a statement must have there.
    `object_references` and `context_references` are None where the template asks for no StatementRef.
    """

    id: str
    name: Mapping[str, str]
    verb: str | None = None
    object_type: str | None = None
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    attachments: frozenset[str] = frozenset()
    object_references: frozenset[str] | None = None
    context_references: frozenset[str] | None = None
    rules: tuple[Rule, ...] = ()

    def __str__(self) -> str:
        """Its name for a reader, or the last part of its id where it has none."""
        return _called(self.name, self.id)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An order of statements (Prof 9.0): its one kind, and the ids of the templates and patterns that it is made of."""

    id: str
    kind: Kind
    members: tuple[str, ...]
    primary: bool = False
    name: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Its name for a reader, or the last part of its id where it has none."""
        return _called(self.name, self.id)


@dataclass(frozen=True, slots=True)
class Concept:
    """A verb, an activity type, an extension, a document or an activity that the profile describes (Prof 7.0)."""

    id: str
    type: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile, as far as it could be read.

    `versions` are the ids of all versions, `described` those that concepts, templates and patterns are in (`inScheme`);
    a document describes one of its versions (Prof 7.1, 8.0), in general the newest.
    """

    id: str
    name: Mapping[str, str]
    versions: tuple[str, ...]
    described: frozenset[str]
    concepts: tuple[Concept, ...] = ()
    templates: tuple[Template, ...] = ()
    patterns: tuple[Pattern, ...] = ()

    def __str__(self) -> str:
        """Its name for a reader, or its id where it has none."""
        return label(self.name) or self.id

    @property
    def primary(self) -> tuple[Pattern, ...]:
        """The patterns that statements are held against (Prof 9.0)."""
        return tuple(pattern for pattern in self.patterns if pattern.primary)


def label(words: Mapping[str, str]) -> str:
    """The English words of a language map, or the first that it has; an empty text where it has none."""
    return next((words[tag] for tag in ("en", "en-US", "en-GB") if tag in words), next(iter(words.values()), ""))


def _called(name: Mapping[str, str], iri: str) -> str:
    return label(name) or iri.rstrip("/").rsplit("/", 1)[-1]
