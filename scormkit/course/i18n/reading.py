"""XLIFF 2.0 and 2.1 as translation tools write it: every unit as an entry, with its place in the file.

Source: OASIS, *XLIFF Version 2.0*, 2014. Elements and attributes of modules and extensions are passed over. A text that
a tool has cut in segments is put together again; inline codes are what their original data says (4.2.3).
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from scormkit.course.i18n.entry import KEPT_FILE, NAMESPACE, PREVIOUS, STATES, Entry, State
from scormkit.course.i18n.problems import NOT_XLIFF, OTHER_LANGUAGE
from scormkit.course.i18n.texts import plain
from scormkit.course.i18n.xml import Element, XmlError, parse
from scormkit.course.problems import NOT_UTF8
from scormkit.course.source import Mark, Source
from scormkit.diagnostics import Diagnostic, Location

MAX_BYTES = 32 * 1024 * 1024
"""How large a translation file may be."""

_VERSIONS = ("2.0", "2.1")
_MARKERS = ("mrk", "sm", "em")
_CURE = "let the translation tool write XLIFF 2.0, or begin anew with `scormkit i18n export`"


class XliffSource(Source):
    """The text of a translation file, in which a fragment may stand with its `<` and `&` escaped."""

    def find(self, line: int, fragment: str) -> Mark:
        """Where `fragment` stands in a line, or else where the line's text begins."""
        lines = self.text.split("\n")
        escaped = escape(fragment)
        return super().find(line, escaped if line <= len(lines) and escaped in lines[line - 1] else fragment)


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation file: `target` is its language, None where the file does not say."""

    file: Source
    source: str
    target: str | None
    entries: tuple[Entry, ...]

    def fits(self, source: str, target: str | None) -> Diagnostic | None:
        """What is wrong where the file does not translate from `source` to `target`; any region of them will do."""
        expected = (("srcLang", self.source, source), ("trgLang", self.target, target))
        for name, found, wanted in expected:
            if found is None or (wanted is not None and found.partition("-")[0].lower() != wanted):
                says = f"is `{found}`" if found else "is missing"
                hint = f"it has to be `{wanted}`; is this the file for another language or another course?"
                line = next((n for n, each in enumerate(self.file.text.split("\n"), 1) if "<xliff" in each), 1)
                mark = self.file.find(line, name)
                return self.file.problem(OTHER_LANGUAGE, mark, f"`{name}` {says}", hint if wanted else "add it")
        return None


def read_translation(path: Path, display: str) -> Translation | Diagnostic:
    """A translation file, or what keeps it from being read. Raises OSError where the file itself cannot be read."""
    source = _decode(path, display)
    if isinstance(source, Diagnostic):
        return source
    try:
        root = parse(source.text)
        _judge_root(root)
        entries = tuple(_entries(root, source))
        _judge_ids(entries)
    except XmlError as error:
        return source.problem(NOT_XLIFF, error.mark, error.message, error.hint or _CURE)
    attributes = root.attributes
    return Translation(source, attributes.get("srcLang", ""), attributes.get("trgLang"), entries)


def _decode(path: Path, display: str) -> XliffSource | Diagnostic:
    if path.stat().st_size > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB"
        return NOT_XLIFF.at(Location(display), message, hint="translate the course in more than one file")
    raw = path.read_bytes()
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return XliffSource(path, display, raw.decode("utf-16" if wide else "utf-8-sig"))
    except UnicodeDecodeError:
        hint = "save the file with the encoding UTF-8"
        return NOT_UTF8.at(Location(display), "the file is neither UTF-8 nor UTF-16", hint=hint)


def _judge_root(root: Element) -> None:
    version = root.attributes.get("version", "")
    if root.local != "xliff":
        raise XmlError(f"the file is no XLIFF: it begins with `<{root.local}>`", root.mark)
    if version not in _VERSIONS:
        raise XmlError(f"the file is XLIFF {version}, and only 2.0 and 2.1 are read", root.mark)
    if root.namespace != NAMESPACE:
        raise XmlError(f"the namespace of XLIFF 2 is {NAMESPACE}", root.mark)


def _judge_ids(entries: tuple[Entry, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen and not entry.kept:
            raise XmlError(f"the unit `{entry.id}` stands in the file twice", entry.place)
        seen.add(entry.id)


def _entries(root: Element, source: Source) -> Iterator[Entry]:
    for file in root.children(NAMESPACE, "file"):
        kept = file.attributes.get("id") == KEPT_FILE
        for unit in _units(file):
            name = unit.attributes.get("name" if kept else "id")
            if not name:
                raise XmlError("a unit has no id", unit.mark)
            yield _entry(name, unit, kept, source)


def _units(element: Element) -> Iterator[Element]:
    for each in element.children(NAMESPACE, "unit", "group"):
        yield from _units(each) if each.local == "group" else (each,)


def _entry(name: str, unit: Element, kept: bool, file: Source) -> Entry:
    data = {
        each.attributes.get("id", ""): _Codes({}).text(each)
        for group in unit.children(NAMESPACE, "originalData")
        for each in group.children(NAMESPACE, "data")
    }
    codes = _Codes(data)
    pieces = list(unit.children(NAMESPACE, "segment", "ignorable"))
    if not pieces:
        raise XmlError(f"the unit `{name}` has no segment", unit.mark)
    sources, targets, missing = [], [], False
    place = unit.mark
    for number, piece in enumerate(pieces, start=1):
        source, target = piece.child(NAMESPACE, "source"), piece.child(NAMESPACE, "target")
        if source is None:
            raise XmlError(f"a segment of the unit `{name}` has no source", piece.mark)
        sources.append(codes.text(source))
        if target is None and piece.local == "segment":
            missing = True
        elif target is None:
            targets.append((number, sources[-1]))
        else:
            place = place if targets else target.text_mark or target.mark
            targets.append((_order(target, number), codes.text(target)))
    if missing and any(piece.child(NAMESPACE, "target") for piece in pieces):
        raise XmlError(f"only some segments of the unit `{name}` are translated", unit.mark)
    states = [piece.attributes.get("state", "initial") for piece in pieces if piece.local == "segment"]
    notes = [note for group in unit.children(NAMESPACE, "notes") for note in group.children(NAMESPACE, "note")]
    return Entry(
        id=name,
        source=plain("".join(sources)),
        target=None if missing or not targets else "".join(text for _, text in sorted(targets)),
        state=_least(states),
        sub_state=next((piece.attributes["subState"] for piece in pieces if "subState" in piece.attributes), None),
        previous=next((codes.text(note) for note in notes if note.attributes.get("category") == PREVIOUS), None),
        kept=kept,
        file=file,
        place=place,
    )


def _order(target: Element, number: int) -> int:
    order = target.attributes.get("order", "")
    return int(order) if order.isascii() and order.isdigit() and len(order) < 10 else number


def _least(states: list[str]) -> State:
    return next((state for state in STATES if state in states), "initial")


@dataclass(frozen=True, slots=True)
class _Codes:
    """Turns the inside of an element into text; `data` is what inline codes stand for, by id."""

    data: dict[str, str]

    def text(self, element: Element) -> str:
        return "".join(each if isinstance(each, str) else self._inline(each) for each in element.inside)

    def _inline(self, element: Element) -> str:
        if element.namespace != NAMESPACE:
            return ""
        if element.local == "cp":
            return _character(element)
        if element.local in _MARKERS:
            return self.text(element)
        if element.local == "pc":
            return self._code(element, "dataRefStart") + self.text(element) + self._code(element, "dataRefEnd")
        if element.local in ("ph", "sc", "ec"):
            return self._code(element, "dataRef")
        raise XmlError(f"`<{element.local}>` cannot stand in a text", element.mark)

    def _code(self, element: Element, name: str) -> str:
        reference = element.attributes.get(name)
        if reference not in self.data:
            message = f"nothing says which text the inline code `<{element.local}>` stands for"
            raise XmlError(message, element.mark)
        return self.data[reference]


def _character(element: Element) -> str:
    try:
        return chr(int(element.attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        raise XmlError("`<cp>` needs `hex` with the number of a character", element.mark) from None
