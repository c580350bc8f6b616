"""The xAPI activities of a site: the course, each module, and each thing in it that reports something.

Source: xAPI 1.0.3, part two (Data), 2.4.4.1. Made with tincan, whose objects know the specification's names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pydantic_core
import tincan

from scormkit.activities.contract import Component, Tracking
from scormkit.render.site import Site, Trackable, Unit

COURSE = "http://adlnet.gov/expapi/activities/course"
MODULE = "http://adlnet.gov/expapi/activities/module"

_COMPONENTS = {
    "choice": ("choices",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "matching": ("source", "target"),
    "performance": ("steps",),
}
"""The lists of components that an interaction type takes (xAPI 1.0.3, Data 2.4.4.1)."""


def course_activities(site: Site) -> Iterator[tincan.Activity]:
    """The course, its modules and their trackables, in order, under the course's `base_iri`, each as it is asked for.

    Raises ValueError where the course has no `base_iri`: xAPI ids are absolute IRIs.
    """
    yield tincan.Activity(id=site.iri(), definition=course_definition(site))
    for unit in site.units:
        yield tincan.Activity(id=site.iri(unit.id), definition=unit_definition(unit, site.language))
        for trackable in unit.trackables:
            definition = trackable_definition(trackable, site.language)
            yield tincan.Activity(id=site.iri(unit.id, trackable.id), definition=definition)


def course_definition(site: Site) -> tincan.ActivityDefinition:
    """What the whole course is, in its language."""
    return _definition(COURSE, site.title, site.description, site.language)


def unit_definition(unit: Unit, language: str) -> tincan.ActivityDefinition:
    """What a module is, in this language."""
    return _definition(MODULE, unit.title, unit.description, language)


def trackable_definition(trackable: Trackable, language: str) -> tincan.ActivityDefinition:
    """What a trackable is, in this language: an interaction with what can be answered and what is right, or less."""
    tracking = trackable.tracking
    interaction = _interaction(tracking, language) if tracking.interaction else {}
    return _definition(tracking.activity_type, tracking.title, trackable.question, language, **interaction)


def as_json(thing: tincan.Activity | tincan.ActivityDefinition) -> dict[str, Any]:
    """A thing of tincan as the JSON value that stands for it."""
    value: dict[str, Any] = thing.as_version("1.0.3")
    return value


def activities_in(sites: Sequence[Site]) -> Iterator[dict[str, Any]]:
    """The activities of a course, as JSON, in all its languages: `sites` are one and the same course, its own first.

    Raises ValueError where the course has no `base_iri`.
    """
    for each in zip(*map(course_activities, sites), strict=True):
        first, *others = map(as_json, each)
        definition = merged([first["definition"], *(other["definition"] for other in others)])
        yield {**first, "definition": definition}


def merged(definitions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One definition out of those that an activity has in several languages.

    Language maps hold all languages. An answer that is right in one of them is right: patterns are alternatives.
    """
    first, *others = definitions
    whole = dict(first)
    for other in others:
        for name, value in other.items():
            whole[name] = _merged(whole[name], value) if name in whole else value
    return whole


def _merged(one: Any, other: Any) -> Any:
    if isinstance(one, dict):
        return {**other, **one}
    if not isinstance(one, list):
        return one
    if all(isinstance(each, dict) for each in one):
        described = {each["id"]: each["description"] for each in other}
        return [{**each, "description": _merged(each["description"], described.get(each["id"], {}))} for each in one]
    return [*one, *(each for each in other if each not in one)]


def to_json(activities: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The activities, at least one, as a JSON list with sorted keys, piece by piece.

    The same activities give the same text. Whoever has thousands of them need not have them all at once.
    """
    for number, each in enumerate(activities):
        text = pydantic_core.to_json(in_order(each), indent=2).decode()
        yield (",\n  " if number else "[\n  ") + text.replace("\n", "\n  ")
    yield "\n]\n"


def in_order(value: Any) -> Any:
    """A JSON value with the keys of all objects in order: tincan has them as its attributes were set."""
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    return [in_order(each) for each in value] if isinstance(value, list) else value


def _interaction(tracking: Tracking, language: str) -> dict[str, Any]:
    parts: dict[str, Any] = {"interaction_type": tracking.interaction}
    for name, components in zip(_COMPONENTS.get(tracking.interaction or "", ()), _lists(tracking), strict=False):
        parts[name] = [_component(component, language) for component in components]
    # No pattern means that any answer will do; an empty one would make every answer wrong.
    if tracking.correct is not None:
        parts["correct_responses_pattern"] = [_pattern(tracking)]
    return parts


def _lists(tracking: Tracking) -> tuple[tuple[Component, ...], ...]:
    return tracking.components, tracking.targets


def _pattern(tracking: Tracking) -> str:
    """The right answer as xAPI writes it (xAPI 1.0.3, Data 2.4.4.1, response patterns)."""
    correct = tracking.correct or ()
    if tracking.interaction == "numeric":
        return "[:]".join(correct)
    if tracking.interaction == "true-false":
        return correct[0]
    if tracking.interaction == "matching":
        correct = tuple(pair.replace(".", "[.]") for pair in correct)
    return "[,]".join(correct)


def _component(component: Component, language: str) -> tincan.InteractionComponent:
    description = tincan.LanguageMap({language: component.description})
    return tincan.InteractionComponent(id=component.id, description=description)


def _definition(
    activity_type: str, name: str, description: str | None, language: str, **interaction: Any
) -> tincan.ActivityDefinition:
    definition = tincan.ActivityDefinition(type=activity_type, name=tincan.LanguageMap({language: name}), **interaction)
    if description:
        definition.description = tincan.LanguageMap({language: description})
    return definition
