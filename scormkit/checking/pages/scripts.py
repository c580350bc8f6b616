"""What a script says in literals: files that it asks for, names of the data model, events that it waits for.

A scan, not a parse: it tells code from comments, strings, templates and regular expressions, and looks at each string
with what stands right before and after it. What is put together from pieces is left alone.

Source: ECMAScript, 12 (lexical grammar).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scormkit.checking.pages.addresses import address, folder_of
from scormkit.checking.pages.model import DataName, Handler, Reference, Script, Use
from scormkit.checking.pages.text import Text, TooMuch

WORDS = frozenset(
    {
        "API",
        "API_1484_11",
        "LMSInitialize",
        "LMSFinish",
        "LMSGetValue",
        "LMSSetValue",
        "Initialize",
        "Terminate",
        "GetValue",
        "SetValue",
        "pagehide",
    }
)
"""The words that tell which run-time environment a script talks to, and whether it knows how a page ends today."""
MOST_TOKENS = 400_000
"""How many strings, comments and slashes a script may have; four megabytes of real ones have half of that."""
MOST_OF_A_KIND = 2000
"""How many references, names, handlers and mentions of one file are kept, each."""

_DYNAMIC = (
    *("eval", "Function(", "document.write", "importScripts", "atob", "fromCharCode", "XMLHttpRequest", "fetch"),
    *("import(", "require", "getScript", ".src", '"script"', "'script'"),
)
"""What a script that makes or fetches code has in it."""
_ON = re.compile(
    r"\bon(unload|beforeunload)\s*=(?!=)"
    r"(?!\s*(?:(?:null|undefined|void 0|\"\"|'')\s*[;,)\n}]|(?:function\s*\(\s*\)|\(\s*\)\s*=>)\s*\{\s*\}))"
)
"""A handler given to a property, unless it takes one away or does nothing, as one that keeps a page out of a cache."""

_OUTSIDE = re.compile(r"""["'`/]""")
_INSIDE = re.compile(r"""["'`/{}]""")
"""What ends a run of code; in a template's gap the braces count too."""
_STRING = {
    '"': re.compile(r'"(?:[^"\\\r\n]++|\\(?s:.))*+("?)'),
    "'": re.compile(r"'(?:[^'\\\r\n]++|\\(?s:.))*+('?)"),
}
"""A string, whose closing quote is the first group, empty where it does not close on its line."""
_TEMPLATE = re.compile(r"(?:[^`\\$]++|\\(?s:.)|\$(?!\{))*+(`|\$\{|\\?\Z)")
_REGEX = re.compile(r"/(?:[^/\\\[\r\n]++|\\[^\r\n]|\[(?:[^\]\\\r\n]++|\\[^\r\n])*+\])++/[a-z]*")
_REGEX_USED = re.compile(r"/(?![*/])(?:[^/\\\[\r\n]|\\[^\r\n]){1,200}/[a-z]{0,8}\.(?:test|exec)\(")
_LINE_END = re.compile(r"[\r\n]|\Z")
_BEFORE_REGEX = re.compile(
    r"(?:^|[(,=:\[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|throw|new|do|else|instanceof|await|yield))\s*$"
)
_BACK = 80
"""How many characters before a string are looked at."""

_FILE = re.compile(r"[^\s\"'<>|*{}]+\.(?:m?js|x?html?|json|css)(?:[?#].*)?")
_DATA = re.compile(r"(?:cmi|adl)\.[\w.]*\w|adl\.nav\.request_valid\.\w+\.\{[^{}]*\}")
_ACCESSOR = re.compile(r"(?:^|[^\w$])([\w$]*(?:get|set|value)[\w$]*)\s*\(\s*$", re.IGNORECASE)
_NO_ACCESSOR = re.compile(r"item|attribute|element|index|timeout|offset", re.IGNORECASE)
_LISTENS = re.compile(r"(?:\baddEventListener|\battachEvent|\.on|\.one|\.bind)\s*\(\s*$")
_CALLED = ("", ",", ")")
_ASKS = (
    (re.compile(r"(?:^|[^\w.$])(?:import|from)\s*$"), "import", Use.SCRIPT, None),
    (re.compile(r"\bimport\s*\(\s*$"), "import()", Use.SCRIPT, _CALLED),
    (re.compile(r"\bnew\s+(?:Shared)?Worker\s*\(\s*$"), "new Worker()", Use.SCRIPT, _CALLED),
    (re.compile(r"(?:^|[^\w.$])fetch\s*\(\s*$"), "fetch()", Use.OTHER, _CALLED),
    (re.compile(r"\.src\s*=\s*$"), ".src", Use.OTHER, ("", ";", "\n", "\r", "}")),
)
"""What asks for a file: what stands before the literal, how it is called, and what may follow it (None: anything)."""
_ASKING = ("import", "from", "Worker", "fetch", ".src")
"""One of these stands before any literal that is asked for."""
_AFTER = re.compile(r"[ \t]*(.|\n|\Z)")
_WRITTEN = re.compile(r"""\s*,\s*(?=["'])""")
_ESCAPE = re.compile(r"\\(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|\r\n|(?s:.))")


def read_script(text: Text) -> Script:
    """The script in `text`."""
    return ScriptReader(text, folder_of(text.member)).read([(0, len(text.text))])


def read_words(text: Text) -> Script:
    """Data that a script may read: only the words in it are known."""
    return Script(text.member, (), (), (), frozenset(), words_of(text.text), False)


def words_of(text: str) -> frozenset[str]:
    """Which of `WORDS` occur."""
    # Most texts hold none: a plain search of each is a hundred times quicker than one pattern at every letter.
    return frozenset(word for word in WORDS if word in text and re.search(rf"\b{word}\b", text))


class ScriptReader:
    """Gathers what the scripts of one file say; those inside a page count addresses from the folder of the page."""

    def __init__(self, text: Text, folder: str | None) -> None:
        """`folder` is None where addresses count from a place on the web."""
        self._text = text
        self._folder = folder
        self._references: list[Reference] = []
        self._names: list[DataName] = []
        self._handlers: list[Handler] = []
        self._mentions: set[str] = set()

    def read(self, spans: Sequence[tuple[int, int]]) -> Script:
        """All scripts of the file, from offset to offset; words and what is dynamic are looked for in all of it."""
        text = self._text.text
        for start, stop in spans:
            self._scan(start, stop)
        return Script(
            self._text.member,
            tuple(self._references),
            tuple(self._names),
            tuple(self._handlers),
            frozenset(self._mentions),
            words_of(text),
            any(text.find(sign, start, stop) >= 0 for start, stop in spans for sign in _DYNAMIC),
        )

    def handler(self, offset: int, event: str) -> None:
        """Take note of a handler."""
        if len(self._handlers) < MOST_OF_A_KIND:
            self._handlers.append(Handler(self._text.place(offset), event))

    def _scan(self, start: int, stop: int) -> None:
        text = self._text.text
        handlers = _ON.finditer(text, start, stop) if text.find("unload", start, stop) >= 0 else iter(())
        following = next(handlers, None)
        for begin, end, quote in skipped(text, start, stop):
            while following and following.start() < end:
                if following.start() < begin:
                    self.handler(following.start(), following[1])
                following = next(handlers, None)
            if quote:
                self._string(start, begin, end, stop)
        while following:
            self.handler(following.start(), following[1])
            following = next(handlers, None)

    def _string(self, start: int, begin: int, end: int, stop: int) -> None:
        """Look at the string literal from `begin` to `end`."""
        text = self._text.text
        if not 4 <= end - begin - 2 <= 400:
            return
        value = text[begin + 1 : end - 1]
        if value.endswith("unload"):
            before = text[max(start, begin - _BACK) : begin]
            if _LISTENS.search(before):
                for event in dict.fromkeys(value.split()):
                    if event.removeprefix("on") in {"unload", "beforeunload"}:
                        self.handler(begin + 1, event.removeprefix("on"))
        elif value.startswith(("cmi.", "adl.")):
            self._name(start, begin, end, stop, value)
        elif "." in value:
            self._file(start, begin, end, stop, value)

    def _name(self, start: int, begin: int, end: int, stop: int, value: str) -> None:
        if len(self._names) >= MOST_OF_A_KIND:
            return
        called = _ACCESSOR.search(self._text.text[max(start, begin - _BACK) : begin])
        if not called or _NO_ACCESSOR.search(called[1]) or not _DATA.fullmatch(value):
            return
        after = _AFTER.match(self._text.text, end, stop)
        if after and after[1] in {",", ")"}:
            is_set = after[1] == "," and "set" in called[1].lower()
            self._names.append(DataName(self._text.place(begin + 1), value, is_set, self._written(end, stop)))

    def _written(self, end: int, stop: int) -> int | None:
        """The length of the second argument, where it is a literal and the last one."""
        text = self._text.text
        gap = _WRITTEN.match(text, end, stop)
        literal = _STRING[text[gap.end()]].match(text, gap.end(), stop) if gap else None
        if literal is None or not literal[1]:
            return None
        after = _AFTER.match(text, literal.end(), stop)
        return len(_ESCAPE.sub("x", literal[0])) - 2 if after and after[1] == ")" else None

    def _file(self, start: int, begin: int, end: int, stop: int, value: str) -> None:
        text = self._text.text
        if len(self._mentions) < MOST_OF_A_KIND and _FILE.fullmatch(value):
            self._mentions.add(re.split(r"[?#]", value, maxsplit=1)[0])
        if "\\" in value or len(self._references) >= MOST_OF_A_KIND:
            return
        before = text[max(start, begin - _BACK) : begin]
        if not any(word in before for word in _ASKING):
            return
        after = _AFTER.match(text, end, stop)
        for pattern, syntax, use, ends in _ASKS:
            if not pattern.search(before):
                continue
            if after is not None and (ends is None or after[1] in ends):
                bare = ends is None and not value.startswith((".", "/", "http:", "https:"))  # a name of a module
                found = None if bare else address(value, self._folder)
                if found:
                    self._references.append(Reference(self._text.place(begin + 1), syntax, use, found))
            return


def skipped(text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """All that is no code, in order: begin, end, and the quote of a string ("" for what is none).

    Linear: a quote or slash that does not close on its line is stepped over, and once one did not close no other of its
    kind is looked for on that line. Raises `TooMuch` where there are more than `MOST_TOKENS`.
    """
    at = start
    depths: list[int] = []  # one for each template whose gap we are in: how many braces are open there
    left = MOST_TOKENS
    barren = dict.fromkeys("\"'/", start)  # no string or regular expression that begins before here closes
    while stopped := (_INSIDE if depths else _OUTSIDE).search(text, at, stop):
        begin, sign = stopped.start(), stopped[0]
        at, left = begin + 1, left - 1
        if left < 0:
            raise TooMuch
        if sign in "\"'":
            literal = _STRING[sign].match(text, begin, stop) if begin >= barren[sign] else None
            if literal and literal[1]:
                at = literal.end()
                yield begin, at, sign
            elif literal:
                barren[sign] = literal.end()
        elif sign == "`" or (sign == "}" and depths and depths[-1] == 0):
            if sign == "}":
                depths.pop()
            if part := _TEMPLATE.match(text, at, stop):
                at = part.end()
                if part[1] == "${":
                    depths.append(0)
            yield begin, at, ""
        elif sign == "{":
            depths[-1] += 1
        elif sign == "}":
            depths[-1] -= 1
        elif text.startswith("/", at, stop):
            ended = _LINE_END.search(text, at, stop)
            at = ended.start() if ended else stop
            yield begin, at, ""
        elif text.startswith("*", at, stop):
            close = text.find("*/", at + 1, stop)
            at = stop if close < 0 else close + 2
            yield begin, at, ""
        elif begin >= barren["/"] and _may_be_regex(text, start, begin, stop):
            if regex := _REGEX.match(text, begin, stop):
                at = regex.end()
                yield begin, at, ""
            else:
                ended = _LINE_END.search(text, at, stop)
                barren["/"] = ended.start() if ended else stop


def _may_be_regex(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether a slash begins a regular expression rather than divides."""
    before = text[max(start, begin - 16) : begin]
    if _BEFORE_REGEX.search(before):
        return not before.rstrip().endswith(("++", "--", "}")) or bool(_REGEX_USED.match(text, begin, stop))
    return before.rstrip().endswith(")") and bool(_REGEX_USED.match(text, begin, stop))
