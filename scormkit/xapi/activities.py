"""The xAPI activities of a site: one for each module and for each thing in it that can be answered.

Source: xAPI 1.0.3, part two (Data), 2.4.4.1. Made with tincan, whose objects know the specification's names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import tincan

from scormkit.activities.contract import Component, Tracking
from scormkit.render.site import Site, Trackable

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
    yield _activity(site.iri(), COURSE, site.title, site.description, site.language)
    for unit in site.units:
        module = site.iri(unit.id)
        yield _activity(module, MODULE, unit.title, unit.description, site.language)
        yield from (_trackable(module, site.language, trackable) for trackable in unit.trackables)


def to_json(activities: Iterable[tincan.Activity]) -> bytes:
    """The activities, at least one, as a JSON list with sorted keys: the same activities give the same bytes."""
    # One by one, since an activity as an object takes many times the room of its text.
    return "[\n  {}\n]\n".format(",\n  ".join(map(_json, activities))).encode()


def _json(activity: tincan.Activity) -> str:
    text = json.dumps(activity.as_version("1.0.3"), ensure_ascii=False, indent=2, sort_keys=True)
    return text.replace("\n", "\n  ")


def _trackable(module: str, language: str, trackable: Trackable) -> tincan.Activity:
    tracking = trackable.tracking
    interaction = _interaction(tracking, language) if tracking.interaction else {}
    return _activity(f"{module}/{trackable.id}", tracking.activity_type, tracking.title, None, language, **interaction)


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


def _activity(
    iri: str, activity_type: str, name: str, description: str | None, language: str, **interaction: Any
) -> tincan.Activity:
    definition = tincan.ActivityDefinition(type=activity_type, name=tincan.LanguageMap({language: name}), **interaction)
    if description:
        definition.description = tincan.LanguageMap({language: description})
    return tincan.Activity(id=iri, definition=definition)
