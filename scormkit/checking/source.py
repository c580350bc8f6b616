"""XML as it stands in a file, read without trust and with the place of every element.

expat reads it rather than lxml: it gives line *and* column of where a tag begins (libxml2 gives the line where the tag
ends, and no column), and it lets us stop at a DOCTYPE before a single entity has been declared. No file but the given
bytes is ever opened.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple, Self
from xml.parsers import expat

from scormkit.checking.encoding import decoded, has_mark
from scormkit.checking.malformed import MISMATCH, NO_ELEMENTS, UNKNOWN_ENCODING, in_words
from scormkit.said import Said, say

MAX_BYTES = 16 * 1024 * 1024
"""The largest XML file that is read; real manifests stay under one megabyte."""
MAX_NODES = 500_000
"""How many elements and attributes together are read; a course of a thousand items stays under ten thousand."""
MAX_DEPTH = 100
"""How deep elements may nest; the deepest real manifests stay under thirty."""
MAX_EXCERPT = 20_000
"""Lines longer than this many characters are not kept as an excerpt."""

_SEPARATOR = "\x01"  # cannot occur in XML 1.0, so not in a namespace name either
_LINE_END = re.compile(r"\r\n|\r|\n")
# Names begin at no place but their first letter, and nothing is given back: a value of any length costs one look.
_ATTRIBUTE_OR_END = re.compile(r"""(?<![^\s=<>"'/])([^\s=<>"'/]++)\s*+=\s*+(?:"[^"]*+"|'[^']*+')|>""")


class _QualifiedName(NamedTuple):
    namespace: str
    local: str


class Name(_QualifiedName):
    """The name of an element or attribute: namespace ("" for none), local part, and the prefix it was written with.

    The prefix does not make it another name. It is a tuple, for names are compared and looked up more than all else.
    """

    prefix: str

    def __new__(cls, namespace: str, local: str, prefix: str = "") -> Self:
        """Keep all three."""
        name = super().__new__(cls, namespace, local)
        name.prefix = prefix
        return name

    def __repr__(self) -> str:
        """With the prefix."""
        return f"Name({self.namespace!r}, {self.local!r}, {self.prefix!r})"

    def __str__(self) -> str:
        """As it stands in the file."""
        return f"{self.prefix}:{self.local}" if self.prefix else self.local


named = lru_cache(maxsize=1024)(Name)
"""The name with this namespace and local part, for those who look one up: all rules together ask for a few hundred."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a package: a member, or the package itself (None), with line and column counted from 1."""

    member: str | None = None
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None


class Source:
    """The text of an XML file, by lines that count from 1. Nothing is made of it before somebody wants a place."""

    def __init__(self, member: str, data: bytes) -> None:
        """Take the file as it is."""
        self.member = member
        self._data = data

    @cached_property
    def _text(self) -> str:
        return decoded(self._data)

    @cached_property
    def _starts(self) -> array[int]:
        # Offsets, not strings: a file of sixteen million empty lines must not become as many objects.
        starts = array("L", [0])
        starts.extend(match.end() for match in _LINE_END.finditer(self._text))
        return starts

    def find(self, text: str) -> tuple[int, int]:
        """Line and column where `text` first stands; the first of the file when it does not."""
        return self._position(max(self._text.find(text), 0))

    def find_attribute(self, line: int, column: int, name: str) -> tuple[int, int] | None:
        """Line and column of an attribute (its name as written) of the tag that begins at `line` and `column`."""
        start = self._starts[line - 1] + column - 1
        tag = self._text[start : start + MAX_EXCERPT]
        for match in _ATTRIBUTE_OR_END.finditer(tag):
            if match[1] is None:  # the `>` that ends the tag
                break
            if match[1] == name:
                return self._position(start + match.start())
        return None

    def place(self, line: int, column: int | None = None) -> Place:
        """The place at `line` and `column`, with the line as excerpt unless it is endless."""
        start = self._starts[line - 1] if line <= len(self._starts) else len(self._text)
        stop = self._starts[line] if line < len(self._starts) else len(self._text)
        excerpt = self._text[start:stop].rstrip("\r\n") if stop - start <= MAX_EXCERPT else None
        return Place(self.member, line, column, excerpt)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One element; `text` is its own character data, joined. Two elements are equal only if they are the same one."""

    name: Name
    attributes: Mapping[Name, str]
    children: tuple[Element, ...]
    text: str
    line: int
    column: int
    source: Source

    def get(self, local: str, namespace: str = "") -> str | None:
        """The value of an attribute, or None."""
        return self.attributes.get(named(namespace, local))

    def iter(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting += element.children[::-1]

    def place(self, attribute: str | Name | None = None) -> Place:
        """Where the element begins, or where `attribute` (its name as written) stands in it."""
        if attribute is not None:
            found = self.source.find_attribute(self.line, self.column, str(attribute))
            if found:
                return self.source.place(*found)
        return self.source.place(self.line, self.column)


class Refusal(Enum):
    """Why a file was not read to its end."""

    MALFORMED = "malformed"
    DOCTYPE = "doctype"
    LIMITS = "limits"


class XmlError(Exception):
    """Raised when XML cannot or must not be read: `place` says where, `detail` why, `code` is expat's; 0 for none."""

    def __init__(self, refusal: Refusal, place: Place, detail: Said, code: int = 0) -> None:
        """Keep all four."""
        super().__init__(str(detail))
        self.refusal = refusal
        self.place = place
        self.detail = detail
        self.code = code


def read_xml(data: bytes, member: str, most: int = MAX_NODES) -> Element:
    """The root element of `data`, in which there are at most so many elements and attributes together.

    Raises `XmlError` for XML that is not well-formed, has a DOCTYPE or is too large.
    """
    return _Reader(Source(member, data), has_mark(data), most).read(data)


class _Open:
    """An element whose end tag has not been seen yet."""

    __slots__ = ("attributes", "children", "column", "line", "name", "text")

    def __init__(self, name: Name, attributes: Mapping[Name, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.column = column
        self.children: list[Element] = []
        self.text: list[str] = []


class _Names(dict[str, Name]):
    """The names of one file, by what expat calls them: namespace, local part and prefix as far as there are any."""

    def __missing__(self, raw: str) -> Name:
        parts = raw.split(_SEPARATOR)
        name = self[raw] = Name("", raw) if len(parts) == 1 else Name(*parts)
        return name


class _Reader:
    """Builds the tree of one file from expat's events."""

    def __init__(self, source: Source, has_mark: bool, most: int) -> None:
        self._source = source
        self._has_mark = has_mark
        self._stack: list[_Open] = []
        self._root: Element | None = None
        self._count = 0
        self._most = most
        self._parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._names = _Names()

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self._malformed(error) from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know or that is not 8 bits wide
            detail = say("the file declares an encoding that cannot be read ({error})", error=str(error))
            raise XmlError(Refusal.MALFORMED, self._source.place(1), detail, UNKNOWN_ENCODING) from error
        assert self._root is not None  # noqa: S101  (expat refuses a document without a root element)
        return self._root

    def _here(self) -> tuple[int, int]:
        return self._from_one(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber)

    def _from_one(self, line: int, column: int) -> tuple[int, int]:
        """Line and column counted from 1; expat counts columns from 0, and a byte order mark as one."""
        return line, max(1, column if self._has_mark and line == 1 else column + 1)

    def _doctype(self, *_: object) -> None:
        detail = say(
            "the file has a DOCTYPE, so reading stops here: a DOCTYPE can pull in other files and declare entities"
        )
        raise XmlError(Refusal.DOCTYPE, self._source.place(*self._source.find("<!DOCTYPE")), detail)

    def _start(self, name: str, attributes: list[str]) -> None:
        line, column = self._here()
        self._count += 1 + len(attributes) // 2
        if self._count > self._most:
            self._limit(say("the file has more than {most:,} elements and attributes", most=self._most))
        if len(self._stack) == MAX_DEPTH:
            self._limit(say("elements nest more than {most:,} deep", most=MAX_DEPTH))
        names = self._names
        values = {names[key]: value for key, value in zip(attributes[::2], attributes[1::2], strict=True)}
        self._stack.append(_Open(names[name], values, line, column))

    def _end(self, _: str) -> None:
        done = self._stack.pop()
        text = "".join(done.text)
        element = Element(done.name, done.attributes, tuple(done.children), text, done.line, done.column, self._source)
        if self._stack:
            self._stack[-1].children.append(element)
        else:
            self._root = element

    def _text(self, data: str) -> None:
        self._stack[-1].text.append(data)

    def _limit(self, detail: Said) -> None:
        raise XmlError(Refusal.LIMITS, self._source.place(*self._here()), detail)

    def _malformed(self, error: expat.ExpatError) -> XmlError:
        detail = in_words(error.code)
        opened = self._stack[-1] if self._stack else None
        if opened and error.code == MISMATCH:
            detail = say(
                "{what}: the <{tag}> of line {line} is not closed yet",
                what=detail,
                tag=str(opened.name),
                line=str(opened.line),
            )
        elif opened and error.code == NO_ELEMENTS:
            detail = say(
                "the file ends before the <{tag}> of line {line} is closed",
                tag=str(opened.name),
                line=str(opened.line),
            )
        place = self._source.place(*self._from_one(error.lineno, error.offset))
        return XmlError(Refusal.MALFORMED, place, detail, error.code)
