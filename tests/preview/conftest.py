"""One LRS for all tests that only need one, and hosts of small packages."""

from __future__ import annotations

from uuid import uuid4

import pytest

from scormkit.preview import XapiHost

from .xapi_packages import CMI5, TINCAN, send, write_package


@pytest.fixture(scope="session")
def cmi5_package(tmp_path_factory):
    return write_package(tmp_path_factory.mktemp("cmi5") / "cmi5.zip", "cmi5.xml", CMI5)


@pytest.fixture(scope="session")
def tincan_package(tmp_path_factory):
    return write_package(tmp_path_factory.mktemp("tincan") / "tincan.zip", "tincan.xml", TINCAN)


@pytest.fixture(scope="session")
def lrs_host(tincan_package):
    """A running host whose LRS is shared: tests keep apart by ids of their own."""
    with XapiHost(tincan_package) as host:
        yield host


@pytest.fixture
def host(cmi5_package):
    """A running host of a cmi5 package."""
    with XapiHost(cmi5_package) as running:
        yield running


@pytest.fixture
def ask(lrs_host):
    """Send a request to the shared LRS, with its credentials."""

    def sent(method, resource, body=None, parameters=None, headers=None):
        given = {"Authorization": lrs_host.authorization, **(headers or {})}
        return send(f"{lrs_host.endpoint}{resource}", method, body, parameters, given)

    return sent


@pytest.fixture
def iri():
    """An IRI that no other test has."""
    return f"https://example.org/{uuid4()}"
