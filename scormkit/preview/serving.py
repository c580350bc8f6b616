"""A small web server on this machine alone, and how it answers with files, ranges of files and its own pages."""

from __future__ import annotations

import mimetypes
import re
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

_START_SECONDS = 10
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
# What a package may hold and a machine's own table of types may lack.
_TYPES = {
    ".avif": "image/avif",
    ".m4a": "audio/mp4",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


class Server:
    """Answers these routes on a free port of 127.0.0.1, in a thread of its own, between `start` and `stop`."""

    def __init__(self, routes: Sequence[BaseRoute], around: Callable[[ASGIApp], ASGIApp] = lambda inner: inner) -> None:
        """Nothing is served yet. `around` may put an application of its own around the routes."""
        self._application = around(Starlette(routes=[*routes, Route("/favicon.ico", _nothing)]))
        self._socket: socket.socket | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The root of the server; ends in a slash. Raises `RuntimeError` while it does not run."""
        if self._socket is None:
            raise RuntimeError("the server is not running")
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    def start(self) -> None:
        """Start serving; returns when the server answers. Raises `RuntimeError` where it does not come up."""
        config = uvicorn.Config(self._application, lifespan="off", ws="none", log_level="warning", access_log=False)
        self._server = uvicorn.Server(config)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)
        self._thread.start()
        waited = threading.Event()
        for _ in range(_START_SECONDS * 100):
            if self._server.started:
                return
            waited.wait(0.01)
        self.stop()
        raise RuntimeError("the server did not start")

    def stop(self) -> None:
        """Stop serving; returns when the last answer is given. Harmless on a server that does not run."""
        if self._server is not None and self._thread is not None and self._socket is not None:
            self._server.should_exit = True
            self._thread.join()
            self._socket.close()
        self._server = self._thread = self._socket = None


def served(name: str, content: bytes, asked: str | None = None) -> Response:
    """The whole of a file, or the range of bytes that is asked for (RFC 9110, 14.2): a film is jumped in by ranges.

    `name` tells the media type; `asked` is the request's `Range` header.
    """
    kind = _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {"Cache-Control": "no-store", "Accept-Ranges": "bytes"}
    wanted = _RANGE.fullmatch(asked or "")
    if wanted is None or wanted.groups() == ("", ""):
        return Response(content, media_type=kind, headers=headers)
    size = len(content)
    start, end = (int(each) if each else None for each in wanted.groups())
    first = max(size - (end or 0), 0) if start is None else start
    last = size - 1 if start is None or end is None else min(end, size - 1)
    if first > last:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(content[first : last + 1], status_code=206, media_type=kind, headers=headers)


def own(name: str) -> str:
    """A file of this room, such as a page's script."""
    return files("scormkit.preview").joinpath(name).read_text(encoding="utf-8")


def page(name: str, values: Mapping[str, str]) -> str:
    """A page of this room, with values (HTML already) in the place of its comments `<!--key-->`."""
    text = own(name)
    for key, value in values.items():
        text = text.replace(f"<!--{key}-->", value)
    return text


def _nothing(_request: Request) -> Response:
    return Response(status_code=204)
