"""The statement resource over HTTP."""

from __future__ import annotations

import json
from urllib.parse import urljoin
from uuid import uuid4

import pytest

from scormkit.xapi.vocabulary import VOIDED
from tests.preview.xapi_packages import send

AGENT = {"mbox": "mailto:learner@example.org"}
JSON = {"Content-Type": "application/json"}


def statement(iri, **more):
    return {"actor": AGENT, "verb": {"id": f"{iri}/verb"}, "object": {"id": iri}, **more}


def found(ask, **parameters):
    """The ids of what a query finds, the newest first."""
    return [each["id"] for each in ask("GET", "statements", parameters=parameters).json["statements"]]


def store(ask, *statements):
    reply = ask("POST", "statements", list(statements))
    assert reply.status == 200, reply.text
    return reply.json


def test_what_is_posted_is_completed_and_given_back(ask, iri):
    (identifier,) = store(ask, statement(iri))
    reply = ask("GET", "statements", parameters={"statementId": identifier})
    kept = reply.json
    assert kept["id"] == identifier
    assert kept["timestamp"] == kept["stored"]
    assert kept["version"] == "1.0.0"
    assert kept["authority"]["account"]["name"] == "lms"
    assert reply.headers["X-Experience-API-Version"] == "1.0.3"
    assert reply.headers["X-Experience-API-Consistent-Through"] > kept["stored"]
    assert reply.headers["Last-Modified"].endswith("GMT")


def test_what_a_client_says_of_authority_and_storing_does_not_count(ask, iri):
    (identifier,) = store(ask, statement(iri, stored="2000-01-01T00:00:00Z", authority=AGENT, version="1.0.3"))
    kept = ask("GET", "statements", parameters={"statementId": identifier}).json
    assert kept["stored"] > "2020"
    assert kept["authority"] != AGENT
    assert kept["version"] == "1.0.3"


def test_put_keeps_one_statement_under_its_id(ask, iri):
    identifier = str(uuid4())
    assert ask("PUT", "statements", statement(iri), {"statementId": identifier}).status == 204
    assert found(ask, activity=iri) == [identifier]


@pytest.mark.parametrize(
    ("body", "parameters", "says"),
    [
        ({}, {}, "the parameter statementId is missing"),
        ({}, {"statementId": "1"}, "statementId is not a UUID"),
        ({"id": str(uuid4())}, {"statementId": str(uuid4())}, "the statement has the id"),
        ([{}], {"statementId": str(uuid4())}, "PUT takes one statement"),
        ({}, {"statementid": str(uuid4())}, "it is written statementId"),
    ],
)
def test_put_that_does_not_fit_is_refused(ask, iri, body, parameters, says):
    full = [statement(iri)] if isinstance(body, list) else statement(iri, **body)
    reply = ask("PUT", "statements", full, parameters)
    assert reply.status == 400
    assert says in reply.text


def test_the_same_statement_again_changes_nothing_and_another_is_a_conflict(ask, iri):
    given = statement(iri, id=str(uuid4()), timestamp="2026-01-02T03:04:05Z")
    assert store(ask, given) == store(ask, given) == [given["id"]]
    reply = ask("POST", "statements", {**given, "verb": {"id": f"{iri}/other"}})
    assert (reply.status, given["id"] in reply.text) == (409, True)
    reply = ask("PUT", "statements", {**given, "result": {"success": True}}, {"statementId": given["id"]})
    assert reply.status == 409
    assert found(ask, activity=iri) == [given["id"]]


def test_one_bad_statement_keeps_out_the_whole_batch(ask, iri):
    reply = ask("POST", "statements", [statement(iri), statement(iri, result={"success": "true"})])
    assert reply.status == 400
    assert reply.text.startswith("$[1].result.success: true or false is expected")
    taken = statement(iri, id=str(uuid4()))
    store(ask, taken)
    assert ask("POST", "statements", [statement(iri), {**taken, "result": {}}]).status == 409
    assert found(ask, activity=iri) == [taken["id"]]


def test_a_batch_has_an_id_once(ask, iri):
    given = statement(iri, id=str(uuid4()))
    reply = ask("POST", "statements", [given, {**given, "id": given["id"].upper()}])
    assert (reply.status, "two statements of the batch" in reply.text) == (400, True)


@pytest.mark.parametrize(
    ("body", "headers", "says"),
    [
        (b"{", JSON, "not JSON"),
        (b"\xff", JSON, "not UTF-8"),
        (b'{"id": 1, "id": 2}', JSON, "the key 'id' twice"),
        (b"{}", {"Content-Type": "text/plain"}, "the request says text/plain"),
        (b"{}", {"Content-Type": None}, "the request says nothing"),
        (b"--b", {"Content-Type": "multipart/mixed; boundary=b"}, "keeps no attachments"),
        (b'"statement"', JSON, "a statement is an object"),
    ],
)
def test_what_is_no_statement_is_refused(ask, body, headers, says):
    reply = ask("POST", "statements", body, headers=headers)
    assert reply.status == 400
    assert says in reply.text


def test_an_attachment_needs_its_address(ask, iri):
    attachment = {
        "usageType": f"{iri}/usage",
        "display": {"en": "File"},
        "contentType": "text/plain",
        "length": 1,
        "sha2": "0" * 64,
    }
    reply = ask("POST", "statements", statement(iri, attachments=[attachment]))
    assert (reply.status, "has a fileUrl" in reply.text) == (400, True)
    store(ask, statement(iri, attachments=[{**attachment, "fileUrl": f"{iri}/file"}]))
    assert ask("GET", "statements", parameters={"activity": iri, "attachments": "true"}).status == 400
    assert len(found(ask, activity=iri, attachments="false")) == 1


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"Verb": "x"}, "it is written verb"),
        ({"colour": "red"}, "no parameter 'colour'"),
        ({"verb": "did"}, "verb is not an absolute IRI"),
        ({"activity": "a/b"}, "activity is not an absolute IRI"),
        ({"registration": "1"}, "registration is not a UUID"),
        ({"since": "yesterday"}, "since is not a timestamp"),
        ({"until": "2026-01-01T00:00:00"}, "until is not a timestamp with its zone"),
        ({"limit": "-1"}, "limit is a whole number"),
        ({"limit": "many"}, "limit is a whole number"),
        ({"format": "short"}, "format is one of exact, ids, canonical"),
        ({"ascending": "yes"}, "ascending is true or false"),
        ({"agent": "me"}, "agent: the text is not JSON"),
        ({"agent": "{}"}, "this has none"),
        ({"agent": '{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}'}, "cannot be looked for"),
        ({"statementId": str(uuid4()), "voidedStatementId": str(uuid4())}, "not with voidedStatementId"),
        ({"statementId": str(uuid4()), "limit": "1"}, "not with limit"),
        ({"cursor": "what"}, "the cursor is not one"),
        ({"after": "1"}, "no parameter 'after'"),
    ],
)
def test_a_query_that_does_not_fit_is_refused(ask, parameters, says):
    reply = ask("GET", "statements", parameters=parameters)
    assert reply.status == 400
    assert says in reply.text


def test_the_filters(ask, iri):
    registration = str(uuid4())
    account = {"account": {"homePage": iri, "name": "x"}}
    team = {"objectType": "Group", "mbox": f"mailto:{uuid4()}@example.org", "member": [account]}
    about = {"objectType": "SubStatement", "actor": AGENT, "verb": {"id": f"{iri}/v"}, "object": {"id": f"{iri}/sub"}}
    grouping = {"grouping": {"id": f"{iri}/group"}}
    alone, grouped, of_team, sub, guided = store(
        ask,
        statement(iri),
        statement(iri, context={"registration": registration, "contextActivities": grouping}),
        statement(iri, actor=team),
        statement(iri, object=about),
        statement(iri, context={"instructor": account}),
    )
    assert found(ask, activity=iri) == [guided, of_team, grouped, alone]
    assert found(ask, activity=iri, ascending="true", limit="2") == [alone, grouped]
    assert found(ask, verb=f"{iri}/verb") == [guided, sub, of_team, grouped, alone]
    assert found(ask, verb=f"{iri}/v") == []
    assert found(ask, registration=registration.upper()) == [grouped]
    assert found(ask, activity=f"{iri}/group") == []
    assert found(ask, activity=f"{iri}/group", related_activities="true") == [grouped]
    assert found(ask, activity=f"{iri}/sub", related_activities="true") == [sub]
    assert found(ask, agent=json.dumps(account)) == [of_team]
    assert found(ask, agent=json.dumps({"objectType": "Group", "mbox": team["mbox"]})) == [of_team]
    assert found(ask, agent=json.dumps(account), related_agents="true") == [guided, of_team]
    assert found(ask, verb=f"{iri}/verb", agent=json.dumps(account)) == [of_team]


def test_since_leaves_out_its_moment_and_until_takes_it_in(ask, iri):
    store(ask, statement(iri), statement(iri), statement(iri))
    first, middle, last = ask("GET", "statements", parameters={"activity": iri, "ascending": "true"}).json["statements"]
    assert found(ask, activity=iri, since=middle["stored"]) == [last["id"]]
    assert found(ask, activity=iri, until=middle["stored"]) == [middle["id"], first["id"]]


def test_a_long_result_goes_on_behind_more(ask, iri, lrs_host):
    ids = store(ask, *[statement(iri) for _ in range(5)])
    pages = [ask("GET", "statements", parameters={"activity": iri, "limit": "2"}).json]
    store(ask, statement(iri))  # what comes later does not move the pages
    while pages[-1]["more"]:
        url = urljoin(lrs_host.endpoint, pages[-1]["more"])
        pages.append(send(url, headers={"Authorization": lrs_host.authorization}).json)
    assert [[each["id"] for each in page["statements"]] for page in pages] == [ids[:2:-1], ids[2:0:-1], ids[:1]]


def test_a_voided_statement_is_found_by_its_id_alone(ask, iri):
    (target,) = store(ask, statement(iri))
    about = {"objectType": "StatementRef", "id": target}
    voiding, comment = store(
        ask, statement(iri, verb={"id": VOIDED}, object=about), statement(iri, verb={"id": f"{iri}/said"}, object=about)
    )
    assert found(ask, activity=iri) == [comment, voiding]
    assert ask("GET", "statements", parameters={"statementId": target}).status == 404
    assert ask("GET", "statements", parameters={"voidedStatementId": target}).json["id"] == target
    assert ask("GET", "statements", parameters={"voidedStatementId": comment}).status == 404
    about = {"objectType": "StatementRef", "id": voiding}
    reply = ask("POST", "statements", statement(iri, verb={"id": VOIDED}, object=about))
    assert (reply.status, "cannot be voided" in reply.text) == (400, True)


def test_a_statement_can_be_voided_before_it_comes(ask, iri):
    late = str(uuid4())
    store(ask, statement(iri, verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": late}))
    store(ask, statement(iri, id=late))
    assert late not in found(ask, activity=iri)


def test_a_statement_about_a_statement_about_a_statement_is_found_with_the_last(ask, iri):
    (first,) = store(ask, statement(iri))
    (second,) = store(ask, statement(f"{iri}/2", object={"objectType": "StatementRef", "id": first}))
    (third,) = store(ask, statement(f"{iri}/3", object={"objectType": "StatementRef", "id": second}))
    assert found(ask, activity=iri) == [third, second, first]
    assert found(ask, activity=iri, limit="1") == [third]


def test_the_three_formats(ask, iri):
    full = statement(
        iri,
        actor={"objectType": "Group", "name": "Team", "member": [{**AGENT, "name": "Someone"}]},
        verb={"id": f"{iri}/verb", "display": {"en": "did", "nl": "deed"}},
        object={"id": iri, "definition": {"name": {"en": "It"}, "type": f"{iri}/type"}},
        context={"contextActivities": {"parent": {"id": f"{iri}/p", "definition": {"name": {"en": "Above"}}}}},
    )
    store(ask, full)
    later = {"definition": {"name": {"nl": "Het"}, "description": {"nl": "Ding"}}}
    store(ask, statement(iri, verb={"id": f"{iri}/last"}, object={"id": iri, **later}))

    def get(form, accept):
        parameters = {"verb": f"{iri}/verb", "format": form}
        return ask("GET", "statements", parameters=parameters, headers={"Accept-Language": accept}).json["statements"][
            0
        ]

    exact = get("exact", "nl")
    assert {key: exact[key] for key in ("actor", "verb", "object")} == {
        key: full[key] for key in ("actor", "verb", "object")
    }
    assert exact["context"]["contextActivities"]["parent"] == [full["context"]["contextActivities"]["parent"]]
    ids = get("ids", "nl")
    assert ids["actor"] == {"objectType": "Group", "member": [AGENT]}
    assert (ids["verb"], ids["object"]) == ({"id": f"{iri}/verb"}, {"id": iri})
    assert ids["context"]["contextActivities"]["parent"] == [{"id": f"{iri}/p"}]
    for accept, name, word in (
        ("nl-BE;q=0.1, nl", {"nl": "Het"}, {"nl": "deed"}),
        ("fr, en;q=0.5", {"en": "It"}, {"en": "did"}),
    ):
        canonical = get("canonical", accept)
        assert canonical["actor"] == full["actor"]
        assert canonical["verb"]["display"] == word
        assert canonical["object"]["definition"] == {
            "name": name,
            "type": f"{iri}/type",
            "description": {"nl": "Ding"},
        }
    known = ask("GET", "activities", parameters={"activityId": iri}).json
    assert known["definition"]["name"] == {"en": "It", "nl": "Het"}


def test_head_is_get_without_the_body(ask, iri):
    (identifier,) = store(ask, statement(iri))
    got, head = (ask(method, "statements", parameters={"statementId": identifier}) for method in ("GET", "HEAD"))
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(got.body))
