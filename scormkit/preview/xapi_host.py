"""The server behind the local LMS for cmi5 and Tin Can: a package, an LRS, and launches by the letter."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit
from uuid import uuid4

from starlette.requests import Request as WebRequest
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from scormkit.archive.reader import open_container
from scormkit.checking.vocabulary import CMI5_STRUCTURE, TINCAN_STRUCTURE
from scormkit.preview.cmi5.lms import Addresses, Cmi5Lms
from scormkit.preview.cmi5.sessions import Mode, Session
from scormkit.preview.hosting import Host
from scormkit.preview.launches import Launch
from scormkit.preview.lrs import Answer, Client, Document, Lrs, OpenClient, Owner, Request
from scormkit.preview.lrs.mentions import agent_key
from scormkit.preview.lrs.messages import as_json, dump
from scormkit.preview.network import Exchange, Network, NetworkFault, abortable
from scormkit.preview.serving import Server, own, page, served
from scormkit.preview.structures import read_activities, read_course
from scormkit.xapi.vocabulary import PREFERENCES

_HOME = "https://lms.example.org/"
LEARNER: Mapping[str, Any] = {"objectType": "Agent", "account": {"homePage": _HOME, "name": "learner-1"}}
"""Who is at the screen, unless the host is told otherwise."""
_LMS = {"objectType": "Agent", "account": {"homePage": _HOME, "name": "lms"}}
_METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]


@dataclass(frozen=True, slots=True)
class XapiConditions:
    """How an activity is launched, and what happens on its way to the LRS from then on."""

    mode: Mode = "Normal"
    """cmi5 only."""
    registration: str | None = None
    """A UUID; None for the host's own."""
    returns: bool = True
    """Whether the launch data has a returnURL; cmi5 only."""
    preferences: Mapping[str, str] | None = None
    """The learner's preferences, such as `{"languagePreference": "nl"}`; cmi5 only."""
    faults: tuple[NetworkFault, ...] = ()
    delay: float = 0.0
    """Seconds that each request takes."""


class XapiHost(Host):
    """Serves one cmi5 or Tin Can package, a zip or a folder, with an LRS, on this machine alone.

    Use it as a context manager; what it has stored can be read after it has stopped. With `cross_origin` the LRS has
    another port, and so another origin, than the pages. `actor` is the learner: an agent with an account. With
    a `database` the LRS keeps its data in that file.
    """

    def __init__(
        self,
        package: Path,
        *,
        actor: Mapping[str, Any] = LEARNER,
        cross_origin: bool = False,
        database: Path | None = None,
    ) -> None:
        """Read what the package offers; nothing is served yet.

        Raises `OSError` for a path that cannot be opened, `ValueError` for a package that has neither `cmi5.xml` nor
        `tincan.xml` or offers nothing, `XmlError` for one that cannot be read.
        """
        super().__init__(package)
        self.registration = str(uuid4())
        """The learner's enrolment, unless a launch names another."""
        self.network = Network()
        self._actor = dict(actor)
        self._password = secrets.token_urlsafe(16)
        self._tokens: set[str] = set()
        self._lrs = Lrs(self._admit, database=database)
        self._lms: Cmi5Lms | None = None
        with open_container(package) as container:
            if CMI5_STRUCTURE in container.names:
                course = read_course(container.read(CMI5_STRUCTURE))
                self._launches = tuple(Launch(au.id, au.title, au.url) for au in course.aus)
                self._lms = Cmi5Lms(course, self._lrs, self._actor, _LMS)
            elif TINCAN_STRUCTURE in container.names:
                found = read_activities(container.read(TINCAN_STRUCTURE))
                self._launches = tuple(Launch(each.id, each.title, each.launch) for each in found)
            else:
                raise ValueError(f"the package has neither {CMI5_STRUCTURE} nor {TINCAN_STRUCTURE}")
        endpoint = Route("/lrs/{resource:path}", self._answer, methods=_METHODS)
        fetch = Route("/fetch/{key}", self._fetch, methods=_METHODS)
        pages = [
            Route("/return", self._return),
            Route("/lms/lms.css", _style),
            Route("/launch/{identifier:path}", self._launch),
        ]
        pages += self._routes
        lrs = [endpoint, fetch]
        self._servers = (
            (Server(pages, abortable), Server(lrs, abortable)) if cross_origin else (Server(pages + lrs, abortable),)
        )

    @property
    def launches(self) -> tuple[Launch, ...]:
        """The activities that can be launched, in the order of the package."""
        return self._launches

    @property
    def endpoint(self) -> str:
        """Where the LRS is; ends in a slash."""
        return f"{self._lrs_url}lrs/"

    @property
    def authorization(self) -> str:
        """The `Authorization` of one who may do everything at the LRS."""
        return _basic("lms", self._password)

    @property
    def statements(self) -> list[dict[str, Any]]:
        """Every statement, the LMS's own among them, in the order of storing."""
        return self._lrs.statements

    @property
    def documents(self) -> list[Document]:
        """Every document: states, activity profiles and agent profiles."""
        return self._lrs.documents

    @property
    def states(self) -> dict[str, bytes]:
        """The states of the host's own registration, by stateId; where activities share one, the last of them."""
        return {
            each.id: each.body
            for each in self.documents
            if each.owner.resource == "activities/state" and each.owner.registration == self.registration
        }

    @property
    def sessions(self) -> list[Session]:
        """Every launch of an AU, in order; none for Tin Can."""
        return list(self._lms.sessions) if self._lms else []

    @property
    def requests(self) -> list[Exchange]:
        """What has arrived at the LRS and at the fetch URL, and what came of it."""
        return list(self.network.exchanges)

    def launch_url(self, identifier: str, conditions: XapiConditions | None = None) -> str:
        """Launch the activity with this id (the publisher's, for an AU); gives the address to open.

        Every call is a launch of its own: in cmi5 the one before is abandoned, if it has not ended. Faults of earlier
        launches are over. Raises `KeyError` for an id that is not there, `RuntimeError` while nothing is served.
        """
        launch = next((each for each in self.launches if each.identifier == identifier), None)
        if launch is None:
            raise KeyError(identifier)
        conditions = conditions or XapiConditions()
        self.network.mend()
        self.network.fail(*conditions.faults)
        self.network.delay = conditions.delay
        address = urljoin(f"{self.url}content/", launch.href)
        registration = conditions.registration or self.registration
        if self._lms is None:
            token = secrets.token_urlsafe(16)
            self._tokens.add(token)
            parameters = {
                "endpoint": self.endpoint,
                "auth": _basic("learner", token),
                "actor": dump(self._actor),
                "registration": registration,
                "activity_id": identifier,
            }
        else:
            if conditions.preferences is not None:
                owner = Owner("agents/profile", agent=agent_key(self._actor) or "")
                self._lrs.put_document(owner, PREFERENCES, dump(dict(conditions.preferences)).encode())
            parameters = self._lms.launch(
                identifier,
                address,
                Addresses(self.endpoint, f"{self._lrs_url}fetch/", f"{self.url}return"),
                registration=registration,
                mode=conditions.mode,
                returns=conditions.returns,
            )
        parts = urlsplit(address)
        return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, urlencode(parameters))))))

    def waive(self, identifier: str, reason: str = "Administrative") -> None:
        """Let the LMS say that the learner need not do this AU (cmi5 9.3.7). Raises `KeyError`, also for Tin Can."""
        if self._lms is None:
            raise KeyError(identifier)
        self._lms.waive(identifier, self.registration, reason)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        self.network.stop()
        super().__exit__(kind, error, trace)

    @property
    def _lrs_url(self) -> str:
        return self._servers[-1].url

    def _admit(self, authorization: str) -> Client | None:
        """Who has these credentials."""
        given = authorization.encode()
        if secrets.compare_digest(given, self.authorization.encode()):
            return OpenClient(_LMS)
        if any(secrets.compare_digest(given, _basic("learner", token).encode()) for token in self._tokens):
            return OpenClient({"objectType": "Agent", "account": {"homePage": _HOME, "name": "content"}})
        return self._lms.client(authorization) if self._lms else None

    async def _answer(self, request: WebRequest) -> Response:
        async def answer(asked: Request) -> Answer:
            return self._lrs.answer(asked)

        return await self.network.carry(request, request.path_params["resource"], answer)

    async def _fetch(self, request: WebRequest) -> Response:
        async def answer(asked: Request) -> Answer:
            if asked.method != "POST" or self._lms is None:
                return Answer(405, b"the fetch URL takes POST (cmi5 8.2.1)", {"Allow": "POST"})
            return as_json(self._lms.fetch(request.path_params["key"]))

        return await self.network.carry(request, "fetch", answer)

    async def _launch(self, request: WebRequest) -> Response:
        """A launch from the list: the page gives way to the activity (cmi5 8.1, OwnWindow and AnyWindow)."""
        try:
            address = self.launch_url(request.path_params["identifier"])
        except KeyError:
            return Response(status_code=404)
        return RedirectResponse(address, status_code=303)

    async def _return(self, _request: WebRequest) -> Response:
        """Where an AU sends its learner when it ends (cmi5 10.2.6)."""
        return HTMLResponse(page("returned.html", {}))


def _basic(user: str, password: str) -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


async def _style(_request: WebRequest) -> Response:
    return served("lms.css", own("lms.css").encode())
