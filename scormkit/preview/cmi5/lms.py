"""The LMS that launches assignable units: registrations, sessions, and the statements that are the LMS's to make."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from scormkit.preview.cmi5.client import AuClient
from scormkit.preview.cmi5.rules import duration
from scormkit.preview.cmi5.sessions import Mode, Registration, Session, lms_id
from scormkit.preview.lrs import Lrs, Owner
from scormkit.preview.lrs.mentions import agent_key
from scormkit.preview.lrs.messages import dump
from scormkit.preview.structures import Au, Block
from scormkit.xapi import vocabulary as v
from scormkit.xapi.formats import timestamp


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts of the LMS are."""

    endpoint: str
    fetch: str
    """With a slash at the end; the key of a session follows."""
    returns: str


class Cmi5Lms:
    """Everything that cmi5 asks of an LMS, over an LRS. Its methods may be called from any thread."""

    def __init__(self, course: Block, lrs: Lrs, actor: dict[str, Any], authority: dict[str, Any]) -> None:
        """`actor` is the learner; `authority` vouches for the LMS's statements."""
        self.course = course
        self.sessions: list[Session] = []
        """Every launch, in order."""
        self._aus = {au.id: au for au in course.aus}
        self._lrs = lrs
        self._actor = actor
        self._authority = authority
        self._registrations: dict[str, Registration] = {}
        self._keys: dict[str, Session] = {}

    def launch(
        self, au: str, launch_url: str, addresses: Addresses, *, registration: str, mode: Mode, returns: bool
    ) -> dict[str, str]:
        """Begin a session of the AU with this publisher's id; gives the launch parameters (cmi5 8.1).

        Sessions of the registration that are still open are abandoned. Raises `KeyError` for an AU that is not there.
        """
        unit = self._aus[au]
        with self._lrs.lock:
            enrolled = self._enrolled(registration)
            for session in self.sessions:
                if session.registration is enrolled and not session.over:
                    self._abandon(session)
            session = self._begin(unit, enrolled, mode)
            self._write_launch_data(session, addresses.returns if returns else "")
            self._say_launched(session, launch_url)
            key = secrets.token_urlsafe(16)
            self._keys[key] = session
        return {
            "endpoint": addresses.endpoint,
            "fetch": f"{addresses.fetch}{key}",
            "actor": dump(self._actor),
            "registration": enrolled.id,
            "activityId": session.activity_id,
        }

    def fetch(self, key: str) -> dict[str, str]:
        """What the fetch URL answers: the token, once (cmi5 8.2)."""
        with self._lrs.lock:
            session = self._keys.get(key)
            if session is None:
                return {"error-code": "2", "error-text": "This fetch URL belongs to no session."}
            if session.fetched or session.over:
                reason = "The session is over." if session.over else "The token has been handed out already."
                return {"error-code": "1", "error-text": reason}
            session.fetched = True
            return {"auth-token": session.token}

    def client(self, authorization: str) -> AuClient | None:
        """The AU whose token this is."""
        for session in self.sessions:
            if session.fetched and secrets.compare_digest(f"Basic {session.token}".encode(), authorization.encode()):
                return AuClient(session, self._learn)
        return None

    def waive(self, au: str, registration: str, reason: str = "Administrative") -> None:
        """Say that the learner need not do this AU (cmi5 9.3.7); once is enough."""
        unit = self._aus[au]
        with self._lrs.lock:
            enrolled = self._enrolled(registration)
            achieved = enrolled.achieved.setdefault(au, set())
            if v.WAIVED in achieved:
                return
            session_id = str(uuid4())
            result = {"success": True, "completion": True, "extensions": {v.REASON: reason}}
            self._say(v.WAIVED, _au_object(unit), unit.id, enrolled, session_id, result=result)
            achieved.add(v.WAIVED)
            self._say_satisfied(enrolled, session_id)

    def _enrolled(self, registration: str) -> Registration:
        known = self._registrations.get(registration.lower())
        if known is None:
            known = self._registrations[registration.lower()] = Registration(registration.lower())
            # Blocks of which nothing is asked are satisfied from the start (cmi5 9.6.1).
            self._say_satisfied(known, str(uuid4()))
        return known

    def _begin(self, au: Au, registration: Registration, mode: Mode) -> Session:
        identifier = str(uuid4())
        session = Session(
            id=identifier,
            au=au,
            registration=registration,
            actor=self._actor,
            mode=mode,
            activity_id=lms_id(au.id),
            template={
                "contextActivities": {"grouping": [{"objectType": "Activity", "id": au.id}]},
                "extensions": {v.SESSION_ID: identifier},
            },
            token=base64.b64encode(f"{identifier}:{secrets.token_hex(16)}".encode()).decode(),
            launched=datetime.now(UTC),
        )
        self.sessions.append(session)
        return session

    def _write_launch_data(self, session: Session, returns: str) -> None:
        """The state that the AU reads first (cmi5 10.2)."""
        au = session.au
        data: dict[str, Any] = {
            "contextTemplate": session.template,
            "launchMode": session.mode,
            "moveOn": au.move_on,
        }
        if au.mastery_score is not None:
            data["masteryScore"] = au.mastery_score
        if au.launch_parameters:
            data["launchParameters"] = au.launch_parameters
        if au.entitlement_key:
            data["entitlementKey"] = {"courseStructure": au.entitlement_key}
        if returns:
            data["returnURL"] = returns
        owner = Owner("activities/state", session.activity_id, agent_key(self._actor) or "", session.registration.id)
        self._lrs.put_document(owner, v.LAUNCH_DATA, dump(data).encode())

    def _say_launched(self, session: Session, launch_url: str) -> None:
        au = session.au
        more: dict[str, Any] = {v.LAUNCH_MODE: session.mode, v.LAUNCH_URL: launch_url, v.MOVE_ON: au.move_on}
        if au.mastery_score is not None:
            more[v.MASTERY_SCORE] = au.mastery_score
        if au.launch_parameters:
            more[v.LAUNCH_PARAMETERS] = au.launch_parameters
        self._say(v.LAUNCHED, _au_object(au), au.id, session.registration, session.id, more=more)

    def _abandon(self, session: Session) -> None:
        """End a session that did not say so itself (cmi5 9.3.6, 9.5.4.2)."""
        session.over = "abandoned"
        spent = (session.progress.latest or session.launched) - session.launched
        result = {"duration": duration(spent)}
        self._say(v.ABANDONED, _au_object(session.au), session.au.id, session.registration, session.id, result=result)

    def _learn(self, session: Session) -> None:
        """An AU has said something: see whether the learner moves on."""
        session.achieved.update(verb for verb in session.progress.verbs if verb in (v.COMPLETED, v.PASSED, v.FAILED))
        if v.TERMINATED in session.progress.verbs:
            session.over = "terminated"
        self._say_satisfied(session.registration, session.id)

    def _say_satisfied(self, registration: Registration, session_id: str) -> None:
        for block in registration.newly_satisfied(self.course):
            kind = v.COURSE_TYPE if block is self.course else v.BLOCK_TYPE
            about = {"objectType": "Activity", "id": lms_id(block.id), "definition": {"type": kind}}
            registration.satisfied.add(block.id)
            self._say(v.SATISFIED, about, block.id, registration, session_id)

    def _say(
        self,
        verb: str,
        about: dict[str, Any],
        publisher_id: str,
        registration: Registration,
        session_id: str,
        *,
        result: dict[str, Any] | None = None,
        more: dict[str, Any] | None = None,
    ) -> None:
        """Store a cmi5 defined statement of the LMS (cmi5 9)."""
        judged = result is not None and "success" in result
        categories = [v.CMI5_CATEGORY, *([v.MOVE_ON_CATEGORY] if judged else [])]
        statement = {
            "id": str(uuid4()),
            "timestamp": timestamp(datetime.now(UTC)),
            "actor": self._actor,
            "verb": {"id": verb, "display": {"en": v.word(verb)}},
            "object": about,
            **({"result": result} if result else {}),
            "context": {
                "registration": registration.id,
                "contextActivities": {
                    "category": [{"objectType": "Activity", "id": each} for each in categories],
                    "grouping": [{"objectType": "Activity", "id": publisher_id}],
                },
                "extensions": {v.SESSION_ID: session_id, **(more or {})},
            },
        }
        self._lrs.store([statement], self._authority)


def _au_object(au: Au) -> dict[str, Any]:
    return {"objectType": "Activity", "id": lms_id(au.id)}
