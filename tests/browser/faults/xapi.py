"""Learners at an LMS with a record store, by cmi5 or by Tin Can."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from scormkit.preview import NetworkFault

from ..learners import verb
from .connector import STATUSES, Connector


class Xapi(Connector):
    """One learner at an LMS with a record store."""

    def go_away(self) -> None:
        before = self.someone.said.count("terminated")
        self.someone.close()
        if self.left:
            self.someone.wait_until(lambda: self.someone.said.count("terminated") > before)

    def fail(self, *faults: NetworkFault) -> None:
        """Let these requests fail from now on."""
        self.someone.host.network.fail(*faults)

    def mend(self) -> None:
        """Let everything work again."""
        self.someone.host.network.mend()

    def network(self, *, on: bool) -> None:
        self.someone.host.network.offline = not on

    @property
    def document(self) -> dict[str, Any]:
        """The document of the State resource that holds the attempt."""
        document: dict[str, Any] = json.loads(self.someone.host.states.get("scormkit", b"{}"))
        return document

    @property
    def status(self) -> str | None:
        status: str | None = self.document.get("status")
        return status

    @property
    def state(self) -> str:
        return str(self.document.get("state", ""))

    @property
    def score(self) -> float:
        return float(self.document.get("score") or 0)

    def damage(self, state: str) -> None:
        self.write(json.dumps({**self.document, "state": state}).encode())

    def write(self, document: bytes) -> None:
        """Let the LRS hold this in the place of the attempt, JSON or not."""
        host = self.someone.host
        found = next(each for each in host.documents if each.id == "scormkit")
        with host._lrs.lock:
            host._lrs.put_document(found.owner, found.id, document)

    def scores(self) -> list[tuple[int, float]]:
        puts = [
            json.loads(each.body)
            for each in self.someone.host.requests
            if each.method == "PUT" and each.parameters.get("stateId") == "scormkit" and each.status == 204
        ]
        return [
            (STATUSES.index(each["status"]) if each["status"] else -1, -1 if each["score"] is None else each["score"])
            for each in puts
        ]

    def assert_never_down(self) -> None:
        super().assert_never_down()
        # Nothing is said twice: an answer only by who gave it twice, as the first was lost or means nothing now.
        said = [(verb(each), each["object"]["id"].rsplit("/", 1)[-1]) for each in self.someone.statements]
        answers = Counter(name for what, name in said if what == "answered")
        assert answers <= self.gave, f"it was said {said}"
        once = [each for each in said if each[0] not in ("initialized", "terminated", "answered")]
        assert self.since or sorted(once) == sorted(set(once)), f"it was said {said}"

    def assert_no_complaint(self) -> None:
        super().assert_no_complaint()
        # That another was quicker is no mistake, and each puts it right; nor is what an LMS does to a session.
        own = [b"fails on request", b"the session is", b"before it says anything"]
        if any(own[-1] in each[3] for each in self.someone.refused):
            # A last word does not wait for what becomes of the first.
            own.append(b"initialized is the first statement")
        spared = [each for each in self.someone.refused if each[2] == 412 or any(words in each[3] for words in own)]
        refused = [each for each in self.someone.refused if each not in spared]
        assert refused == [], refused


class Cmi5(Xapi):
    target = "cmi5"


class TinCan(Xapi):
    target = "tincan"
