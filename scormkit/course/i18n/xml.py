"""XML as it stands in a translation file: read without trust, with the place of every element and text.

expat reads it, since it gives the column as well as the line and lets us stop at a DOCTYPE before an entity has been
declared; nothing but the given text is ever opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from scormkit.course.source import Mark

MAX_ELEMENTS = 1_000_000
"""How many elements a file may hold; a course of ten thousand texts has eighty thousand."""
MAX_DEPTH = 100

_CUT_SHORT = ("no element found", "unclosed token")
_SEPARATOR = "\x01"  # cannot occur in XML 1.0, so not in a namespace either


@dataclass(slots=True)
class Element:
    """An element: its name as `namespace`, `local`; `inside` holds its elements and texts in order.

    `mark` is where its tag begins, `text_mark` where its first text begins.
    """

    namespace: str
    local: str
    attributes: dict[str, str]
    mark: Mark
    text_mark: Mark | None = None
    inside: list[Element | str] = field(default_factory=list)

    def children(self, namespace: str, *names: str) -> Iterator[Element]:
        """The child elements of these names."""
        for each in self.inside:
            if isinstance(each, Element) and each.namespace == namespace and each.local in names:
                yield each

    def child(self, namespace: str, name: str) -> Element | None:
        """The first child element of this name."""
        return next(self.children(namespace, name), None)


class XmlError(Exception):
    """Why a file is not read, where, and perhaps what to do about it."""

    def __init__(self, message: str, mark: Mark, hint: str | None = None) -> None:
        """`message` says what is wrong in plain words."""
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.hint = hint


def parse(text: str) -> Element:
    """The root element. Raises XmlError where the text is not well formed, has a DOCTYPE, or goes past the limits.

    Attributes in a namespace go by `namespace` + `:` + name, as `http://www.w3.org/XML/1998/namespace:lang`.
    """
    # The text has been decoded already; the declared encoding is that of the file.
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    builder = _Builder(parser)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code).removeprefix("not well-formed ").strip("()")
        message = f"the file is not well-formed XML: {what}"
        hint = "write `&lt;` for a `<` in a text and `&amp;` for a `&`, and look whether the file is whole"
        if what in _CUT_SHORT:
            message, hint = "the file ends too soon", "get it anew from where it came; part of it is missing"
        raise XmlError(message, Mark(error.lineno, error.offset + 1), hint) from error
    if builder.root is None:  # pragma: no cover - expat refuses a document without an element
        raise XmlError("there is no element", Mark(1, 1))
    return builder.root


@dataclass(slots=True)
class _Builder:
    parser: expat.XMLParserType
    root: Element | None = None
    open: list[Element] = field(default_factory=list)
    elements: int = 0

    @property
    def mark(self) -> Mark:
        return Mark(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS or len(self.open) >= MAX_DEPTH:
            raise XmlError(f"more than {MAX_ELEMENTS} elements, or deeper than {MAX_DEPTH}", self.mark)
        namespace, _, local = name.rpartition(_SEPARATOR)
        named = {key.replace(_SEPARATOR, ":"): value for key, value in attributes.items()}
        element = Element(namespace, local, named, self.mark)
        if self.open:
            self.open[-1].inside.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, name: str) -> None:  # noqa: ARG002 - expat's signature
        self.open.pop()

    def text(self, data: str) -> None:
        element = self.open[-1]
        element.text_mark = element.text_mark or self.mark
        element.inside.append(data)

    def doctype(self, *_: object) -> None:
        raise XmlError("a DOCTYPE stands in the file", self.mark, "remove it; a translation file needs none")
