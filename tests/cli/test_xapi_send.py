"""`scormkit xapi send` against our own LRS over HTTP: what is sent, said and kept, and with which exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli.xapi import send as module
from scormkit.cli.xapi.send import send
from scormkit.preview import NetworkFault
from scormkit.xapi.sending import Patience
from tests.xapi.sending.conftest import Lrs, running_host, statement, statements  # noqa: F401
from tests.xapi.sending.servers import Reply, Store, scripted, took

# They wait for servers, real ones.
pytestmark = pytest.mark.slow

VARIABLES = ("ENDPOINT", "USERNAME", "PASSWORD", "AUTHORIZATION", "VERSION")
SECRET = "s3cret-wörd"
"""What no output may have in it."""


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """No settings but the test's own, no pauses, and a folder of its own."""
    for name in VARIABLES:
        monkeypatch.delenv(f"SCORMKIT_LRS_{name}", raising=False)
    monkeypatch.setattr(module, "user_config_path", lambda *_, **__: tmp_path / "settings")
    monkeypatch.setattr("scormkit.xapi.sending.sender.Patience", lambda: Patience(timeout=0.5, pauses=(0.0, 0.0)))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def lrs(running_host, monkeypatch):  # noqa: F811
    fresh = Lrs(running_host)
    monkeypatch.setenv("SCORMKIT_LRS_ENDPOINT", fresh.endpoint)
    monkeypatch.setenv("SCORMKIT_LRS_AUTHORIZATION", fresh.authorization)
    return fresh


@pytest.fixture
def at(monkeypatch):
    """Point the environment at a scripted server."""

    def pointed(url):
        for name, value in zip(VARIABLES, (url, "me", SECRET), strict=False):
            monkeypatch.setenv(f"SCORMKIT_LRS_{name}", value)

    return pointed


def run(*arguments, stdin=None):
    result = CliRunner().invoke(send, [str(each) for each in arguments], input=stdin)
    assert SECRET not in result.output + repr(result.exception)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def written(name, value):
    path = Path(name)
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return path


def read(name):
    return json.loads(Path(name).read_text("utf-8"))


def ids(found):
    return [each["id"] for each in found]


def test_all_sent_says_so_and_leaves_nothing_behind(lrs, statements):  # noqa: F811
    written("one.json", statements[0])
    written("some.json", {"statements": statements[1:3], "more": ""})
    written("lines.jsonl", "\n".join(map(json.dumps, statements[3:])))
    result = run("one.json", "some.json", "lines.jsonl", "--batch", 3)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "7 statements: 7 sent.\n")
    assert lrs.stored == ids(statements)
    assert len(lrs.requests) == 3
    assert sorted(each.name for each in Path().iterdir()) == ["lines.jsonl", "one.json", "some.json"]


def test_stdin(lrs, statements):  # noqa: F811
    assert run("-", stdin=json.dumps(statements)).exit_code == 0
    assert lrs.stored == ids(statements)
    lrs.network.offline = True
    given = {key: value for key, value in statements[0].items() if key != "id"}
    assert run("-", stdin=json.dumps(given)).exit_code == 1
    lrs.network.mend()
    (kept,) = read("statements.unsent.json")
    assert {**given, "id": kept["id"]} == kept
    assert run("statements.unsent.json").exit_code == 0
    assert lrs.stored[7:] == [kept["id"]]


@pytest.mark.parametrize("how", [401, 403, 429, 500, 502, 503, 504, "drop", "hang"])
@pytest.mark.parametrize("lost_answer", [False, True])
def test_whatever_fails_what_is_left_is_in_a_file_that_sends_the_rest(lrs, statements, how, lost_answer):  # noqa: F811
    written("all.json", statements)
    lrs.network.fail(NetworkFault("statements", how, skip=1, times=99, kept=lost_answer))
    result = run("all.json", "--batch", 3)
    assert result.exit_code == 1
    assert "7 statements: 3 sent, 4 unsent.\nStopped: " in result.stderr
    assert result.stderr.endswith("What the LRS did not take is kept in all.unsent.json, ready to be sent.\n")
    assert read("all.unsent.json") == statements[3:]
    lrs.network.mend()
    again = run("all.unsent.json")
    assert (again.exit_code, again.stderr) == (0, "4 statements: 4 sent.\n")
    assert lrs.stored == ids(statements)
    assert read("all.json") == statements


def test_what_is_refused_is_on_stdout_with_its_place_and_reason(lrs, statements):  # noqa: F811
    taken = {**statements[0], "object": {"id": "https://example.org/other"}}
    written("a.json", statements[:2])
    run("a.json")
    written("b.json", [taken, statements[2], {**statements[3], "verb": {"id": "\u202ex"}, "extra": 1}])
    result = run("a.json", "b.json")
    assert result.exit_code == 1
    assert result.stdout == (
        f"b.json $[0] {taken['id']}: refused\n"
        "    the LRS has another statement with this id\n"
        f"b.json $[2] {statements[3]['id']}: refused\n"
        '    $.verb.id: "\\u202ex" is not an absolute IRI (xAPI Data 2.4.3)\n'
        "    $.extra: a statement has no property 'extra' (xAPI Data 2.2)\n"
    )
    said = "5 statements: 3 sent, 2 refused.\nWhat was refused is kept in a.unsent.json, to be mended.\n"
    assert result.stderr == said
    assert ids(read("a.unsent.json")) == [taken["id"], statements[3]["id"]]
    assert lrs.stored == ids(statements[:3])


def test_statements_without_ids_are_there_twice_when_their_file_is_sent_twice_which_is_said(lrs, statements):  # noqa: F811
    nameless = [{key: value for key, value in each.items() if key != "id"} for each in statements[:3]]
    written("all.json", [*nameless[:2], statements[3]])
    said = "3 statements: 3 sent.\n2 statements had no id and were given one: "
    assert run("all.json").stderr.startswith(said)
    assert run("all.json").stderr.startswith(said)
    assert len(lrs.stored) == 5
    written("one.json", nameless[2])
    result = run("one.json")
    assert (result.exit_code, result.stderr.splitlines()[1]) == (
        0,
        "1 statement had no id and was given one: sent from the same file again, the LRS would have it twice.",
    )


def test_too_large_half_a_batch_and_a_poisoned_statement(statements, at):  # noqa: F811
    poisoned, large = statements[2]["id"], statements[4]["id"]

    def refuse(_asked, found):
        if large in found:
            return Reply(413, "too large")
        if poisoned in found:
            return Reply(500, f"oops {SECRET}")
        return Reply(200, json.dumps(found[:1])) if len(found) > 1 else None

    written("all.json", statements)
    store = Store(refuse)
    with scripted(store) as script:
        at(script.url)
        result = run("all.json")
        assert result.exit_code == 1
        assert result.stdout.splitlines()[::2] == [
            f"all.json $[2] {poisoned}: unsent",
            f"all.json $[4] {large}: refused",
        ]
        assert read("all.unsent.json") == [statements[2], statements[4]]
        store.refuses = lambda _asked, _ids: None
        assert run("all.unsent.json").exit_code == 0
    assert sorted(store.kept) == sorted(ids(statements))


def test_an_earlier_file_is_never_overwritten(lrs, statements):  # noqa: F811
    written("all.json", statements)
    lrs.network.offline = True
    assert run("all.json").exit_code == 1
    assert "kept in all.unsent-2.json" in run("all.json").stderr
    assert "kept in all.unsent-3.json" in run("all.unsent.json").stderr
    assert "kept in mine.json" in run("all.json", "--keep", "mine.json").stderr
    assert "kept in mine-2.json" in run("all.json", "--keep", "mine.json").stderr
    assert all(read(name) == statements for name in ("all.unsent.json", "all.unsent-2.json", "mine-2.json"))


def test_an_interruption_keeps_what_is_left(lrs, statements, monkeypatch):  # noqa: F811
    sent = module.Sending._deal

    def interrupted(self, wire, batch):
        if len(self.outcome.left) <= 4:
            raise KeyboardInterrupt
        return sent(self, wire, batch)

    monkeypatch.setattr(module.Sending, "_deal", interrupted)
    written("all.json", statements)
    result = run("all.json", "--batch", 3)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "7 statements: 3 sent, 4 unsent.\nStopped: sending was interrupted\n" in result.stderr
    assert read("all.unsent.json") == statements[3:]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there are no such signals elsewhere")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_real_interruption_and_even_a_sudden_death_lose_nothing(statements, at, how):  # noqa: F811
    nameless = [{key: value for key, value in each.items() if key != "id"} for each in statements]
    written("all.json", nameless)
    with scripted(took, Reply(200, "", after=30)) as script:
        at(script.url)
        # A shell may have told what it runs in the background to ignore the signal.
        listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
        begin = f"{listen}; from scormkit.cli import main; main()"
        command = [sys.executable, "-c", begin, "xapi", "send", "all.json", "--batch", "3"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        try:
            until = time.monotonic() + 30
            while len(script.asked) < 2 and time.monotonic() < until:
                time.sleep(0.02)
            process.send_signal(how)
            said = process.communicate(timeout=30)[1].decode()
        finally:
            process.kill()
    first = script.posted[0]
    kept = read("all.unsent.json")
    if how == signal.SIGINT:
        assert process.returncode == 1
        assert "3 sent, 4 unsent" in said
        assert ids(kept) == [*script.posted[1], kept[-1]["id"]]
    else:
        assert ids(kept)[:6] == first + script.posted[1]
        assert len(kept) == 7
    assert Path("all.unsent.json").stat().st_mode & 0o777 == 0o600


class TestSettings:
    def config(self, lrs, path="lrs.toml", mode=0o600):
        user = lrs.authorization.removeprefix("Basic ")
        text = f'[here]\nendpoint = "{lrs.endpoint}"\nauthorization = "Basic {user}"\n[other]\nendpoint = "x"\n'
        file = written(path, text)
        file.chmod(mode)
        return file

    @pytest.fixture
    def bare(self, lrs, monkeypatch):
        monkeypatch.delenv("SCORMKIT_LRS_ENDPOINT")
        monkeypatch.delenv("SCORMKIT_LRS_AUTHORIZATION")
        written("one.json", statement())
        return lrs

    def test_a_config_file_names_the_lrs(self, bare):
        self.config(bare)
        assert run("one.json", "--config", "lrs.toml", "--lrs", "here").exit_code == 0
        result = run("one.json", "--config", "lrs.toml")
        assert (result.exit_code, result.stderr) == (
            2,
            "Error: lrs.toml: it names here, other; choose one with --lrs\n",
        )
        assert "[other]: the endpoint is not an address" not in result.stderr
        assert run("one.json", "--config", "lrs.toml", "--lrs", "other").exit_code == 2
        assert run("one.json", "--config", "none.toml").stderr == (
            "Error: cannot read none.toml: No such file or directory\n"
        )

    def test_the_config_file_of_the_user_is_found(self, bare):
        Path("settings").mkdir()
        self.config(bare, "settings/lrs.toml")
        assert run("one.json", "--lrs", "here").exit_code == 0

    def test_a_name_counts_more_than_the_environment(self, bare, at):
        at("http://127.0.0.1:1/")
        self.config(bare)
        assert run("one.json", "--config", "lrs.toml", "--lrs", "here").exit_code == 0

    @pytest.mark.skipif(os.name != "posix", reason="only there do files have such permissions")
    def test_a_config_file_that_others_can_read_gets_a_warning(self, bare):
        self.config(bare, mode=0o644)
        result = run("one.json", "--config", "lrs.toml", "--lrs", "here")
        assert result.exit_code == 0
        assert result.stderr.startswith("Warning: others on this machine can read lrs.toml: chmod 600\n")

    def test_without_settings_nothing_is_tried(self, bare):
        result = run("one.json")
        assert result.exit_code == 2
        assert "no LRS is named: set SCORMKIT_LRS_ENDPOINT, or write " in result.stderr

    def test_half_the_environment_is_said(self, bare, monkeypatch):
        monkeypatch.setenv("SCORMKIT_LRS_PASSWORD", SECRET)
        result = run("one.json")
        assert (result.exit_code, result.stderr) == (
            2,
            "Error: the environment: SCORMKIT_LRS_ENDPOINT is missing\n",
        )

    def test_http_to_another_machine_gets_a_warning(self, bare, at):
        at("http://lrs.invalid/xapi")
        result = run("one.json")
        assert result.exit_code == 1
        assert result.stderr.startswith("Warning: http://lrs.invalid/xapi/ is not https: ")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("none.json", None, "cannot read none.json: No such file or directory"),
        ("bad.json", "{", "cannot read bad.json: the text is not JSON: "),
        ("bad.jsonl", '{"a": 1}\n{', "cannot read bad.jsonl: line 2: the text is not JSON: "),
        (
            "template.json",
            '{"template": "urn:t", "statement": {}, "placeholders": {}, "example": {}}',
            "template.json: this is a statement template: `scormkit xapi fill` makes a statement of it",
        ),
    ],
)
def test_a_file_that_cannot_be_sent_is_said_before_anything_is_sent(lrs, statements, name, text, says):  # noqa: F811
    written("good.json", statements)
    if text is not None:
        written(name, text)
    result = run("good.json", name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {says}")
    assert (lrs.requests, Path("good.unsent.json").exists()) == ([], False)


def test_where_nothing_can_be_kept_nothing_is_sent(lrs, statements):  # noqa: F811
    written("good.json", statements)
    result = run("good.json", "--keep", "none/kept.json")
    assert result.exit_code == 2
    assert "cannot write none/kept.json: No such file or directory; --keep names another file" in result.stderr
    assert lrs.requests == []


def test_no_statements_are_nothing_to_send(lrs):
    written("empty.json", [])
    result = run("empty.json")
    assert (result.exit_code, result.stderr) == (0, "Nothing to send.\n")


def test_a_password_is_no_option():
    assert not any("password" in name or "auth" in name for each in send.params for name in each.opts)
