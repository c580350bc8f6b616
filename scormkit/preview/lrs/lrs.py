"""The LRS as a function from request to answer: versions, credentials, resources (xAPI 1.0.3, part three)."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scormkit.preview.lrs.alternate import plain_request
from scormkit.preview.lrs.database import open_database
from scormkit.preview.lrs.document_resource import KINDS, DocumentResource
from scormkit.preview.lrs.document_store import Document, DocumentStore, Owner, etag
from scormkit.preview.lrs.messages import Answer, Client, OpenClient, RefusedError, Request, as_json
from scormkit.preview.lrs.parameters import Parameters
from scormkit.preview.lrs.statement_resource import StatementResource
from scormkit.preview.lrs.statement_store import StatementStore
from scormkit.xapi.formats import timestamp
from scormkit.xapi.validation import Version, statement_problems
from scormkit.xapi.validation.actors import IDENTIFIERS

VERSIONS: tuple[Version, ...] = ("1.0.3", "2.0.0")
"""The versions of xAPI that are spoken, the first where a client does not say."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest body that is taken, unless the LRS is told otherwise."""
PAGE_SIZE = 500
"""How many statements are given at once, unless the LRS is told otherwise."""

_METHODS: dict[str, tuple[str, ...]] = {
    "statements": ("GET", "POST", "PUT"),
    **dict.fromkeys(KINDS, ("GET", "POST", "PUT", "DELETE")),
    "activities": ("GET",),
    "agents": ("GET",),
    "about": ("GET",),
}


class Lrs:
    """A learning record store for one machine. Its methods may be called from any thread.

    `admit` says who is behind an `Authorization` header (None for nobody); `path` is where clients find the LRS on
    its server, with a slash at the end; without a `database` all is gone with the object.
    """

    def __init__(
        self,
        admit: Callable[[str], Client | None],
        *,
        path: str = "/lrs/",
        database: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        max_bytes: int = MAX_BYTES,
        page_size: int = PAGE_SIZE,
    ) -> None:
        """Open the database."""
        self._admit = admit
        self._clock = clock
        self._max_bytes = max_bytes
        self.lock = threading.RLock()
        """Held while a request is carried out; whoever acts on what is stored may hold it too."""
        self._database = open_database(database)
        self._closing = weakref.finalize(self, self._database.close)
        self._store = StatementStore(self._database, clock, page_size)
        self._documents = DocumentStore(self._database)
        self._statement_resource = StatementResource(self._store, f"{path}statements")
        self._document_resource = DocumentResource(self._documents, self._store.now)

    def close(self) -> None:
        """Let go of the database, which otherwise goes with the object."""
        with self.lock:
            self._closing()

    @property
    def statements(self) -> list[dict[str, Any]]:
        """Every statement as it is kept, voided ones too, in the order of storing."""
        with self.lock:
            return list(self._store.all())

    @property
    def documents(self) -> list[Document]:
        """Every document as it is kept."""
        with self.lock:
            return self._documents.all()

    def store(self, statements: Sequence[dict[str, Any]], authority: dict[str, Any]) -> None:
        """Keep statements of the server itself. Raises `ValueError` where one is not valid."""
        problems = [problem for each in statements for problem in statement_problems(each)]
        if problems:
            raise ValueError("\n".join(str(problem) for problem in problems))
        with self.lock, self._transaction():
            self._statement_resource.store(statements, OpenClient(authority), "1.0.3")

    def put_document(self, owner: Owner, identifier: str, body: bytes) -> None:
        """Keep a JSON document of the server itself, whatever is there."""
        with self.lock:
            self._documents.put(owner, identifier, "application/json", body, self._store.now())

    def answer(self, request: Request) -> Answer:
        """Carry a request out. Never raises `RefusedError`: a refusal is an answer too, with its reason as text."""
        version: Version = VERSIONS[0]
        try:
            request = plain_request(request)
            version = _version(request)
            answer = self._answer(request, version)
        except RefusedError as refusal:
            headers = {"Content-Type": "text/plain; charset=utf-8", **refusal.headers}
            answer = Answer(refusal.status, str(refusal).encode(), headers)
        headers = {**answer.headers, "X-Experience-API-Version": version}
        if request.resource == "statements":
            headers["X-Experience-API-Consistent-Through"] = timestamp(self._clock())
        return Answer(answer.status, answer.body, headers)

    def _answer(self, request: Request, version: Version) -> Answer:
        methods = _METHODS.get(request.resource)
        if methods is None:
            raise RefusedError(404, f"there is no resource {request.resource!r}; there are {', '.join(_METHODS)}")
        if request.method == "HEAD":  # the body is left out by whoever sends the answer
            request = Request("GET", request.resource, request.parameters, request.headers)
        if request.method not in methods:
            raise RefusedError(405, f"{request.resource} takes {', '.join(methods)}", {"Allow": ", ".join(methods)})
        if request.resource == "about":
            Parameters(request.parameters, ())
            return as_json({"version": list(VERSIONS)})
        with self.lock:
            client = self._admit(request.headers.get("authorization", ""))
            if client is None:
                told = "are not known here" if request.headers.get("authorization") else "are missing"
                raise RefusedError(401, f"the credentials {told}", {"WWW-Authenticate": 'Basic realm="LRS"'})
            if len(request.body) > self._max_bytes:
                raise RefusedError(413, f"the body has more than {self._max_bytes} bytes")
            return self._carry_out(request, client, version)

    def _carry_out(self, request: Request, client: Client, version: Version) -> Answer:
        with self._transaction():
            client.before_request(request)
            if request.resource == "statements":
                return self._statement_resource.answer(request, client, version)
            if request.resource in KINDS:
                return self._document_resource.answer(request, version)
            return self._activity(request) if request.resource == "activities" else _person(request)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of what is written, or nothing; within another transaction a part of that one."""
        if self._database.in_transaction:
            yield
            return
        self._database.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def _activity(self, request: Request) -> Answer:
        """All that is known of an activity (Comm 2.5)."""
        parameters = Parameters(request.parameters, ("activityId",))
        identifier = parameters.required("activityId")
        parameters.iri("activityId")
        known = self._store.definition(identifier)
        return _with_etag(
            as_json({"objectType": "Activity", "id": identifier, **({"definition": known} if known else {})})
        )


def _person(request: Request) -> Answer:
    """The person behind an agent, of whom no more is known than what was asked with (Comm 2.4)."""
    parameters = Parameters(request.parameters, ("agent",))
    parameters.required("agent")
    agent = parameters.agent("agent") or {}
    return _with_etag(
        as_json({"objectType": "Person", **{key: [agent[key]] for key in ("name", *IDENTIFIERS) if key in agent}})
    )


def _with_etag(answer: Answer) -> Answer:
    return Answer(answer.status, answer.body, {**answer.headers, "ETag": etag(answer.body)})


def _version(request: Request) -> Version:
    """The version that a request is to be read by (Comm 3.3)."""
    given = request.headers.get("x-experience-api-version")
    if request.resource == "about":
        return VERSIONS[0]
    if given is None:
        raise RefusedError(400, "the header X-Experience-API-Version is missing")
    for version in VERSIONS:
        start = version[:3]
        if given == start or given.startswith(f"{start}."):
            return version
    raise RefusedError(400, f"the version {given} is not spoken here; there are {', '.join(VERSIONS)}")
