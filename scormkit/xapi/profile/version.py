"""The version of a course's profile: another structure is another version, another wording is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scormkit.render.site import Site
from scormkit.xapi.profile.names import digest, profile_iri, version_iri
from scormkit.xapi.profile.patterns import patterns
from scormkit.xapi.profile.templates import Step, templates

_WORDED = ("fill-in", "long-fill-in", "other")
"""The interaction types whose right answers are words, and so others in another language."""
_WHOLE = 64
"""Hexadecimal digits of a whole digest."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is asked of a profile again and again: its version, and all its templates, each in little room."""

    version: str
    steps: tuple[Step, ...]


def profile_version(site: Site) -> str:
    """The IRI of this version of the profile: the same for all translations of a course, and for a mended typo.

    It goes through all that the course can say, so whoever needs it often keeps it. Raises ValueError where the course
    has no `base_iri`.
    """
    return profile_outline(site).version


def profile_outline(site: Site) -> Outline:
    """The version with the templates of a profile. What holds of `profile_version` holds here."""
    profile = profile_iri(site)
    steps: list[Step] = []
    # Digests of which a digest is made, so that the structures need not be there all at once.
    digests: list[str] = []
    for template in templates(site):
        subject = template.event.subject
        digests.append(digest([subject.iri, without_texts(subject.definition), template.structure], _WHOLE))
        steps.append(template.step)
    digests += (digest([pattern.id, pattern.structure], _WHOLE) for pattern in patterns(steps, profile))
    return Outline(version_iri(profile, digests), tuple(steps))


def without_texts(definition: Mapping[str, Any]) -> dict[str, Any]:
    """An activity's definition without its name, description and whatever else is another in another language."""
    worded = definition.get("interactionType") in _WORDED
    left_out = ("name", "description", *(("correctResponsesPattern",) if worded else ()))
    return {name: _without_texts(value) for name, value in definition.items() if name not in left_out}


def _without_texts(value: Any) -> Any:
    if isinstance(value, list):
        return [{"id": each["id"]} if isinstance(each, dict) else each for each in value]
    return value
