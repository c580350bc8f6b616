"""The server behind the local LMS: the members of a package, the LMS page, and what is kept between launches."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from scormkit.archive.container import Container
from scormkit.archive.defects import MemberError
from scormkit.archive.reader import open_container
from scormkit.preview.faults import Conditions
from scormkit.preview.launches import Launch, launches
from scormkit.preview.records import Record
from scormkit.preview.serving import Server, own, page, served

_MANIFEST = "imsmanifest.xml"
_PARTS = ("calls.js", "lms.css", "lms.js")


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
        self._server = Server(
            [
                Route("/", self._index),
                Route("/runtime.js", self._serve_runtime),
                Route("/lms/{name}", _serve_own),
                Route("/launch/{sco:path}", self._launch),
                Route("/kept/{sco:path}", self._keep, methods=["POST"]),
                Route("/content/{name:path}", self._content),
            ]
        )

    @property
    def url(self) -> str:
        """Where the list of SCOs is; ends in a slash."""
        return self._server.url

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
        self._container = open_container(self._package)
        try:
            self._server.start()
        except RuntimeError:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        self._server.stop()
        if self._container is not None:
            self._container.__exit__(kind, error, trace)
        self._container = None

    async def _index(self, _request: Request) -> Response:
        rows = "\n".join(
            f'<li><a href="/launch/{escape(quote(each.identifier))}">{escape(each.title or each.identifier)}</a></li>'
            for each in self.launches
        )
        return HTMLResponse(page("index.html", {"rows": rows}))

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
        return HTMLResponse(page("launch.html", {"title": escape(launch.title or sco), "data": text}))

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
        return served(name, content, request.headers.get("range"))

    async def _serve_runtime(self, _request: Request) -> Response:
        return served("runtime.js", self._runtime.read_bytes())


async def _serve_own(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _PARTS:
        return Response(status_code=404)
    return served(name, own(name).encode())
