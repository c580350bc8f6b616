"""The IRIs of a course's profile and of all that is in it.

A hyphen keeps them apart from the ids of modules and activities, which have none. What has to get another id whenever
its structure changes (xAPI Profiles 1.0, 8.0 and 9.0) has a digest of that structure at its end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from scormkit.render.site import Site

WHOLE = "whole-course"
"""Stands for the course as a whole where a module would stand."""


def profile_iri(site: Site) -> str:
    """The id of the profile. Raises ValueError where the course has no `base_iri`."""
    return site.iri("xapi-profile")


def category_iri(profile: str, ids: Sequence[str]) -> str:
    """The category of all that is said of the course (no ids), a module (its id) or a trackable (both ids)."""
    return _named(profile, "categories", ids)


def type_iri(profile: str, ids: Sequence[str]) -> str:
    """The activity type of that category, which makes one template apply and no other."""
    return _named(profile, "types", ids)


def template_iri(profile: str, ids: Sequence[str], verb: str, structure: Any) -> str:
    """The id of the template of what is said with a verb; `structure` is all in it that is no text, as JSON."""
    name = verb if len(ids) < 2 else f"{ids[1]}-{verb}"
    return "/".join([profile, "templates", ids[0] if ids else WHOLE, f"{name}-{digest(structure, 8)}"])


def pattern_iri(profile: str, ids: Sequence[str], name: str, structure: Any) -> str:
    """The id of a pattern of this name for a module or the course; `structure` as for templates."""
    return "/".join([profile, "patterns", ids[0] if ids else WHOLE, f"{name}-{digest(structure, 8)}"])


def version_iri(profile: str, structures: Any) -> str:
    """The id of a version of the profile: what is said in it of everything but in texts."""
    return f"{profile}/v-{digest(structures, 12)}"


def digest(value: Any, digits: int) -> str:
    """So many hexadecimal digits that a JSON value is known by."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def _named(profile: str, what: str, ids: Sequence[str]) -> str:
    return "/".join([profile, what, *(ids or (WHOLE,))])
