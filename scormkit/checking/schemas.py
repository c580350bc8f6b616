"""What an XSD or DTD of a package is: its digest, what it means whatever its layout, and which other files it needs.

A schema is read as untrusted XML: nothing outside the given bytes is opened, and reading stops at the first declaration
of an entity.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote
from xml.parsers import expat

SETS = Path(__file__).parent / "schemas.toml"
"""What the published XSDs mean, by edition."""
MOST_NEEDED = 100
"""How many other files of one schema are followed; the official ones need fewer than fifteen."""

_WEB = re.compile(r"(?:https?|ftps?):", re.IGNORECASE)
_XSD = "http://www.w3.org/2001/XMLSchema"
_SEPARATOR = "\x01"
_POINTERS = frozenset(f"{_XSD}{_SEPARATOR}{local}" for local in ("include", "import", "redefine"))
_ANNOTATION = f"{_XSD}{_SEPARATOR}annotation"
_OF_DTD: Mapping[str, tuple[str, ...]] = MappingProxyType({"XMLSchema.dtd": ("datatypes.dtd",)})
"""What a DTD needs, which is no XML: the one that `xml.xsd` of SCORM 2004 brings along names the other."""


@dataclass(frozen=True, slots=True)
class Schema:
    """An XSD or DTD.

    `digest` is the SHA-256 of its bytes, `meaning` that of its elements, attributes and text, without comments, white
    space, annotations and the places of other schemas; both in hexadecimal. A DTD, and an XSD that is not well-formed,
    means its bytes. `needs` are the places of the schemas that it includes, imports or redefines, as it writes them.
    """

    digest: str
    meaning: str
    needs: tuple[str, ...]

    def members(self, member: str) -> tuple[str, ...]:
        """What it needs as members of the package that it is a `member` of; places on the web are left out."""
        found = (member_at(place, member) for place in self.needs)
        return tuple(dict.fromkeys(path for path in found if path is not None))


def read_schema(data: bytes, member: str) -> Schema:
    """The schema `data`."""
    digest = hashlib.sha256(data).hexdigest()
    key = (digest, posixpath.basename(member))
    if (known := _KNOWN.get(key)) is not None:
        return known
    read = _read(data, *key)
    if len(_KNOWN) < _MOST_KNOWN:
        _KNOWN[key] = read
    return read


def _read(data: bytes, digest: str, name: str) -> Schema:
    if not name.lower().endswith(".xsd"):
        return Schema(digest, digest, _OF_DTD.get(name, ()))
    reader = _Reader()
    meaning = reader.read(data)
    return Schema(digest, meaning or digest, tuple(reader.needs))


_KNOWN: dict[tuple[str, str], Schema] = {}
# Nearly every package brings the same forty files along, and reading them takes longer than all the rest.
_MOST_KNOWN = 1_000


@cache
def published() -> Mapping[str, frozenset[str]]:
    """By name of an XSD, what the published ones mean: those of SCORM 1.2 and of SCORM 2004 3rd and 4th Edition."""
    found: dict[str, set[str]] = {}
    for one in published_sets().values():
        for name, meaning in one.items():
            found.setdefault(name, set()).add(meaning)
    return MappingProxyType({name: frozenset(some) for name, some in found.items()})


@cache
def published_sets() -> Mapping[str, Mapping[str, str]]:
    """By edition as the control documents call it, such as `scorm2004-4`, the meaning of each published XSD by name."""
    return MappingProxyType(tomllib.loads(SETS.read_text("utf-8")))


def member_at(location: str, member: str) -> str | None:
    """The member that `location`, written in `member`, names; None for an address on the web.

    One that climbs out of the package begins with `..`.
    """
    if _WEB.match(location):
        return None
    path = unquote(location, errors="replace").replace("\\", "/").lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(member), path))


class _Reader:
    """Takes the meaning of one XSD from expat's events."""

    def __init__(self) -> None:
        self.needs: list[str] = []
        self._hash = hashlib.sha256()
        self._skipping = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def read(self, data: bytes) -> str | None:
        """The digest of what it means; None where it cannot be read to its end."""
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):
            return None
        return self._hash.hexdigest()

    def _doctype(self, _name: str, system: str | None, _public: str | None, _internal: bool) -> None:
        if system:
            self._need(system)

    def _entity(self, *_: object) -> None:
        raise ValueError

    def _need(self, location: str) -> None:
        if len(self.needs) < MOST_NEEDED:
            self.needs.append(location)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name == _ANNOTATION:
            self._skipping += 1
            return
        if name in _POINTERS and (location := attributes.pop("schemaLocation", "").strip()):
            self._need(location)
        told = [part for key in sorted(attributes) for part in (key, " ".join(attributes[key].split()))]
        self._hash.update("\x02".join(("\x03", name, *told)).encode("utf-8", "surrogatepass"))

    def _end(self, _name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._hash.update(b"\x04")

    def _text(self, text: str) -> None:
        if not self._skipping and (words := text.split()):
            self._hash.update(" ".join(words).encode("utf-8", "surrogatepass"))
