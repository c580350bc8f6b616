"""Drawings (SVG): whether one stands on its own, and how large it is. Read by expat, which fetches nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

_NAMESPACE = "http://www.w3.org/2000/svg"
_ACTIVE = {"script", "handler", "iframe", "object", "embed"}
_REFERENCES = {"href", "src", "base"}
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels in each unit (CSS Values 3, 6.2)."""
_ROOM = 960.0
_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*([a-z]*)\s*", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


class DrawingError(ValueError):
    """The drawing is broken or does not stand on its own; the message goes on after the file's name."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How large a drawing is shown, in CSS pixels; None where it does not say.

    Where only one of `width` and `height` is given, `viewBox` gives the other (SVG 2, 8.2 and 8.12). With `viewBox`
    alone a browser makes a drawing as wide as there is room, so it counts as at least as wide as a page's column.
    """

    width: int | None
    height: int | None


@dataclass(slots=True)
class _Reader:
    """Gathers, event by event, what is asked about a drawing; raises `DrawingError` at the first thing amiss."""

    parser: expat.XMLParserType
    root: dict[str, str] | None = None
    style: list[str] = field(default_factory=list)
    styles: int = 0

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.EntityDeclHandler = self.entity

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        if self.root is None:
            if element != "svg" or namespace != _NAMESPACE:
                raise DrawingError(f"is no drawing: its first element is `{element}`, not an `svg` of {_NAMESPACE}")
            self.root = attributes
        if element.lower() in _ACTIVE:
            raise DrawingError(f"holds an element `{element}`, which can run a program")
        self.styles += element == "style"
        for key, value in attributes.items():
            self.attribute(key.rpartition(" ")[2], value)

    def attribute(self, name: str, value: str) -> None:
        bare = re.sub(r"[\x00-\x20]+", "", value)
        if name.lower().startswith("on"):
            raise DrawingError(f"holds an event handler, `{name}`")
        if bare.lower().startswith(("javascript:", "vbscript:", "data:text/html")):
            raise DrawingError(f"holds a program in `{name}`")
        if name.lower() in _REFERENCES and not _is_inside(bare):
            raise DrawingError(f"refers to something outside it: `{name}` is `{bare[:60]}`")
        _judge_style(value)

    def text(self, text: str) -> None:
        if self.styles:
            self.style.append(text)

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "style":
            self.styles -= 1
            _judge_style("".join(self.style))
            self.style.clear()

    def instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise DrawingError("refers to a style sheet outside it")

    def entity(self, name: str, *_rest: Any) -> None:
        raise DrawingError(f"declares an entity, `{name}`, which browsers read differently")


def read_drawing(data: bytes) -> Drawing:
    """The drawing that these bytes are. Raises DrawingError, and nothing else, where it does not stand on its own.

    It may hold no script, no event handler and no reference to anything outside it. A browser that shows it as a
    picture ignores those, but one that opens the file itself does not. Metadata of drawing programs is left alone.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser)
    try:
        parser.Parse(data, True)
    except DrawingError as error:
        raise DrawingError(f"{error} (line {parser.CurrentLineNumber})") from None
    except expat.ExpatError as error:
        raise DrawingError(f"is not well-formed XML: {expat.ErrorString(error.code)} (line {error.lineno})") from error
    except (LookupError, ValueError) as error:
        raise DrawingError("is in an encoding that cannot be read") from error
    return _measure(reader.root or {})


def _measure(root: dict[str, str]) -> Drawing:
    width, height, box = _length(root.get("width")), _length(root.get("height")), _box(root.get("viewBox", ""))
    if box is not None:
        ratio = box[0] / box[1]
        if width is None and height is None:
            width = max(_ROOM, box[0])
        if width is None and height is not None:
            width = height * ratio
        if height is None and width is not None:
            height = width / ratio
    if width is None or height is None:
        return Drawing(None, None)
    return Drawing(max(1, round(width)), max(1, round(height)))


def _is_inside(reference: str) -> bool:
    return reference == "" or reference.startswith("#") or reference.lower().startswith("data:")


def _judge_style(text: str) -> None:
    """Raise where a style sheet, or an attribute that can hold style, asks for something outside the drawing."""
    plain = _CSS_ESCAPE.sub(_unescape, _CSS_COMMENT.sub("", text)) if "\\" in text or "/*" in text else text
    if "@import" in plain.lower():
        raise DrawingError("imports a style sheet, `@import`")
    for url in _URL.findall(plain):
        if not _is_inside(url):
            raise DrawingError(f"refers to something outside it: `url({url[:60]})`")


def _unescape(match: re.Match[str]) -> str:
    digits, character = match.groups()
    if digits is None:
        return str(character)
    code = int(digits, 16)
    return chr(code) if code < 0x110000 else "\ufffd"


def _length(text: str | None) -> float | None:
    match = _LENGTH.fullmatch(text or "")
    if match is None or match[2].lower() not in _UNITS:
        return None
    return float(match[1]) * _UNITS[match[2].lower()] or None


def _box(text: str) -> tuple[float, float] | None:
    parts = re.split(r"[\s,]+", text.strip())
    if len(parts) != 4:
        return None
    try:
        width, height = float(parts[2]), float(parts[3])
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e9 and 0 < height < 1e9 else None
