from __future__ import annotations

import pytest

from scormkit.xapi.sending import Access

SECRET = "s3cret:wörd"


@pytest.mark.parametrize(
    ("given", "endpoint"),
    [
        ("https://lrs.example.org/xapi/", "https://lrs.example.org/xapi/"),
        ("https://lrs.example.org/xapi", "https://lrs.example.org/xapi/"),
        (" https://lrs.example.org ", "https://lrs.example.org/"),
        ("http://[::1]:8080/a//", "http://[::1]:8080/a/"),
    ],
)
def test_an_endpoint_ends_in_a_slash(given, endpoint):
    assert Access(given, "Bearer x").endpoint == endpoint


@pytest.mark.parametrize(
    ("endpoint", "says"),
    [
        ("", "not an address"),
        ("lrs.example.org/xapi", "not an address"),
        ("ftp://lrs.example.org/", "not an address"),
        ("https:///xapi", "not an address"),
        ("https://[oops/", "not an address"),
        ("https://host:port/", "not an address"),
        (f"https://me:{SECRET}@lrs.example.org/", "credentials in it"),
        ("https://lrs.example.org/xapi/?a=1", "behind ? or #"),
        ("https://lrs.example.org/xapi/statements", "the resource statements"),
        ("https://lrs.example.org/xapi/activities/state", "the resource activities/state"),
        ("https://lrs.example.org/x api/", "a blank"),
        ("https://lrs.example.org/é/", "a blank or another character"),
    ],
)
def test_what_is_no_endpoint_is_refused_without_a_word_of_it(endpoint, says):
    with pytest.raises(ValueError, match="endpoint") as caught:
        Access(endpoint, "Bearer x")
    assert says in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("authorization", ["", " ", "Basic a\r\nX: y", "Basic é", " Basic x"])
def test_what_cannot_stand_in_a_header_is_refused_without_a_word_of_it(authorization):
    with pytest.raises(ValueError, match="the authorization is empty, or has characters that") as caught:
        Access("https://lrs.example.org/", authorization)
    assert "Basic" not in str(caught.value)


def test_names_with_a_colon_and_unknown_versions_are_refused():
    with pytest.raises(ValueError, match="has a colon"):
        Access.basic("https://lrs.example.org/", "a:b", SECRET)
    with pytest.raises(ValueError, match=r"not one of 1\.0\.3, 2\.0\.0"):
        Access("https://lrs.example.org/", "Bearer x", "1.0")


def test_secrets_show_nowhere():
    access = Access.basic("https://lrs.example.org/", "me", SECRET)
    assert access.authorization == "Basic bWU6czNjcmV0OnfDtnJk"
    assert repr(access) == "Access(endpoint='https://lrs.example.org/', version='1.0.3')"
    for text in (access.authorization, "bWU6czNjcmV0OnfDtnJk", f"me:{SECRET}", SECRET):
        assert access.without_secrets(f"<{text}>") in ("<…>", "<Basic …>")
    assert Access("https://lrs.example.org/", "Basic ?").without_secrets("a Basic ? b") == "a … b"
    assert Access("https://lrs.example.org/", "token").without_secrets("a token") == "a …"


@pytest.mark.parametrize(
    ("endpoint", "exposed"),
    [
        ("https://lrs.example.org/", False),
        ("http://localhost:8080/", False),
        ("http://lrs.localhost/", False),
        ("http://127.0.0.9/", False),
        ("http://[::1]/", False),
        ("http://lrs.example.org/", True),
        ("http://10.0.0.1/", True),
        ("http://localhost.example.org/", True),
    ],
)
def test_http_is_for_this_machine(endpoint, exposed):
    assert Access(endpoint, "Bearer x").is_exposed == exposed
