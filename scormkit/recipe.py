"""What decides, beside its members, which bytes a package has and what the checker says of it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

import deflate

from scormkit.version import __version__

HOME = Path(__file__).parent
ROOMS = (
    "archive",
    "checking",
    "diagnostics.py",
    "hints.py",
    "identifiers.py",
    "making.py",
    "recipe.py",
    "said.py",
    "version.py",
)
"""The modules and packages of scormkit that write zips and judge them: a change in any of them may change either."""


def of(home: Path, rooms: Iterable[str]) -> str:
    """The digest, in hexadecimal, of these rooms of the scormkit in `home`, and of what they build on."""
    engines = (__version__, deflate.__version__, expat.EXPAT_VERSION, sys.version)
    whole = hashlib.sha256(repr(engines).encode())
    for file in _files(home / room for room in rooms):
        content = file.read_bytes()
        whole.update(repr((file.relative_to(home).as_posix(), len(content))).encode())
        whole.update(content)
    return whole.hexdigest()


def _files(rooms: Iterable[Path]) -> Iterator[Path]:
    for room in rooms:
        if room.is_file():
            yield room
        else:
            yield from sorted(file for file in room.rglob("*") if file.is_file() and file.suffix != ".pyc")


RECIPE = of(HOME, ROOMS)
"""This scormkit's. Taken when it is imported, as the code is: what is edited later is not what runs here."""
