"""What an href in a manifest means: which file of the package it names, or why it names none."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from scormkit.checking.source import Element, Name, Place

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")


class Trouble(Enum):
    """What keeps an href from being a relative path inside the package."""

    EXTERNAL = "external"
    """An address on the web."""
    DISK = "disk"
    """A drive letter or a `file:` address."""
    SLASH = "slash"
    BACKSLASH = "backslash"
    OUTSIDE = "outside"
    """Its `..` segments lead out of the package."""


@dataclass(frozen=True, slots=True, eq=False)
class Href:
    """One reference from the manifest to a file.

    `element` is the resource, file or location that holds it and `attribute` the attribute (None: the text of the
    element), `base` all `xml:base` above it joined. `path` is the member it names, with `base` applied, query and
    fragment off and escapes decoded; where `trouble` is not None it is the best guess at what was meant.
    """

    element: Element
    attribute: str | None
    text: str
    base: str
    path: str
    trouble: Trouble | None
    query: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.element.place(self.attribute)


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """One `xml:base`: its value as written, and what it comes to together with those above it."""

    element: Element
    attribute: Name
    text: str
    joined: str

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with the value itself."""
        return trouble_of(self.text)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.element.place(self.attribute)


def resolve(element: Element, attribute: str | None, text: str, base: str) -> Href:
    """The meaning of the href `text` under `base`; a trouble of the base itself is the base's, not the href's."""
    written = text.strip()
    trouble = trouble_of(written)
    rest, _, _ = written.partition("#")
    rest, _, query = rest.partition("?")
    if trouble is None and trouble_of(base) is Trouble.EXTERNAL:
        trouble = Trouble.EXTERNAL
    path = join(base, rest).replace("\\", "/").lstrip("/")
    path = posixpath.normpath(unquote(path, errors="replace")) if path else ""
    if trouble is None and path.split("/")[0] == "..":
        trouble = Trouble.OUTSIDE
    return Href(element, attribute, text, base, path, trouble, query)


def href_of(path: str) -> str:
    """The href that names this member, as it stands between quotes in a manifest."""
    escaped = path.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def join(base: str, relative: str) -> str:
    """`relative` in the folder of `base`: like a browser, all after the last slash of the base is dropped."""
    return base[: base.rfind("/") + 1] + relative


def trouble_of(text: str) -> Trouble | None:
    """What keeps an address, by itself, from being a relative path; whether it climbs out only its base tells."""
    if text.lower().startswith("file:") or _DRIVE.match(text):
        return Trouble.DISK
    if text.startswith("//") or _SCHEME.match(text):
        return Trouble.EXTERNAL
    if "\\" in text:
        return Trouble.BACKSLASH
    if text.startswith("/"):
        return Trouble.SLASH
    return None
