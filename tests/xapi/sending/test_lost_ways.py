"""What keeps statements from the LRS: failures, addresses that lead elsewhere, connections that are not safe."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime

import pytest

from scormkit.xapi.sending import Fate, Patience

from .conftest import statement
from .servers import Reply, Store, scripted, took
from .test_odd_answers import SECRET, sent
from .test_sending import Clock, fates, ids

# They wait for servers, real ones.
pytestmark = pytest.mark.slow


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
