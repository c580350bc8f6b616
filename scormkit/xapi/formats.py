"""The forms that texts in xAPI have, besides IRIs and language tags: UUIDs, timestamps, durations and the like."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_UUID = re.compile(r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")
_SHA1 = re.compile(r"[0-9A-Fa-f]{40}")
_SHA2 = re.compile(r"[0-9A-Fa-f]{56}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128}")
_MAILBOX = re.compile(r"mailto:[^\s@<>]+@[^\s@<>]+")
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+\-]+/[\w!#$&^.+\-]+(?:\s*;.*)?", re.ASCII)
_TIMESTAMP = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)", re.ASCII
)
_NO_ZONE = re.compile(r"-00(?::?00)?")
_NUMBER = r"\d+(?:[.,]\d+)?"
_DURATION = re.compile(
    rf"P(?:{_NUMBER}W|(?=[\dT])(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?"
    rf"(?:T(?=\d)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?)",
    re.ASCII,
)
_FRACTION_BEFORE_THE_LAST = re.compile(r"[.,]\d+[YMDWH].*\d")


def is_uuid(text: str) -> bool:
    """Whether the text is a UUID in its usual form (RFC 4122; xAPI 1.0.3, Data 2.4.1)."""
    return _UUID.fullmatch(text) is not None


def is_sha1(text: str) -> bool:
    """Whether the text is a SHA-1 sum in hexadecimal digits (xAPI 1.0.3, Data 2.4.2.3)."""
    return _SHA1.fullmatch(text) is not None


def is_sha2(text: str) -> bool:
    """Whether the text is a sum of the SHA-2 family in hexadecimal digits (xAPI 1.0.3, Data 2.4.11)."""
    return _SHA2.fullmatch(text) is not None


def is_mailbox(text: str) -> bool:
    """Whether the text is `mailto:` and an address (xAPI 1.0.3, Data 2.4.2.3)."""
    return _MAILBOX.fullmatch(text) is not None


def is_media_type(text: str) -> bool:
    """Whether the text is an Internet media type (RFC 2046; xAPI 1.0.3, Data 2.4.11)."""
    return _MEDIA_TYPE.fullmatch(text) is not None


def is_timestamp(text: str) -> bool:
    """Whether the text is a moment with its zone (ISO 8601, RFC 3339; xAPI 1.0.3, Data 4.5)."""
    return moment(text) is not None


def moment(text: str) -> datetime | None:
    """The moment of a timestamp, in UTC; None for a text that is none, or whose zone is unknown or `-00:00`."""
    found = _TIMESTAMP.fullmatch(text)
    if found is None or _NO_ZONE.fullmatch(found["zone"]):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):  # the 31st of February; midnight of the year 1 in the east
        return None


def timestamp(when: datetime) -> str:
    """A moment as xAPI writes it: UTC, with microseconds."""
    return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def is_duration(text: str) -> bool:
    """Whether the text is a duration such as `PT1H30M` (ISO 8601; xAPI 1.0.3, Data 4.6)."""
    return _DURATION.fullmatch(text) is not None and _FRACTION_BEFORE_THE_LAST.search(text) is None
