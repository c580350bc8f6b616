"""A file of text: its characters, and the place of each."""

from __future__ import annotations

import codecs
import re
from array import array
from bisect import bisect_right

from scormkit.checking.encoding import MARKS
from scormkit.checking.source import MAX_EXCERPT, Place

_LINE_END = re.compile(r"\r\n|\r|\n")
_META = re.compile(rb"""<meta[^>]{0,500}?charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']([\w-]{1,40})""")
_WITHIN = 1024
"""The bytes in which an encoding must be told (HTML Standard, 4.2.5.4)."""
_CODECS = re.compile(r"(utf-?8|windows-?125\d|iso-?8859-?\d+|shift[-_]jis|euc-(jp|kr)|gb(2312|k|18030)|big5|koi8-[ru])")
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


class TooMuch(Exception):  # noqa: N818 - it tells of a limit, not of an error
    """A file has more parts than anyone is willing to look at."""


class Allowance:
    """How many characters of lines may yet be kept to be shown: what a package holds of them can fill the memory."""

    def __init__(self, characters: int) -> None:
        """So many of them."""
        self._left = characters

    def has_room(self, characters: int) -> bool:
        """Whether these may be kept too; then they count."""
        if characters > self._left:
            return False
        self._left -= characters
        return True


class Text:
    """The characters of one file, by offset; `encoding` is the one that the file tells, None where it tells none."""

    def __init__(self, member: str, data: bytes, lines: Allowance | None = None, *, markup: bool = False) -> None:
        """Decode `data` as a browser would; in `markup` the encoding may stand in a tag.

        Places share the allowance of `lines` with those of other files; without one they show their lines all the same.
        """
        self.member = member
        self._lines = lines
        self.encoding, mark = _told(data, markup)
        self.plain = data.isascii()
        body, codec = data[mark:], _codec(self.encoding)
        self.flaw: int | None = None
        """The offset of the first character that cannot be read."""
        try:
            self.text = body.decode(codec)
        except UnicodeDecodeError as error:
            if self.encoding is None:  # nothing was promised, so nothing is broken
                self.text = body.decode("cp1252", "replace")
            else:
                self.flaw = len(body[: error.start].decode(codec, "replace"))
                self.text = body.decode(codec, "replace")
        self._starts: array[int] | None = None
        self._excerpt: tuple[int, str | None] = (0, None)

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`, with its line."""
        if self._starts is None:
            self._starts = array("L", [0])
            self._starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        if self._excerpt[0] != line:  # so that all places on one line share it
            stop = self._starts[line] if line < len(self._starts) else len(self.text)
            length = stop - start
            short = length <= MAX_EXCERPT and (self._lines is None or self._lines.has_room(length))
            self._excerpt = (line, self.text[start:stop].rstrip("\r\n") if short else None)
        return Place(self.member, line, offset - start + 1, self._excerpt[1])


def _told(data: bytes, markup: bool) -> tuple[str | None, int]:
    """The encoding that a file tells, and how many bytes of it are the mark that tells it."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return encoding, len(mark)
    if markup:
        head = data[:_WITHIN]
        if found := _META.search(head) or _XML.match(head):
            return found[1].decode("ascii", "replace").lower(), 0
    return None, 0


def _codec(told: str | None) -> str:
    """The codec for what a file tells, of those that browsers have; UTF-8 where there is none."""
    if told is None or told in {"utf-16", "utf-16le", "utf-16be"}:  # HTML Standard: it was read as ASCII so far
        return "utf-8"
    if told in _AS_BROWSERS:
        return _AS_BROWSERS[told]
    if told in {"utf-16-le", "utf-16-be"}:
        return told
    try:
        return codecs.lookup(told).name if _CODECS.fullmatch(told) else "utf-8"
    except LookupError:
        return "utf-8"
