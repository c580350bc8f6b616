"""What goes in and out of the LRS, whatever carries it: requests, answers and refusals."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the resource is the path below the endpoint, such as `activities/state`."""

    method: str
    resource: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case."""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, before the headers that every answer has."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """Raised for a request that is not carried out; `status` is the HTTP status, the message says why."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        """Keep all three."""
        super().__init__(message)
        self.status = status
        self.headers = headers or {}


class Client(Protocol):
    """Who is behind a request, known by its credentials, and what it may do. Each method may raise `RefusedError`."""

    @property
    def authority(self) -> dict[str, Any]:
        """The agent that vouches for its statements."""

    def before_request(self, request: Request) -> None:
        """Judge a request before it is looked at."""

    def before_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """Judge valid statements, as sent, that are not in the store yet."""

    def after_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """Learn that these statements are stored now."""


@dataclass(frozen=True, slots=True)
class OpenClient:
    """A client that may do everything."""

    authority: dict[str, Any]

    def before_request(self, request: Request) -> None:
        """Nothing is refused."""

    def before_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """Nothing is refused."""

    def after_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """Nothing follows."""


def as_json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    """An answer that is a JSON value."""
    return Answer(status, dump(value).encode(), {"Content-Type": "application/json", **(headers or {})})


def dump(value: Any) -> str:
    """A JSON value as text, without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
