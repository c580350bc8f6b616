"""The text of an XML file, for those who show a line of it: the parser has read the bytes by itself."""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Mapping
from types import MappingProxyType

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
MARKS: Mapping[bytes, str] = MappingProxyType(
    {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
)
"""The encodings that a byte order mark tells."""
_EVERY_BYTE = bytes(range(256))


def has_mark(data: bytes) -> bool:
    """Whether the file begins with a byte order mark."""
    return data.startswith(tuple(MARKS))


def decoded(data: bytes) -> str:
    """The text without its mark; what cannot be decoded is replaced."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.match(data[:1000])
    return data.decode(_codec(declared[1].decode("ascii")) if declared else "utf-8", "replace")


def _codec(encoding: str) -> str:
    """The codec of an encoding that expat can read, which has one character for each byte; UTF-8 for all others.

    Python has more under such names: `idna` raises whatever it is given, `punycode` takes the square of the length, and
    `unicode_escape` warns of backslashes.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return encoding if len(_EVERY_BYTE.decode(encoding, "replace")) == len(_EVERY_BYTE) else "utf-8"
    except (LookupError, ValueError, Warning):
        return "utf-8"
