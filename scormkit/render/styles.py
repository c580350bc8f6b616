"""The style of a package: the common look and that of the kinds of activity it uses, in one file."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import rcssmin

from scormkit.activities.contract import part_folder, text_of
from scormkit.activities.registry import kinds
from scormkit.course.theme import Theme
from scormkit.render.theme import paper_css, theme_css


def style(used: frozenset[str], theme: Theme | None = None) -> bytes:
    """The look of a theme for the kinds of activity in `used`; without a theme, that of the default one.

    Raises OSError where a font of the theme cannot be read.
    """
    theme = theme or Theme()
    return _sheet(used, theme.logo is not None, theme_css(theme))


def later_style(first: frozenset[str], used: frozenset[str]) -> bytes:
    """What the sheet of the kinds in `first` lacks for those in `used`."""
    own = _of_kinds(used, _parts(first), first)
    return f"{_small(paper_css() + _template('later.css') + own)}\n".encode()


@lru_cache
def _sheet(used: frozenset[str], has_logo: bool, own: str) -> bytes:
    """The tokens, then what is made of them: the same bytes for all packages, so that they are held once."""
    return f"{own}{_common(used, has_logo)}\n".encode()


@cache
def _common(used: frozenset[str], has_logo: bool) -> str:
    logo = _template("logo.css") if has_logo else ""
    return _small(f"{_template('style.css')}\n{logo}\n{_of_kinds(used)}")


def _template(name: str) -> str:
    return files("scormkit.render").joinpath("templates", name).read_text(encoding="utf-8")


def _of_kinds(
    used: frozenset[str], other_parts: frozenset[str] = frozenset(), others: frozenset[str] = frozenset()
) -> str:
    """The style of these kinds and the parts that they share, but for what is elsewhere."""
    sheets = [text_of(part_folder(part), "style.css") or "" for part in sorted(_parts(used) - other_parts)]
    sheets += [kinds()[name].text("style.css") or "" for name in sorted(used - others)]
    return "\n".join(sheets)


def _parts(used: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in used for part in kinds()[name].parts)


def _small(css: str) -> str:
    return str(rcssmin.cssmin(css)).strip()
