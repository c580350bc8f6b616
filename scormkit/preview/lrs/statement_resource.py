"""The statement resource: what is stored, what is refused, and what is found (xAPI 1.0.3, Comm 2.1)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from scormkit.preview.lrs.formats import canonical, only_ids
from scormkit.preview.lrs.mentions import agent_key
from scormkit.preview.lrs.messages import Answer, Client, RefusedError, Request, as_json
from scormkit.preview.lrs.parameters import Parameters
from scormkit.preview.lrs.statement_store import Query, StatementStore, completed
from scormkit.xapi.comparing import same_statement
from scormkit.xapi.formats import moment
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.validation import Version, statement_problems
from scormkit.xapi.vocabulary import VOIDED

_ONE = ("statementId", "voidedStatementId")
_FILTERS = (
    *("agent", "verb", "activity", "registration", "related_activities", "related_agents"),
    *("since", "until", "limit", "format", "attachments", "ascending"),
)
_CURSOR = "cursor"
_FORMATS = ("exact", "ids", "canonical")
_SHOWN_PROBLEMS = 20


class StatementResource:
    """Answers requests for `statements`."""

    def __init__(self, store: StatementStore, more: str) -> None:
        """`more` is the path under which clients reach this resource; the rest of a long result is found there."""
        self._store = store
        self._more = more

    def answer(self, request: Request, client: Client, version: Version) -> Answer:
        """Carry the request out. Raises `RefusedError`."""
        if request.method == "GET":
            return self._get(request)
        known = ("statementId",) if request.method == "PUT" else ()
        parameters = Parameters(request.parameters, known)
        statements = _read(request, version)
        if request.method == "POST":
            return as_json(self.store(statements, client, version))
        identifier = parameters.required("statementId")
        parameters.uuid("statementId")
        if len(statements) != 1 or request.body.lstrip().startswith(b"["):
            raise RefusedError(400, "PUT takes one statement, not an array")
        if statements[0].get("id", identifier).lower() != identifier.lower():
            raise RefusedError(400, f"the statement has the id {statements[0]['id']}, statementId is {identifier}")
        self.store([{**statements[0], "id": identifier}], client, version)
        return Answer(204)

    def store(self, statements: Sequence[dict[str, Any]], client: Client, version: Version) -> list[str]:
        """Keep valid statements, all or none, and give their ids. What is there already stays as it is.

        Raises `RefusedError`: 400 for an id that the batch has twice, 409 for one that is taken by another statement.
        """
        ids = [each["id"].lower() for each in statements if "id" in each]
        twice = next((each for each in ids if ids.count(each) > 1), None)
        if twice:
            raise RefusedError(400, f"two statements of the batch have the id {twice}")
        fresh = []
        for each in statements:
            known = self._store.get(each["id"]) if "id" in each else None
            if known is None:
                fresh.append(each)
            elif not same_statement(known, each):
                raise RefusedError(409, f"another statement with the id {each['id']} is stored already")
        self._judge_voiding(statements)
        client.before_storing(fresh)
        result = []
        stored = []
        for each in statements:
            identified = each if "id" in each else {"id": str(uuid4()), **each}
            result.append(identified["id"])
            if any(each is one for one in fresh):
                whole = completed(
                    identified, self._store.now(), client.authority, "1.0.0" if version == "1.0.3" else version
                )
                self._store.add(whole)
                stored.append(whole)
        client.after_storing(stored)
        return result

    def _judge_voiding(self, statements: Sequence[dict[str, Any]]) -> None:
        """A statement that takes another back cannot be taken back itself (Data 2.3.2)."""
        voiding = {each["id"].lower() for each in statements if "id" in each and each["verb"]["id"] == VOIDED}
        for each in statements:
            if each["verb"]["id"] == VOIDED:
                target = each["object"]["id"].lower()
                known = self._store.get(target)
                if target in voiding or (known is not None and known["verb"]["id"] == VOIDED):
                    raise RefusedError(400, f"{target} voids a statement: it cannot be voided (xAPI Data 2.3.2)")

    def _get(self, request: Request) -> Answer:
        given = request.parameters
        if _CURSOR in given:
            given = _unpacked(given[_CURSOR])
        known = (*_ONE, *_FILTERS, *(("after",) if _CURSOR in request.parameters else ()))
        parameters = Parameters(given, known)
        form = parameters.choice("format", _FORMATS)
        if parameters.boolean("attachments"):
            raise RefusedError(400, "this store keeps no attachments: ask with attachments=false")
        accept = request.headers.get("accept-language", "")
        for name in _ONE:
            if name in parameters:
                others = sorted(parameters.names - {name, "format", "attachments"})
                if others:
                    raise RefusedError(400, f"{name} goes with format and attachments, not with {', '.join(others)}")
                return self._one(parameters, name, form, accept)
        query = self._query(parameters)
        page = self._store.find(query)
        more = ""
        if page.after is not None:
            more = f"{self._more}?{urlencode({_CURSOR: _packed({**given, 'after': str(page.after)})})}"
        return as_json({"statements": [self._in_format(each, form, accept) for each in page.statements], "more": more})

    def _one(self, parameters: Parameters, name: str, form: str, accept: str) -> Answer:
        identifier = parameters.uuid(name) or ""
        found = self._store.get(identifier)
        if found is None or self._store.is_voided(identifier) != (name == "voidedStatementId"):
            raise RefusedError(404, f"there is no statement with this {name}")
        stored = moment(found["stored"])
        headers = {"Last-Modified": format_datetime(stored, usegmt=True)} if stored else {}
        return as_json(self._in_format(found, form, accept), headers=headers)

    def _query(self, parameters: Parameters) -> Query:
        agent = parameters.agent_or_group("agent")
        return Query(
            agent=agent_key(agent) if agent else None,
            related_agents=parameters.boolean("related_agents"),
            activity=parameters.iri("activity"),
            related_activities=parameters.boolean("related_activities"),
            verb=parameters.iri("verb"),
            registration=parameters.uuid("registration"),
            since=parameters.moment("since"),
            until=parameters.moment("until"),
            ascending=parameters.boolean("ascending"),
            limit=parameters.count("limit"),
            after=parameters.count("after") if "after" in parameters else None,
        )

    def _in_format(self, statement: dict[str, Any], form: str, accept: str) -> dict[str, Any]:
        if form == "ids":
            return only_ids(statement)
        if form == "canonical":
            return canonical(statement, self._store.definition, self._store.display, accept)
        return statement


def _read(request: Request, version: Version) -> list[dict[str, Any]]:
    """The statements of a body, judged (Comm 1.5, 3.0)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/mixed":
        raise RefusedError(400, "this store keeps no attachments: send application/json, each with a fileUrl")
    if kind != "application/json":
        raise RefusedError(400, f"statements are application/json; the request says {kind or 'nothing'}")
    try:
        value = read_json(request.body)
    except JsonError as error:
        raise RefusedError(400, str(error)) from error
    several = value if isinstance(value, list) else [value]
    problems = [
        problem
        for index, each in enumerate(several)
        for problem in statement_problems(each, version=version, path=f"$[{index}]" if isinstance(value, list) else "$")
    ]
    if problems:
        raise RefusedError(400, "\n".join(str(problem) for problem in problems[:_SHOWN_PROBLEMS]))
    for each in several:
        if any("fileUrl" not in one for one in each.get("attachments", ())):
            raise RefusedError(400, "an attachment without its data has a fileUrl (xAPI Comm 1.5.2)")
    return several


def _packed(parameters: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(urlencode(parameters).encode()).decode()


def _unpacked(cursor: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(base64.urlsafe_b64decode(cursor.encode()).decode(), strict_parsing=True))
    except (ValueError, binascii.Error) as error:
        raise RefusedError(400, "the cursor is not one that this store gave out") from error
