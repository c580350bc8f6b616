"""Against our own LRS over HTTP: whatever fails, nothing is lost, and sending again what is left sends it all."""

from __future__ import annotations

import pytest

from scormkit.preview import NetworkFault
from scormkit.xapi.sending import Access, Fate, Limits, Patience, Sending

from .conftest import statement

# They wait for servers, real ones.
pytestmark = pytest.mark.slow

NONE = Patience(pauses=())


class Clock:
    """Pauses that take no time, and are remembered."""

    def __init__(self):
        self.pauses = []

    def __call__(self, seconds):
        self.pauses.append(seconds)


def sent(access, statements, limits=None, patience=None, **more):
    return Sending(access, statements, limits, patience, sleep=more.pop("sleep", Clock()), **more).run()


def fates(outcome):
    return [each.fate for each in outcome.results]


def ids(statements):
    return [each["id"] for each in statements]


def test_all_are_sent_in_their_order_in_batches(lrs, access, statements):
    told = []
    outcome = sent(access, statements, Limits(statements=3), progress=lambda *step: told.append(step))
    assert lrs.stored == ids(statements)
    assert [(each.fate, each.reason) for each in outcome.results] == [(Fate.SENT, "")] * 7
    assert (outcome.stopped, outcome.left, outcome.count(Fate.SENT)) == ("", [], 7)
    assert [each.headers["x-experience-api-version"] for each in lrs.requests] == ["1.0.3"] * 3
    assert told == [("sending", done, 7) for done in (0, 3, 6, 7)]


def test_batches_keep_to_a_number_of_bytes(lrs, access, statements):
    large = statement("large", result={"response": "x" * 5000})
    sent(access, [*statements, large, *[statement()] * 1], Limits(size=1000))
    sizes = [len(each.body) for each in lrs.requests]
    assert len(lrs.stored) == 9
    assert [size > 1000 for size in sizes].count(True) == 1
    assert len(sizes) < 9


def test_a_statement_without_an_id_gets_one_and_the_given_one_is_not_changed(lrs, access):
    given = statement()
    del given["id"]
    (result,) = sent(access, [given]).results
    assert "id" not in given
    assert lrs.stored == [result.statement["id"]]


def test_xapi_2_on_request(lrs, statements):
    assert fates(sent(Access(lrs.endpoint, lrs.authorization, "2.0.0"), statements[:1])) == [Fate.SENT]
    assert lrs.requests[0].headers["x-experience-api-version"] == "2.0.0"


def test_what_is_no_statement_is_refused_by_ourselves_with_path_and_clause(lrs, access, statements):
    bad = [{**statements[1], "verb": {"id": "x"}, "extra": 1}, 7, {**statements[2], "result": {"response": "\ud800"}}]
    outcome = sent(access, [statements[0], *bad, statements[3]])
    assert fates(outcome) == [Fate.SENT, Fate.REFUSED, Fate.REFUSED, Fate.REFUSED, Fate.SENT]
    assert outcome.results[1].reason == (
        '$.verb.id: "x" is not an absolute IRI (xAPI Data 2.4.3)\n'
        "$.extra: a statement has no property 'extra' (xAPI Data 2.2)"
    )
    assert outcome.results[2].reason.startswith("$: a statement is an object")
    assert "JSON in UTF-8" in outcome.results[3].reason
    assert lrs.stored == [statements[0]["id"], statements[3]["id"]]
    assert outcome.left == bad


@pytest.mark.parametrize("how", [429, 500, 502, 503, 504, "drop"])
@pytest.mark.parametrize("kept", [False, True])
def test_what_may_pass_is_tried_again_with_growing_pauses(lrs, access, statements, how, kept):
    lrs.network.fail(NetworkFault("statements", how, times=3, kept=kept))
    clock = Clock()
    outcome = sent(access, statements, sleep=clock)
    assert fates(outcome) == [Fate.SENT] * 7
    assert clock.pauses == [1, 2, 4]
    assert lrs.stored == ids(statements)


def test_a_lost_answer_is_no_second_statement(lrs, access, statements):
    lrs.network.fail(NetworkFault("statements", "hang", kept=True))
    outcome = sent(access, statements, patience=Patience(timeout=0.3, pauses=(0,)))
    assert fates(outcome) == [Fate.SENT] * 7
    assert lrs.stored == ids(statements)


@pytest.mark.parametrize(
    ("how", "says"),
    [
        (401, "the LRS does not take these credentials: the LRS answered 401: This request fails on request."),
        (403, "these credentials do not allow sending statements: the LRS answered 403"),
        (404, "there is no LRS at this endpoint: the LRS answered 404"),
        (418, "the LRS answered 418: This request fails"),
        (503, "the LRS answered 503: This request fails"),
        ("drop", "the LRS cannot be reached: "),
        ("hang", "the LRS gave no answer in 0.3 seconds"),
    ],
)
@pytest.mark.parametrize("kept", [False, True])
def test_what_does_not_pass_ends_sending_and_what_is_left_can_be_sent(lrs, access, statements, how, says, kept):
    fault = NetworkFault("statements", how, skip=1, times=99, kept=kept)
    lrs.network.fail(fault)
    outcome = sent(access, statements, Limits(statements=3), Patience(timeout=0.3, pauses=(0, 0)))
    assert outcome.stopped.startswith(says)
    assert fates(outcome) == [Fate.SENT] * 3 + [Fate.UNSENT] * 4
    assert {each.reason for each in outcome.results[3:]} == {outcome.stopped}
    assert outcome.left == statements[3:]
    tries = 3 if how in (503, "drop", "hang") else 1
    assert len(lrs.requests) == 1 + tries
    lrs.network.mend()
    again = sent(access, outcome.left)
    assert fates(again) == [Fate.SENT] * 4
    assert lrs.stored == ids(statements)


def test_what_was_sent_and_is_there_already_is_no_trouble(lrs, access, statements):
    sent(access, statements[:3])
    assert fates(sent(access, statements)) == [Fate.SENT] * 7
    assert lrs.stored == ids(statements)


def test_an_id_that_another_statement_has_is_told_from_the_same_statement(lrs, access, statements):
    sent(access, statements[2:4])
    other = {**statements[3], "object": {"id": "https://example.org/other"}}
    outcome = sent(access, [*statements[:3], other, *statements[4:]])
    assert fates(outcome) == [Fate.SENT] * 3 + [Fate.REFUSED] + [Fate.SENT] * 3
    assert outcome.results[3].reason == "the LRS has another statement with this id"
    assert outcome.left == [other]


def test_an_id_twice_among_the_statements_is_for_the_lrs_to_judge(lrs, access, statements):
    other = {**statements[0], "object": {"id": "https://example.org/other"}}
    outcome = sent(access, [statements[0], statements[0], other, statements[1]])
    assert fates(outcome) == [Fate.SENT, Fate.SENT, Fate.REFUSED, Fate.SENT]
    assert lrs.stored == ids(statements[:2])


def test_a_refused_batch_is_halved_until_only_the_culprits_are_left(lrs, access, statements):
    voided = "http://adlnet.gov/expapi/verbs/voided"
    first = statement(verb={"id": voided}, object={"objectType": "StatementRef", "id": statements[0]["id"]})
    wrong = statement(verb={"id": voided}, object={"objectType": "StatementRef", "id": first["id"]})
    outcome = sent(access, [*statements, first])
    assert fates(outcome) == [Fate.SENT] * 8
    more = [statement(str(number)) for number in range(9)]
    outcome = sent(access, [*more[:4], wrong, *more[4:]])
    assert fates(outcome) == [Fate.SENT] * 4 + [Fate.REFUSED] + [Fate.SENT] * 5
    reason = outcome.results[4].reason
    assert reason == f"the LRS answered 400: {first['id']} voids a statement: it cannot be voided (xAPI Data 2.3.2)"
    assert lrs.stored[8:] == ids(more)


def test_an_interruption_loses_nothing(lrs, access, statements):
    sending = Sending(access, statements, Limits(statements=2), progress=interrupt_after(4))
    with pytest.raises(KeyboardInterrupt):
        sending.run()
    outcome = sending.outcome
    assert fates(outcome) == [Fate.SENT] * 4 + [Fate.UNSENT] * 3
    assert outcome.stopped == outcome.results[-1].reason == "sending was interrupted"
    assert fates(sending.run()) == [Fate.SENT] * 7
    assert lrs.stored == ids(statements)


def interrupt_after(number):
    seen = []

    def told(_step, done, _total):
        if done >= number and not seen:
            seen.append(done)
            raise KeyboardInterrupt

    return told


def test_nothing_to_send(access, lrs):
    assert sent(access, []).results == ()
    assert lrs.requests == []
