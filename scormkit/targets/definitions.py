"""Pages that know what they say, in packages that report to a learning record store.

A page names the version of the course's profile (`data-sk-profile`) and holds the definition of each activity that
statements are about (`data-sk-definition`), with the verb that goes with it (`data-sk-verb`); `player/subject.js` reads
them. Packages for other standards have no use for any of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path

import tincan

from scormkit.render.site import Site, SiteFile, Trackable, Unit
from scormkit.xapi.activities import as_json, course_definition, trackable_definition, unit_definition

# Whatever an author wrote stands with its quotes escaped, so that none of it looks like an attribute.
_ACTIVITY = re.compile(rb' data-sk-activity="(\w+)"')
_BODY = b"<body "


def with_definitions(page: SiteFile, unit: Unit, language: str, version: str) -> SiteFile:
    """A document of a unit, with what it and the activities on it are; `version` is the profile's.

    Raises ValueError where it is none, or is the whole of the unit and lacks an activity of it.
    """
    attributes = {each.id.encode(): _attributes(each, language) for each in unit.trackables}
    content = _ACTIVITY.sub(lambda found: found[0] + attributes.pop(found[1], b""), _content(page))
    if page.path not in unit.documents:
        raise ValueError(f"{page.path} is no document of {unit.id}")
    if attributes and page.path == unit.whole:
        raise ValueError(f"{page.path} has no activity {min(attributes).decode()}")
    return _described(page, content, unit_definition(unit, language), version)


def with_course_definition(index: SiteFile, site: Site, version: str) -> SiteFile:
    """The page that leads to all modules, with what the course is. Raises ValueError where it is no page."""
    return _described(index, _content(index), course_definition(site), version)


def _content(page: SiteFile) -> bytes:
    return b"" if isinstance(page.content, Path) else bytes(page.content)


def _described(page: SiteFile, content: bytes, definition: tincan.ActivityDefinition, version: str) -> SiteFile:
    if _BODY not in content:
        raise ValueError(f"{page.path} is no page of a course")
    own = _BODY + _joined([("data-sk-profile", escape(version)), _definition(definition)]) + b" "
    return replace(page, content=content.replace(_BODY, own, 1))


def _attributes(trackable: Trackable, language: str) -> bytes:
    definition = trackable_definition(trackable, language)
    return b" " + _joined([("data-sk-verb", trackable.tracking.verb), _definition(definition)])


def _definition(definition: tincan.ActivityDefinition) -> tuple[str, str]:
    text = json.dumps(as_json(definition), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "data-sk-definition", escape(text)


def _joined(attributes: Iterable[tuple[str, str]]) -> bytes:
    return " ".join(f'{name}="{value}"' for name, value in attributes).encode()
