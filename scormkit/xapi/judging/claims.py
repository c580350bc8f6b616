"""What a statement says of profiles: which it claims to keep to, and in which registration (Prof 5.0, 9.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scormkit.xapi.formats import is_uuid
from scormkit.xapi.judging.model import Profile
from scormkit.xapi.judging.values import member, objects, text_at

SUBREGISTRATION = "https://w3id.org/xapi/profiles/extensions/subregistration"
"""The context extension that parts one registration into several runs of a pattern (Prof 9.0)."""

_VARIANT_2 = re.compile(r".{19}[89ABab]")
_LAST_PART = re.compile(r"[^/#]*$")


def categories(statement: Any) -> tuple[str, ...]:
    """The ids of the category activities of a statement, which has arrays there."""
    found = objects(member(statement, "context", "contextActivities", "category"))
    return tuple(dict.fromkeys(name for each in found if (name := text_at(each, "id"))))


class Claims:
    """What the ids among category activities mean for one profile."""

    def __init__(self, profile: Profile) -> None:
        """Learn the versions and names of the profile."""
        self._profile = profile
        self._known = {*profile.versions, *(concept.id for concept in profile.concepts)}
        self._beside = {_LAST_PART.sub("", version) for version in profile.versions}

    def version(self, names: tuple[str, ...]) -> str | None:
        """The version that is claimed; None where none is that the document describes."""
        return next((name for name in names if name in self._profile.described), None)

    def elsewhere(self, names: tuple[str, ...]) -> str | None:
        """A version that the profile lists and the document does not describe."""
        return next((name for name in names if name in self._profile.versions), None)

    def unknown(self, names: tuple[str, ...]) -> str | None:
        """The profile itself, or what lies beside its versions and is neither one of them nor a concept."""
        return next((name for name in names if name == self._profile.id or self._like_a_version(name)), None)

    def _like_a_version(self, name: str) -> bool:
        return name not in self._known and _LAST_PART.sub("", name) in self._beside


def registration(statement: Any) -> str | None:
    """The registration, in lower case: UUIDs are the same in either (RFC 4122, 3)."""
    found = text_at(statement, "context", "registration")
    return found.lower() if found else None


def subregistration(statement: Any, profile: Profile, version: str) -> str | None:
    """The subregistration for the version of the profile; None where there is none."""
    for each in objects(member(statement, "context", "extensions", SUBREGISTRATION)):
        found = text_at(each, "subregistration")
        if found and text_at(each, "profile") in (version, profile.id):
            return found.lower()
    return None


def subregistration_problems(statement: Any) -> Iterator[str]:
    """What is wrong with the subregistrations of a statement (Prof 9.0)."""
    extensions = member(statement, "context", "extensions")
    if not isinstance(extensions, dict) or SUBREGISTRATION not in extensions:
        return
    if registration(statement) is None:
        yield "there is a subregistration, but no registration"
    value = extensions[SUBREGISTRATION]
    if not isinstance(value, list) or not value:
        yield "subregistrations are an array with at least one member"
        return
    known = categories(statement)
    for each in value:
        if not isinstance(each, dict) or not each.keys() >= {"profile", "subregistration"}:
            yield "a subregistration is an object with `profile` and `subregistration`"
            continue
        name, found = each["profile"], each["subregistration"]
        if name not in known:
            yield f"the subregistration is for {name!r}, which is not among the category activities"
        if not isinstance(found, str) or not is_uuid(found) or not _VARIANT_2.match(found):
            yield f"{found!r} is not a UUID of RFC 4122 (variant 2)"
