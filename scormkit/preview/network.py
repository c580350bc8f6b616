"""The way between a page and its LRS, which can be slow, broken or gone on request, and remembers what went over it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request as WebRequest
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from scormkit.preview.lrs import Answer, RefusedError, Request
from scormkit.preview.lrs.http import preflight, received, sent

_ABORT = "scormkit.abort"
_POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class NetworkFault:
    """Requests that fail: the first `times` of those that it is about, after `skip` that do not.

    `resource` is a path below the endpoint, such as `statements` or `activities/state`, or `fetch` for cmi5's fetch
    URL, or "" for any; `method` "" for any; `document` a stateId or profileId, "" for any. `how`: answered with this
    HTTP status, or the connection dropped, or no answer until the client gives up. Where `kept`, the request is
    carried out, and only its answer is lost.
    """

    resource: str
    how: int | Literal["drop", "hang"] = 500
    method: str = ""
    times: int = 1
    skip: int = 0
    document: str = ""
    kept: bool = False

    def concerns(self, request: Request) -> bool:
        """Whether the fault is about such a request."""
        document = request.parameters.get("stateId") or request.parameters.get("profileId") or ""
        return (
            self.resource in ("", request.resource)
            and self.method in ("", request.method)
            and self.document in ("", document)
        )


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request that arrived, and what came of it; preflights are left out.

    `status` and `answer` are what the page got: None and nothing where the connection was dropped or held.
    """

    method: str
    resource: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    status: int | None
    answer: bytes = b""


class Network:
    """Carries requests to whoever answers them. Its settings may be changed from any thread while it runs."""

    def __init__(self) -> None:
        """Everything works."""
        self.offline = False
        """Whether every request is dropped."""
        self.delay = 0.0
        """How many seconds each request takes on its way."""
        self.exchanges: list[Exchange] = []
        """What has arrived, in the order of the answers."""
        self._faults: list[tuple[NetworkFault, list[int]]] = []
        self._stopping = threading.Event()

    def fail(self, *faults: NetworkFault) -> None:
        """Let these faults happen from now on, beside those that are not used up yet."""
        self._faults += [(fault, [0]) for fault in faults]

    def mend(self) -> None:
        """Let everything work again."""
        self._faults = []
        self.offline, self.delay = False, 0.0

    def stop(self) -> None:
        """Let go of the requests that get no answer."""
        self._stopping.set()

    async def carry(self, web: WebRequest, resource: str, answer: Callable[[Request], Awaitable[Answer]]) -> Response:
        """Take a request to `answer` and back, or fail it."""
        if web.method == "OPTIONS":
            if self.offline:
                await _drop(web)
            return preflight()
        try:
            request = await received(web, resource)
        except RefusedError as refusal:
            return sent(Answer(refusal.status, str(refusal).encode()), web.method)
        if self.delay:
            await asyncio.sleep(self.delay)
        fault = NetworkFault(resource, "drop") if self.offline else self._fault(request)
        result = await answer(request) if fault is None or fault.kept else None
        if fault is None and result is not None:
            self._note(request, result.status, result.body)
            return sent(result, web.method)
        assert fault is not None  # noqa: S101  (without a fault there is a result)
        if isinstance(fault.how, int):
            text = b"This request fails on request."
            self._note(request, fault.how, text)
            return sent(Answer(fault.how, text, {"Content-Type": "text/plain; charset=utf-8"}), web.method)
        self._note(request, None, b"")
        if fault.how == "hang":
            await self._hold(web)
        await _drop(web)
        return Response(status_code=500)

    def _fault(self, request: Request) -> NetworkFault | None:
        """The fault that befalls a request; counts every request that one is about."""
        found = None
        for fault, seen in self._faults:
            if fault.concerns(request):
                seen[0] += 1
                if found is None and fault.skip < seen[0] <= fault.skip + fault.times:
                    found = fault
        return found

    def _note(self, request: Request, status: int | None, answer: bytes) -> None:
        self.exchanges.append(
            Exchange(
                request.method, request.resource, request.parameters, request.headers, request.body, status, answer
            )
        )

    async def _hold(self, web: WebRequest) -> None:
        """Wait until the client has gone, or the server is stopped."""
        while not self._stopping.is_set() and not await web.is_disconnected():
            await asyncio.sleep(_POLL_SECONDS)


def abortable(inner: ASGIApp) -> ASGIApp:
    """An application whose requests know how to drop their connection: no HTTP answer looks like a lost network."""

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        # ASGI has no word for it, but uvicorn's `send` is a method of what holds the connection.
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            scope[_ABORT] = transport.abort
        await inner(scope, receive, send)

    return outer


async def _drop(web: WebRequest) -> None:
    web.scope[_ABORT]()
    while not await web.is_disconnected():
        await asyncio.sleep(0)
