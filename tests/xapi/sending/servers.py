"""An HTTP server that answers as it is told, for what a real LRS does on bad days only."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Reply:
    status: int = 200
    body: bytes | str | list | dict = b""
    headers: dict = field(default_factory=dict)
    after: float = 0.0
    """Seconds before the answer, or between its bytes where it drips."""
    drips: bool = False


@dataclass
class Asked:
    method: str
    path: str
    parameters: dict
    headers: dict
    body: bytes

    @property
    def ids(self):
        return [each["id"] for each in json.loads(self.body)]


class Script:
    """What is answered, in turn: replies, or functions from what is asked to a reply. The last one stays."""

    def __init__(self, *turns):
        self.turns = deque(turns)
        self.asked = []
        self.url = ""

    def next(self, asked):
        self.asked.append(asked)
        turn = self.turns.popleft() if len(self.turns) > 1 else self.turns[0]
        return turn(asked) if callable(turn) else turn

    @property
    def posted(self):
        """The ids of each batch, in the order of arrival."""
        return [each.ids for each in self.asked if each.method == "POST"]


@contextmanager
def scripted(*turns):
    """Serve a script on a free port; gives the script, whose `url` is an endpoint."""
    script = Script(*turns)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            length = int(self.headers.get("Content-Length", 0))
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length)
            reply = script.next(Asked(self.command, parts.path, dict(parse_qsl(parts.query)), headers, body))
            content = reply.body if isinstance(reply.body, bytes | str) else json.dumps(reply.body)
            content = content.encode() if isinstance(content, str) else content
            try:
                if not reply.drips:
                    time.sleep(reply.after)
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(content)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for each in [bytes([one]) for one in content] if reply.drips else [content]:
                    self.wfile.write(each)
                    self.wfile.flush()
                    time.sleep(reply.after if reply.drips else 0)
            except ConnectionError:
                pass  # the client has given up

        do_GET = do_POST = answer  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_address[1]}/xapi/"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def took(asked):
    """The answer of an LRS that takes everything."""
    return Reply(200, asked.ids)


class Store:
    """A store of statements behind a script, with rules of its own on what it takes."""

    def __init__(self, refuses=lambda _asked, _ids: None):
        self.kept = {}
        self.refuses = refuses

    def __call__(self, asked):
        if asked.method == "GET":
            found = self.kept.get(asked.parameters.get("statementId"))
            return Reply(200, found) if found else Reply(404, "no such statement")
        refusal = self.refuses(asked, asked.ids)
        if refusal is None or refusal.status == 200:
            taken = json.loads(refusal.body) if refusal and isinstance(refusal.body, str) else asked.ids
            self.kept.update({each["id"]: each for each in json.loads(asked.body) if each["id"] in taken})
        return refusal or took(asked)
