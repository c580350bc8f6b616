"""Whatever statements there are and whatever is asked: the store finds what a plain look at each of them finds."""

from __future__ import annotations

import json
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from scormkit.preview.lrs import Lrs, OpenClient, Request
from scormkit.xapi.vocabulary import VOIDED

AUTHORITY = {"mbox": "mailto:lms@example.org"}
AGENTS = [{"mbox": f"mailto:{name}@example.org"} for name in "ab"] + [{"account": {"homePage": "urn:h", "name": "a"}}]
ACTIVITIES = ["urn:x", "urn:y"]
VERBS = ["urn:did", "urn:said"]


def identifier(number):
    return str(UUID(int=number + 1))


@st.composite
def statements(draw):
    """Some statements; each may be about one that came before it, and may void it."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        verb = draw(st.sampled_from(VERBS))
        kind = draw(st.sampled_from(["activity", "activity", "agent", "reference", "voiding"]))
        about = {"id": draw(st.sampled_from(ACTIVITIES))}
        if kind == "agent":
            about = {"objectType": "Agent", **draw(st.sampled_from(AGENTS))}
        earlier = [each for each in found if each["verb"]["id"] != VOIDED]
        if kind in ("reference", "voiding") and earlier:
            about = {"objectType": "StatementRef", "id": draw(st.sampled_from(earlier))["id"]}
            verb = VOIDED if kind == "voiding" else verb
        actor = draw(st.sampled_from([*AGENTS, {"objectType": "Group", "member": AGENTS[:2]}]))
        context = {}
        if draw(st.booleans()):
            context["contextActivities"] = {"other": [{"id": draw(st.sampled_from(ACTIVITIES))}]}
        if draw(st.booleans()):
            context["instructor"] = draw(st.sampled_from(AGENTS))
        found.append(
            {"id": identifier(number), "actor": actor, "verb": {"id": verb}, "object": about, "context": context}
        )
    return found


QUERIES = st.fixed_dictionaries(
    {},
    optional={
        "agent": st.sampled_from(AGENTS),
        "related_agents": st.just(True),
        "activity": st.sampled_from(ACTIVITIES),
        "related_activities": st.just(True),
        "verb": st.sampled_from(VERBS),
    },
)


def matches(statement, query, every):
    about = statement["object"]
    if about.get("objectType") == "StatementRef" and matches(every[about["id"]], query, every):
        return True
    people = [statement["actor"], *statement["actor"].get("member", []), about]
    things = [about.get("id")] if about.get("objectType") is None else []
    if query.get("related_agents"):
        people += [statement["context"].get("instructor"), AUTHORITY]
    if query.get("related_activities"):
        things += [each["id"] for each in statement["context"].get("contextActivities", {}).get("other", [])]
    people = [{key: each[key] for key in ("mbox", "account") if key in each} for each in people if each]
    return (
        ("agent" not in query or query["agent"] in people)
        and ("activity" not in query or query["activity"] in things)
        and query.get("verb") in (None, statement["verb"]["id"])
    )


@given(statements(), QUERIES)
def test_a_query_finds_what_matches(given_statements, query):
    lrs = Lrs(lambda _: OpenClient(AUTHORITY))
    lrs.store(given_statements, AUTHORITY)
    parameters = {key: value if isinstance(value, str) else json.dumps(value) for key, value in query.items()}
    answer = lrs.answer(Request("GET", "statements", parameters, {"x-experience-api-version": "1.0.3"}))
    every = {each["id"]: each for each in given_statements}
    voided = {each["object"]["id"] for each in given_statements if each["verb"]["id"] == VOIDED}
    wanted = [each["id"] for each in given_statements if each["id"] not in voided and matches(each, query, every)]
    assert [each["id"] for each in json.loads(answer.body)["statements"]] == wanted[::-1]
    lrs.close()
