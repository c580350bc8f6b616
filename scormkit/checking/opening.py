"""A path -> the container of a package: a zip, a folder, or the file that describes a package on its own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from scormkit.archive.limits import Limits
from scormkit.archive.reader import Container, open_container
from scormkit.archive.single import SingleContainer
from scormkit.checking import vocabulary as v
from scormkit.checking.source import MAX_BYTES, XmlError, read_xml


def open_package(path: str | os.PathLike[str]) -> tuple[Container, bool]:
    """The container at `path`, and whether it is a structure file on its own (cmi5 14.2; Tin Can; or for a look).

    Raises `OSError` when the path is missing, unreadable or neither a file nor a folder.
    """
    where = Path(path)
    name = structure_name(where)
    return (open_container(where), False) if name is None else (SingleContainer(where, name, Limits()), True)


def structure_name(path: Path) -> str | None:
    """As which structure file a file on its own counts: by its name, or for other `.xml` files by its root element."""
    if path.suffix.lower() != ".xml" or not stat.S_ISREG(path.stat().st_mode):
        return None
    if path.name in v.STRUCTURES:
        return path.name
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        return v.STRUCTURE_OF.get(read_xml(data, path.name).name.local) if len(data) <= MAX_BYTES else None
    except XmlError:
        return None
