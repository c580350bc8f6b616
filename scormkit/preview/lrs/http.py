"""The LRS on the web: requests and answers of Starlette, and leave for pages of other origins (Comm 2.9)."""

from __future__ import annotations

from starlette.requests import Request as WebRequest
from starlette.responses import Response

from scormkit.preview.lrs.messages import Answer, RefusedError, Request

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through"
    ),
}
"""The headers that let a page of another origin read an answer."""

_PREFLIGHT = {
    **CORS,
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": (
        "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version"
    ),
    "Access-Control-Max-Age": "600",
}


def preflight() -> Response:
    """The answer to a browser that asks whether another origin's page may send its request."""
    return Response(status_code=204, headers=_PREFLIGHT)


async def received(request: WebRequest, resource: str) -> Request:
    """A request as the LRS takes it. Raises `RefusedError` (400) for a parameter that is given twice."""
    pairs = request.query_params.multi_items()
    parameters = dict(pairs)
    if len(parameters) != len(pairs):
        raise RefusedError(400, "a parameter is given twice")
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Request(request.method, resource, parameters, headers, await request.body())


def sent(answer: Answer, method: str) -> Response:
    """An answer as it goes out; without its body where only the headers were asked for."""
    response = Response(
        b"" if method == "HEAD" else answer.body,
        status_code=answer.status,
        headers={"Cache-Control": "no-store", **CORS, **answer.headers},
    )
    if method == "HEAD":
        response.headers["Content-Length"] = str(len(answer.body))
    return response
