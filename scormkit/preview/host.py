"""The server behind the local LMS: the members of a package, the LMS page, and what is kept between launches."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from scormkit.archive.reader import open_container
from scormkit.checking.detect import detect
from scormkit.checking.source import read_xml
from scormkit.checking.vocabulary import MANIFEST, SCORM_2004
from scormkit.preview.faults import Conditions
from scormkit.preview.hosting import Host
from scormkit.preview.launches import Launch
from scormkit.preview.lms import Lms, Lms12, Lms2004
from scormkit.preview.records import Record
from scormkit.preview.records2004 import Record2004, Tracking
from scormkit.preview.serving import Server, own, served

_PARTS = ("calls.js", "engine.js", "lms.css", "lms.js", "player.js")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the API, as the LMS saw it. `result` is None where the call threw or gave nothing."""

    sco: str
    launch: int
    name: str
    values: tuple[str, ...]
    result: str | None
    error: str


class PackageHost(Host):
    """Serves one SCORM package, a zip or a folder, on this machine alone. Use it as a context manager.

    `runtime` is scorm-again's script that gives the page `Scorm12API` or `Scorm2004API`, whichever the package needs:
    its `dist/scorm-again.min.js` has both.
    """

    def __init__(self, package: Path, *, runtime: Path) -> None:
        """Read what the package offers; nothing is served yet.

        Raises `XmlError` where its manifest cannot be read, `ValueError` where that has no organization.
        """
        super().__init__(package)
        self._runtime = runtime
        with open_container(package) as container:
            manifest = container.read(MANIFEST)
            edition = detect(container.names, read_xml(manifest, MANIFEST))
        self._lms: Lms = Lms2004(manifest) if edition in SCORM_2004 else Lms12(manifest)
        self.calls: list[Call] = []
        """The calls of all launches, as far as handed over: at every commit, and when the LMS page closes."""
        self._conditions: dict[int, Conditions] = {}
        routes = [
            Route("/runtime.js", self._serve_runtime),
            Route("/lms/{name}", _serve_own),
            Route("/start", self._start),
            Route("/launch/{sco:path}", self._launch),
            Route("/begin/{sco:path}", self._begin, methods=["POST"]),
            Route("/kept/{sco:path}", self._keep, methods=["POST"]),
            Route("/late/{seconds:float}", _late),
        ]
        self._servers = (Server([*self._routes, *routes]),)

    @property
    def launches(self) -> tuple[Launch, ...]:
        """What can be launched, in the order of the table of contents."""
        return self._lms.launches

    @property
    def records(self) -> Mapping[str, Record | Record2004]:
        """What is kept of each SCO, by its item's identifier."""
        return self._lms.records

    @property
    def tracking(self) -> Mapping[str, Tracking]:
        """What the sequencer of SCORM 2004 knows of each activity, as last handed over, by its identifier."""
        return self._lms.tracking

    @property
    def rollup(self) -> Tracking:
        """What has become of the organization of a SCORM 2004 package. Raises `TypeError` for one of SCORM 1.2."""
        return self._lms.rollup

    def launch_url(self, sco: str, conditions: Conditions | None = None) -> str:
        """An address that launches the SCO with this item identifier, once or again, under these conditions.

        In SCORM 2004 that is a choice of the learner's, which the sequencing may refuse. Raises `KeyError` where no
        SCO is called so.
        """
        if sco not in self.records:
            raise KeyError(sco)
        return f"{self.url}launch/{quote(sco)}?number={self._number(conditions)}"

    def start_url(self, conditions: Conditions | None = None) -> str:
        """An address that starts the package, or goes on where the learner left; in SCORM 1.2 its first SCO."""
        return f"{self.url}start?number={self._number(conditions)}"

    def _number(self, conditions: Conditions | None) -> int:
        number = len(self._conditions) + 1
        self._conditions[number] = conditions or Conditions()
        return number

    def _under(self, number: int) -> Conditions:
        return self._conditions.get(number, Conditions())

    async def _start(self, request: Request) -> Response:
        return self._player(None, request)

    async def _launch(self, request: Request) -> Response:
        sco = request.path_params["sco"]
        return self._player(sco, request) if sco in self.records else Response(status_code=404)

    def _player(self, sco: str | None, request: Request) -> Response:
        number = int(request.query_params.get("number", 0))
        return HTMLResponse(self._lms.page(sco, number, self._under(number)))

    async def _begin(self, request: Request) -> Response:
        sco = request.path_params["sco"]
        if sco not in self.records:
            return Response(status_code=404)
        asked = await request.json()
        return JSONResponse(self._lms.begin(sco, self._under(asked["number"]), resumed=asked["resumed"]))

    async def _keep(self, request: Request) -> Response:
        sco = request.path_params["sco"]
        if sco not in self.records:
            return Response(status_code=404)
        kept = await request.json()
        self._lms.keep(sco, kept)
        self.calls += [
            Call(sco, kept["number"], call["name"], tuple(call["values"]), call["result"], call["error"])
            for call in kept["calls"]
        ]
        return JSONResponse({})

    async def _serve_runtime(self, _request: Request) -> Response:
        return served("runtime.js", self._runtime.read_bytes())


async def _late(request: Request) -> Response:
    """What a page that has to wait for an LMS waits for."""
    await asyncio.sleep(request.path_params["seconds"])
    return Response()


async def _serve_own(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _PARTS:
        return Response(status_code=404)
    return served(name, own(name).encode())
