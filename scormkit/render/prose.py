"""Text without any Markdown in it, told apart without a parser: most lines and many texts of a course are that."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_\[<&~^{\n\t\r\0]")
_FRONT = frozenset("\"'“‘„«(…")
"""What a line may begin with, beside a letter, without becoming a list, a heading, a quotation or a table."""


def is_line(text: str) -> bool:
    """Whether a line means itself in Markdown, whatever stands around it."""
    return not _MARKUP.search(text)


def paragraphs(text: str) -> list[str] | None:
    """The paragraphs of a text that is nothing but paragraphs of plain words; None where it may be more than that.

    Says None too often rather than too seldom: what it lets through is sure to be read the same by a parser.
    """
    found = text.strip("\n").split("\n\n")
    for paragraph in found:
        if paragraph != paragraph.strip():
            return None
        for line in paragraph.split("\n"):
            front = line[:1]
            if _MARKUP.search(line) or line.endswith(" ") or not (front.isalpha() or front in _FRONT):
                return None
    return found
