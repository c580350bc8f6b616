"""A client that is not ours, tincan's RemoteLRS, against our LRS over HTTP.

Its State client is left out, which sends PUT twice and forgets the registration, and so is `about`, in which it bears
no version that it does not know.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest
from tincan import Activity, Agent, Context, LanguageMap, RemoteLRS, Result, Score, Statement, StatementRef, Verb

from scormkit.xapi.vocabulary import VOIDED

LEARNER = {"mbox": "mailto:learner@example.org"}
OTHER = {"account": {"homePage": "https://lms.example.org/", "name": "ander"}}


@pytest.fixture
def lrs(lrs_host):
    return RemoteLRS(endpoint=lrs_host.endpoint, auth=lrs_host.authorization, version="1.0.3")


@pytest.fixture
def say(iri):
    """Make a statement about the test's own activity."""

    def said(verb="did", who=LEARNER, about=None, **more):
        named = Verb(id=f"{iri}/{verb}", display=LanguageMap({"nl": "dééd"}))
        return Statement(actor=Agent(who), verb=named, object=about or Activity(id=iri), **more)

    return said


@pytest.fixture
def find(lrs, iri):
    """The ids that a query about the test's activity finds, the newest first."""

    def found(**query):
        response = lrs.query_statements({"activity": Activity(id=iri), **query})
        assert response.success, response.data
        return [each.id for each in response.content.statements]

    return found


def save(lrs, *statements):
    response = lrs.save_statements(list(statements))
    assert response.success, response.data
    return [each.id for each in response.content]


def test_one_statement_is_saved_and_retrieved_as_it_was(lrs, say, iri):
    registration = str(uuid4())
    result = Result(score=Score(scaled=0.5, raw=5, min=0, max=10), success=True, completion=False, response="één")
    given = say(result=result, context=Context(registration=registration, language="nl"))
    saved = lrs.save_statement(given)
    assert saved.success, saved.data
    found = lrs.retrieve_statement(saved.content.id)
    assert found.success
    assert found.content.verb.display == {"nl": "dééd"}
    assert found.content.result.as_version("1.0.3") == result.as_version("1.0.3")
    assert (str(found.content.context.registration), found.content.object.id) == (registration, iri)
    assert found.content.stored is not None
    assert found.content.authority is not None


def test_a_statement_with_an_id_goes_by_put_and_once_only(lrs, say, find):
    identifier = str(uuid4())
    for _ in range(2):
        assert lrs.save_statement(say(id=identifier)).success
    assert [str(each) for each in find()] == [identifier]
    refused = lrs.save_statement(say("other", id=identifier))
    assert (refused.success, refused.response.status) == (False, 409)


def test_a_statement_that_is_not_there(lrs):
    response = lrs.retrieve_statement(str(uuid4()))
    assert (response.success, response.response.status) == (False, 404)


def test_many_are_saved_at_once_and_found_page_by_page(lrs, say, find, iri):
    saved = save(lrs, *(say(f"did{number}") for number in range(5)))
    assert find() == saved[::-1]
    assert find(ascending="true") == saved
    response = lrs.query_statements({"activity": Activity(id=iri), "limit": 2})
    seen = [[each.id for each in response.content.statements]]
    while response.content.more:
        response = lrs.more_statements(response.content)
        assert response.success, response.data
        seen.append([each.id for each in response.content.statements])
    assert [len(page) for page in seen] == [2, 2, 1]
    assert [each for page in seen for each in page] == saved[::-1]


def test_queries_find_by_agent_verb_activity_and_registration(lrs, say, find, iri):
    registration = str(uuid4())
    plain, by_other, with_registration, elsewhere = save(
        lrs,
        say(),
        say("said", who=OTHER),
        say(context=Context(registration=registration)),
        say(about=Activity(id=f"{iri}/elsewhere")),
    )
    assert find(agent=Agent(LEARNER)) == [with_registration, plain]
    assert find(agent=Agent(OTHER)) == [by_other]
    assert find(verb=Verb(id=f"{iri}/said")) == [by_other]
    assert find(registration=registration) == [with_registration]
    assert find(activity=Activity(id=f"{iri}/elsewhere")) == [elsewhere]
    assert find(agent=Agent(OTHER), verb=Verb(id=f"{iri}/did")) == []


def test_queries_find_by_when_it_was_stored(lrs, say, find):
    first, second, third = (save(lrs, say(str(number)))[0] for number in range(3))

    def stored(identifier):
        when = lrs.retrieve_statement(identifier).content.stored
        assert isinstance(when, datetime)
        return when.isoformat()

    assert find(since=stored(first)) == [third, second]
    assert find(until=stored(second)) == [second, first]
    assert find(since=stored(first), until=stored(second)) == [second]


def test_what_is_voided_is_no_longer_found_but_can_be_retrieved(lrs, say, find, iri):
    wrong, right = save(lrs, say("wrong"), say("right"))
    voiding = Statement(actor=Agent(LEARNER), verb=Verb(id=VOIDED), object=StatementRef(id=wrong))
    assert lrs.save_statement(voiding).success
    assert wrong not in find()
    assert right in find()
    assert lrs.retrieve_statement(wrong).response.status == 404
    found = lrs.retrieve_voided_statement(wrong)
    assert found.success, found.data
    assert found.content.verb.id == f"{iri}/wrong"
    assert lrs.retrieve_voided_statement(right).response.status == 404
