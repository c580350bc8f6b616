"""How long to wait for an LRS, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """How one request is tried: once, and once more after each of the pauses."""

    timeout: float = 30.0
    """Seconds for each step of a request: to connect, to write, to read."""
    pauses: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 16.0)
    """Seconds before each further try."""
    longest: float = 300.0
    """Seconds that an LRS may ask to be left alone (`Retry-After`); where it asks for more, sending ends."""


def asked_pause(retry_after: str, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for, from 0 (RFC 9110, 10.2.3); None where it asks for nothing."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    # "-0000" is a moment in UTC that does not say so.
    return max((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - now.timestamp(), 0.0)
