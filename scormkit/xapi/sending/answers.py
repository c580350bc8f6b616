"""What comes back from an LRS."""

from __future__ import annotations

from dataclasses import dataclass

from scormkit.xapi.json_text import JsonError, read_json

_WHOSE_FAULT = {
    401: "the LRS does not take these credentials",
    403: "these credentials do not allow sending statements",
    404: "there is no LRS at this endpoint",
    405: "there is no LRS at this endpoint",
}


class StopError(Exception):
    """Raised where nothing more can be sent; the message says why in plain English, without secrets."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the LRS."""

    status: int
    body: bytes
    words: str
    """The beginning of the body as one line of plain text, without secrets; empty where it has none."""

    def __str__(self) -> str:
        """The status, and the words where there are some."""
        return f"{self.status}: {self.words}" if self.words else str(self.status)

    @property
    def ids(self) -> frozenset[str]:
        """The ids that the answer to a POST names, in lower case (xAPI 1.0.3, Comm 2.1.2); none where it is no list."""
        try:
            value = read_json(self.body)
        except JsonError:
            return frozenset()
        named = value if isinstance(value, list) else []
        return frozenset(each.lower() for each in named if isinstance(each, str))

    @property
    def stop(self) -> StopError:
        """What to raise where such an answer ends everything."""
        said = f"the LRS answered {self}"
        return StopError(f"{_WHOSE_FAULT[self.status]}: {said}" if self.status in _WHOSE_FAULT else said)
