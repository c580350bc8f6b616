"""Reads the pages, styles and scripts of a package within limits, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from posixpath import splitext

from scormkit.checking.litter import left_by
from scormkit.checking.pages.model import Contents, Page, Script, Style
from scormkit.checking.pages.reading import read_page
from scormkit.checking.pages.scripts import read_script, read_words
from scormkit.checking.pages.styles import read_style
from scormkit.checking.pages.text import Allowance, Text, TooMuch

LARGEST = 4 * 1024 * 1024
"""The largest page, style or script that is read, in bytes."""
MOST_BYTES = 64 * 1024 * 1024
"""How many bytes of them are read of one package."""
MOST_FILES = 5000
"""How many of them are read of one package."""
MOST_VALUES = 100_000
"""How many addresses and other values are kept of one package."""
MOST_SHOWN = 4 * 1024 * 1024
"""How many characters of the lines that they stand on are kept, to be shown."""

_ORDER = ("html", "htm", "xhtml", "js", "mjs", "cjs", "css", "json")
"""What is read, the most telling first, for the limits hit the last."""
_MARKUP = ("html", "htm", "xhtml")


def gather(names: Sequence[str], size: Callable[[str], int], read: Callable[[str, int], bytes | None]) -> Contents:
    """The contents of a package with these names; `read` gives at most so many bytes of one, or None."""
    found = Contents({}, {}, {}, ())
    unread: list[str] = []
    left, values, lines = MOST_BYTES, MOST_VALUES, Allowance(MOST_SHOWN)
    kinds: dict[str, list[str]] = {}
    for name in names:
        kind = splitext(name)[1][1:].lower()
        if kind in _ORDER and left_by(name) is None:
            kinds.setdefault(kind, []).append(name)
    files = 0
    for kind in _ORDER:
        for name in kinds.get(kind, ()):
            stated = size(name)
            if stated > min(LARGEST, left) or files >= MOST_FILES or values <= 0:
                unread.append(name)
                continue
            data = read(name, LARGEST)
            files += 1
            if data is None:
                continue  # the defect of the member tells why
            left -= len(data)
            try:
                values -= _take(found, kind, Text(name, data, lines, markup=kind in _MARKUP))
            except TooMuch:
                unread.append(name)
    return Contents(found.pages, found.styles, found.scripts, tuple(unread))


def _take(found: Contents, kind: str, text: Text) -> int:
    """Read one file into what was found so far; how many values it holds."""
    name = text.member
    match kind:
        case "html" | "htm" | "xhtml":
            page = found.pages[name] = read_page(text)
            return _weight_of_page(page)
        case "css":
            style = found.styles[name] = read_style(text)
            return len(style.references)
        case "json":
            found.scripts[name] = read_words(text)
            return 1
        case _:
            script = found.scripts[name] = read_script(text)
            return _weight(script)


def _weight_of_page(page: Page) -> int:
    return sum(map(len, (page.references, page.images, page.videos, page.inline))) + _weight(page.script, page.style)


def _weight(script: Script, style: Style | None = None) -> int:
    own = sum(map(len, (script.references, script.names, script.handlers, script.mentions)))
    return own + (len(style.references) if style else 0)
