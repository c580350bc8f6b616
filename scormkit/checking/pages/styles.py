"""What a style sheet asks for: `url(…)` and `@import`.

Source: CSS Syntax Module Level 3, 4.3 (comments, strings, url tokens) and CSS Cascade, 2 (`@import`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking.pages.addresses import address, folder_of
from scormkit.checking.pages.model import Reference, Style, Use
from scormkit.checking.pages.text import Text

MOST_REFERENCES = 5000
"""How many addresses of one file are kept."""

_TOKEN = re.compile(
    r"""
    (?=[/@"'us])(?:                                                                 # most letters begin nothing
      /\*(?:[^*]++|\*(?!/))*+(?:\*/)?                                             # a comment
    | @namespace\b[^;{}]*+                                                          # names, asks for nothing
    | (?P<how>@import\s++|\burl\(\s*+|\bsrc\(\s*+)?
      (?:"(?P<double>(?:[^"\\\r\n]++|\\(?s:.))*+)(?:"|(?P<endless>))              # one that does not end on its line
      |'(?P<single>(?:[^'\\\r\n]++|\\(?s:.))*+)(?:'|(?P<endless_single>)))          # is passed over as a whole
    | \burl\(\s*+(?P<bare>[^\s"'()\\]++)\s*+\)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(?s:.))")


def read_style(text: Text) -> Style:
    """The style sheet in `text`."""
    return Style(text.member, tuple(scan_style(text, 0, len(text.text), folder_of(text.member))))


def scan_style(text: Text, start: int, stop: int, folder: str | None) -> Iterator[Reference]:
    """The addresses between two offsets, counted from `folder`."""
    kept = 0
    for token in _TOKEN.finditer(text.text, start, stop):
        group = token.lastgroup
        if group not in {"double", "single", "bare"} or (group != "bare" and token["how"] is None):
            continue
        written = _ESCAPE.sub(_character, token[group]) if "\\" in token[group] else token[group]
        found = address(written, folder)
        if found is not None:
            imported = (token["how"] or "").lower().startswith("@import")
            yield Reference(text.place(token.start(group)), "@import" if imported else "url()", Use.OTHER, found)
            kept += 1
            if kept == MOST_REFERENCES:
                return


def _character(escape: re.Match[str]) -> str:
    """The character that an escape stands for."""
    if escape[1] is None:
        return escape[0][1:].strip("\r\n")
    code = int(escape[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
