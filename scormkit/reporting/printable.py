"""Text from strangers made safe for a terminal."""

from __future__ import annotations

import unicodedata

_HARMLESS = {"Zs", "Cn", "Co"}
"""Blanks of any width, characters newer than this Python, and private ones: not "printable", but not dangerous."""
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def printable(text: str) -> str:
    """`text` with every character written out that could move the cursor, start a command or turn text around.

    That is: control characters, invisible formatting (such as the marks that reverse the direction of writing), line
    separators, and halves of characters. They become `\\n`, `\\x1b` or `\\u202e`.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) in _HARMLESS:
        return character
    code = ord(character)
    if code < 0x100:
        return _SHORT.get(character, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
