"""An assignable unit as a client of the LRS: known by its token, held to the rules of its session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from scormkit.preview.cmi5.rules import judge
from scormkit.preview.cmi5.sessions import Progress, Session
from scormkit.preview.lrs.mentions import agent_key
from scormkit.preview.lrs.messages import RefusedError, Request
from scormkit.xapi import vocabulary as v
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.validation.actors import agent


class AuClient:
    """The client of one request."""

    def __init__(self, session: Session, learn: Callable[[Session], None]) -> None:
        """`learn` is called when statements of the session are stored."""
        self._session = session
        self._learn = learn
        self._progress: Progress = session.progress

    @property
    def authority(self) -> dict[str, Any]:
        """The session, as an account of the LMS."""
        account = {"homePage": self._session.actor["account"]["homePage"], "name": f"session {self._session.id}"}
        return {"objectType": "Agent", "account": account}

    def before_request(self, request: Request) -> None:
        """The token is good for its session and its learner only (cmi5 8.2, 10.2.1)."""
        session = self._session
        # A statement that is stored already may be sent again: the answer may have been lost.
        if session.over and not (request.resource == "statements" and request.method in ("POST", "PUT")):
            raise RefusedError(403, f"the session is {session.over}, and its token with it (cmi5 8.2.1)")
        if request.resource in ("activities/state", "agents/profile"):
            self._judge_document(request)

    def before_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """Hold the statements to the rules of cmi5."""
        self._progress = judge(statements, self._session)

    def after_storing(self, statements: Sequence[dict[str, Any]]) -> None:
        """The session has come further."""
        if statements:
            self._session.progress = self._progress
            self._learn(self._session)

    def _judge_document(self, request: Request) -> None:
        session, given = self._session, request.parameters
        if _key(given.get("agent", "")) not in (None, agent_key(session.actor)):
            raise RefusedError(403, "the agent is not the learner of this session (cmi5 8.1)")
        if given.get("registration", session.registration.id).lower() != session.registration.id:
            raise RefusedError(403, "the registration is not that of this session (cmi5 8.1)")
        name = given.get("stateId") or given.get("profileId") or ""
        if request.method in ("GET", "HEAD"):
            if (request.resource, name) in (("activities/state", v.LAUNCH_DATA), ("agents/profile", v.PREFERENCES)):
                session.read.add(name)
        elif request.resource == "activities/state" and name in ("", v.LAUNCH_DATA):
            raise RefusedError(403, f"an AU does not change or delete {v.LAUNCH_DATA} (cmi5 10.2.1)")


def _key(text: str) -> str | None:
    """The key of an agent in a parameter; None where there is none, which is for the LRS to refuse."""
    try:
        value = read_json(text)
    except JsonError:
        return None
    return agent_key(value) if not list(agent(value, "agent")) else None
