"""Where an LRS is, and what opens it."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from dataclasses import dataclass, field
from typing import Self, get_args
from urllib.parse import urlsplit

from scormkit.xapi.validation import Version

_HEADER = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_RESOURCE = re.compile(r"/(statements|about|agents(?:/profile)?|activities(?:/(?:state|profile))?)/?$")


@dataclass(frozen=True, slots=True)
class Access:
    """The endpoint of an LRS and the `Authorization` that it takes, which shows in no `repr`.

    Raises `ValueError` for an endpoint that is no address of an LRS, for an authorization that cannot stand in a
    header, and for a version that this room does not speak; no message has a secret in it.
    """

    endpoint: str
    """Ends in a slash, given or not: `https://lrs.example.org/xapi/`."""
    authorization: str = field(repr=False)
    """The value of the header `Authorization`, such as `Basic bWU6c2VjcmV0`."""
    version: Version = "1.0.3"
    """What the header `X-Experience-API-Version` says (xAPI 1.0.3, Comm 3.3)."""

    def __post_init__(self) -> None:
        """Judge all three; add the slash."""
        object.__setattr__(self, "endpoint", _endpoint(self.endpoint))
        if _HEADER.fullmatch(self.authorization) is None:
            raise ValueError("the authorization is empty, or has characters that cannot stand in a header")
        if self.version not in get_args(Version):
            raise ValueError(f"the version is not one of {', '.join(get_args(Version))}")

    @classmethod
    def basic(cls, endpoint: str, username: str, password: str, version: Version = "1.0.3") -> Self:
        """Access by name and password (HTTP Basic, RFC 7617, in UTF-8). Raises `ValueError`."""
        if ":" in username:
            raise ValueError("the username has a colon, which HTTP Basic keeps for the password (RFC 7617)")
        token = base64.b64encode(f"{username}:{password}".encode()).decode()
        return cls(endpoint, f"Basic {token}", version)

    @property
    def is_exposed(self) -> bool:
        """Whether credentials and statements go to another machine in the clear."""
        parts = urlsplit(self.endpoint)
        return parts.scheme == "http" and not _is_here(parts.hostname or "")

    def without_secrets(self, text: str) -> str:
        """A text from the LRS, some of which repeat what they were sent, without what nobody else may read."""
        scheme, _, token = self.authorization.rpartition(" ")
        secrets = [self.authorization, token]
        if scheme.lower() == "basic":
            try:
                pair = base64.b64decode(token, validate=True).decode()
                secrets += [pair, pair.partition(":")[2]]
            except (binascii.Error, UnicodeDecodeError):
                pass  # then there is nothing in it that could be read
        for each in secrets:
            if each:
                text = text.replace(each, "…")
        return text


def _endpoint(given: str) -> str:
    try:
        parts = urlsplit(given.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    # What was given is not repeated: it may hold a password where it should not.
    if not host or parts.scheme not in ("http", "https"):
        raise ValueError("the endpoint is not an address such as https://lrs.example.org/xapi/")
    if parts.username is not None or parts.password is not None:
        raise ValueError("the endpoint has credentials in it: give them beside it, not in the address")
    if parts.query or parts.fragment:
        raise ValueError("the endpoint has a part behind ? or #: it ends in the folder of the LRS's resources")
    if found := _RESOURCE.search(parts.path):
        raise ValueError(f"the endpoint ends in the resource {found[1]}: leave that out")
    if any(not 0x21 <= ord(each) <= 0x7E for each in parts.geturl()):
        raise ValueError("the endpoint has a blank or another character that an address writes as %20 and the like")
    return parts.geturl().rstrip("/") + "/"


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
