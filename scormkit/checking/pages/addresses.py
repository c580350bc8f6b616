"""Where an address in a page leads: to a file of the package, out of it, or nowhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

LONGEST = 2000
"""Addresses longer than this many characters are left alone; browsers and servers give up near it too."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BLANKS = str.maketrans("", "", "\t\n\r")
_TO_FILL_IN = re.compile(r"[{}<>|^`]|%[A-Z_]{3,}%|\[\[|\$\(|\+\s*['\"]|__[A-Z_]+__")
"""What a template leaves in an address that a program fills in later."""


class Whither(Enum):
    """What kind of place an address leads to."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    """Above the root of the package, by `..`."""
    SERVER = "server"
    """To the root of whatever server it is on, by a leading slash."""
    WEB = "web"
    """To a named host."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address as written; `path` is the member that it names, as far as it leads `INSIDE`."""

    text: str
    whither: Whither
    path: str

    @property
    def insecure(self) -> bool:
        """Whether it asks by `http:`, which a page that came by https may not."""
        return self.text.lower().startswith("http:")

    @property
    def host(self) -> str:
        """The host of an address on the web."""
        rest = self.text.replace("\\", "/").partition("//")[2]
        return re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].lower()

    @property
    def extension(self) -> str:
        """What the name of the file ends in, without the dot and in small letters."""
        return posixpath.splitext(self.path)[1][1:].lower()


def address(text: str, folder: str | None) -> Address | None:
    """The address `text` in a file whose addresses count from `folder` ("" is the root, None a place on the web).

    None where it leads nowhere that a file could be: a fragment, data in the address itself, a template's gap.
    """
    text = text[: LONGEST + 1].strip().translate(_BLANKS)
    if not text or len(text) > LONGEST or text[0] in "#?" or _TO_FILL_IN.search(text):
        return None
    slashed = text.replace("\\", "/")
    if slashed.startswith("//"):
        return Address(text, Whither.WEB, "") if _names_a_host(slashed[2:]) else None
    if scheme := _SCHEME.match(text):
        known = scheme[1].lower() in {"http", "https"} and _names_a_host(slashed[scheme.end() :].lstrip("/"))
        return Address(text, Whither.WEB, "") if known else None
    if folder is None:
        return None
    bare = re.split(r"[?#]", slashed, maxsplit=1)[0]
    whither = Whither.SERVER if bare.startswith("/") else Whither.INSIDE
    path = posixpath.normpath(posixpath.join(folder, unquote(bare, errors="replace")).lstrip("/"))
    if whither is Whither.INSIDE and path.split("/")[0] == "..":
        whither = Whither.OUTSIDE
    return Address(text, whither, path)


def folder_of(member: str) -> str:
    """The folder that addresses in `member` count from."""
    return posixpath.dirname(member)


def _names_a_host(rest: str) -> bool:
    return bool(re.match(r"[\w.-]*\w", rest))
