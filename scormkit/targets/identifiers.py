"""Identifiers of manifests."""

from __future__ import annotations

import hashlib

SIGNIFICANT = 15
"""How many characters of a manifest's identifier some LMSs (SuccessFactors) look at to tell packages apart."""


_INSIDE = ("item", "obj", "org", "part", "res")
"""What the identifiers of items, objectives, organizations, parts and resources begin with."""


def manifest_identifier(*parts: str) -> str:
    """An identifier of `parts`, the same for the same parts, that differs from others within `SIGNIFICANT` characters.

    It begins with a letter, so that it is an xs:ID. Short parts stay readable; longer ones are led by a digest, and so
    are those that would begin as the identifiers inside a manifest do.
    """
    name = "-".join(parts)
    if len(name) <= SIGNIFICANT and parts[0] not in _INSIDE:
        return name
    return f"p{hashlib.sha256(name.encode()).hexdigest()[: SIGNIFICANT - 1]}-{name}"
