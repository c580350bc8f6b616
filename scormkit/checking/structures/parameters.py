"""The query of an address, as far as a standard has names in it that are taken."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache


def parameters(query: str, taken: Collection[str]) -> tuple[str, ...]:
    """Those of the `taken` names (letters, digits, `_`) that the query has a parameter of, in the order of `taken`."""
    return tuple(name for name in taken if _parameter(name).search(query))


@cache
def _parameter(name: str) -> re.Pattern[str]:
    """A parameter of this name, with any character escaped. A query may be as long as a file, so it is never split."""
    escaped = "".join(f"(?:{re.escape(one)}|%(?i:{ord(one):02x}))" for one in name)
    return re.compile(rf"(?:\A|&){escaped}(?=[=&]|\Z)")
