"""The server behind the local LMS: the members of a package, the LMS page, and what is kept between launches."""

from __future__ import annotations

import json
import mimetypes
import re
import socket
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from scormkit.archive.container import Container
from scormkit.archive.defects import MemberError
from scormkit.archive.reader import open_container
from scormkit.preview.faults import Conditions
from scormkit.preview.launches import Launch, launches
from scormkit.preview.records import Record

_MANIFEST = "imsmanifest.xml"
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


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the API, as the LMS saw it. `result` is None where the call threw or gave nothing."""

    sco: str
    launch: int
    name: str
    values: tuple[str, ...]
    result: str | None
    error: str


class PackageHost:
    """Serves one package, a zip or a folder, on this machine alone. Use it as a context manager.

    `runtime` is the script that gives the page `Scorm12API`, such as scorm-again's `dist/scorm12.min.js`.
    """

    def __init__(self, package: Path, *, runtime: Path) -> None:
        """Read what the package offers; nothing is served yet."""
        self._runtime = runtime
        self._package = package
        with open_container(package) as container:
            self.launches: tuple[Launch, ...] = launches(container.read(_MANIFEST))
        self._container: Container | None = None
        self.records: dict[str, Record] = {launch.identifier: Record() for launch in self.launches}
        self.calls: list[Call] = []
        """The calls of all launches, as far as handed over: at every commit, and when the LMS page closes."""
        self._conditions: dict[int, Conditions] = {}
        self._socket: socket.socket | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where the list of SCOs is; ends in a slash."""
        if self._socket is None:
            raise RuntimeError("the host is not running")
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    def launch_url(self, sco: str, conditions: Conditions | None = None) -> str:
        """An address that launches the SCO with this item identifier, once or again, under these conditions."""
        if sco not in self.records:
            raise KeyError(sco)
        number = len(self._conditions) + 1
        self._conditions[number] = conditions or Conditions()
        return f"{self.url}launch/{quote(sco)}?number={number}"

    def content_url(self, href: str) -> str:
        """The address of a member itself, outside any LMS."""
        return f"{self.url}content/{href}"

    def __enter__(self) -> Self:
        """Start serving."""
        application = Starlette(
            routes=[
                Route("/", self._index),
                Route("/favicon.ico", _nothing),
                Route("/runtime.js", self._serve_runtime),
                Route("/lms/{name}", _serve_own),
                Route("/launch/{sco:path}", self._launch),
                Route("/kept/{sco:path}", self._keep, methods=["POST"]),
                Route("/content/{name:path}", self._content),
            ]
        )
        config = uvicorn.Config(application, lifespan="off", ws="none", log_level="warning", access_log=False)
        self._server = uvicorn.Server(config)
        self._container = open_container(self._package)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)
        self._thread.start()
        waited = threading.Event()
        for _ in range(_START_SECONDS * 100):
            if self._server.started:
                return self
            waited.wait(0.01)
        self.__exit__(None, None, None)
        raise RuntimeError("the host did not start")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        if self._server is not None and self._thread is not None and self._socket is not None:
            self._server.should_exit = True
            self._thread.join()
            self._socket.close()
        if self._container is not None:
            self._container.__exit__(kind, error, trace)
        self._server = self._thread = self._socket = self._container = None

    async def _index(self, _request: Request) -> Response:
        rows = "\n".join(
            f'<li><a href="/launch/{escape(quote(each.identifier))}">{escape(each.title or each.identifier)}</a></li>'
            for each in self.launches
        )
        return HTMLResponse(_page("index.html", {"rows": rows}))

    async def _launch(self, request: Request) -> Response:
        sco = request.path_params["sco"]
        launch = next((each for each in self.launches if each.identifier == sco), None)
        if launch is None:
            return Response(status_code=404)
        number = int(request.query_params.get("number", 0))
        conditions = self._conditions.get(number, Conditions())
        data = {
            "sco": sco,
            "number": number,
            "href": f"/content/{launch.href}",
            "api": conditions.api,
            "faults": [asdict(fault) for fault in conditions.faults],
            "elements": self.records[sco].begin(conditions),
        }
        # In a script element only "<" could end the text early.
        text = json.dumps(data).replace("<", "\\u003c")
        return HTMLResponse(_page("launch.html", {"title": escape(launch.title or sco), "data": text}))

    async def _keep(self, request: Request) -> Response:
        sco = request.path_params["sco"]
        if sco not in self.records:
            return Response(status_code=404)
        kept = await request.json()
        if kept["elements"] is not None:
            self.records[sco].elements = kept["elements"]
        self.calls += [
            Call(sco, kept["number"], call["name"], tuple(call["values"]), call["result"], call["error"])
            for call in kept["calls"]
        ]
        return JSONResponse({})

    async def _content(self, request: Request) -> Response:
        name = request.path_params["name"]
        try:
            content = self._container.read(name) if self._container is not None else b""
        except (KeyError, MemberError):
            return Response(status_code=404)
        return _serve(name, content, request.headers.get("range"))

    async def _serve_runtime(self, _request: Request) -> Response:
        return _serve("runtime.js", self._runtime.read_bytes())


def _serve(name: str, content: bytes, asked: str | None = None) -> Response:
    """The whole of a file, or the range of bytes that is asked for (RFC 9110, 14.2): a film is jumped in by ranges."""
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


async def _serve_own(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ("lms.js", "lms.css"):
        return Response(status_code=404)
    return _serve(name, _own(name).encode())


def _nothing(_request: Request) -> Response:
    return Response(status_code=204)


def _own(name: str) -> str:
    return files("scormkit.preview").joinpath(name).read_text(encoding="utf-8")


def _page(name: str, values: Mapping[str, str]) -> str:
    page = _own(name)
    for key, value in values.items():
        page = page.replace(f"<!--{key}-->", value)
    return page
