"""The three document resources: state, activity profiles and agent profiles (xAPI 1.0.3, Comm 2.2 to 2.7, 3.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from scormkit.preview.lrs.document_store import Document, DocumentStore, Owner, Resource, etag
from scormkit.preview.lrs.mentions import agent_key
from scormkit.preview.lrs.messages import Answer, RefusedError, Request, as_json, dump
from scormkit.preview.lrs.parameters import Parameters
from scormkit.xapi.formats import moment
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.validation import Version


@dataclass(frozen=True, slots=True)
class _Kind:
    """What tells the documents of a resource apart."""

    resource: Resource
    identifier: str
    belongs_to: tuple[str, ...]
    registration: bool = False
    """Whether a registration may be given, and a whole context be deleted."""


KINDS = {
    kind.resource: kind
    for kind in (
        _Kind("activities/state", "stateId", ("activityId", "agent"), registration=True),
        _Kind("activities/profile", "profileId", ("activityId",)),
        _Kind("agents/profile", "profileId", ("agent",)),
    )
}


class DocumentResource:
    """Answers requests for documents."""

    def __init__(self, store: DocumentStore, now: Callable[[], datetime]) -> None:
        """`now` gives the time of a change."""
        self._store = store
        self._now = now

    def answer(self, request: Request, version: Version) -> Answer:
        """Carry the request out. Raises `RefusedError`."""
        kind = next(each for each in KINDS.values() if each.resource == request.resource)
        optional = ("registration",) if kind.registration else ()
        since = ("since",) if request.method == "GET" else ()
        parameters = Parameters(request.parameters, (kind.identifier, *kind.belongs_to, *optional, *since))
        for name in kind.belongs_to:
            parameters.required(name)
        agent = parameters.agent("agent")
        owner = Owner(
            kind.resource,
            parameters.iri("activityId") or "",
            (agent_key(agent) if agent else None) or "",
            parameters.uuid("registration") or "",
        )
        if kind.identifier not in parameters:
            return self._several(request.method, kind, owner, parameters)
        if "since" in parameters:
            raise RefusedError(400, f"since goes with a list of documents, not with {kind.identifier}")
        identifier = parameters.required(kind.identifier)
        found = self._store.get(owner, identifier)
        if request.method == "GET":
            return _given(_existing(found))
        _judge_preconditions(request, found, strict=kind.resource != "activities/state" or version == "2.0.0")
        if request.method == "DELETE":
            if found is not None:
                self._store.delete(found)
            return Answer(204)
        media = request.headers.get("content-type") or "application/octet-stream"
        body = request.body
        if _is_json(media):
            body = _whole(body, found) if request.method == "POST" else _checked(body)
        if request.method == "POST" and found is not None and not (_is_json(media) and _is_json(found.type)):
            raise RefusedError(400, f"only JSON objects are merged: the document is {found.type}, what came is {media}")
        self._store.put(owner, identifier, media, body, self._now())
        return Answer(204)

    def _several(self, method: str, kind: _Kind, owner: Owner, parameters: Parameters) -> Answer:
        if method == "GET":
            found = self._store.find(owner, parameters.moment("since"))
            # One id may stand under several registrations.
            answer = as_json(list(dict.fromkeys(document.id for document in found)))
            headers = {**answer.headers, "ETag": etag(answer.body)}
            if found:
                headers["Last-Modified"] = _http_date(max(document.updated for document in found))
            return Answer(200, answer.body, headers)
        if method == "DELETE" and kind.registration:
            for document in self._store.find(owner):
                self._store.delete(document)
            return Answer(204)
        raise RefusedError(400, f"the parameter {kind.identifier} is missing")


def _existing(found: Document | None) -> Document:
    if found is None:
        raise RefusedError(404, "there is no such document")
    return found


def _given(document: Document) -> Answer:
    headers = {
        "Content-Type": document.type,
        "ETag": document.etag,
        "Last-Modified": _http_date(document.updated),
    }
    return Answer(200, document.body, headers)


def _judge_preconditions(request: Request, found: Document | None, *, strict: bool) -> None:
    """Nothing is overwritten that the client has not seen (Comm 3.1). `strict` where PUT must say what it knows."""
    match, none_match = request.headers.get("if-match"), request.headers.get("if-none-match")
    if match is not None and (found is None or not _names(match, found)):
        there = f"the document has the ETag {found.etag}" if found else "there is no document"
        raise RefusedError(412, f"If-Match says {match}, but {there}")
    if none_match is not None and found is not None and _names(none_match, found):
        raise RefusedError(412, f"If-None-Match says {none_match}, but there is a document with the ETag {found.etag}")
    if strict and request.method == "PUT" and match is None and none_match is None:
        if found is not None:
            raise RefusedError(
                409, "there is a document already: look at it with GET, then send its ETag in If-Match (xAPI Comm 3.1)"
            )
        raise RefusedError(400, "PUT says If-Match, or If-None-Match: * for a document that is new (xAPI Comm 3.1)")


def _names(header: str, document: Document) -> bool:
    return header.strip() == "*" or document.etag in (each.strip() for each in header.split(","))


def _is_json(media: str) -> bool:
    return media.partition(";")[0].strip().lower() == "application/json"


def _checked(body: bytes) -> bytes:
    """JSON as it came; other text that calls itself JSON is refused (Comm 3.2)."""
    _read(body)
    return body


def _whole(body: bytes, found: Document | None) -> bytes:
    """The document after a POST: its own members, with those that came in their place (Comm 2.2)."""
    came = _read(body)
    if found is None or not _is_json(found.type):
        return body
    known = _read(found.body)
    if not isinstance(came, dict) or not isinstance(known, dict):
        raise RefusedError(400, "only JSON objects are merged")
    return dump({**known, **came}).encode()


def _read(body: bytes) -> Any:
    try:
        return read_json(body)
    except JsonError as error:
        raise RefusedError(400, str(error)) from error


def _http_date(when: str) -> str:
    found = moment(when)
    assert found is not None  # noqa: S101  (the store writes timestamps)
    return format_datetime(found, usegmt=True)
