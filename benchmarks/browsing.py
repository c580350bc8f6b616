"""A package in a real browser, beside an LMS that says yes to everything: what it asks for, and what keeps it busy."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, Page, sync_playwright

PAGE = """<!DOCTYPE html><title>LMS</title><script>
window.commits = 0;
const held = { "cmi.core.lesson_status": "not attempted", "cmi.core.lesson_mode": "normal" };
window.API = {
  LMSInitialize: () => "true", LMSFinish: () => "true", LMSGetLastError: () => "0",
  LMSGetValue: (name) => held[name] || "", LMSSetValue: (name, value) => { held[name] = value; return "true"; },
  LMSCommit: () => { window.commits += 1; return "true"; },
};
</script><iframe name="sco" src="still.html" width="1000" height="900"></iframe>"""
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
ASKED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const all = [page, ...performance.getEntriesByType("resource")];
  const counted = all.filter((one) => /[.](html|css|js)$/.test(new URL(one.name).pathname));
  const names = (some) => some.map((one) => one.name);
  const early = (one) => one.startTime < page.loadEventStart;
  return [names(counted.filter(early)), names(counted.filter((one) => !early(one)))];
}"""
SLOWER = 4
QUIET = 2.5
"""Seconds after which the player has nothing left to do."""
SCRIPTS = ("EvaluateScript", "FunctionCall", "RunMicrotasks", "v8.run", "TimerFire")
CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a module asked for, and what it kept the page busy with."""

    early: tuple[str, ...]
    """The documents, scripts and styles asked for until the page had loaded."""
    later: tuple[str, ...]
    tasks: tuple[float, ...]
    """How long each task took in which a script of the module ran, in milliseconds of processor time."""
    longest: float
    """The longest of all tasks, those of the browser itself among them."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(_beside_python("node")))
    with sync_playwright() as driver:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        if path is None:
            raise SystemExit("there is no Chromium on this machine: make chromium installs it")
        chromium = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def _beside_python(name: str) -> str:
    return posixpath.join(posixpath.dirname(sys.executable), name)


def without_scripts(files: Files, start: str) -> dict[str, bytes]:
    """The same package, whose first page does nothing."""
    return {**files, start: re.sub(rb"<script[^>]*></script>", b"", files[start])}


def visit(chromium: Browser, files: Files, start: str) -> Visit:
    """Open a module as an LMS does, in a frame, where a page like it was before: the browser itself is warm then."""
    with _opened(chromium, files, start) as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        chromium.start_tracing(page=page, categories=CATEGORIES)
        frame = _launch(page, start)
        page.wait_for_timeout(QUIET * 1000)
        events = json.loads(chromium.stop_tracing())["traceEvents"]
        early, later = frame.evaluate(ASKED)
    own, longest = _tasks(events)
    return Visit(_paths(early), _paths(later), own, longest)


def saved(chromium: Browser, files: Files, start: str, pages: int) -> float:
    """How often the LMS is asked to save for each page that is turned."""
    with _opened(chromium, files, start) as page:
        frame = _launch(page, start)
        page.wait_for_timeout(QUIET * 1000)
        before = page.evaluate("commits")
        for _ in range(pages):
            frame.locator("#sk-next").click()
            page.wait_for_timeout(QUIET * 1000)
        return float(page.evaluate("commits") - before) / pages


def _launch(page: Page, start: str) -> Frame:
    page.evaluate("start => { document.querySelector('iframe').src = start; }", start)
    page.wait_for_load_state("networkidle")
    frame = page.frame("sco")
    if frame is None:
        raise SystemExit("the module did not open")
    return frame


def _paths(addresses: list[str]) -> tuple[str, ...]:
    return tuple(urlsplit(address).path.lstrip("/") for address in addresses)


def _tasks(events: list[dict[str, Any]]) -> tuple[tuple[float, ...], float]:
    """The tasks in which a script of the module ran, and the longest of all."""
    main = {
        (each["pid"], each["tid"])
        for each in events
        if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    mine = [each for each in events if each.get("ph") == "X" and (each["pid"], each["tid"]) in main]
    tasks = [each for each in mine if each["name"] == "RunTask"]
    ran = sorted(each["ts"] for each in mine if each["name"] in SCRIPTS)
    own = [each for each in tasks if any(each["ts"] <= at < each["ts"] + each["dur"] for at in ran)]
    length = [each.get("tdur", 0) / 1000 for each in own]
    return tuple(length), max((each.get("tdur", 0) / 1000 for each in tasks), default=0.0)


@contextmanager
def _opened(chromium: Browser, files: Files, start: str) -> Iterator[Page]:
    still = without_scripts(files, start)[start].replace(b"../", b"")
    with _served({**files, "still.html": still, "lms.html": PAGE.encode()}) as address:
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"{address}/lms.html")
        page.wait_for_load_state("networkidle")
        yield page
        context.close()


@contextmanager
def _served(files: Files) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Gives the files of one package."""

    def __init__(self, files: Files, *arguments: Any) -> None:
        self._files = files
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer one request."""
        path = urlsplit(self.path).path.lstrip("/")
        data = self._files.get(path)
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Type", TYPES.get(posixpath.splitext(path)[1], "application/octet-stream"))
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - so it is called there
        """Say nothing."""
