"""Good packages, spoiled by whoever chooses: Hypothesis draws, a fuzzer reads its bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Protocol, TypeVar

from lxml import etree

from tests.archive.by_hand import Entry, build, descriptor, zip64
from tests.packages.cases import base

BASES = ("scorm12/base", "scorm2004/base", "scorm2004/base-3rd", "cmi5/base", "tincan/base")
"""A whole good package of each standard."""
STRUCTURES = ("imsmanifest.xml", "cmi5.xml", "tincan.xml")
MOST_SPOILS = 6

VALUES = (
    *("", " ", "0", "-1", "1.5", "9" * 40, "NaN", "true", "yes", "é", "\u202e", "😀", "a" * 5_000, "n" * 30_000),
    *("../up.html", "/abs.html", "C:\\x.html", "http://[", "//host", "%", "%zz", "%00", "a?b=c", "#", "javascript:x()"),
    *("{}", "{name}", "index.html", "PT", "P1Y2M", "P" + "9" * 30 + "D", "2024-13-40T99", "urn:x", "http://a.example/"),
    *("*", "&", "|" * 50, "(" * 500, "i1&(", "x" + " " * 3_000, "a=" * 1_000, "1.2", "2004 4th Edition", "satisfied"),
)
"""Values that have been trouble somewhere."""

T = TypeVar("T")
Spoil = Callable[[Mapping[str, bytes], "Chooser"], bytes]


class Chooser(Protocol):
    """Makes the choices."""

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""

    def octets(self, most: int) -> bytes:
        """Up to so many bytes."""


@dataclass(frozen=True)
class Spoiled:
    """What came of it: the name of the way, and the zip."""

    base: str
    way: str
    data: bytes


def spoiled(chooser: Chooser, bases: Sequence[str] = BASES) -> Spoiled:
    """A package spoiled in one of the ways."""
    name = _one_of(bases, chooser)
    way = _one_of(tuple(WAYS), chooser)
    return Spoiled(name, way, WAYS[way](base(name), chooser))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in an ordinary zip."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def bytes_of_the_zip(files: Mapping[str, bytes], chooser: Chooser) -> bytes:
    """The zip with some bytes changed, put in or left out."""
    return _overwritten(zipped(files), chooser)


def bytes_of_a_file(files: Mapping[str, bytes], chooser: Chooser) -> bytes:
    """One file with some bytes changed, put in or left out; its checksum is right."""
    name = _one_of([name for name in sorted(files) if name.endswith((".xml", ".html", ".css", ".js"))], chooser)
    return zipped({**files, name: _overwritten(files[name], chooser)})


def tree_of_a_structure(files: Mapping[str, bytes], chooser: Chooser) -> bytes:
    """The structure file with elements and attributes changed, moved, doubled or left out."""
    name = next(name for name in STRUCTURES if name in files)
    root = etree.fromstring(files[name])
    for _ in range(chooser.number(1, MOST_SPOILS)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        _spoil_element(_one_of(elements, chooser), elements, chooser)
    return zipped({**files, name: etree.tostring(root)})


def entries_of_the_zip(files: Mapping[str, bytes], chooser: Chooser) -> bytes:
    """The zip with headers that lie."""
    entries = [Entry(name.encode(), content) for name, content in files.items()]
    for _ in range(chooser.number(1, MOST_SPOILS)):
        at = chooser.number(0, len(entries) - 1)
        entries[at] = replace(entries[at], **_lie(entries[at], chooser))
    order = [entries[chooser.number(0, len(entries) - 1)] for _ in range(chooser.number(0, 3))]
    return build(*entries, *order, disk=_rarely(chooser, 1) or 0, count=_rarely(chooser, chooser.number(0, 65_535)))


WAYS: Mapping[str, Spoil] = {
    one.__name__: one for one in (bytes_of_the_zip, bytes_of_a_file, tree_of_a_structure, entries_of_the_zip)
}


def _overwritten(data: bytes, chooser: Chooser) -> bytes:
    target = bytearray(data)
    for _ in range(chooser.number(1, MOST_SPOILS)):
        at = chooser.number(0, len(target))
        width = chooser.number(0, 12)
        target[at : at + width] = chooser.octets(12)
    return bytes(target)


def _spoil_element(element: Any, elements: Sequence[Any], chooser: Chooser) -> None:
    parent, way = element.getparent(), chooser.number(0, 8)
    attributes = sorted(element.attrib)
    if way == 0 and parent is not None:
        parent.remove(element)
    elif way == 1 and parent is not None and len(elements) < 500:
        parent.append(etree.fromstring(etree.tostring(element)))
    elif way == 2:
        other = _one_of(elements, chooser)
        if parent is not None and other not in element.iter():
            other.append(element)
    elif way == 3 and attributes:
        element.set(_one_of(attributes, chooser), _one_of(VALUES, chooser))
    elif way == 4 and attributes:
        del element.attrib[_one_of(attributes, chooser)]
    elif way == 5:
        # What was spoiled before may have left no attribute at all.
        names = sorted({name for one in elements for name in one.attrib}) or ["id"]
        element.set(_one_of(names, chooser), _one_of(VALUES, chooser))
    elif way == 6:
        element.text = _one_of(VALUES, chooser)
    elif way == 7:
        element.tag = _one_of(elements, chooser).tag
    else:
        values = sorted({value for one in elements for value in one.attrib.values()})
        if attributes and values:
            element.set(_one_of(attributes, chooser), _one_of(values, chooser))


def _lie(entry: Entry, chooser: Chooser) -> Mapping[str, Any]:
    numbers = (0, 1, len(entry.data), len(entry.data) + 1, 0xFFFF, 1 << 20, 0x7FFFFFFF, 0xFFFFFFFF)
    number = _one_of(numbers, chooser)
    lies: Sequence[Mapping[str, Any]] = (
        {"name": chooser.octets(12)},
        {"name": _one_of((b"../a", b"/a", b"a\\b", b"CON", b"a" * 300, b"imsmanifest.xml", b"a/"), chooser)},
        {"local_name": chooser.octets(12)},
        {"method": chooser.number(0, 99)},
        {"local_method": chooser.number(0, 99)},
        {"flags": chooser.number(0, 0xFFFF)},
        {"local_flags": chooser.number(0, 0xFFFF)},
        {"crc": number},
        {"size": number},
        {"packed_size": number},
        {"local_size": number, "local_packed_size": number},
        {"offset": number},
        {"mode": chooser.number(0, 0xFFFF)},
        {"raw": chooser.octets(40)},
        {"extra": chooser.octets(40)},
        {"local_extra": chooser.octets(40)},
        {"extra": zip64(number, number), "size": 0xFFFFFFFF, "packed_size": 0xFFFFFFFF},
        {"flags": 8, "behind": descriptor(entry.data, number), "local_size": 0, "local_packed_size": 0, "local_crc": 0},
        {"listed": False},
        {"written": False},
    )
    return _one_of(lies, chooser)


def _rarely(chooser: Chooser, value: int) -> int | None:
    return value if chooser.number(0, 9) == 9 else None


def _one_of(choices: Sequence[T], chooser: Chooser) -> T:
    return choices[chooser.number(0, len(choices) - 1)]
