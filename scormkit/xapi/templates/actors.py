"""Learners as they are written in one line."""

from __future__ import annotations

from typing import Any

from scormkit.identifiers import is_iri
from scormkit.xapi.formats import is_mailbox
from scormkit.xapi.json_text import JsonError, read_json

FORMS = "a mail address, homePage|name for an account, or an agent as JSON"


def read_actor(text: str) -> dict[str, Any]:
    """The agent that a text stands for: a mail address, an account as `homePage|name`, or JSON.

    Raises ValueError for anything else. Whether the JSON is an agent is not judged here.
    """
    given = text.strip()
    if given.startswith("{"):
        try:
            value = read_json(given)
        except JsonError as error:
            raise ValueError(f"is no JSON that xAPI takes: {error}") from error
        return dict(value)
    home, line, name = given.partition("|")
    if line and is_iri(home) and name:
        return {"objectType": "Agent", "account": {"homePage": home, "name": name}}
    mailbox = given if given.startswith("mailto:") else f"mailto:{given}"
    if not line and is_mailbox(mailbox):
        return {"objectType": "Agent", "mbox": mailbox}
    raise ValueError(f"is {given or 'empty'}")
