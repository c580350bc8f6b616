"""Requests in the alternate syntax of xAPI 1.0: everything in the form of a POST (Comm 1.3)."""

from __future__ import annotations

from urllib.parse import parse_qsl

from scormkit.preview.lrs.messages import RefusedError, Request

_HEADERS = (
    "authorization",
    "x-experience-api-version",
    "content-type",
    "content-length",
    "if-match",
    "if-none-match",
)
_METHODS = ("GET", "PUT", "POST", "DELETE", "HEAD")


def plain_request(request: Request) -> Request:
    """What a request in the alternate syntax stands for; any other request as it is. Raises `RefusedError` (400)."""
    if request.method != "POST" or "method" not in request.parameters:
        return request
    method = request.parameters["method"].upper()
    if method not in _METHODS:
        raise RefusedError(400, f"the method is one of {', '.join(_METHODS)}, not {request.parameters['method']!r}")
    others = sorted(name for name in request.parameters if name != "method")
    if others:
        raise RefusedError(400, f"with method in the address, {', '.join(others)} belongs in the form (xAPI Comm 1.3)")
    try:
        pairs = parse_qsl(
            request.body.decode("ascii"), keep_blank_values=True, errors="strict", strict_parsing=bool(request.body)
        )
    except ValueError as error:
        raise RefusedError(400, "the body is no form, or not in UTF-8") from error
    form = dict(pairs)
    if len(form) != len(pairs):
        raise RefusedError(400, "a field of the form is given twice")
    headers = {name: value for name, value in request.headers.items() if name not in ("content-type", "content-length")}
    headers |= {name.lower(): value for name, value in form.items() if name.lower() in _HEADERS}
    if headers.get("x-experience-api-version", "").startswith("2"):
        raise RefusedError(400, "xAPI 2.0 knows no alternate request syntax")
    content = form.pop("content", "").encode()
    if content:
        headers.setdefault("content-type", "application/json")
    parameters = {name: value for name, value in form.items() if name.lower() not in _HEADERS}
    return Request(method, request.resource, parameters, headers, content)
