"""The style of a package: the common look and that of the kinds of activity it uses, in one file."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import rcssmin

from scormkit.activities.contract import part_folder, text_of
from scormkit.activities.registry import kinds
from scormkit.course.theme import Theme
from scormkit.render.theme import theme_css


def style(used: frozenset[str], theme: Theme | None = None) -> bytes:
    """The style sheet of a package that holds the kinds of activity in `used`; without a theme, the common look.

    Raises OSError where a font of the theme cannot be read.
    """
    return _sheet(used, theme_css(theme or Theme()))


@lru_cache
def _sheet(used: frozenset[str], own: str) -> bytes:
    """The common look, then the theme's own: the same bytes for all packages, so that they are held once."""
    return f"{_common(used)}{own}\n".encode()


@cache
def _common(used: frozenset[str]) -> str:
    common = files("scormkit.render").joinpath("templates/style.css").read_text(encoding="utf-8")
    shared = sorted({part for name in used for part in kinds()[name].parts})
    parts = [
        common,
        *(text_of(part_folder(part), "style.css") or "" for part in shared),
        *(kinds()[name].text("style.css") or "" for name in sorted(used)),
    ]
    return str(rcssmin.cssmin("\n".join(parts))).strip()
