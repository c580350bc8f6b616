"""What an LRS does on bad days only, or a bad LRS every day."""

from __future__ import annotations

import json

import pytest

from scormkit.xapi.sending import Access, Fate, Limits, Patience, Sending

from .conftest import statement
from .servers import Reply, Store, scripted, took
from .test_sending import Clock, fates, ids

# They wait for servers, real ones.
pytestmark = pytest.mark.slow

SECRET = "s3cret-wörd"


def sent(url, statements, limits=None, patience=None, clock=None, **more):
    access = Access.basic(url, "me", SECRET)
    return Sending(access, statements, limits, patience or Patience(pauses=(0,)), sleep=clock or Clock(), **more).run()


def only(number):
    """Refuse batches of more than so many statements."""
    return lambda _asked, found: Reply(413, "too large") if len(found) > number else None


class TestSize:
    def test_a_batch_that_is_too_large_is_halved(self, statements):
        store = Store(only(2))
        with scripted(store) as script:
            assert fates(sent(script.url, statements)) == [Fate.SENT] * 7
        assert list(store.kept) == ids(statements)
        assert [len(each) for each in script.posted] == [7, 3, 1, 2, 4, 2, 2]

    def test_a_statement_that_is_too_large_alone_is_refused(self, statements):
        large = statement(result={"response": "é" * 3000})
        store = Store(lambda asked, _ids: Reply(413, "<h1>413\x1b[2J</h1>") if len(asked.body) > 4000 else None)
        with scripted(store) as script:
            outcome = sent(script.url, [*statements[:3], large, *statements[3:]])
        assert fates(outcome) == [Fate.SENT] * 3 + [Fate.REFUSED] + [Fate.SENT] * 4
        size = len(json.dumps(large, ensure_ascii=False, separators=(",", ":")).encode())
        assert outcome.results[3].reason == f"it is too large for the LRS, with {size} bytes (413: <h1>413 [2J</h1>)"
        assert outcome.left == [large]


class TestRefusal:
    @pytest.mark.parametrize("status", [400, 422])
    def test_the_reason_is_one_short_line_without_secrets(self, statements, status):
        def refuse(asked, found):
            said = f"\x1b[31mno\r\n\u202e{asked.headers['authorization']} {SECRET} {'x' * 999}"
            return Reply(status, said) if statements[2]["id"] in found else None

        with scripted(Store(refuse)) as script:
            outcome = sent(script.url, statements)
        assert fates(outcome) == [Fate.SENT] * 2 + [Fate.REFUSED] + [Fate.SENT] * 4
        reason = outcome.results[2].reason
        assert reason.startswith(f"the LRS answered {status}: [31mno … … xxx")
        assert reason.endswith("x…")
        assert len(reason) < 330

    def test_a_conflict_with_the_same_statement_means_that_it_is_there(self, statements):
        """An LRS that answers 409 whatever the statement, where the specification wants 200 for the same one."""
        store = Store(lambda _asked, found: Reply(409, "exists") if any(each in store.kept for each in found) else None)
        known = {**statements[1], "stored": "2026-01-02T04:00:00Z", "authority": {"mbox": "mailto:lms@example.org"}}
        store.kept = {
            statements[1]["id"]: {**known, "version": "1.0.0", "timestamp": "2026-01-02T04:04:05.678+01:00"},
            statements[4]["id"]: {**statements[4], "object": {"id": "https://example.org/other"}},
            statements[5]["id"]: {"id": statements[5]["id"], "no": "statement"},
        }
        with scripted(store) as script:
            outcome = sent(script.url, statements)
        S, T, R = Fate.SENT, Fate.THERE, Fate.REFUSED  # noqa: N806
        assert fates(outcome) == [S, T, S, S, R, R, S]
        assert outcome.results[4].reason == "the LRS has another statement with this id"
        assert outcome.left == [statements[4], statements[5]]

    def test_a_conflict_with_a_statement_that_was_voided(self, statements):
        def answer(asked):
            if asked.method == "POST":
                return Reply(409)
            return Reply(200, statements[0]) if "voidedStatementId" in asked.parameters else Reply(404)

        with scripted(answer) as script:
            assert fates(sent(script.url, statements[:1])) == [Fate.THERE]

    @pytest.mark.parametrize(("reply"), [Reply(403, "write only"), Reply(404), Reply(200, "garbage"), Reply(200, [])])
    def test_a_conflict_that_cannot_be_looked_into_is_a_refusal(self, statements, reply):
        with scripted(lambda asked: Reply(409, "conflict") if asked.method == "POST" else reply) as script:
            (result,) = sent(script.url, statements[:1]).results
        assert (result.fate, result.reason) == (Fate.REFUSED, "the LRS answered 409: conflict")


class TestHalfABatch:
    """Answers 200 and has not, or does not say that it has, what was sent."""

    def first_time(self, answered):
        """Take three of what comes first, and answer with this; later take all."""
        seen = []

        def take(_asked, found):
            if seen or len(found) == 1:
                return None
            seen.append(found)
            return Reply(200, json.dumps(answered(found[:3])))

        return take

    def test_what_is_missing_is_sent_again_alone(self, statements):
        store = Store(self.first_time(lambda found: found))
        with scripted(store) as script:
            assert fates(sent(script.url, statements)) == [Fate.SENT] * 7
        assert sorted(store.kept) == sorted(ids(statements))
        assert script.posted == [ids(statements), *[[each] for each in ids(statements)[3:]]]

    @pytest.mark.parametrize("body", ["", "thanks", "{}", "[1, null]", '["other"]', b"\xff", "[" * 9999])
    @pytest.mark.parametrize("status", [200, 204])
    def test_what_names_no_ids_is_asked_for_each(self, statements, body, status):
        def answer(asked):
            if asked.method == "POST":
                store(asked)
                return Reply(status, b"" if status == 204 else body)
            return store(asked)

        store = Store()
        with scripted(answer) as script:
            assert fates(sent(script.url, statements)) == [Fate.SENT] * 7
        assert len(script.posted) == 1
        assert len(script.asked) == 8

    def test_ids_may_come_in_capitals(self, statements):
        with scripted(lambda asked: Reply(200, [each.upper() for each in asked.ids])) as script:
            assert fates(sent(script.url, statements)) == [Fate.SENT] * 7

    def test_what_is_still_missing_is_said_and_kept(self, statements):
        with scripted(lambda asked: Reply(200, []) if asked.method == "POST" else Reply(404)) as script:
            outcome = sent(script.url, statements[:2])
        assert fates(outcome) == [Fate.UNSENT] * 2
        assert outcome.results[0].reason == "the LRS answered 200 without naming it, and does not have it"
        assert outcome.left == statements[:2]
        assert script.posted == [ids(statements[:2]), *[[each] for each in ids(statements[:2])]]

    def test_what_cannot_be_asked_for_is_said_and_kept(self, statements):
        with scripted(lambda asked: Reply(200) if asked.method == "POST" else Reply(403, "write only")) as script:
            outcome = sent(script.url, statements[:1])
        assert outcome.results[0].reason == (
            "the LRS answered 200 without naming it, and cannot be asked for it: it answers 403: write only"
        )
        assert outcome.left == statements[:1]

    def test_another_statement_under_the_id_is_a_refusal(self, statements):
        other = {**statements[0], "object": {"id": "https://example.org/other"}}
        with scripted(lambda asked: Reply(200) if asked.method == "POST" else Reply(200, other)) as script:
            assert fates(sent(script.url, statements[:1])) == [Fate.REFUSED]


def test_many_small_batches_go_over_one_connection_and_nothing_is_sent_twice():
    many = [statement(str(number)) for number in range(60)]
    with scripted(took) as script:
        assert sent(script.url, many, Limits(statements=5)).count(Fate.SENT) == 60
    assert [each for batch in script.posted for each in batch] == ids(many)
