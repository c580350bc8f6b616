"""The little language of SCORM 1.2 prerequisites, borrowed from the AICC.

expression  = term, { "|", term }
term        = factor, { "&", factor }
factor      = "~", factor | "(", expression, ")" | [ number, "*" ], set | test
set         = "{", expression, { ",", expression }, "}"
test        = identifier, [ ( "=" | "<>" ), '"', status, '"' ]
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"""\s*(?:(?P<mark><>|[|&~(){},*=])|(?P<status>"[^"]*")|(?P<name>[\w.\-:]+))""")
_STATUS = {"passed", "completed", "browsed", "failed", "not attempted", "incomplete"}
_SHORT_STATUS = {"p", "c", "b", "f", "n", "i"}


class ScriptError(ValueError):
    """Raised for a script that does not follow the grammar; the text says where it breaks off and why."""


def names_in(script: str) -> tuple[str, ...]:
    """The identifiers that a script names, each once, in its order; none for an empty script.

    Raises `ScriptError`. Meant for scripts of a few hundred characters: parentheses are read by recursion.
    """
    reader = _Reader(_tokens(script))
    if reader.next:
        reader.expression()
    if reader.next:
        raise ScriptError(f"nothing is expected before `{reader.next}`")
    return tuple(dict.fromkeys(reader.names))


def _tokens(script: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    text = script.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ScriptError(f"`{text[at:].lstrip()[:1]}` has no meaning")
        tokens.append(match[match.lastgroup or 0])
        at = match.end()
    return tokens


class _Reader:
    """Reads tokens by the grammar and notes the identifiers."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]
        self.names: list[str] = []

    @property
    def next(self) -> str:
        """The token to come, empty at the end."""
        return self._tokens[-1] if self._tokens else ""

    def expression(self) -> None:
        self._term()
        while self._take("|"):
            self._term()

    def _term(self) -> None:
        self._factor()
        while self._take("&"):
            self._factor()

    def _factor(self) -> None:
        if self._take("~"):
            self._factor()
        elif self._take("("):
            self.expression()
            self._expect(")")
        elif self.next == "{":
            self._set()
        else:
            self._test()

    def _set(self) -> None:
        self._expect("{")
        self.expression()
        while self._take(","):
            self.expression()
        self._expect("}")

    def _test(self) -> None:
        name = self.next
        if not name or not re.match(r"[\w.\-:]", name):
            raise ScriptError(
                f"an identifier is expected, not `{name}`" if name else "an identifier is missing at the end"
            )
        self._tokens.pop()
        if name.isdigit() and self._take("*"):
            self._set()
            return
        self.names.append(name)
        if self._take("=") or self._take("<>"):
            self._status()

    def _status(self) -> None:
        word = self.next.strip('"').lower()
        if word not in _STATUS | _SHORT_STATUS:
            raise ScriptError(f"`{self.next}` is no status; there are {', '.join(sorted(_STATUS))}")
        self._tokens.pop()

    def _take(self, token: str) -> bool:
        if self.next == token:
            self._tokens.pop()
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise ScriptError(f"`{token}` is missing" + (f" before `{self.next}`" if self.next else " at the end"))
