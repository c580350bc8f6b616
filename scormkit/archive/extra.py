"""The extra fields of a zip's headers (APPNOTE 4.5), as far as they change what the headers say."""

from __future__ import annotations

import struct
from zlib import crc32

_ZIP64 = 0x0001
_UNICODE_PATH = 0x7075
_U32 = 0xFFFFFFFF


def field(extra: bytes, tag: int) -> bytes | None:
    """The contents of the first field with this tag; cut off where the extra fields end."""
    at = 0
    while at + 4 <= len(extra):
        found, length = struct.unpack_from("<2H", extra, at)
        if found == tag:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return None


def widened(extra: bytes, *values: int) -> tuple[int, ...] | None:
    """The values, each taken from the Zip64 field (4.5.3) where a header has no room for it.

    None where the header says that a value stands in that field, and it does not.
    """
    if _U32 not in values:
        return values
    wide = field(extra, _ZIP64) or b""
    numbers = iter(struct.unpack_from(f"<{len(wide) // 8}Q", wide))
    found = [next(numbers, None) if value == _U32 else value for value in values]
    known = tuple(value for value in found if value is not None)
    return known if len(known) == len(values) else None


def other_name(extra: bytes, raw_name: bytes) -> str | None:
    """The name in the Unicode path field (4.6.9), which some programs put before the name in the header.

    None where there is no such field, or where it belongs to a name that the entry no longer has.
    """
    found = field(extra, _UNICODE_PATH)
    if found is None or len(found) < 5 or found[0] != 1 or found[1:5] != crc32(raw_name).to_bytes(4, "little"):
        return None
    return found[5:].decode("utf-8", "backslashreplace")
