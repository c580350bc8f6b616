"""What every local LMS has in common: the members of a package and a list of what can be launched, served together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from scormkit.archive.container import Container
from scormkit.archive.defects import MemberError
from scormkit.archive.reader import open_container
from scormkit.preview.launches import Launch
from scormkit.preview.serving import Server, page, served


class Host(ABC):
    """Serves one package, a zip or a folder, on this machine alone. Use it as a context manager."""

    def __init__(self, package: Path) -> None:
        """Nothing is read and nothing is served yet."""
        self._package = package
        self._container: Container | None = None
        self._routes = [Route("/", self._index), Route("/content/{name:path}", self._content)]
        self._servers: tuple[Server, ...] = ()
        """All that is started with it; the first one has the pages."""

    @property
    @abstractmethod
    def launches(self) -> Sequence[Launch]:
        """What can be launched, in the order of the package."""

    @property
    def url(self) -> str:
        """Where the list of what can be launched is; ends in a slash. Raises `RuntimeError` while nothing is served."""
        return self._servers[0].url

    def content_url(self, href: str) -> str:
        """The address of a member itself, outside any launch."""
        return f"{self.url}content/{href}"

    def replace(self, package: Path) -> None:
        """Serve another build of the same package from now on, as where an administrator uploads a new version.

        What is launched is called as before, and all that is kept of the learner stays. Raises what opening an archive
        raises.
        """
        found = open_container(package)
        former, self._container, self._package = self._container, found, package
        if former is not None:
            former.__exit__(None, None, None)

    def __enter__(self) -> Self:
        """Start serving. Raises `OSError` where the package is gone, `RuntimeError` where a server does not come up."""
        self._container = open_container(self._package)
        try:
            for server in self._servers:
                server.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        for server in self._servers:
            server.stop()
        if self._container is not None:
            self._container.__exit__(kind, error, trace)
        self._container = None

    async def _index(self, _request: Request) -> Response:
        rows = "\n".join(
            f'<li><a href="/launch/{escape(quote(each.identifier, safe=""))}">'
            f"{escape(each.title or each.identifier)}</a></li>"
            for each in self.launches
        )
        return HTMLResponse(page("index.html", {"rows": rows}))

    async def _content(self, request: Request) -> Response:
        name = request.path_params["name"]
        try:
            content = self._container.read(name) if self._container is not None else b""
        except (KeyError, MemberError):
            return Response(status_code=404)
        return served(name, content, request.headers.get("range"))
