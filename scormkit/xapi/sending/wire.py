"""One request to an LRS and its answer, tried again where that may help. The only module that knows httpx."""

from __future__ import annotations

import re
import ssl
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlencode

import httpx

from scormkit.version import __version__
from scormkit.xapi.sending.access import Access
from scormkit.xapi.sending.answers import Answer, StopError
from scormkit.xapi.sending.patience import Patience, asked_pause

_TRIED_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_MOST_BYTES = 16_000_000
_STEPS = 4
"""How many timeouts an answer may take as a whole: one that comes drop by drop breaks no timeout of its own."""
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNEXPECTED_MESSAGE"})
"""What OpenSSL calls answers in the clear."""
_NUMBER = re.compile(r"^\[Errno -?\d+\] ")
"""Which error it is to a system, before what it is to people."""
_READ_FOR_WORDS = 100_000
_SHOWN_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class _Received:
    """An answer as it came, so far as it counts."""

    status: int
    content: bytes
    location: str | None
    retry_after: str


class Wire:
    """Carries requests to one LRS. Use it as a context manager."""

    def __init__(
        self,
        access: Access,
        patience: Patience,
        waiting: Callable[[str], None],
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Nothing is sent yet. `waiting` is told, in plain English, what is waited for before each further try."""
        self._access = access
        self._patience = patience
        self._waiting = waiting
        self._sleep = sleep
        self._now = now
        self._client = httpx.Client(
            headers={
                "Authorization": access.authorization,
                "X-Experience-API-Version": access.version,
                "User-Agent": f"scormkit/{__version__}",
                "Accept": "application/json, text/plain;q=0.5",
                "Accept-Encoding": "identity",
            },
            timeout=patience.timeout,
        )

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._client.close()

    def post(self, body: bytes, *, is_patient: bool) -> Answer:
        """Send an array of statements. The answer may be any; a failure that may pass has been tried again before.

        Without patience, status 500 counts as one that will not pass. Raises `StopError` where the LRS cannot be
        reached, sends elsewhere, or wants to be left alone for too long.
        """
        return self._ask("POST", "statements", body, _TRIED_AGAIN if is_patient else _TRIED_AGAIN - {500})

    def get(self, **parameters: str) -> Answer:
        """Ask for a statement. As `post`."""
        return self._ask("GET", f"statements?{urlencode(parameters)}", b"", _TRIED_AGAIN)

    def _ask(self, method: str, resource: str, body: bytes, tried_again: frozenset[int]) -> Answer:
        for pause in (*self._patience.pauses, None):
            wanted = None
            try:
                received = self._follow(method, f"{self._access.endpoint}{resource}", body)
            except httpx.RequestError as error:
                reason = self._reason(error)
                if pause is None or not _may_pass(error):
                    raise StopError(reason) from None
            else:
                answer = Answer(received.status, received.content, self._words(received.content))
                if pause is None or answer.status not in tried_again:
                    return answer
                reason = f"the LRS answered {answer.status}"
                wanted = asked_pause(received.retry_after, self._now())
            seconds = max(pause, wanted or 0.0)
            if seconds > self._patience.longest:
                raise StopError(f"{reason} and asks to be left alone for {seconds:.0f} seconds")
            self._waiting(f"waiting {seconds:.0f} s: {reason}")
            self._sleep(seconds)
        raise AssertionError("behind the last try is no pause")

    def _follow(self, method: str, address: str, body: bytes) -> _Received:
        try:
            return self._within_origin(method, httpx.URL(address), body)
        except (httpx.InvalidURL, UnicodeError):  # a name such as a..b is found out when it is looked up
            raise StopError("the endpoint is no address that a request can go to") from None

    def _within_origin(self, method: str, url: httpx.URL, body: bytes) -> _Received:
        """The answer, behind redirects within the origin: another one gets neither credentials nor statements."""
        for _ in range(_MOST_REDIRECTS + 1):
            received = self._once(method, url, body)
            if received.status not in _REDIRECTS or received.location is None:
                return received
            target = url.join(received.location)
            if (target.scheme, target.host, target.port) != (url.scheme, url.host, url.port):
                shown = self._plain(str(target.copy_with(username=None, password=None, query=None, fragment=None)))
                raise StopError(
                    f"the LRS sends elsewhere, to {shown}; credentials go to no other origin: "
                    "if that is where your LRS is, make it the endpoint"
                )
            if received.status == httpx.codes.SEE_OTHER and method != "GET":
                raise StopError("the LRS answers statements with another page (303), such as one to log in")
            url = target
        raise StopError("the LRS sends from address to address without end")

    def _once(self, method: str, url: httpx.URL, body: bytes) -> _Received:
        """One request, the answer read up to a limit of bytes and of time."""
        headers = {"Content-Type": "application/json"} if method == "POST" else {}
        with self._client.stream(method, url, content=body or None, headers=headers) as response:
            begun = time.monotonic()
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > _MOST_BYTES:
                    break  # no list of ids and no statement is that long: judged as what it is not
                if time.monotonic() - begun > _STEPS * self._patience.timeout:
                    raise httpx.ReadTimeout("the answer takes too long", request=response.request)
        given = response.headers
        return _Received(response.status_code, bytes(content), given.get("Location"), given.get("Retry-After", ""))

    def _reason(self, error: httpx.RequestError) -> str:
        """A failure in plain English."""
        if isinstance(error, httpx.TimeoutException):
            return f"the LRS gave no answer in {self._patience.timeout:g} seconds"
        if isinstance(error, httpx.LocalProtocolError | httpx.UnsupportedProtocol):
            return "the request could not be made"  # its own words may repeat a header
        if tls := _tls_error(error):
            return f"no safe connection to the LRS: {self._plain(_tls_words(tls))}"
        words = self._plain(_NUMBER.sub("", str(error))) or type(error).__name__
        return f"the LRS cannot be reached: {words}"

    def _words(self, content: bytes) -> str:
        return self._plain(content[:_READ_FOR_WORDS].decode(errors="replace"))

    def _plain(self, text: str) -> str:
        """One short line that is safe to show."""
        harmless = "".join(
            " " if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") else each for each in text
        )
        line = " ".join(self._access.without_secrets(harmless).split())
        return line if len(line) <= _SHOWN_CHARACTERS else f"{line[: _SHOWN_CHARACTERS - 1]}…"


def _may_pass(error: httpx.RequestError) -> bool:
    """Whether the same request may go better later."""
    if isinstance(error, httpx.LocalProtocolError | httpx.UnsupportedProtocol):
        return False
    tls = _tls_error(error)
    return not (isinstance(tls, ssl.SSLCertVerificationError) or (tls is not None and tls.reason in _NO_TLS))


def _tls_error(error: BaseException) -> ssl.SSLError | None:
    """What went wrong with TLS, if that is what lies beneath a failure."""
    at: BaseException | None = error
    while at is not None and not isinstance(at, ssl.SSLError):
        at = at.__cause__ or at.__context__
    return at


def _tls_words(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message} (SSL_CERT_FILE names authorities of your own)"
    if error.reason in _NO_TLS:
        return "what answers there does not speak https"
    return str(error.reason or error)
