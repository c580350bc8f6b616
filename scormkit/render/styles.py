"""The style of a package: the common look and that of the kinds of activity it uses, in one file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import rcssmin

from scormkit.activities.registry import kinds


@cache
def style(used: frozenset[str]) -> bytes:
    """The style sheet of a package that holds the kinds of activity in `used`."""
    common = files("scormkit.render").joinpath("templates/style.css").read_text(encoding="utf-8")
    parts = [common, *(kinds()[name].text("style.css") or "" for name in sorted(used))]
    return str(rcssmin.cssmin("\n".join(parts))).strip().encode() + b"\n"
