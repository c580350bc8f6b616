"""What holds for every resource: versions, credentials, other origins, the alternate syntax, and what is where."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import pytest

from scormkit.preview.lrs import Lrs, OpenClient, Request
from tests.preview.xapi_packages import send

AGENT = {"mbox": "mailto:learner@example.org"}


def statement(iri):
    return {"actor": AGENT, "verb": {"id": f"{iri}/verb"}, "object": {"id": iri}}


@pytest.mark.parametrize(
    ("version", "status", "answered"),
    [
        ("1.0", 200, "1.0.3"),
        ("1.0.0", 200, "1.0.3"),
        ("1.0.9", 200, "1.0.3"),
        ("2.0.0", 200, "2.0.0"),
        ("0.95", 400, "1.0.3"),
        ("1.1.0", 400, "1.0.3"),
        ("1.0x", 400, "1.0.3"),
        ("3.0.0", 400, "1.0.3"),
        (None, 400, "1.0.3"),
    ],
)
def test_versions(ask, version, status, answered):
    reply = ask("GET", "statements", parameters={"limit": "1"}, headers={"X-Experience-API-Version": version})
    assert (reply.status, reply.headers["X-Experience-API-Version"]) == (status, answered)


def test_about_is_for_everyone(lrs_host):
    reply = send(f"{lrs_host.endpoint}about", headers={"X-Experience-API-Version": None})
    assert (reply.status, reply.json) == (200, {"version": ["1.0.3", "2.0.0"]})


@pytest.mark.parametrize("authorization", [None, "Basic Og==", "Basic x", "Bearer y", "Basic é"])
def test_without_credentials_nothing_is_told(lrs_host, authorization):
    headers = {"Authorization": authorization.encode("latin-1") if authorization else None}
    reply = send(f"{lrs_host.endpoint}statements", headers=headers)
    assert reply.status == 401
    assert reply.headers["WWW-Authenticate"].startswith("Basic")
    assert "credentials" in reply.text


@pytest.mark.parametrize(
    ("method", "resource", "status"),
    [
        ("GET", "statement", 404),
        ("GET", "", 404),
        ("DELETE", "statements", 405),
        ("PUT", "about", 405),
        ("POST", "agents", 405),
    ],
)
def test_what_is_not_there(ask, method, resource, status):
    reply = ask(method, resource)
    assert reply.status == status
    assert ("Allow" in reply.headers) == (status == 405)


def test_pages_of_other_origins_may_ask(lrs_host):
    wanted = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PUT"}
    reply = send(f"{lrs_host.endpoint}activities/state", "OPTIONS", headers=wanted)
    assert reply.status == 204
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "PUT" in reply.headers["Access-Control-Allow-Methods"]
    allowed = reply.headers["Access-Control-Allow-Headers"]
    assert all(name in allowed for name in ("Authorization", "X-Experience-API-Version", "Content-Type", "If-Match"))
    refused = send(f"{lrs_host.endpoint}statements")
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in refused.headers["Access-Control-Expose-Headers"]


def test_a_person_has_what_the_agent_has(ask):
    reply = ask("GET", "agents", parameters={"agent": '{"mbox": "mailto:a@b.c", "name": "A"}'})
    assert reply.json == {"objectType": "Person", "name": ["A"], "mbox": ["mailto:a@b.c"]}


def test_an_activity_nobody_spoke_of_has_its_id(ask, iri):
    assert ask("GET", "activities", parameters={"activityId": iri}).json == {"objectType": "Activity", "id": iri}
    assert ask("GET", "activities", parameters={"activityId": "x"}).status == 400


class TestAlternateSyntax:
    """Everything in the form of a POST (Comm 1.3)."""

    def post(self, host, resource, method, form, **more):
        given = {"Authorization": host.authorization, "X-Experience-API-Version": "1.0.3", **form}
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Experience-API-Version": None}
        url = f"{host.endpoint}{resource}"
        return send(url, "POST", urlencode(given).encode(), {"method": method, **more}, headers)

    def test_it_stores_and_finds(self, lrs_host, iri):
        identifier = str(uuid4())
        content = f'{{"actor": {{"mbox": "mailto:é@b.c"}}, "verb": {{"id": "{iri}/v"}}, "object": {{"id": "{iri}"}}}}'
        form = {"statementId": identifier, "content": content, "Content-Type": "application/json"}
        assert self.post(lrs_host, "statements", "PUT", form).status == 204
        reply = self.post(lrs_host, "statements", "GET", {"activity": iri})
        assert [each["id"] for each in reply.json["statements"]] == [identifier]
        assert reply.json["statements"][0]["actor"] == {"mbox": "mailto:é@b.c"}

    def test_it_carries_preconditions(self, lrs_host, iri):
        form = {"activityId": iri, "profileId": "p", "content": "{}"}
        assert self.post(lrs_host, "activities/profile", "PUT", {**form, "If-None-Match": "*"}).status == 204
        assert self.post(lrs_host, "activities/profile", "PUT", {**form, "If-None-Match": "*"}).status == 412
        assert self.post(lrs_host, "activities/profile", "DELETE", {"activityId": iri, "profileId": "p"}).status == 204

    @pytest.mark.parametrize(
        ("method", "form", "more", "says"),
        [
            ("PATCH", {}, {}, "the method is one of"),
            ("GET", {}, {"limit": "1"}, "limit belongs in the form"),
            ("GET", {"X-Experience-API-Version": "2.0.0"}, {}, "xAPI 2.0 knows no alternate request syntax"),
            ("GET", {"Verb": "x"}, {}, "it is written verb"),
        ],
    )
    def test_it_is_read_strictly(self, lrs_host, method, form, more, says):
        reply = self.post(lrs_host, "statements", method, form, **more)
        assert (reply.status, says in reply.text) == (400, True)


def open_lrs(**more):
    return Lrs(lambda _: OpenClient(AGENT), **more)


def request(method, resource, body=b"", **parameters):
    headers = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}
    return Request(method, resource, parameters, headers, body)


def test_a_file_keeps_everything_from_one_lrs_to_the_next(tmp_path, iri):
    first = open_lrs(database=tmp_path / "lrs.sqlite")
    first.store([statement(iri)], AGENT)
    first.answer(
        request("PUT", "activities/state", b"[1]", activityId=iri, agent='{"mbox":"mailto:a@b.c"}', stateId="s")
    )
    kept, documents = first.statements, first.documents
    first.close()
    second = open_lrs(database=tmp_path / "lrs.sqlite")
    assert (second.statements, second.documents) == (kept, documents)
    assert [document.body for document in documents] == [b"[1]"]
    second.store([statement(iri)], AGENT)
    assert second.statements[1]["stored"] > kept[0]["stored"]
    second.close()


def test_a_body_that_is_too_large_is_refused():
    lrs = open_lrs(max_bytes=10)
    assert lrs.answer(request("POST", "statements", b" " * 11)).status == 413
    lrs.close()


def test_the_server_s_own_statements_are_judged_too():
    lrs = open_lrs()
    with pytest.raises(ValueError, match="has no verb"):
        lrs.store([{"actor": AGENT, "object": {"id": "x:y"}}], AGENT)
    assert lrs.statements == []
    lrs.close()


def test_what_is_refused_leaves_nothing_behind(iri):
    class Wary(OpenClient):
        def after_storing(self, statements):
            raise RuntimeError("no")

    lrs = Lrs(lambda _: Wary(AGENT))
    with pytest.raises(RuntimeError):
        lrs.answer(request("POST", "statements", str(statement(iri)).replace("'", '"').encode()))
    assert lrs.statements == []
    lrs.close()
