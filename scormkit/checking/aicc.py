"""The little language of SCORM 1.2 prerequisites, borrowed from the AICC.

expression  = term, { "|", term }
term        = factor, { "&", factor }
factor      = "~", factor | "(", expression, ")" | [ number, "*" ], set | test
set         = "{", expression, { ",", expression }, "}"
test        = identifier, [ ( "=" | "<>" ), '"', status, '"' ]
"""

from __future__ import annotations

import re

from scormkit.said import Said, say

_TOKEN = re.compile(r"""\s*(?:(?P<mark><>|[|&~(){},*=])|(?P<status>"[^"]*")|(?P<name>[\w.\-:]+))""")
_STATUS = {"passed", "completed", "browsed", "failed", "not attempted", "incomplete"}
_SHORT_STATUS = {"p", "c", "b", "f", "n", "i"}


class ScriptError(ValueError):
    """Raised for a script that does not follow the grammar; `said` tells where it breaks off and why."""

    def __init__(self, said: Said) -> None:
        """Keep the sentence."""
        super().__init__(str(said))
        self.said = said


def names_in(script: str) -> tuple[str, ...]:
    """The identifiers that a script names, each once, in its order; none for an empty script.

    Raises `ScriptError`. Meant for scripts of a few hundred characters: parentheses are read by recursion.
    """
    reader = _Reader(_tokens(script))
    if reader.next:
        reader.expression()
    if reader.next:
        raise ScriptError(say("nothing is expected before `{token}`", token=reader.next))
    return tuple(dict.fromkeys(reader.names))


def _tokens(script: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    text = script.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ScriptError(say("`{token}` has no meaning", token=text[at:].lstrip()[:1]))
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
            missing = say("an identifier is missing at the end")
            raise ScriptError(say("an identifier is expected, not `{token}`", token=name) if name else missing)
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
            known = ", ".join(sorted(_STATUS))
            raise ScriptError(say("`{token}` is no status; there are {names}", token=self.next, names=known))
        self._tokens.pop()

    def _take(self, token: str) -> bool:
        if self.next == token:
            self._tokens.pop()
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._take(token):
            at_the_end = say("`{token}` is missing at the end", token=token)
            before = say("`{token}` is missing before `{next}`", token=token, next=self.next)
            raise ScriptError(before if self.next else at_the_end)
