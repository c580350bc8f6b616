"""What an LRS does on bad days only, or a bad LRS every day."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime

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


class TestFailure:
    def test_one_statement_that_the_lrs_stumbles_over_does_not_keep_the_others_back(self, statements):
        store = Store(lambda _asked, found: Reply(500, "oops") if statements[2]["id"] in found else None)
        with scripted(store) as script:
            outcome = sent(script.url, statements)
            assert fates(outcome) == [Fate.SENT] * 2 + [Fate.UNSENT] + [Fate.SENT] * 4
            assert (outcome.results[2].reason, outcome.stopped) == ("the LRS answered 500: oops", "")
            store.refuses = lambda _asked, _ids: None
            assert fates(sent(script.url, outcome.left)) == [Fate.SENT]
        assert sorted(store.kept) == sorted(ids(statements))

    def test_an_lrs_that_is_broken_is_left_alone(self, statements):
        many = [statement(str(number)) for number in range(200)]
        clock = Clock()
        with scripted(Reply(500, "oops")) as script:
            outcome = sent(script.url, many, clock=clock)
        assert outcome.stopped == "the LRS answered 500: oops"
        assert outcome.left == many
        assert len(script.asked) < 15
        assert clock.pauses == [0]

    @pytest.mark.parametrize(
        ("header", "pause"),
        [
            ("7", 7),
            ("0", 2),
            ("Fri, 02 Jan 2026 03:04:25 GMT", 20),
            ("Fri, 02 Jan 2026 03:04:25 -0000", 20),
            ("Thu, 01 Jan 2026 03:04:25 GMT", 2),
            ("soon", 2),
            ("-5", 2),
            ("²", 2),
        ],
    )
    def test_retry_after_is_honoured(self, statements, header, pause):
        clock, told = Clock(), []
        with scripted(Reply(429, "slowly", {"Retry-After": header}), took) as script:
            outcome = sent(
                *(script.url, statements, None, Patience(pauses=(2,)), clock),
                now=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
                progress=lambda *step: told.append(step),
            )
        assert fates(outcome) == [Fate.SENT] * 7
        assert clock.pauses == [pause]
        assert told[1] == (f"waiting {pause} s: the LRS answered 429", 0, 7)

    def test_an_lrs_that_wants_to_be_left_alone_for_long_is(self, statements):
        clock = Clock()
        with scripted(Reply(503, "", {"Retry-After": "3600"})) as script:
            outcome = sent(script.url, statements, clock=clock)
        assert outcome.stopped == "the LRS answered 503 and asks to be left alone for 3600 seconds"
        assert (outcome.left, clock.pauses) == (statements, [])

    @pytest.mark.parametrize("drips", [False, True])
    def test_no_answer_in_time_is_a_failure_drop_by_drop_or_not_at_all(self, statements, drips):
        slow = Reply(200, "x" * 50, after=0.15 if drips else 2, drips=drips)
        with scripted(slow, took) as script:
            outcome = sent(script.url, statements, patience=Patience(timeout=0.2, pauses=()))
            assert outcome.stopped == "the LRS gave no answer in 0.2 seconds"
            assert fates(sent(script.url, outcome.left)) == [Fate.SENT] * 7

    def test_an_answer_that_is_no_http_is_a_failure(self, statements):
        with listening(lambda line: (line.recv(1 << 16), line.sendall(b"SSH-2.0-OpenSSH\r\n\r\n"))) as port:
            outcome = sent(f"http://127.0.0.1:{port}/", statements)
        assert outcome.stopped.startswith("the LRS cannot be reached: ")
        assert outcome.left == statements

    def test_an_answer_without_end_is_not_read_to_it(self, statements):
        with scripted(Reply(200, b" " * 20_000_000), Reply(200, statements[0])) as script:
            assert fates(sent(script.url, statements[:1])) == [Fate.SENT]

    @pytest.mark.parametrize(
        "endpoint", ["http://127.0.0.1:1/", "http://lrs.invalid/", "http://a..b/", "http://[::1]:1/x/"]
    )
    def test_nobody_there(self, statements, endpoint):
        outcome = sent(endpoint, statements, clock=Clock())
        assert outcome.stopped
        assert SECRET not in outcome.stopped
        assert outcome.left == statements


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 307, 308])
    def test_within_the_origin_it_is_followed_with_the_statements(self, statements, status):
        moved = Reply(status, "", {"Location": "/other/statements"})
        with scripted(lambda asked: moved if asked.path.startswith("/xapi/") else took(asked)) as script:
            assert fates(sent(script.url, statements)) == [Fate.SENT] * 7
        assert [each.path for each in script.asked] == ["/xapi/statements", "/other/statements"]
        assert script.posted[1] == ids(statements)
        assert all("authorization" in each.headers for each in script.asked)

    @pytest.mark.parametrize("location", ["http://{}/x?token=1", "//{}/x", "http://a:b@{}/x"])
    def test_elsewhere_go_neither_credentials_nor_statements(self, statements, location):
        with scripted(took) as other:
            elsewhere = other.url.removeprefix("http://").partition("/")[0]
            with scripted(Reply(307, "", {"Location": location.format(elsewhere)})) as script:
                outcome = sent(script.url, statements)
            assert other.asked == []
        assert outcome.stopped.startswith(
            f"the LRS sends elsewhere, to http://{elsewhere}/x; credentials go to no other"
        )
        assert outcome.left == statements

    @pytest.mark.parametrize(
        ("headers", "status", "says"),
        [
            ({"Location": "statements"}, 308, "from address to address without end"),
            ({"Location": "/login"}, 303, "with another page (303), such as one to log in"),
            ({"Location": "http://x:port/"}, 307, "Invalid URL in location header"),
            ({}, 302, "the LRS answered 302"),
            ({}, 304, "the LRS answered 304"),
        ],
    )
    def test_what_leads_nowhere_ends_sending(self, statements, headers, status, says):
        with scripted(Reply(status, "", headers)) as script:
            outcome = sent(script.url, statements)
        assert says in outcome.stopped
        assert outcome.left == statements


class TestTls:
    def test_a_server_that_speaks_no_tls(self, statements):
        with scripted(took) as script:
            clock = Clock()
            outcome = sent(script.url.replace("http:", "https:"), statements, clock=clock)
        assert outcome.stopped == "no safe connection to the LRS: what answers there does not speak https"
        assert (clock.pauses, outcome.left) == ([], statements)

    def test_what_keeps_from_the_lrs_is_said_without_the_numbers_of_a_system(self, statements):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        assert sent(f"http://127.0.0.1:{port}/", statements).stopped == "the LRS cannot be reached: Connection refused"

    def test_a_certificate_that_nobody_vouches_for(self, statements, tmp_path):
        certificate = self_signed(tmp_path / "server.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)

        def greet(line):
            with context.wrap_socket(line, server_side=True):
                pass

        clock = Clock()
        with listening(greet) as port:
            outcome = sent(f"https://localhost:{port}/", statements, clock=clock)
        assert "its certificate is not trusted: self" in outcome.stopped
        assert clock.pauses == []
        assert outcome.left == statements


def test_many_small_batches_go_over_one_connection_and_nothing_is_sent_twice():
    many = [statement(str(number)) for number in range(60)]
    with scripted(took) as script:
        assert sent(script.url, many, Limits(statements=5)).count(Fate.SENT) == 60
    assert [each for batch in script.posted for each in batch] == ids(many)


def self_signed(path):
    """A key and its certificate for this machine, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl on this machine")
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost")
    made = ("openssl", "req", "-x509", *kind, "-keyout", path, "-out", f"{path}.crt")
    subprocess.run(made, check=True, capture_output=True)
    path.write_text(path.read_text() + path.with_name(f"{path.name}.crt").read_text())
    return path


class listening:  # noqa: N801
    """A bare socket that treats each connection with a function; gives its port."""

    def __init__(self, treat):
        self.treat = treat

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.serve, daemon=True).start()
        return self.socket.getsockname()[1]

    def __exit__(self, *_):
        self.socket.close()

    def serve(self):
        while True:
            try:
                line, _ = self.socket.accept()
                with line:
                    self.treat(line)
            except OSError:
                if self.socket.fileno() == -1:
                    return
