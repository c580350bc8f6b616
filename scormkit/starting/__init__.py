"""A new course: a small good one, made from a template, that builds at once and teaches by its comments.

A template is a folder beside this file: `templates/<template>/<language>/` holds the files of the course as they will
stand there, `templates/<template>/any/` those that are the same in every language. In `course.yaml` the id, the slug
and the title are filled in. Every template exists in every language of the interface.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import get_args

from pydantic import TypeAdapter, ValidationError

from scormkit.course.model import Language
from scormkit.course.publishing import Title
from scormkit.course.reading import COURSE_FILE
from scormkit.course.schema import FILES, to_json

TEMPLATES = ("blank", "course", "scenario")
"""The templates, from small to large."""

SCHEMAS = ".schemas"
"""The folder of a course that holds the JSON Schemas for editors."""

_IGNORED = "dist/\n"
_ROOT = PurePosixPath()
_LONGEST_ID, _LONGEST_SLUG = 20, 40


class StartError(Exception):
    """A course could not be made: says why in one line. Nothing was touched."""


def new_course(
    folder: str | os.PathLike[str], template: str = "blank", language: str = "en", title: str | None = None
) -> tuple[PurePosixPath, ...]:
    """Make a course in `folder`, which is not there yet or is empty, and return the paths of its files, in order.

    Without a `title` it has that of the template. It is made beside its place and then moved there, so that it is there
    whole or not at all. Raises StartError where there is something in that place already, where the title cannot be
    one, or where the disk refuses; ValueError for an unknown template or language.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100 - with every `..` gone, and without following links
    content = course_files(template, language, place.name, title)
    try:
        if place.is_dir() and any(place.iterdir()):
            raise StartError(f"{folder} is not empty: name a folder that is not there yet")
        if place.exists() and not place.is_dir():
            raise StartError(f"{folder} is a file: name a folder that is not there yet")
        _write(place, content)
    except OSError as error:
        raise StartError(f"cannot make {folder}: {error.strerror or error}") from error
    return tuple(content)


def course_files(template: str, language: str, name: str, title: str | None = None) -> dict[PurePosixPath, bytes]:
    """The files of a new course by their paths, in order. The same arguments give the same bytes.

    `name` is what the id is made of. Raises as `new_course` does.
    """
    if template not in TEMPLATES or language not in get_args(Language):
        raise ValueError(f"there is no template {template!r} in {language!r}")
    root = files(__name__).joinpath("templates", template)
    found = {path: file.read_bytes() for part in ("any", language) for path, file in _walk(root.joinpath(part))}
    course = PurePosixPath(COURSE_FILE)
    found[course] = _filled_in(found[course].decode(), name, title).encode()
    found |= {PurePosixPath(SCHEMAS, f"{file}.schema.json"): to_json(file).encode() for file in FILES}
    found[PurePosixPath(".gitignore")] = _IGNORED.encode()
    return dict(sorted(found.items()))


def _walk(folder: Traversable, path: PurePosixPath = _ROOT) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for child in folder.iterdir() if folder.is_dir() else ():
        if child.is_dir():
            yield from _walk(child, path / child.name)
        else:
            yield path / child.name, child


def _filled_in(text: str, name: str, title: str | None) -> str:
    """`course.yaml` with its id, and with a title and a slug made from it where one is given."""
    values = {"id": _words(name, "_", _LONGEST_ID)}
    if title is not None:
        try:
            TypeAdapter(Title).validate_python(title)
        except ValidationError as error:
            raise StartError("a title is one line of 1 to 200 characters, without blanks before or after it") from error
        if not title.isprintable():
            raise StartError("a title holds no control characters")
        # A string of JSON is one of YAML as well (YAML 1.2, 1.3).
        values |= {"slug": _words(title, "-", _LONGEST_SLUG), "title": json.dumps(title, ensure_ascii=False)}
    lines = []
    for line in text.splitlines():
        key, _, value = line.partition(": ")
        _, hash_, comment = value.partition("  #")
        lines.append(f"{key}: {values[key]}{hash_}{comment}" if key in values else line)
    return "\n".join(lines) + "\n"


def _words(text: str, joint: str, longest: int) -> str:
    """Small letters and digits of a text, its words joined, as ids and slugs have them; `course` where it has none."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while words and not words[0][0].isalpha():
        del words[0]
    found = ""
    for word in words:
        longer = f"{found}{joint}{word}" if found else word[:longest]
        if len(longer) > longest:
            break
        found = longer
    return found or "course"


def _write(place: Path, content: dict[PurePosixPath, bytes]) -> None:
    """Write all files into a folder of their own on the same disk, and then move what is in it to its place."""
    above = place
    while not above.exists():
        above = above.parent
    staging = Path(tempfile.mkdtemp(prefix=".scormkit-new-", dir=above))
    moved: list[Path] = []
    try:
        for path, text in content.items():
            file = staging / place.relative_to(above) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        for child in sorted(staging.iterdir()):
            child.rename(above / child.name)
            moved.append(above / child.name)
    except BaseException:
        for each in moved:
            if each.is_dir():
                shutil.rmtree(each)
            else:
                each.unlink()
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
