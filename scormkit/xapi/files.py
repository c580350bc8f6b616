"""What a build writes into the folder `xapi`: the course's activities, its profile, and its statement templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scormkit.render.site import Site
from scormkit.xapi.activities import to_json
from scormkit.xapi.profile.document import profile_text
from scormkit.xapi.profile.version import profile_outline
from scormkit.xapi.templates import template_files, template_paths

ACTIVITIES = "activities.json"
PROFILE = "profile.jsonld"


@dataclass(frozen=True, slots=True)
class XapiFile:
    """A file: its path, relative, with `/`, and what it holds; where that may be much, piece by piece, once."""

    path: str
    content: bytes | Iterator[bytes]


def xapi_paths(site: Site) -> Iterator[str]:
    """The paths of all files, in their order. Raises ValueError where the course has no `base_iri`."""
    yield from (ACTIVITIES, PROFILE)
    yield from template_paths(site)


def xapi_files(sites: Sequence[Site]) -> Iterator[XapiFile]:
    """All files of a course, made one by one.

    `sites` are the course in all languages that it is built in, its own first. The same sites give the same bytes.
    Raises ValueError where the course has no `base_iri`.
    """
    outline = profile_outline(sites)
    yield XapiFile(ACTIVITIES, _encoded(to_json(outline.activities())))
    yield XapiFile(PROFILE, _encoded(profile_text(sites, outline)))
    for each in template_files(sites, outline):
        yield XapiFile(each.path, each.content)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode() for piece in pieces)
