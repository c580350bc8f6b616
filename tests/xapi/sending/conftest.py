"""A real LRS over HTTP, whose network fails on request, and statements for it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

import pytest

from scormkit.preview import XapiHost
from scormkit.xapi.sending import Access
from tests.preview.xapi_packages import TINCAN, write_package


@dataclass
class Lrs:
    """One LRS for all tests; each sees of it what came after its own beginning."""

    running: XapiHost

    def __post_init__(self):
        self.network = self.running.network
        self.endpoint, self.authorization = self.running.endpoint, self.running.authorization
        self.network.mend()
        self._before = len(self.running.statements), len(self.running.requests)

    @property
    def stored(self):
        """The ids of what was stored, in its order."""
        return [each["id"] for each in self.running.statements[self._before[0] :]]

    @property
    def requests(self):
        return self.running.requests[self._before[1] :]


@pytest.fixture(scope="session")
def running_host(tmp_path_factory):
    package = write_package(tmp_path_factory.mktemp("tincan") / "tincan.zip", "tincan.xml", TINCAN)
    with XapiHost(package) as running:
        yield running


@pytest.fixture
def lrs(running_host):
    return Lrs(running_host)


@pytest.fixture
def access(lrs):
    return Access(lrs.endpoint, lrs.authorization)


def statement(name="one", **more):
    return {
        "id": str(uuid4()),
        "actor": {"mbox": "mailto:learner@example.org"},
        "verb": {"id": "https://example.org/verb", "display": {"nl": "dééd"}},
        "object": {"id": f"https://example.org/{name}"},
        "timestamp": "2026-01-02T03:04:05.678Z",
        **more,
    }


@pytest.fixture
def statements():
    return [statement(str(number)) for number in range(7)]
