"""XLIFF 2.0 from the texts of a course and their translations.

Source: OASIS, *XLIFF Version 2.0*, 2014: 4.2 for the elements, 4.3 for the attributes. Text goes in as it is, Markdown
included, one segment for each text, with its blanks preserved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from lxml import etree

from scormkit.course.i18n.entry import KEPT_FILE, NAMESPACE, OUTDATED, PREVIOUS, Entry
from scormkit.course.i18n.memory import Match, Matches, Status
from scormkit.course.i18n.texts import Text

_XML = "http://www.w3.org/XML/1998/namespace"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = (f"{{{NAMESPACE}}}source", f"{{{NAMESPACE}}}target", f"{{{NAMESPACE}}}note")


def write(source_language: str, target_language: str, originals: Mapping[str, str], matches: Matches) -> bytes:
    """The file. `originals` names the path of each part of the course. The same texts give the same bytes."""
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for name, value in (("version", "2.0"), ("srcLang", source_language), ("trgLang", target_language)):
        root.set(name, value)
    for part, group in groupby(matches.all, key=lambda match: match.text.part):
        file = _file(root, part, original=originals[part])
        for match in group:
            _unit(file, match)
    if matches.unused:
        _kept(root, matches.unused)
    _indent(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _file(root: etree._Element, name: str, **attributes: str) -> etree._Element:
    file = _add(root, "file", id=name, canResegment="no", **attributes)
    file.set(f"{{{_XML}}}space", "preserve")
    return file


def _unit(file: etree._Element, match: Match) -> None:
    text, entry = match.text, match.entry
    unit = _add(file, "unit", id=text.id, name=text.name)
    notes = _add(unit, "notes")
    _write(_add(notes, "note", category="description"), _description(text))
    state: dict[str, str] = {"state": "initial"}
    if entry and match.status is Status.OUTDATED:
        state |= {"subState": OUTDATED}
        previous = entry.previous if entry.outdated and entry.source == text.source else entry.source
        if previous:
            _write(_add(notes, "note", category=PREVIOUS, appliesTo="source"), previous)
    elif entry:
        state = _state(entry)
    segment = _add(unit, "segment", **state)
    _write(_add(segment, "source"), text.source)
    if entry and entry.target is not None:
        _write(_add(segment, "target"), entry.target)


def _state(entry: Entry) -> dict[str, str]:
    """What someone has translated counts as translated, unless their tool says more than just `initial`."""
    if entry.sub_state is None or entry.sub_state == OUTDATED:
        return {"state": "translated" if entry.state == "initial" else entry.state}
    return {"state": entry.state, "subState": entry.sub_state}


def _kept(root: etree._Element, entries: Iterable[Entry]) -> None:
    file = _file(root, KEPT_FILE, translate="no")
    notes = _add(file, "notes")
    _write(_add(notes, "note"), "Translations of texts that the course no longer has. They come back with their texts.")
    for number, entry in enumerate(entries, start=1):
        unit = _add(file, "unit", id=f"{KEPT_FILE}:{number}", name=entry.id)
        segment = _add(unit, "segment", **_state(entry))
        _write(_add(segment, "source"), entry.source)
        _write(_add(segment, "target"), entry.target or "")


def _description(text: Text) -> str:
    form = "Markdown" if text.markdown else "One line, no Markdown"
    longest = f", {text.longest} characters at most" if text.longest else ""
    kind = f"{text.kind}: " if text.kind else ""
    return f"{kind}{text.description} ({form}{longest}.)"


def _write(element: etree._Element, text: str) -> None:
    """Put text into an element; a character that XML cannot hold as `cp` (4.2.3), or in a note as U+FFFD."""
    in_note = element.tag == _TEXT[2]
    start, last = 0, None
    for found in _NOT_XML.finditer(text):
        _append(element, last, text[start : found.start()] + ("\ufffd" if in_note else ""))
        if not in_note:
            last = _add(element, "cp", hex=f"{ord(found.group()):04X}")
        start = found.end()
    _append(element, last, text[start:])


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _add(parent: etree._Element, element: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{element}", attributes)


def _indent(element: etree._Element, depth: int) -> None:
    """Indent the structure, and never what is inside a text."""
    if element.tag in _TEXT or len(element) == 0:
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
