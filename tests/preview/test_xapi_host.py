from __future__ import annotations

import http.client
import json
import re
import time
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from scormkit.preview import NetworkFault, XapiConditions, XapiHost
from scormkit.preview.launches import Launch

from .xapi_packages import ACTIVITY, AU, FREE, SECOND, Unit, send, verbs, write_package

pytestmark = pytest.mark.slow

DROPPED = (http.client.HTTPException, ConnectionError)


@pytest.fixture
def tincan_host(tincan_package):
    with XapiHost(tincan_package) as running:
        yield running


def parameters(address):
    return dict(parse_qsl(urlsplit(address).query))


def get(host, resource="statements", **more):
    return send(f"{host.endpoint}{resource}", headers={"Authorization": host.authorization}, **more)


def test_a_tin_can_launch(tincan_host):
    assert tincan_host.launches == (Launch(ACTIVITY, "All", "index.html"),)
    address = tincan_host.launch_url(ACTIVITY)
    given = parameters(address)
    assert address.startswith(f"{tincan_host.url}content/index.html?")
    assert given["endpoint"] == tincan_host.endpoint
    assert given["activity_id"] == ACTIVITY
    assert given["registration"] == tincan_host.registration
    assert send(address).text == "<title>Content</title>"
    about = {"actor": json.loads(given["actor"]), "verb": {"id": f"{ACTIVITY}/v"}, "object": {"id": ACTIVITY}}
    headers = {"Authorization": given["auth"]}
    assert send(f"{given['endpoint']}statements", "POST", about, headers=headers).status == 200
    (kept,) = tincan_host.statements
    assert kept["authority"]["account"]["name"] == "content"
    where = {"activityId": ACTIVITY, "agent": given["actor"], "registration": given["registration"], "stateId": "s"}
    assert send(f"{given['endpoint']}activities/state", "PUT", {"p": 1}, where, headers).status == 204
    assert tincan_host.states == {"s": b'{"p": 1}'}
    assert tincan_host.sessions == []
    with pytest.raises(KeyError):
        tincan_host.waive(ACTIVITY)


def test_a_folder_is_served_too(tmp_path):
    (tmp_path / "tincan.xml").write_text(
        '<tincan><activities><activity id="urn:a"><launch>a b.html</launch></activity></activities></tincan>', "utf-8"
    )
    (tmp_path / "a b.html").write_text("hello", "utf-8")
    with XapiHost(tmp_path) as host:
        assert send(host.content_url("a%20b.html")).text == "hello"
        assert send(host.content_url("none.html")).status == 404
        assert send(f"{host.url}content/..%2f..%2fetc%2fhostname").status == 404


def test_the_list_shows_titles_as_text_and_launches(host):
    page = send(host.url).text
    assert "First &lt;b&gt;" in page
    link = re.search(r'href="(/launch/[^"]+)"', page)[1]
    assert unquote(link) == f"/launch/{AU}"
    reply = send(f"{host.url}{link[1:]}")
    assert reply.status == 303
    assert parameters(reply.headers["Location"])["registration"] == host.registration
    assert verbs(host) == ["satisfied", "launched"]
    assert send(f"{host.url}launch/other").status == 404
    assert send(f"{host.url}lms/lms.css").headers["Content-Type"].startswith("text/css")


def test_a_fragment_stays_behind_the_parameters_and_an_address_elsewhere_is_kept(host):
    assert host.launch_url(SECOND).startswith(f"{host.url}content/two.html?endpoint=")
    assert host.launch_url(SECOND).endswith("#part")
    assert host.launch_url(FREE).startswith("https://elsewhere.example/x?endpoint=")


def test_the_lrs_can_have_an_origin_of_its_own(cmi5_package):
    with XapiHost(cmi5_package, cross_origin=True) as host:
        unit = Unit(host, host.launch_url(AU))
        assert not unit.address.startswith(unit.parameters["endpoint"][:-4])
        assert urlsplit(unit.parameters["fetch"]).netloc == urlsplit(host.endpoint).netloc != urlsplit(host.url).netloc
        assert unit.begin().say("initialized").status == 200
        assert send(f"{host.url}lrs/about").status == 404


def test_what_is_no_package_for_an_lrs_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"neither cmi5\.xml nor tincan\.xml"):
        XapiHost(write_package(tmp_path / "x.zip", "imsmanifest.xml", "<manifest/>"))


def test_without_serving_there_is_no_address(tincan_package):
    host = XapiHost(tincan_package)
    with pytest.raises(RuntimeError):
        _ = host.url
    with pytest.raises(RuntimeError):
        host.launch_url(ACTIVITY)


def test_what_was_stored_can_be_read_when_the_host_has_stopped(tincan_package, tmp_path):
    file = tmp_path / "lrs.sqlite"
    with XapiHost(tincan_package, database=file, actor={"mbox": "mailto:a@b.c"}) as host:
        given = parameters(host.launch_url(ACTIVITY))
        about = {"actor": json.loads(given["actor"]), "verb": {"id": "urn:v"}, "object": {"id": "urn:o"}}
        send(f"{given['endpoint']}statements", "POST", about, headers={"Authorization": given["auth"]})
    assert [each["actor"] for each in host.statements] == [{"mbox": "mailto:a@b.c"}]
    assert XapiHost(tincan_package, database=file).statements == host.statements


class TestNetwork:
    """Requests that fail on request."""

    def test_a_status_for_the_first_requests_of_a_resource_and_method(self, tincan_host):
        faults = (NetworkFault("statements", 503, method="GET", times=2), NetworkFault("about", 401, skip=1))
        tincan_host.launch_url(ACTIVITY, XapiConditions(faults=faults))
        assert [get(tincan_host).status for _ in range(3)] == [503, 503, 200]
        assert [get(tincan_host, "about").status for _ in range(3)] == [200, 401, 200]
        assert get(tincan_host, method="PUT").status == 400
        assert [(each.method, each.resource, each.status) for each in tincan_host.requests][:3] == [
            ("GET", "statements", 503),
            ("GET", "statements", 503),
            ("GET", "statements", 200),
        ]

    def test_a_page_of_another_origin_may_read_what_fails(self, tincan_host):
        tincan_host.network.fail(NetworkFault("", 500))
        assert get(tincan_host).headers["Access-Control-Allow-Origin"] == "*"

    def test_a_dropped_request_is_not_carried_out_unless_only_its_answer_is_lost(self, tincan_host):
        about = {"actor": {"mbox": "mailto:a@b.c"}, "verb": {"id": "urn:v"}, "object": {"id": "urn:o"}}
        for kept, stored in ((False, 0), (True, 1)):
            tincan_host.network.fail(NetworkFault("statements", "drop", method="POST", kept=kept))
            with pytest.raises(DROPPED):
                get(tincan_host, method="POST", body=about)
            assert len(tincan_host.statements) == stored
        assert [each.status for each in tincan_host.requests] == [None, None]

    def test_a_kept_request_with_a_status_is_carried_out(self, tincan_host):
        tincan_host.network.fail(NetworkFault("statements", 504, method="POST", kept=True))
        about = {"actor": {"mbox": "mailto:a@b.c"}, "verb": {"id": "urn:v"}, "object": {"id": "urn:o"}}
        assert get(tincan_host, method="POST", body=about).status == 504
        assert len(tincan_host.statements) == 1

    def test_a_document_by_its_id(self, tincan_host):
        tincan_host.network.fail(NetworkFault("agents/profile", 500, document="p", times=9))
        where = {"agent": '{"mbox": "mailto:a@b.c"}'}
        assert get(tincan_host, "agents/profile", parameters={**where, "profileId": "p"}).status == 500
        assert get(tincan_host, "agents/profile", parameters={**where, "profileId": "q"}).status == 404

    def test_the_fetch_url_can_fail(self, host):
        unit = Unit(host, host.launch_url(AU, XapiConditions(faults=(NetworkFault("fetch", 500),))))
        assert unit.fetch().status == 500
        assert "auth-token" in unit.fetch().json
        assert [(each.resource, each.status) for each in host.requests] == [("fetch", 500), ("fetch", 200)]

    def test_a_held_request_gets_no_answer(self, tincan_host):
        tincan_host.network.fail(NetworkFault("statements", "hang"))
        with pytest.raises(TimeoutError):
            get(tincan_host, timeout=0.2)
        assert get(tincan_host).status == 200

    def test_a_held_request_does_not_hold_the_host(self, tincan_package):
        connection = None
        begun = time.monotonic()
        with XapiHost(tincan_package) as host:
            host.network.fail(NetworkFault("statements", "hang"))
            connection = http.client.HTTPConnection(urlsplit(host.url).hostname, urlsplit(host.url).port, timeout=5)
            connection.request("GET", "/lrs/statements")
            while not host.requests:
                time.sleep(0.01)
        connection.close()
        assert time.monotonic() - begun < 4

    def test_without_a_network_nothing_arrives(self, tincan_host):
        tincan_host.network.offline = True
        for method in ("GET", "OPTIONS"):
            with pytest.raises(DROPPED):
                get(tincan_host, method=method)
        tincan_host.network.offline = False
        assert get(tincan_host).status == 200

    def test_requests_can_be_slow(self, tincan_host):
        tincan_host.network.delay = 0.2
        begun = time.monotonic()
        get(tincan_host)
        assert time.monotonic() - begun >= 0.2

    def test_the_next_launch_mends_everything(self, tincan_host):
        tincan_host.network.fail(NetworkFault("", 500, times=99))
        tincan_host.network.offline = True
        tincan_host.launch_url(ACTIVITY)
        assert get(tincan_host).status == 200

    def test_a_parameter_is_given_once(self, tincan_host):
        reply = send(f"{tincan_host.endpoint}statements?limit=1&limit=2")
        assert (reply.status, reply.text) == (400, "a parameter is given twice")
