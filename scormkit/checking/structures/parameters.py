"""The query of an address, as far as a standard has names in it that are taken."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote_plus

_PART = re.compile(r"[^&]+")


def parameters(query: str, taken: Collection[str]) -> tuple[str, ...]:
    """Those of the `taken` names that the query has a parameter of, in the order of `taken`.

    A query may be as long as a file, so it is never held in parts.
    """
    longest = 3 * max(map(len, taken))
    found = set()
    for part in _PART.finditer(query):
        end = query.find("=", part.start(), min(part.end(), part.start() + longest + 1))
        end = part.end() if end < 0 else end
        if end - part.start() <= longest:
            found.add(unquote_plus(query[part.start() : end]))
            found.intersection_update(taken)
    return tuple(name for name in taken if name in found)
