"""An HTML file as its tags, and what they ask for.

Tags are told as browsers tell them: HTML Standard, 13.2.5 (tokenization). No tree is built, for nothing here asks how
elements nest, and so nothing depends on how deep they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from scormkit.checking.pages.text import TooMuch

MOST_TAGS = 200_000
"""How many tags and comments a page may have; the largest real ones have some ten thousand."""
MOST_ATTRIBUTES = 200
"""How many attributes of one tag are kept."""
MOST_WRITTEN = 20_000
"""How many attributes one tag may have."""

_OPEN = re.compile(r"<(?:!--|[!?]|(/?)([A-Za-z][^\s/>]*+))")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"""[\s/]*+(?:(>)|([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?+)""")
_RAW = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
"""Elements whose content is text up to their own end tag."""
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_NONE: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an attribute, and from where to where it stands in the file."""

    text: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; names are in small letters. `content` is where the text of a raw element stands."""

    name: str
    closing: bool
    start: int
    stop: int
    attributes: Mapping[str, Value]
    content: tuple[int, int] | None = None

    def get(self, name: str) -> str | None:
        """The value of an attribute, "" where it has none, None where it is not there."""
        found = self.attributes.get(name)
        return None if found is None else found.text


def tags(text: str) -> Iterator[Tag]:
    """The tags of an HTML file, in order, without comments. Raises `TooMuch` where there are more than `MOST_TAGS`."""
    at, left = 0, MOST_TAGS
    while opened := _OPEN.search(text, at):
        left -= 1
        if left < 0:
            raise TooMuch
        if opened[2] is None:
            if opened[0] == "<!--":
                ended = _COMMENT_END.search(text, opened.start() + 2)
                at = ended.end() if ended else len(text)
            else:
                close = text.find(">", opened.end())
                at = close + 1 if close >= 0 else len(text)
            continue
        read = _attributes(text, opened.end())
        if read is None:  # the file ends inside the tag
            return
        attributes, at = read
        name, closing, content = opened[2].lower(), opened[1] == "/", None
        if name in _RAW_END and not closing:
            ended = _RAW_END[name].search(text, at)
            content = (at, ended.start() if ended else len(text))
        yield Tag(name, closing, opened.start(), at, attributes, content)
        if content:
            at = content[1]


def _attributes(text: str, at: int) -> tuple[Mapping[str, Value], int] | None:
    """The attributes of the tag whose name ends at `at`, of two alike the first, and where the tag ends."""
    if text.startswith(">", at):
        return _NONE, at + 1
    found: dict[str, Value] = {}
    left = MOST_WRITTEN
    while match := _ATTRIBUTE.match(text, at):
        at = match.end()
        if match[1]:
            return found, at
        left -= 1
        if left < 0:
            raise TooMuch
        if len(found) < MOST_ATTRIBUTES:
            written = match[3] or ""
            inset = 1 if written[:1] in {'"', "'"} and len(written) > 1 and written[-1] == written[0] else 0
            start, stop = (match.start(3) + inset, at - inset) if match[3] else (match.start(2), match.end(2))
            value = text[start:stop] if match[3] else ""
            found.setdefault(match[2].lower(), Value(unescaped(value), start, stop))
    return None


def unescaped(text: str) -> str:
    """The text with its character references (HTML Standard, 13.2.5.72) resolved.

    It stays as it is where one of them has more digits than Python is willing to read, which no honest one has.
    """
    try:
        return unescape(text)
    except ValueError:
        return text
