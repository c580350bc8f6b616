"""Templates that a folder still has, though its course makes them no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scormkit.render.site import Site
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.profile.names import WHOLE, profile_iri
from scormkit.xapi.statement_files import is_template
from scormkit.xapi.templates.files import template_paths

_MOST_BYTES = 4_000_000
"""No template is that large."""


def outdated_templates(folder: Path, site: Site) -> Iterator[str]:
    """The paths in `folder`, with `/`, of templates that this course once made and makes no more, in their order.

    Such a file says itself that it is a template of the course's profile, and has the name that this template gets:
    files of others, of other courses, and copies under other names are passed over, as are links. What cannot be read
    is not known to be outdated. Raises ValueError where the course has no `base_iri`.
    """
    made = frozenset(template_paths(site))
    own = re.compile(rf"{re.escape(profile_iri(site))}/templates/([a-z0-9_-]+)/([a-z0-9_-]+)-[0-9a-f]{{8}}")
    for file in sorted((*folder.glob("*.json"), *folder.glob("*/*.json"))):
        name = file.relative_to(folder).as_posix()
        if name not in made and name == _name(file, own):
            yield name


def _name(file: Path, own: re.Pattern[str]) -> str | None:
    """Where a file lies that is a template of a course, by what stands in it."""
    try:
        if file.is_symlink() or file.parent.is_symlink() or file.stat().st_size > _MOST_BYTES:
            return None
        value = read_json(file.read_bytes())
    except (OSError, JsonError):
        return None
    found = own.fullmatch(str(value["template"])) if is_template(value) else None
    if found is None:
        return None
    return f"course-{found[2]}.json" if found[1] == WHOLE else f"{found[1]}/{found[2]}.json"
