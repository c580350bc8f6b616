"""The document resources over HTTP: state, activity profiles, agent profiles."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

AGENT = json.dumps({"mbox": "mailto:learner@example.org"})
NEW = {"If-None-Match": "*"}
RESOURCES = ("activities/state", "activities/profile", "agents/profile")


def address(resource, iri, name="doc"):
    """The parameters of a document that belongs to a test's IRI."""
    agent = json.dumps({"account": {"homePage": iri, "name": "a"}})
    return {
        "activities/state": {"activityId": iri, "agent": agent, "stateId": name},
        "activities/profile": {"activityId": iri, "profileId": name},
        "agents/profile": {"agent": agent, "profileId": name},
    }[resource]


def without_name(parameters):
    return {key: value for key, value in parameters.items() if key not in ("stateId", "profileId")}


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_document_is_kept_given_back_and_dropped(ask, iri, resource):
    where = address(resource, iri)
    assert ask("GET", resource, parameters=where).status == 404
    assert ask("PUT", resource, b"\x00\xff", where, {**NEW, "Content-Type": "image/x"}).status == 204
    got = ask("GET", resource, parameters=where)
    assert (got.body, got.headers["Content-Type"]) == (b"\x00\xff", "image/x")
    assert got.headers["ETag"] == f'"{hashlib.sha1(got.body).hexdigest()}"'
    assert got.headers["Last-Modified"].endswith("GMT")
    assert ask("DELETE", resource, parameters=where, headers={"If-Match": got.headers["ETag"]}).status == 204
    assert ask("GET", resource, parameters=where).status == 404
    assert ask("DELETE", resource, parameters=where).status == 204


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_ids_of_documents_since_a_moment(ask, iri, resource):
    for name in ("b", "a"):
        ask("PUT", resource, {}, address(resource, iri, name), NEW)
    where = without_name(address(resource, iri))
    reply = ask("GET", resource, parameters=where)
    assert reply.json == ["a", "b"]
    assert "ETag" in reply.headers
    assert ask("GET", resource, parameters={**where, "since": "2000-01-01T00:00:00Z"}).json == ["a", "b"]
    assert ask("GET", resource, parameters={**where, "since": "2100-01-01T00:00:00Z"}).json == []


@pytest.mark.parametrize("resource", RESOURCES)
def test_post_merges_members_of_json_objects(ask, iri, resource):
    where = address(resource, iri)
    assert ask("POST", resource, {"a": 1, "b": {"c": 1}}, where).status == 204
    assert ask("POST", resource, {"b": {"d": 2}, "e": None}, where).status == 204
    assert ask("GET", resource, parameters=where).json == {"a": 1, "b": {"d": 2}, "e": None}
    for body, headers, says in (
        ([1], {}, "only JSON objects are merged"),
        (b"x", {"Content-Type": "text/plain"}, "what came is text/plain"),
        (b"{", {"Content-Type": "application/json"}, "not JSON"),
    ):
        reply = ask("POST", resource, body, where, headers)
        assert (reply.status, says in reply.text) == (400, True)
    assert ask("GET", resource, parameters=where).json == {"a": 1, "b": {"d": 2}, "e": None}


@pytest.mark.parametrize("resource", RESOURCES[1:])
def test_a_profile_is_not_overwritten_blindly(ask, iri, resource):
    where = address(resource, iri)
    reply = ask("PUT", resource, {}, where)
    assert (reply.status, "If-None-Match: *" in reply.text) == (400, True)
    assert ask("PUT", resource, {"n": 1}, where, NEW).status == 204
    assert ask("PUT", resource, {"n": 2}, where, NEW).status == 412
    reply = ask("PUT", resource, {"n": 2}, where)
    assert reply.status == 409
    assert "look at it with GET, then send its ETag in If-Match" in reply.text
    etag = ask("GET", resource, parameters=where).headers["ETag"]
    assert ask("PUT", resource, {"n": 2}, where, {"If-Match": etag}).status == 204
    for method in ("PUT", "POST", "DELETE"):
        reply = ask(method, resource, {"n": 3}, where, {"If-Match": etag})
        assert (reply.status, f"If-Match says {etag}" in reply.text) == (412, True)
    assert ask("GET", resource, parameters=where).json == {"n": 2}


def test_a_state_may_be_written_blindly_in_version_1_but_not_in_2(ask, iri):
    where = address("activities/state", iri)
    assert ask("PUT", "activities/state", {"n": 1}, where).status == 204
    assert ask("PUT", "activities/state", {"n": 2}, where).status == 204
    reply = ask("PUT", "activities/state", {"n": 3}, where, {"X-Experience-API-Version": "2.0.0"})
    assert (reply.status, reply.headers["X-Experience-API-Version"]) == (409, "2.0.0")
    assert ask("PUT", "activities/state", {"n": 4}, where, {"If-Match": '"other"'}).status == 412
    assert ask("GET", "activities/state", parameters=where).json == {"n": 2}


def test_of_many_writers_at_once_one_wins(ask, iri):
    where = address("agents/profile", iri)
    with ThreadPoolExecutor(8) as pool:
        first = list(pool.map(lambda n: ask("PUT", "agents/profile", {"n": n}, where, NEW).status, range(8)))
        etag = ask("GET", "agents/profile", parameters=where).headers["ETag"]
        match = {"If-Match": etag}
        second = list(pool.map(lambda n: ask("PUT", "agents/profile", {"n": n}, where, match).status, range(8, 16)))
    assert sorted(first) == sorted(second) == [204, *[412] * 7]


def test_registrations_keep_states_apart(ask, iri):
    one, two = str(uuid4()), str(uuid4())
    where = address("activities/state", iri)
    ask("PUT", "activities/state", {"n": 0}, where)
    ask("PUT", "activities/state", {"n": 1}, {**where, "registration": one})
    ask("PUT", "activities/state", {"n": 2}, {**where, "registration": two, "stateId": "other"})
    assert ask("GET", "activities/state", parameters={**where, "registration": one.upper()}).json == {"n": 1}
    assert ask("GET", "activities/state", parameters={**where, "registration": two}).status == 404
    context = without_name(where)
    assert ask("GET", "activities/state", parameters=context).json == ["doc", "other"]
    assert ask("GET", "activities/state", parameters={**context, "registration": two}).json == ["other"]
    assert ask("DELETE", "activities/state", parameters={**context, "registration": two}).status == 204
    assert ask("GET", "activities/state", parameters=context).json == ["doc"]
    assert ask("DELETE", "activities/state", parameters=context).status == 204
    assert ask("GET", "activities/state", parameters=context).json == []


@pytest.mark.parametrize(
    ("method", "resource", "parameters", "says"),
    [
        ("GET", "activities/state", {"agent": AGENT, "stateId": "s"}, "activityId is missing"),
        ("GET", "activities/state", {"activityId": "https://example.org/a", "stateId": "s"}, "agent is missing"),
        ("GET", "activities/state", {"activityId": "a", "agent": AGENT}, "activityId is not an absolute IRI"),
        ("PUT", "activities/state", {"activityId": "https://example.org/a", "agent": AGENT}, "stateId is missing"),
        (
            "GET",
            "activities/state",
            {"activityId": "https://example.org/a", "agent": AGENT, "registration": "1"},
            "registration is not a UUID",
        ),
        ("DELETE", "agents/profile", {"agent": AGENT}, "profileId is missing"),
        ("GET", "agents/profile", {"agent": '{"objectType": "Group", "mbox": "mailto:a@b.c"}'}, "is not one of Agent"),
        ("GET", "agents/profile", {"agent": AGENT, "activityId": "https://example.org/a"}, "no parameter 'activityId'"),
        ("GET", "agents/profile", {"agent": AGENT, "profileID": "p"}, "it is written profileId"),
        ("PUT", "agents/profile", {"agent": AGENT, "profileId": "p", "since": "x"}, "no parameter 'since'"),
        (
            "GET",
            "activities/profile",
            {"activityId": "https://example.org/a", "profileId": "p", "since": "2026-01-01T00:00:00Z"},
            "since goes with a list of documents",
        ),
    ],
)
def test_what_does_not_fit_is_refused(ask, method, resource, parameters, says):
    reply = ask(method, resource, {} if method == "PUT" else None, parameters)
    assert reply.status == 400
    assert says in reply.text
