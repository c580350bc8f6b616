"""The version of a course's profile: another structure is another version, another wording is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import ref

from pydantic_core import from_json, to_json

from scormkit.render.site import Site
from scormkit.xapi.activities import activities_in
from scormkit.xapi.profile.names import digest, profile_iri, version_iri
from scormkit.xapi.profile.patterns import patterns
from scormkit.xapi.profile.templates import Step, templates

_WORDED = ("fill-in", "long-fill-in", "other")
"""The interaction types whose right answers are words, and so others in another language."""
_WHOLE = 64
"""Hexadecimal digits of a whole digest."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is asked of a profile again and again, each in little room.

    `version` is its IRI, `steps` are all templates, `packed` all activities of the course by their ids, in all its
    languages, as JSON.
    """

    version: str
    steps: tuple[Step, ...]
    packed: Mapping[str, bytes]

    def activities(self) -> Iterator[dict[str, Any]]:
        """The activities in their order."""
        return map(from_json, self.packed.values())

    def definition(self, activity: str) -> dict[str, Any]:
        """The definition of the activity of this id."""
        value: dict[str, Any] = from_json(self.packed[activity])["definition"]
        return value


def profile_version(site: Site) -> str:
    """The IRI of this version of the profile: the same for all translations of a course, and for a mended typo.

    Raises ValueError where the course has no `base_iri`.
    """
    return profile_outline([site]).version


def profile_outline(sites: Sequence[Site]) -> Outline:
    """The outline of the profile of a course, given in one or several languages; raises as `profile_version` does.

    It goes through all that the course can say, so the last one is remembered.
    """
    found = _LAST.of(sites)
    if found is None:
        found = _outline(sites)
        _LAST.remember(sites, found)
    return found


class _Last:
    """The outline that was made last: a build asks for it with each target, and for the files beside the packages."""

    def __init__(self) -> None:
        self._known: tuple[tuple[ref[Site], ...], Outline] | None = None

    def of(self, sites: Sequence[Site]) -> Outline | None:
        # Sites are compared by who they are: what they hold may be much.
        known = self._known
        if known is None or len(known[0]) != len(sites):
            return None
        return known[1] if all(one() is other for one, other in zip(known[0], sites, strict=True)) else None

    def remember(self, sites: Sequence[Site], outline: Outline) -> None:
        self._known = tuple(map(ref, sites)), outline


_LAST = _Last()


def _outline(sites: Sequence[Site]) -> Outline:
    profile = profile_iri(sites[0])
    known = Outline("", (), {each["id"]: to_json(each) for each in activities_in(sites)})
    steps: list[Step] = []
    # Digests of which a digest is made, so that the structures need not be there all at once.
    digests: list[str] = []
    for template in templates(sites[0]):
        iri = template.event.subject.iri
        digests.append(digest([iri, without_texts(known.definition(iri)), template.structure], _WHOLE))
        steps.append(template.step)
    digests += (digest([pattern.id, pattern.structure], _WHOLE) for pattern in patterns(steps, profile))
    return Outline(version_iri(profile, digests), tuple(steps), known.packed)


def without_texts(definition: Mapping[str, Any]) -> dict[str, Any]:
    """An activity's definition without its name, description and whatever else is another in another language."""
    worded = definition.get("interactionType") in _WORDED
    left_out = ("name", "description", *(("correctResponsesPattern",) if worded else ()))
    return {name: _without_texts(value) for name, value in definition.items() if name not in left_out}


def _without_texts(value: Any) -> Any:
    if isinstance(value, list):
        return [{"id": each["id"]} if isinstance(each, dict) else each for each in value]
    return value
